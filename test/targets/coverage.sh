#!/bin/bash
# Which lines of src/ the tests reach (make coverage): the unit tests, and on a
# server whose module counts its lines the regression tests, those of encodings,
# the examples of the documents and the tests of adoption.  Prints the lines of each file, names those
# that none reaches, and fails if more than one in twenty is not reached.  Whether
# the tests pass is said by make test.  Needs gcc.
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/suites.sh
make_work
install_missing lcov gettext libipc-run-perl locales python3
required=95

# Runs tests, whose results do not count here.
reach() {
    echo "== $1"
    shift
    "$@" >"$work/out" 2>&1 || true
    grep -E '^not ok ' "$work/out" || true
}

flags=(with_llvm=no PG_CFLAGS="-O0 --coverage" SHLIB_LINK=--coverage)
build "${flags[@]}"
# the processes of the server write into the folder of the objects
[ "$(id -u)" -ne 0 ] || chown -R postgres: "$work/build"
start_server
reach "unit tests" env -C "$work/build" bash -c '. test/lib/suites.sh; work=.; CC=gcc unit_tests -O0 --coverage'
reach "regression tests" regression
reach "encodings" test/checks/encodings.sh
reach "documents" python3 test/checks/documents.py
stop_server
reach "adoption" tap_tests test/t/011_adopt.pl

lcov --quiet --capture --directory "$work/build" --output-file "$work/all" >"$work/lcov.log" 2>&1 || { cat "$work/lcov.log"; exit 1; }
lcov --quiet --extract "$work/all" '*/src/*' --output-file "$work/lines"
echo "== lines that no test reaches"
awk -F'[:,]' -v src="$work/build/" '
    $1 == "SF" { file = substr($2, length(src) + 1) }
    $1 == "DA" && $3 == 0 {
        for (line in text)
            delete text[line]
        number = 0
        while ((getline found < (src file)) > 0)
            text[++number] = found
        close(src file)
        sub(/^[ \t]+/, "", text[$2])
        print file ":" $2 ": " text[$2]
    }' "$work/lines"
echo "== reached"
awk -F'[:,]' -v src="$work/build/" -v required=$required '
    $1 == "SF" { file = substr($2, length(src) + 1); lines = reached = 0 }
    $1 == "DA" { lines++; reached += $3 > 0 }
    $1 == "end_of_record" {
        printf "%6.2f %%  %4d of %4d  %s\n", 100 * reached / lines, reached, lines, file
        all += lines
        all_reached += reached
    }
    END {
        share = 100 * all_reached / all
        printf "%6.2f %%  %4d of %4d  src, required: %d %%\n", share, all_reached, all, required
        exit share < required
    }' "$work/lines"
