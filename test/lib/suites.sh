# shellcheck shell=bash disable=SC2154
# Runs suites of checks and counts them: a check prints a line "ok - name" or
# "not ok - name".  Sourced by bash, after server.sh.

# What writes to a pipe must not wait until it has a page.
export PYTHONUNBUFFERED=1

# Compiles and runs the unit tests of src/standards and src/repair, in the copy of
# the tree if there is one; arguments go to the compiler.
unit_tests() {
    local test program tree=$work/build status=0
    [ -d "$tree" ] || tree=.
    for test in "$tree"/test/unit/test_*.c; do
        program=$work/$(basename "$test" .c)
        { "${CC:-cc}" -std=c11 "$@" "-I$tree/src" "-I$tree/src/standards" "$test" "$tree"/src/standards/*.c \
            "$tree"/src/repair/*.c -o "$program" && "$program"; } || status=1
    done
    return $status
}

# pg_regress through the target that a user calls; from 16 on it speaks TAP.
regression() {
    rm -f "$work/regress.failed"
    { make -s -C "$work/build" installcheck PG_CONFIG="$PG_CONFIG" 2>&1 || touch "$work/regress.failed"; } |
        sed -u -E 's/^test +([^ ]+) +\.\.\. ok.*/ok - \1/; s/^test +([^ ]+) +\.\.\. FAILED.*/not ok - \1/
        s/^ok +[0-9]+ +- +([^ ]+).*/ok - \1/; s/^not ok +[0-9]+ +- +([^ ]+).*/not ok - \1/'
    [ ! -e "$work/regress.failed" ] || { cat "$work/build/regression.diffs"; return 1; }
}

# Runs TAP tests of the built copy of the tree (arguments: files or patterns in it),
# with PostgreSQL::Test::Cluster; "ok 3 - name" becomes "ok - file: name".
tap_tests() {
    local variable file script name bindir pgxs without=() status=0
    bindir=$("$PG_CONFIG" --bindir)
    pgxs=$(dirname "$("$PG_CONFIG" --pgxs)")
    extension_conf >"$work/tap.conf"
    mkdir -p "$work/tmp"
    [ "$(id -u)" -ne 0 ] || chown postgres: "$work/tmp"
    while read -r variable; do without+=(-u "$variable"); done < <(compgen -e | grep '^PG[A-Z]*$' || true)
    for file in "$@"; do
        for script in "$work/build/"$file; do
            name=$(basename "$script" .pl)
            echo "# $name"
            # what hangs has failed
            rm -f "$work/failed"
            { as_server env --chdir="$work/build" "${without[@]}" LC_ALL=C HOME="$work/tmp" PATH="$bindir:$PATH" \
                PERL5LIB="$pgxs/../test/perl:$work/build/test/t" PG_REGRESS="$pgxs/../test/regress/pg_regress" \
                TEMP_CONFIG="$work/tap.conf" TESTDIR="$work/tmp" TESTDATADIR="$work/tmp/tmp_check" TESTLOGDIR="$work/tmp/log" \
                timeout --kill-after=60 1800 prove --verbose "$script" 2>&1 || touch "$work/failed"; } | tee "$work/prove" |
                sed -u -nE "s/^(not ok|ok) [0-9]+ - /\1 - $name: /p; s/^.*\.\. (skipped: .*)/# \1/p; /^#/p"
            [ ! -e "$work/failed" ] || status=1
            # a script that died, or planned nothing, says so at the end
            grep -qE '^Result: PASS|\.\. skipped: ' "$work/prove" || {
                tail -n 20 "$work/prove"
                find "$work/tmp" -name "regress_log_$name" -exec tail -n 20 {} +
                echo "not ok - $name: whole"
                status=1
            }
        done
    done
    return $status
}

# One check: a command succeeds.  What it says is shown if it does not.
check() {
    local name=$1
    shift
    if "$@" >"$work/check" 2>&1; then
        echo "ok - $name"
    else
        cat "$work/check"
        echo "not ok - $name"
    fi
}

passed=0
failed=0

# Runs a suite whose output has lines "ok ..." and "not ok ...", and counts them.
# A suite that ends with an error, or checks nothing, is itself a failure.
suite() {
    local title=$1 status=0 good bad
    shift
    echo "== $title"
    rm -f "$work/status"
    { "$@" 2>&1 || echo $? >"$work/status"; } | tee "$work/out" | wrap
    [ ! -e "$work/status" ] || read -r status <"$work/status"
    good=$(grep -c '^ok ' "$work/out") || true
    bad=$(grep -c '^not ok ' "$work/out") || true
    if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$good" -eq 0 ]; }; then
        echo "not ok - $title ended with status $status after $good checks"
        bad=1
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
}

# Closes a script: counts the lines "ok ..." and "not ok ..." of a file, and is
# false if one is not ok or none is ok.
report() {
    local passed failed
    passed=$(grep -c '^ok ' "$1") || true
    failed=$(grep -c '^not ok ' "$1") || true
    echo "$passed passed, $failed failed"
    [ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
}
