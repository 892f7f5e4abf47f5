#!/bin/bash
# Fuzzes src/standards and src/repair without a server (make fuzz): libFuzzer under ASan and
# UBSan.  A target is a file of test/fuzz with LLVMFuzzerTestOneInput; what it
# compares the answers with is in oracle.c.  Arguments: targets, instead of all.
#
#   TIME=60     seconds of each target (default 10)
#
# Every target begins with the inputs of test/fuzz/corpus, one a line, bytes as
# \xff, and the codes of data/organizations.csv.  An input that breaks something is
# printed as such a line.  Before that, mistakes are made in copies of the sources:
# a target that does not find its own checks nothing.
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/suites.sh
make_work
install_missing clang libclang-rt-dev

# A target, a file of src, and what sed makes of it.
mistakes() {
    cat <<'END'
code standards/uscc_code.c s/WEIGHTS(20, 25, 8, 10)/WEIGHTS(20, 25, 8, 11)/
rank standards/uscc_code.c s/lead -= STRICT_LEADS;/lead -= STRICT_LEADS - 1;/
prefix standards/uscc_code.c s/last ? LETTER_X : 0;/last ? 9 : 0;/
citizen standards/gb11643.c s/ && year % 100 != 0//
orgcode standards/gb11714.c s/9 \* body\[2\]/8 * body[2]/
division standards/gb2260.c s/codes\[middle\].code < code/codes[middle].code <= code/
division standards/gb2260_names.c s/year <= names\[i\].last_year/year < names[i].last_year/
division standards/gb2260_names.c s/return number == 0;/return true;/
scan repair/scan.c s/if (!is_standard(scan->run + i, rank))/if (scan->length < 0)/
scan repair/scan.c s/scan->start = scan->group_start\[first\]/scan->start = scan->group_start[0]/
diagnose repair/clean.c s/reading->position\[reading->count\] = reading->total/reading->position[reading->count] = reading->count/
diagnose repair/unicode.c s/c > meaningless\[middle\]\[1\]/c >= meaningless[middle][1]/
diagnose repair/diagnose.c s/diagnosis->suggestion.rank = rank/diagnosis->suggestion.rank = rank + 1/
kind standards/gs15.c s/sum == 0 ? 10/sum == 0 ? 9/
kind standards/gs15.c s/length != GS15_LENGTH/length > GS15_LENGTH/
suggest repair/suggest.c s/search->found\[i\].rank == rank/search->count < 0/
draw repair/population.c s/gb2260_likely_code(likely_before + /gb2260_likely_code(/
diagnose repair/clean.c s/count == limit/count > limit/
diagnose repair/diagnose.c s/score > SURE/score > LIKELY/
diagnose repair/diagnose.c s/suggestions->end\[i\] = place/suggestions->end[i] = suggestions->start[i]/
diagnose repair/explain.c s/set_number(explanation, 1, diagnosis->position + 1)/set_number(explanation, 0, diagnosis->position + 1)/
mask repair/citizen.c s/i + GB11643_LENGTH <=/i + GB11643_LENGTH </
END
}

# The oracle is not what is tested, and is slow enough.
compile() {
    local sanitize=('-fsanitize=fuzzer-no-link,address,undefined' -fno-sanitize-recover=all)
    [ "$1" != test/fuzz/oracle.c ] || sanitize=()
    clang -std=gnu11 -O2 -g -Wall -Wextra -Werror "${sanitize[@]}" -Isrc -Isrc/standards -Itest/fuzz \
        "${@:3}" -c "$1" -o "$2"
}

# A program: a target, and where the objects of src are.
link() {
    clang -fsanitize=fuzzer,address,undefined "$work/$1.o" "$work/oracle.o" "$work/mutate.o" \
        "$2"/*.o -o "$work/$1"
}

# Runs a target for so many seconds, from the seeds on, to the first fault;
# further arguments go to it.  Sets what came out of it.
fuzz() {
    local target=$1 limit=$2 start=$SECONDS status=0
    shift 2
    crashes=0 broken=0
    rm -f "$work"/input-*
    "$work/$target" -max_total_time="$limit" -max_len=128 -timeout=10 -print_final_stats=1 \
        -artifact_prefix="$work/input-" "$@" "$work/seeds" >"$work/log" 2>&1 || status=$?
    seconds=$((SECONDS - start))
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")
    if grep -q '^INVARIANT BROKEN' "$work/log"; then
        broken=1
    elif [ $status -ne 0 ]; then
        crashes=1
    fi
}

run_target() {
    local input
    mkdir "$work/corpus"
    fuzz "$1" "${TIME:-10}" "$work/corpus"
    rm -r "$work/corpus"
    if [ "${executions:-0}" -gt 0 ] && [ $((crashes + broken)) -eq 0 ]; then
        echo -n "ok"
    else
        grep -vE '^(stat::|#[0-9]+.*(NEW|REDUCE|pulse) |INFO:)' "$work/log" || true
        for input in "$work"/input-*; do
            [ ! -f "$input" ] || echo "input: $(od -An -v -tx1 "$input" | tr -d '\n' | sed 's/ /\\x/g')"
        done
        echo -n "not ok"
    fi
    echo " - $1: ${executions:-0} executions in $seconds s, $crashes crashes, $broken invariants broken"
}

try_mistake() {
    local target=$1 file=$2 expression=$3
    rm -rf "$work/wrong"
    cp -R "$work/right" "$work/wrong"
    mkdir -p "$work/src/${file%/*}"
    sed -e "$expression" "src/$file" >"$work/src/$file"
    if cmp -s "$work/src/$file" "src/$file"; then
        echo "not ok - $target: $file has no place for $expression"
        return
    fi
    compile "$work/src/$file" "$work/wrong/$(basename "$file" .c).o" "-Isrc/${file%/*}"
    link "$target" "$work/wrong"
    fuzz "$target" 60
    if [ $((crashes + broken)) -gt 0 ]; then
        echo -n "ok"
    else
        echo -n "not ok"
    fi
    echo " - $target: finds $expression in $file, ${executions:-0} executions in $seconds s"
}

make -s src/standards/gb2260_divisions.h
mkdir "$work/right" "$work/seeds"
for file in src/standards/*.c src/repair/*.c; do
    compile "$file" "$work/right/$(basename "$file" .c).o"
done
for file in test/fuzz/*.c; do
    compile "$file" "$work/$(basename "$file" .c).o"
done
set -o pipefail
n=0
while read -r line; do
    n=$((n + 1))
    printf '%b' "$line" >"$work/seeds/$n"
done < <(cat test/fuzz/corpus && sed '1d; s/,.*//' data/organizations.csv)

if [ $# -eq 0 ]; then
    for file in test/fuzz/*.c; do
        ! grep -q '^LLVMFuzzerTestOneInput' "$file" || set -- "$@" "$(basename "$file" .c)"
    done
fi
for target in "$@"; do
    mistakes >"$work/mistakes"
    grep -q "^$target " "$work/mistakes" || echo "not ok - $target: no mistake is known that it finds"
    while read -r name file expression; do
        [ "$name" != "$target" ] || try_mistake "$name" "$file" "$expression"
    done <"$work/mistakes"
    link "$target" "$work/right"
    run_target "$target"
done | tee "$work/all"
report "$work/all"
