#!/bin/bash
# Shows the types at work on a private server (make demo).  Nothing is left of
# it afterwards, unless KEEP=1 keeps the server.
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/suites.sh
make_work
install_missing
build
start_server
echo
createdb demo
psql -X -q -d demo <test/targets/demo.sql 2>&1 | wrap

if [ -n "${KEEP:-}" ]; then
    trap - EXIT
    rm -rf "$work/build" "$work"/*.log
    stop="$("$PG_CONFIG" --bindir)/pg_ctl -D $work/data stop"
    [ "$(id -u)" -ne 0 ] || stop="su postgres -c '$stop'"
    cat <<EOF

The server stays. Connect to it with
    psql -h $PGHOST -p $PGPORT -U postgres demo
and when you are done, stop it with
    $stop && rm -r $work
EOF
else
    cat <<EOF

The server is gone now. To keep one like it and connect psql to it:
    make demo KEEP=1
EOF
fi
