#!/bin/bash
# The whole test suite on every PostgreSQL version that Debian's releases have,
# each in a folder of that release, and pg_upgrade through all of them (make
# test-versions).  Closes with the table that SECURITY.md has, and with "N passed, N
# failed".  Needs root, or sudo, for the folders.
#
#   VERSIONS="17 19"   only these
#   FOLDERS=directory  make the folders there, and use them again
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/folders.sh
. test/lib/suites.sh
make_work
trap 'as_root rm -rf "$work"' EXIT
install_missing mmdebstrap clang git
folders=${FOLDERS:-$work/folders}
mkdir -p "$folders"

# The release of Debian that has a version; 16 is in none.
release_of() {
    case $1 in
        15) echo bookworm ;;
        17) echo trixie ;;
        18) echo forky ;;
        19) echo sid ;;
        *) echo "No release of Debian has PostgreSQL $1." >&2; return 1 ;;
    esac
}

# PostgreSQL 19 is in experimental, which is not a release but is based on sid, and
# comes from where this machine has its packages.
experimental_sources() {
    local mirror
    mirror=$(mirror)
    printf 'deb %s %s main\n' "$mirror" sid "$mirror" experimental
}

# A folder of the release with that version, and what the tests need.
make_version() {
    local version=$1 packages
    packages=("postgresql-$version" "postgresql-server-dev-$version" gcc make libc6-dev git gettext locales
        python3-stdnum libipc-run-perl)
    if [ "$version" = 19 ]; then
        experimental_sources >"$work/sources" &&
            sources=$work/sources make_folder sid "$folders/19" "${packages[@]}" \
                libpq5/experimental libpq-dev/experimental
    else
        make_folder "$(release_of "$version")" "$folders/$version" "${packages[@]}"
    fi
}

# What clang says of every file, against the headers of that version.
clang_check() {
    local version=$1 include=$folders/$1/usr/include/postgresql
    clang -std=gnu11 -fsyntax-only -Wall -Wextra -Werror '-DUSCC_VERSION=""' -Isrc \
        -isystem "$include/$version/server" -isystem "$include" src/*/*.c
}

# pg_upgrade of one cluster through the versions, in the folder of the last: the
# others' programs run there with the libraries that they came with, as each
# release's C library runs those of older ones.
upgrade() {
    local last=${versions[-1]} version folder path='' missing library
    folder=$folders/$last
    for version in "${versions[@]}"; do
        inside "$folders/$version" "cd /root/uscc && make -s clean && make -s install" >"$work/install" 2>&1 ||
            { cat "$work/install"; return 1; }
        path+=:/usr/lib/postgresql/$version/bin
        [ "$version" != "$last" ] || continue
        as_root rm -rf "$folder/usr/lib/postgresql/$version" "$folder/usr/share/postgresql/$version"
        as_root cp -a "$folders/$version/usr/lib/postgresql/$version" "$folder/usr/lib/postgresql/"
        as_root cp -a "$folders/$version/usr/share/postgresql/$version" "$folder/usr/share/postgresql/"
        while missing=$(inside "$folder" "ldd /usr/lib/postgresql/$version/bin/* 2>/dev/null" |
            awk '/not found/ { print $1 }' | sort -u) && [ -n "$missing" ]; do
            for library in $missing; do
                as_root cp -L "$folders/$version"/usr/lib/*-linux-gnu*/"$library" \
                    "$(as_root find "$folder/usr/lib" -maxdepth 1 -name '*-linux-gnu')/"
            done
        done
    done
    inside "$folder" "cd /root/uscc && UPGRADE_PATH=${path#:} test/targets/tap.sh test/t/002_upgrade.pl"
}

# The table: a row for each suite, a column for each version; and how many passed.
table() {
    local version
    for version in "${versions[@]}"; do
        sed "s/^/$version /" "$work/log.$version"
    done | awk '
        $2 == "==" && $3 == "PostgreSQL" {
            if (!($1 in name)) { name[$1] = $4; version[++versions] = $1 }
            next
        }
        $2 == "==" { $2 = ""; suite = substr($0, length($1) + 3); if (!(suite in seen)) { seen[suite]; title[++suites] = suite } }
        $2 == "ok" { passed[suite, $1]++; all++ }
        $2 == "not" && $3 == "ok" { failed[suite, $1]++; wrong++ }
        END {
            row = "| checks"; line = "|---"
            for (v = 1; v <= versions; v++) { row = row " | " name[version[v]]; line = line "|---" }
            print row " |"; print line "|"
            for (s = 1; s <= suites; s++) {
                row = "| " title[s]
                for (v = 1; v <= versions; v++) {
                    good = passed[title[s], version[v]]
                    bad = failed[title[s], version[v]]
                    row = row " | " (bad ? bad " failed" : good ? good " passed" : "")
                }
                print row " |"
            }
            print ""
            print all + 0 " passed, " wrong + 0 " failed"
        }'
}

make -s src/standards/gb2260_divisions.h
status=0
versions=()
for version in ${VERSIONS:-15 17 18 19}; do
    folder=$folders/$version
    echo "== PostgreSQL $version, Debian $(release_of "$version")"
    [ -d "$folder" ] || make_version "$version" || {
        echo "not ok - PostgreSQL $version could not be had"
        status=1
        continue
    }
    as_root rm -rf "$folder/root/uscc"
    as_root mkdir "$folder/root/uscc"
    git ls-files -z | tar -c --null -T - | as_root tar -x --no-same-owner -C "$folder/root/uscc"
    versions+=("$version")
    {
        # what make test does not say until it has built
        echo "== PostgreSQL $(inside "$folder" "pg_config --version" | cut -d' ' -f2)"
        inside "$folder" "cd /root/uscc && make test" /root/uscc || echo "not ok - make test"
        echo "== warnings of clang"
        if clang_check "$version"; then echo "ok - clang"; else echo "not ok - clang"; fi
    } >"$work/log.$version" 2>&1
    sed -n '/^not ok/p; /^[0-9]* passed, /p' "$work/log.$version"
    ! grep -q '^not ok' "$work/log.$version" || { status=1; tail -n 30 "$work/log.$version"; }
done
if [ ${#versions[@]} -gt 1 ]; then
    echo "== pg_upgrade: ${versions[*]}"
    upgrade >"$work/upgrade" 2>&1 || { status=1; echo "not ok - pg_upgrade"; cat "$work/upgrade"; }
    grep -E '^# step' "$work/upgrade" || status=1
    # step N leads to the version after the Nth
    for i in $(seq 1 $((${#versions[@]} - 1))); do
        { echo "== pg_upgrade of a cluster from the version before"; grep -E "^(not )?ok.*step $i:" "$work/upgrade"; } \
            >>"$work/log.${versions[$i]}" || { status=1; echo "not ok - pg_upgrade, step $i"; }
    done
fi
echo
table
exit $status
