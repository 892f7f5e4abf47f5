#!/bin/bash
# The module under the compiler's sanitizers (make test-sanitizers): the unit
# tests, then in a server the regression tests and those of encodings, with
# -fsanitize=undefined and once more with -fsanitize=address.  A report in the
# server's log fails, and so does a sanitizer that does not report a mistake put
# into a copy of the sources.  Needs gcc.
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/suites.sh
make_work
install_missing

# Makes the command that runs the server's program with AddressSanitizer loaded.
# On Debian 12 the server would hang: a constructor of one of its libraries asks
# for memory while the C library holds a lock that the sanitizer, which then sets
# itself up, waits for.  So a library whose constructor is the first asks before.
server_with_address() {
    echo 'void *malloc(unsigned long); __attribute__((constructor)) static void ask(void) { (void) malloc(1); }' |
        gcc -w -O0 -shared -fPIC -Wl,-z,initfirst -x c - -o "$work/first.so"
    printf '#!/bin/sh\nexec env ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 LD_PRELOAD="%s %s" "%s" "$@"\n' \
        "$(gcc -print-file-name=libasan.so)" "$work/first.so" "$("$PG_CONFIG" --bindir)/postgres" >"$work/postgres"
    chmod 755 "$work/postgres"
}

# The server's log, from a byte on, has no report (or has the one given).
reports() {
    local from=$1 report=${2:-}
    tail -c "+$from" "$work/server.log" | grep -E -A 25 'runtime error:|AddressSanitizer:' >"$work/reports" || true
    if [ -n "$report" ]; then
        if grep -q "$report" "$work/reports"; then
            echo "ok - a mistake is reported: $report"
        else
            echo "not ok - a mistake is not reported: $report"
        fi
    elif [ -s "$work/reports" ]; then
        cat "$work/reports"
        echo "not ok - the server's log has reports"
    else
        echo "ok - the server's log has no report"
    fi
}

# Builds, runs the tests and makes a mistake; arguments: a sanitizer, the mistake's
# file, what sed does to it, a statement that meets it, its report.
sanitize() {
    local sanitizer=$1 file=$2 change=$3 statement=$4 report=$5 flags size server_program=
    # with -fwrapv, which PostgreSQL is built with, an overflow would be no error
    flags=(with_llvm=no PG_CFLAGS="-g -O1 -fno-wrapv -fno-omit-frame-pointer -fsanitize=$sanitizer -fno-sanitize-recover=all"
        SHLIB_LINK="-fsanitize=$sanitizer")
    build "${flags[@]}"
    if [ "$sanitizer" = address ]; then
        server_with_address
        server_program=$work/postgres
    fi
    start_server
    suite "regression tests, $sanitizer" regression
    suite "encodings, $sanitizer" test/checks/encodings.sh
    suite "reports, $sanitizer" reports 1

    size=$(wc -c <"$work/server.log")
    sed -i "$change" "$work/build/$file"
    make -s -C "$work/build" install DESTDIR="$work/stage" PG_CONFIG="$PG_CONFIG" "${flags[@]}" >"$work/build.log" 2>&1
    chmod -R a+rX "$work/stage"
    psql -X -q -c "CREATE EXTENSION uscc" -c "$statement" >/dev/null 2>&1 || true
    suite "a mistake, $sanitizer" reports $((size + 1)) "$report"
    stop_server
    rm -rf "$work/build" "$work/stage" "$work/data" "$work/socket"
}

make -s src/standards/gb2260_divisions.h
suite "unit tests, address and undefined" \
    unit_tests -g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
sanitize undefined src/standards/gb2260.c 's/code + 9999/code + 2147483647/' \
    "SELECT '350100'::adcode <@ '35'" 'signed integer overflow'
sanitize address src/types/adcode.c 's/text\[GB2260_LENGTH\];/text[GB2260_LENGTH - 1];/' \
    "SELECT '350100'::adcode" 'stack-buffer-overflow'
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
