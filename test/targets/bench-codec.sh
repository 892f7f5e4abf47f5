#!/bin/bash
# Times src/standards without a server: the codec of uscc and yardsticks, and
# where valgrind is installed its instructions as well.  Prints, never fails on a
# figure.  ROUNDS= and CODES= set the size, CC= the compiler.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d /tmp/uscc.XXXXXX)
trap 'rm -rf "$work"' EXIT

make -s src/standards/gb2260_divisions.h
"${CC:-cc}" -std=c11 -O2 -Wall -Wextra -Isrc/standards test/bench/codec.c src/standards/*.c -o "$work/codec"
"$work/codec" "${ROUNDS:-15}" "${CODES:-1000000}"

if ! command -v valgrind >/dev/null; then
    echo "no instruction counts: valgrind is not installed"
    exit 0
fi
# each piece of work has its own function and processes all codes once;
# 24 batches, as codec.c makes them
codes=$((24 * 4096))
valgrind --tool=callgrind --callgrind-out-file="$work/counts" "$work/codec" 1 $codes >"$work/log" 2>&1 ||
    { cat "$work/log"; exit 0; }
echo "instructions per operation, with the loop around it:"
callgrind_annotate --inclusive=yes --threshold=100 "$work/counts" |
    sed -nE "s/^ *([0-9,]+) .*:run_([a-z0-9]+).*/\1 \2/p" | tr -d , |
    awk -v codes=$codes '!seen[$2]++ { printf "%-12s %6.1f\n", $2, $1 / codes }'
