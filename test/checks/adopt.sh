#!/bin/bash
# uscc_adopt on a busy table: 1,000,000 rows (ROWS) of which 2 % are not codes,
# pgbench updating and inserting all the while, the procedure's session killed
# once in the middle, then a second call.  No row is lost, no reject missing; the
# longest locks are printed.  Run by test/targets/test.sh.
set -eu

rows=${ROWS:-1000000}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

check() {
    if [ "$2" = "$3" ]; then
        echo "ok - $1"
    else
        printf 'not ok - %s\n# expected: %s\n# got: %s\n' "$1" "$2" "$3"
    fi
}

ask() {
    psql -X -q -At -d uscc_adopt -c "$1"
}

createdb uscc_adopt
psql -X -q -d uscc_adopt >/dev/null <<SQL
CREATE EXTENSION uscc;
SELECT setseed(0.32100);
CREATE FUNCTION dirty(i bigint) RETURNS text LANGUAGE sql VOLATILE
    RETURN CASE WHEN i % 50 = 0
                THEN (ARRAY['无', '9135O100M000100Y43', '11010519491231002X', '91350100M000100Y4', ''])[1 + i / 50 % 5]
                WHEN i % 10 = 3 THEN lower(uscc_random()::text)
                WHEN i % 10 = 4 THEN '　' || uscc_random()::text
                ELSE uscc_random()::text END;
CREATE TABLE customer (id bigint PRIMARY KEY, code varchar(40), changes int NOT NULL DEFAULT 0);
INSERT INTO customer SELECT i, dirty(i) FROM generate_series(1, $rows) AS i;
CREATE TABLE journal (id bigint, code text);
CREATE SEQUENCE next_id START 100000001;
VACUUM ANALYZE customer;
SQL

# Each transaction touches several rows in random order, which would deadlock
# with sessions that wait for rows while holding others.
cat >"$out/shop.sql" <<SQL
\set a random(1, $rows)
\set b random(1, $rows)
\set c random(1, $rows)
BEGIN;
UPDATE customer SET changes = changes + 1 WHERE id = :a;
UPDATE customer SET code = dirty(:b) WHERE id = :b;
WITH new AS (INSERT INTO customer SELECT n, dirty(n) FROM nextval('next_id') AS n RETURNING id, code)
INSERT INTO journal SELECT * FROM new;
UPDATE customer SET changes = changes + 1 WHERE id = :c;
COMMIT;
SQL
pgbench -n -M prepared -c 4 -j 2 -T 600 -f "$out/shop.sql" uscc_adopt >"$out/shop" 2>&1 &
shop=$!

psql -X -q -d uscc_adopt -c "CALL uscc_adopt('customer', 'code')" >"$out/first" 2>&1 &
first=$!
# in the middle: it goes through the table from the front, and is at a fourth when it
# has passed three rows there, which the shop will hardly have changed all
quarter=$((rows / 4 - rows / 4 % 50))
for _ in $(seq 3000); do
    [ "$(ask "SELECT bool_and(code_uscc IS NOT NULL) FROM customer
        WHERE id IN ($quarter + 1, $quarter + 11, $quarter + 21)" 2>/dev/null)" = t ] && break
    sleep 0.02
done
ask "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CALL uscc_adopt%'" >/dev/null
wait $first || true
check "the first call was killed" 1 "$(grep -c 'terminating connection' "$out/first")"
check "some rows were done, not all" t "$(ask "SELECT count(code_uscc) BETWEEN 1 AND $rows * 0.97 FROM customer")"

psql -X -q -d uscc_adopt -c "CALL uscc_adopt('customer', 'code')" >"$out/second" 2>&1 || true
kill $shop
wait $shop 2>/dev/null || true
sed 's/^/# /' "$out/second"
check "the second call goes on" 1 "$(grep -c 'going on with column' "$out/second")"
check "no transaction of the shop failed" "" "$(grep -E 'ERROR|aborted' "$out/shop" || true)"
echo "# $(ask "SELECT count(*) FROM journal") transactions of the shop meanwhile"
check "the shop was at work" t "$(ask "SELECT count(*) > 100 FROM journal")"

# what was written after the procedure's last look is in step by the trigger
check "every row has its code, or none if it is none" 0 \
    "$(ask "SELECT count(*) FROM customer WHERE code_uscc IS DISTINCT FROM uscc_clean(code)")"
check "no row is lost" t "$(ask "SELECT (SELECT count(*) FROM customer) = $rows + (SELECT count(*) FROM journal)")"
check "no row that was written meanwhile is another" 0 \
    "$(ask "SELECT count(*) FROM journal LEFT JOIN customer USING (id) WHERE journal.code IS DISTINCT FROM customer.code")"

# the shop is closed: rejects are complete, the swap is refused and then done
psql -X -q -d uscc_adopt -c "CALL uscc_adopt('customer', 'code', swap => true)" >"$out/third" 2>&1
check "not swapped while there are rejects" 1 "$(grep -c 'not swapped' "$out/third")"
check "rejects are complete" "" \
    "$(ask "SELECT value, count FROM (SELECT code, count(*) FROM customer WHERE code IS NOT NULL AND uscc_clean(code) IS NULL GROUP BY 1) AS c
            FULL JOIN customer_code_rejects AS r ON r.value = code AND r.rows = count WHERE code IS NULL OR value IS NULL")"
check "and say what they are" "character||91350100M000100Y43 check_character|citizen_id| empty|empty| length|placeholder| length|truncated|91350100M000100Y43" \
    "$(ask "SELECT problem, kind, suggestion FROM customer_code_rejects ORDER BY 1, 2" | tr '\n' ' ' | sed 's/ $//')"
ask "DELETE FROM customer WHERE code_uscc IS NULL"
ask "CREATE TABLE expected AS SELECT id, code_uscc FROM customer"
psql -X -q -d uscc_adopt -c "CALL uscc_adopt('customer', 'code', swap => true)" >"$out/fourth" 2>&1
sed 's/^/# /' "$out/fourth"
check "swapped: the column is of type uscc, with every code" t \
    "$(ask "SELECT pg_typeof(min(code)) = 'uscc'::regtype AND count(*) = (SELECT count(*) FROM expected) FROM expected JOIN customer USING (id) WHERE code = code_uscc")"
dropdb uscc_adopt
