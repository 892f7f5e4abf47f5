#!/bin/bash
# What is given away (make test-packages): the source archives; the Debian
# packages and the RPM, built in a folder of each release, installed in another that has nothing but PostgreSQL, used by the owner of a
# database, removed.  Closes with "N passed, N failed".  Needs root, or sudo, for
# the folders.  They contain what is committed.
#
#   RELEASES="trixie"  only these
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/folders.sh
. test/lib/suites.sh
make_work
trap 'as_root rm -rf "$work"' EXIT
install_missing mmdebstrap git python3

# The archives of make dist have the files of git and the header made of them, no
# more and no less.
archives_complete() {
    local version
    version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" uscc.control)
    { git ls-tree -r -z --name-only HEAD | tr '\0' '\n' && echo src/standards/gb2260_divisions.h; } | sed "s|^|uscc-$version/|" | LC_ALL=C sort >"$work/git"
    make dist &&
        tar tzf "uscc-$version.tar.gz" | grep -v '/$' | LC_ALL=C sort | diff "$work/git" - &&
        python3 -c 'import sys, zipfile; print("\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))' "uscc-$version.zip" |
        grep -v '/$' | LC_ALL=C sort | diff "$work/git" -
}

# The functions up to check run in a folder, as root.  A command that has to fail
# stands after "if", because "set -e" does not see it after "!".

build_packages() {
    useradd --create-home --shell /bin/bash builder
    mv /root/uscc /home/builder/uscc
    chown -R builder: /home/builder
    su - builder -c "DEBFULLNAME=Builder DEBEMAIL=builder@uscc.test make -C uscc deb" >/root/log 2>&1 || { tail -n 200 /root/log; return 1; }
}

# Without git, awk or the data, as root, into the folder's own PostgreSQL.
archive_installs() {
    tar xzf /home/builder/uscc/uscc-*.tar.gz -C /root
    cd /root/uscc-*
    rm -r data
    make
    make install
    test -s "$(pg_config --pkglibdir)/uscc.so"
    ls "$(pg_config --sharedir)"/extension/uscc--*.sql
}

# The newest PostgreSQL of the folder; the RPM's files as an archive.
build_rpm() {
    su - builder -c "make -C uscc rpm PG_CONFIG=$(printf '%s\n' /usr/lib/postgresql/*/bin/pg_config | tail -n 1)"
    cd /home/builder/uscc/build/rpm/RPMS/*/
    rpm -qp --requires ./*.rpm | grep -x '/usr/lib/postgresql/.*/bin/postgres'
    rpm2archive - <"$(echo ./*.rpm)" >rpm.tgz
    tar tzf rpm.tgz | grep -E '/(uscc.so|uscc.control|uscc--[0-9.]*sql|uscc-[0-9]*.mo|LICENSE|README.md)$' | sort
    [ "$(tar tzf rpm.tgz | grep -cE '/(uscc.so|uscc.control|uscc--[0-9.]*sql|uscc-[0-9]*.mo|LICENSE|README.md)$')" = 6 ]
}

# No bug of Debian is closed by a first package, and there is no release yet.
run_lintian() {
    su - builder -c "lintian --info --suppress-tags initial-upload-closes-no-bugs,unreleased-changes --fail-on error,warning uscc/build/deb/*.changes"
}

every_line_hardened() {
    blhc --bindnow /root/log
}

