#!/bin/bash
# TAP tests of test/t, with PostgreSQL::Test::Cluster: dumps, upgrades, replicas,
# crashes, privileges, shards, bytes, load.  Arguments: files, instead of all.
#
#   BYTES=1000000      bad inputs (test/t/009_bytes.pl; default 200000)
#   LOAD_SECONDS=120   pgbench (test/t/010_load.pl; default 10)
#   UPGRADE_PATH=      pg_upgrade through several versions (test/t/002_upgrade.pl)
# shellcheck disable=SC2030,SC2031
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
make_work
install_missing libipc-run-perl

build with_llvm=no
extension_conf >"$work/tap.conf"

test=$(dirname "$("$PG_CONFIG" --pgxs)")/../test
mkdir "$work/tmp"
[ "$(id -u)" -ne 0 ] || chown postgres: "$work/tmp"
while read -r variable; do unset "$variable"; done < <(compgen -e | grep '^PG[A-Z]*$' || true)
bindir=$("$PG_CONFIG" --bindir)
export PATH="$bindir:$PATH" PERL5LIB=$test/perl:$work/build/test/t
export PG_REGRESS=$test/regress/pg_regress TEMP_CONFIG=$work/tap.conf LC_ALL=C HOME=$work/tmp
export TESTDIR=$work/tmp TESTDATADIR=$work/tmp/tmp_check TESTLOGDIR=$work/tmp/log

# "ok 3 - name" becomes "ok - file: name"
status=0
cd "$work/build"
for file in "${@:-test/t/*.pl}"; do
    for script in $file; do
        name=$(basename "$script" .pl)
        echo "# $name"
        # what hangs has failed
        rm -f "$work/failed"
        { as_server env --chdir="$work/build" timeout --kill-after=60 1800 \
            prove --verbose "$script" 2>&1 || touch "$work/failed"; } | tee "$work/prove" |
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
exit $status
