#!/bin/bash
# The regression tests and those of encodings on a server with assertions, then
# the same under valgrind (make test-valgrind).  valgrind knows what palloc gives
# out only if the server is compiled for it, so that is built first, from Debian's
# source package.  Suppressed are the errors that PostgreSQL itself lists; any
# other fails, and so does an error of memory in a copy of the sources that is not
# reported.
#
#   FOLDERS=directory  build the server there, and use it again
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/folders.sh
. test/lib/suites.sh
make_work
install_missing valgrind bzip2 bison flex
folders=${FOLDERS:-$work}
mkdir -p "$folders"
major=$("$PG_CONFIG" --version | sed -E 's/^PostgreSQL ([0-9]+).*/\1/')
server=$(cd "$folders" && pwd)/valgrind-$major

# Downloads the sources of the server into a directory, and goes there.
get_sources() {
    local mirror
    mirror=$(mirror) && private_apt "$1" "deb-src $mirror $(. /etc/os-release && echo "$VERSION_CODENAME") main" &&
        cd "$1" && apt-get "${apt_options[@]}" --download-only source "postgresql-$major" && tar xf postgresql-*.orig.tar.*
}

# Builds the server; its directory appears only when it is whole.
make_server() {
    rm -rf "$server.new"
    mkdir "$server.new"
    (
        # at the level of a make that is called by another, headers would be missing
        unset MAKELEVEL MAKEFLAGS MFLAGS
        get_sources "$server.new/source" && cd postgresql-*/ &&
            ./configure --quiet --prefix="$server" --enable-cassert --enable-debug --without-readline \
                --without-zlib --without-icu CPPFLAGS=-DUSE_VALGRIND CFLAGS="-O1 -g -fno-omit-frame-pointer" &&
            make -s -j"$(nproc)" && make -s install DESTDIR="$server.new/stage" &&
            cp src/tools/valgrind.supp "$server.new/stage$server"
    ) >"$work/server-build.log" 2>&1 || { tail -n 30 "$work/server-build.log"; exit 1; }
    chmod -R a+rX "$server.new/stage"
    mv "$server.new/stage$server" "$server"
    rm -rf "$server.new"
}

# The command that runs the server's program under valgrind.
server_under_valgrind() {
    mkdir "$work/reports"
    [ "$(id -u)" -ne 0 ] || chown postgres: "$work/reports"
    printf '#!/bin/sh\nexec valgrind --quiet --leak-check=no --num-callers=30 --error-markers=BEGIN,END %s %s "%s" "$@"\n' \
        "--suppressions='$server/valgrind.supp'" "--log-file='$work/reports/%p'" "$server/bin/postgres" >"$work/postgres"
    chmod 755 "$work/postgres"
}

# valgrind has reported nothing (or what is given); forgets it.
reports() {
    local report=${1:-}
    cat "$work"/reports/* >"$work/reported"
    rm -f "$work"/reports/*
    if [ -n "$report" ]; then
        if grep -q "$report" "$work/reported"; then
            echo "ok - a mistake is reported: $report"
        else
            echo "not ok - a mistake is not reported: $report"
        fi
    elif grep -q BEGIN "$work/reported"; then
        cat "$work/reported"
        echo "not ok - valgrind has reported errors"
    else
        echo "ok - valgrind has reported no error"
    fi
}

# Changes a copy of the sources, and runs a statement; arguments: file, what sed
# does to it, the statement, what is to be reported.
mistake() {
    sed -i "$2" "$work/build/$1"
    make -s -C "$work/build" install PG_CONFIG="$PG_CONFIG" "${flags[@]}" >"$work/build.log" 2>&1
    psql -X -q -d uscc_mistake -c "$3" >/dev/null 2>&1 || true
    reports "$4"
    cp "$1" "$work/build/$1"
}

# It is the server of this script alone, so the extension is installed in it.
extension_conf() {
    make -s -C "$work/build" install PG_CONFIG="$PG_CONFIG" "${flags[@]}" >"$work/build.log" 2>&1 ||
        { cat "$work/build.log" >&2; exit 1; }
}

if [ ! -d "$server" ]; then
    echo "Building PostgreSQL $major for valgrind; this takes minutes."
    make_server
fi
PG_CONFIG=$server/bin/pg_config
flags=(with_llvm=no PG_CFLAGS="-g -O1 -fno-omit-frame-pointer")
make -s src/standards/gb2260_divisions.h
build "${flags[@]}"
start_server
suite "regression tests, with assertions" regression
suite "encodings, with assertions" test/checks/encodings.sh
stop_server
rm -rf "$work/data" "$work/socket"

# two compare by brute force, and plans of adoption take PostgreSQL ten seconds each
rm "$work/build/sql/plan.sql" "$work/build/sql/like.sql" "$work/build/sql/adopt.sql"
server_under_valgrind
server_program=$work/postgres PGCTLTIMEOUT=600 start_server
suite "regression tests, under valgrind" regression
suite "encodings, under valgrind" test/checks/encodings.sh
suite "reports of valgrind" reports
psql -X -q -c "CREATE DATABASE uscc_mistake" -c "\c uscc_mistake" -c "CREATE EXTENSION uscc"
suite "a mistake" mistake src/types/uscc.c 's/palloc(GB32100_LENGTH + 1)/palloc(GB32100_LENGTH)/' \
    "SELECT uscc_random()" "Invalid write of size 1"
suite "a mistake" mistake src/repair/diagnose.c '/diagnosis->has_suggestion = false/d' \
    "SELECT uscc_diagnose('9')" "uninitialised"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
