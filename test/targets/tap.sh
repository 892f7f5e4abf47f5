#!/bin/bash
# TAP tests of test/t, with PostgreSQL::Test::Cluster: dumps, upgrades, replicas,
# crashes, privileges, shards, bytes, load.  Arguments: files, instead of all.
#
#   BYTES=1000000      bad inputs (test/t/009_bytes.pl; default 200000)
#   LOAD_SECONDS=120   pgbench (test/t/010_load.pl; default 10)
#   UPGRADE_PATH=      pg_upgrade through several versions (test/t/002_upgrade.pl)
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/suites.sh
make_work
install_missing libipc-run-perl

build with_llvm=no
tap_tests "${@:-test/t/*.pl}"
