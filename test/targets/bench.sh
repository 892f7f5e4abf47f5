#!/bin/bash
# Compares uscc with what a column could be instead, in one run on a private
# server: prints a table of ratios, and writes it as CSV and as a plot (make
# bench).  With argument "growth", what a row costs as a table grows.  ROWS=,
# ROUNDS= and SIZES= set how much; nothing depends on a time.
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
make_work
install_missing python3-matplotlib
build
start_server
mkdir "$work/files"
[ "$(id -u)" -ne 0 ] || chown postgres: "$work/files"
{
    echo "shared_buffers = '2GB'"
    echo "work_mem = '2GB'"
    echo "hash_mem_multiplier = 1"
    echo "maintenance_work_mem = '2GB'"
    echo "max_wal_size = '8GB'"
    echo "jit = off"
    echo "max_parallel_maintenance_workers = 0"
    echo "autovacuum = off"
} | as_server tee -a "$work/data/postgresql.conf" >/dev/null
as_server "$("$PG_CONFIG" --bindir)/pg_ctl" -D "$work/data" -l "$work/server.log" -w restart >/dev/null

# text in the collation that a Chinese database has by default
new_database() {
    createdb -T template0 -E UTF8 --locale-provider=icu --icu-locale=zh --locale=C.UTF-8 "$1"
}

# Warnings are progress: on a terminal, one line that is written over.
progress() {
    local line
    while read -r line; do
        case $line in
            *WARNING:*) if [ -t 2 ]; then printf '\r\033[K%s' "${line##*WARNING:  }" >&2; fi ;;
            *) echo "$line" >&2 ;;
        esac
    done
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
}

machine="$("$PG_CONFIG" --version), $("${CC:-cc}" --version | head -n 1), $(uname -sm), $(nproc) processors$(sed -n 's/^model name\s*: /, /p;T;q' /proc/cpuinfo)"
echo "$machine"
mkdir -p doc/bench

if [ "${1:-}" = growth ]; then
    echo "rows,contender,work,nanoseconds" >"$work/growth.csv"
    for rows in ${SIZES:-1000000 2000000 5000000 10000000 20000000}; do
        [ ! -t 2 ] || echo "$rows rows" >&2
        new_database "growth_$rows"
        psql -X -q -v ON_ERROR_STOP=1 -v rows="$rows" -v files="$work/files" -d "growth_$rows" \
            -f test/bench/growth.sql | grep -v '^$' | tee -a "$work/growth.csv"
        dropdb "growth_$rows"
    done
    cp "$work/growth.csv" doc/bench/growth.csv
    /usr/bin/python3 test/bench/plot.py growth "$machine" "make bench-growth"
    echo "doc/bench/growth.csv, doc/bench/growth.svg"
    exit 0
fi

rows=${ROWS:-1000000}
rounds=${ROUNDS:-5}
echo "$rows rows, median of $rounds rounds; text in the collation zh of ICU"
new_database bench
export PGDATABASE=bench
psql -X -q -v ON_ERROR_STOP=1 -v rows="$rows" -v rounds="$rounds" -v files="$work/files" \
    -f test/bench/bench.sql 2> >(progress)

# INSERT through a prepared statement; the code comes from a look-up before it
for round in $(seq 0 "$rounds"); do
    [ ! -t 2 ] || printf '\rround %s of %s: INSERT' "$round" "$rounds" >&2
    for contender in 'uscc' 'bigint' 'text' 'text, regexp' 'text, SQL' 'text, PL/pgSQL'; do
        column=uscc
        [ "$contender" != bigint ] || column=bigint
        definition=$(psql -X -q -At -c "SELECT definition FROM contender WHERE name = '$contender'")
        psql -X -q -c "DROP TABLE IF EXISTS target" -c "CREATE TABLE target (v $definition)" 2>/dev/null
        printf '%s\n' "\\set n random(1, $(psql -X -q -At -c 'SELECT count(*) FROM drawn'))" \
            "SELECT $column AS v FROM drawn WHERE n = :n \\gset" 'INSERT INTO target VALUES (:v)' >"$work/insert.sql"
        seconds=$(pgbench -n -M prepared -t 10000 -f "$work/insert.sql" |
            sed -n 's/^latency average = \(.*\) ms/\1/p')
        psql -X -q -c "INSERT INTO run VALUES ('INSERT, prepared', '$contender', $round, 10000, $seconds / 1000 * 10000)"
    done
done
[ ! -t 2 ] || printf '\r\033[K' >&2

psql -X -q -v ON_ERROR_STOP=1 -v files="$work/files" -f test/bench/report.sql
cp "$work/files/bench.csv" "$work/files/size.csv" doc/bench/
/usr/bin/python3 test/bench/plot.py bench "$machine" "make bench: $rows rows, median and spread of $rounds rounds"
echo "doc/bench/bench.csv, doc/bench/size.csv, doc/bench/bench.svg"