library_hardened() {
    local library
    dpkg-deb -x /home/builder/uscc/build/deb/postgresql-*-uscc_*.deb /root/unpacked
    library=$(echo /root/unpacked/usr/lib/postgresql/*/lib/uscc.so)
    readelf -lW "$library" | grep GNU_RELRO
    readelf -dW "$library" | grep -E 'BIND_NOW|FLAGS_1.* NOW'
    readelf --dyn-syms -W "$library" | grep __stack_chk_fail
}

# What changes by itself is left out.
list_files() {
    find / -xdev \( -path /proc -o -path /dev -o -path /run -o -path /tmp -o -path /root -o -path /var/lib/dpkg \
        -o -path /var/cache -o -path /var/log -o -path /var/lib/postgresql \) -prune -o -print | sort
}

install_packages() {
    useradd --create-home --shell /bin/bash owner
    list_files >/root/before
    dpkg -i /root/packages/*.deb
    if list_files | diff -q /root/before - >/dev/null; then echo "It installed nothing."; return 1; fi
}

ask() {
    su - owner -c "psql -X -At -v ON_ERROR_STOP=1 -d firm" <<<"$1"
}

# Starts the folder's cluster, until the end of the check.
start_cluster() {
    local cluster
    cluster=$(pg_lsclusters -h | awk '{print $1, $2}')
    # shellcheck disable=SC2086
    pg_ctlcluster $cluster start
    # shellcheck disable=SC2064
    trap "pg_ctlcluster $cluster stop" EXIT
}

store_codes() {
    ask "CREATE EXTENSION uscc; CREATE TABLE company (code uscc PRIMARY KEY)"
    ask "INSERT INTO company VALUES ('12100000400000624D')"
    if ask "INSERT INTO company VALUES ('12100000400000625D')"; then return 1; fi
    [ "$(ask "SELECT code, uscc_region(code) FROM company")" = "12100000400000624D|100000" ]
}

use_extension() {
    start_cluster
    su - postgres -c "createuser owner && createdb --owner=owner firm"
    store_codes
    if ask "DROP EXTENSION uscc"; then return 1; fi
    ask "DROP TABLE company; DROP EXTENSION uscc"
    [ "$(ask "SELECT count(*) FROM pg_proc WHERE probin LIKE '%uscc%'")" = 0 ]
}

# In the cluster and the database that use_extension has made.
use_rpm() {
    tar xzf /root/packages/*.tgz -C /
    start_cluster
    store_codes
}

purge_packages() {
    # shellcheck disable=SC2046
    dpkg --purge $(dpkg-query -W -f='${Package}\n' 'postgresql-*-uscc')
    if dpkg-query -W 'postgresql-*-uscc'; then return 1; fi
    list_files | diff /root/before -
}

# One check: a function from above succeeds in a folder.
check_inside() {
    check "$release: $1" inside "$2" "$(declare -f list_files ask start_cluster store_codes "$3"); set -eu -o pipefail; $3"
}

set -o pipefail
{
    check "the source archives have the files of git, and the header" archives_complete
    for release in ${RELEASES:-bookworm trixie}; do
        echo "== Debian $release"
        folder=$work/build-$release
        make_folder "$release" "$folder" build-essential fakeroot debhelper postgresql-all git blhc lintian rpm
        as_root git clone -q --no-local . "$folder/root/uscc"
        check_inside "the packages build and pass the regression tests" "$folder" build_packages
        check_inside "the source archive builds and installs with make, without git" "$folder" archive_installs
        check_inside "the RPM builds, and has its files" "$folder" build_rpm
        check_inside "lintian finds no error and warns of nothing" "$folder" run_lintian
        check_inside "the compiler has the distribution's hardening flags in every line" "$folder" every_line_hardened
        check_inside "the library has RELRO, binds at once and protects its stack" "$folder" library_hardened

        clean=$work/clean-$release
        make_folder "$release" "$clean" postgresql
        as_root mkdir "$clean/root/packages"
        as_root cp "$folder"/home/builder/uscc/build/deb/postgresql-*-uscc_*.deb "$clean/root/packages/"
        check_inside "the package installs where there is nothing but PostgreSQL" "$clean" install_packages
        check_inside "the owner of a database has the extension, stores a code, drops it" "$clean" use_extension
        check_inside "nothing is left of the package when it is purged" "$clean" purge_packages
        as_root cp "$folder"/home/builder/uscc/build/rpm/RPMS/*/*.tgz "$clean/root/packages/"
        check_inside "the RPM's files serve where there is nothing but PostgreSQL" "$clean" use_rpm
        as_root rm -rf "$folder" "$clean"
    done
} | tee "$work/all"

report "$work/all"
