#!/bin/bash
# uscc_adopt on a busy table that has everything at once: a primary key, foreign keys
# in both directions with cascade, an audit trigger, a view, grants on the column, a
# default, a comment, a publication for all tables, partitions by another column, a
# generated column; 100,000 rows (ROWS) of which 2 % are not valid.  pgbench writes
# through every stage, as the plan is followed.  No statement fails, no write is lost,
# and the longest that a statement waited is printed.  Run by test/targets/test.sh.
set -eu

rows=${ROWS:-100000}
out=$(mktemp -d)
shop=
trap 'kill $shop 2>/dev/null || true; rm -rf "$out"' EXIT

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
CREATE ROLE uscc_shop;
CREATE ROLE uscc_clerk;
GRANT CREATE ON SCHEMA public TO uscc_shop;
SET ROLE uscc_shop;
-- the n-th code, so that none occurs twice; in several spellings; one in 50 is not valid
CREATE FUNCTION numbered(n bigint) RETURNS uscc LANGUAGE sql IMMUTABLE
    RETURN uscc_make('9', '1', (110000 + n % 1000)::int::adcode, lpad(n::text, 8, '0'));
CREATE FUNCTION spelled(code uscc, i bigint) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN CASE i % 10 WHEN 3 THEN lower(code::text) WHEN 4 THEN ' ' || code::text ELSE code::text END;
CREATE FUNCTION wrong(i bigint) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN (ARRAY['无', '9135O100M000100Y43', '11010519491231002X', '91350100M000100Y4', ''])[1 + i % 5] || CASE WHEN i >= 5 THEN ' ' || i ELSE '' END;
CREATE TABLE holding (code varchar(40) PRIMARY KEY, name text);
CREATE TABLE customer (
    id bigint NOT NULL, year int NOT NULL, code varchar(40) NOT NULL DEFAULT '91350100M000100Y43',
    holding varchar(40) REFERENCES holding ON UPDATE CASCADE, changes int NOT NULL DEFAULT 0,
    initial text GENERATED ALWAYS AS (left(code, 1)) STORED,
    PRIMARY KEY (year, code)
) PARTITION BY LIST (year);
CREATE TABLE customer_2025 PARTITION OF customer FOR VALUES IN (2025);
CREATE TABLE customer_2026 PARTITION OF customer FOR VALUES IN (2026);
CREATE INDEX customer_id ON customer (id);
CREATE INDEX customer_code ON customer (code);
CREATE TABLE invoice (id bigint PRIMARY KEY, year int, customer varchar(40),
    CONSTRAINT invoice_customer_fkey FOREIGN KEY (year, customer) REFERENCES customer (year, code) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE INDEX invoice_customer ON invoice (year, customer);
CREATE TABLE audit_log (at timestamptz DEFAULT clock_timestamp(), id bigint, old text, new text);
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN INSERT INTO audit_log (id, old, new) VALUES (NEW.id, OLD.code, NEW.code); RETURN NEW; END';
CREATE TRIGGER audit AFTER UPDATE OF code ON customer FOR EACH ROW EXECUTE FUNCTION audit();
CREATE VIEW customers AS SELECT id, year, code, changes FROM customer;
COMMENT ON COLUMN customer.code IS 'unified social credit code';
GRANT SELECT (id, year, code, changes), UPDATE (code, changes) ON customer TO uscc_clerk;
INSERT INTO holding SELECT numbered(90000000 + i), 'h' || i FROM generate_series(1, 100) AS i;
INSERT INTO customer SELECT i, 2025 + i % 2, CASE WHEN i % 50 = 0 THEN wrong(i / 50) ELSE spelled(numbered(i), i) END, h.codes[1 + i % 100]
FROM generate_series(1, $rows) AS i, (SELECT array_agg(code) AS codes FROM holding) AS h;
INSERT INTO invoice SELECT id, year, code FROM customer WHERE id % 2 = 0;
-- what was written last: the code that each customer has
CREATE TABLE journal (id bigint PRIMARY KEY, code text);
INSERT INTO journal SELECT id, code FROM customer;
CREATE SEQUENCE next_id START 10000001;
ANALYZE holding, customer, invoice, journal;
RESET ROLE;
CREATE PUBLICATION everything FOR ALL TABLES;
SQL

# Writers give valid codes in any spelling that the type takes, as text; a customer gets
# another code, which cascades to its invoices; a new one gets an invoice in the
# same transaction; the view and a clerk with grants on columns write, too.
cat >"$out/shop.sql" <<SQL
\set a random(1, $rows)
\set b random(1, $rows)
\set c random(1, $rows)
\set n random(0, 9)
BEGIN;
UPDATE customer SET changes = changes + 1 WHERE id = :a;
WITH new AS (SELECT CASE WHEN :n < 5 THEN lower(code::text) ELSE ' ' || code::text END AS code FROM numbered(nextval('next_id')) AS code),
    kept AS (INSERT INTO journal SELECT :b, code FROM new ON CONFLICT (id) DO UPDATE SET code = excluded.code RETURNING code)
SELECT code FROM kept \gset
UPDATE customer SET code = :'code' WHERE id = :b;
SELECT n AS id, lower(numbered(n)::text) AS code FROM nextval('next_id') AS n \gset
INSERT INTO journal VALUES (:id, :'code');
INSERT INTO customer (id, year, code) VALUES (:id, 2025 + :id % 2, :'code') ON CONFLICT (year, code) DO NOTHING;
INSERT INTO invoice VALUES (:id, 2025 + :id % 2, :'code');
SET LOCAL ROLE uscc_clerk;
UPDATE customer SET changes = changes + 1 WHERE id = :c AND code IS NOT NULL;
RESET ROLE;
UPDATE customers SET changes = changes + 1 WHERE id = :c;
COMMIT;
SQL
sed -i "s/:'code'/':code'/g" "$out/shop.sql"
check "every wrong value is counted before anything is changed" $((rows / 50)) \
    "$(ask "SELECT substring(note FROM 'not valid: ([0-9]+)\.') FROM uscc_adopt_plan('customer', 'code') WHERE stage = 'rejects' AND note LIKE 'rows of public.customer.code %'")"
PGOPTIONS='-c deadlock_timeout=1s' pgbench -n -c 4 -j 2 -T 3600 --log --log-prefix="$out/log" -f "$out/shop.sql" uscc_adopt >"$out/shop" 2>&1 &
shop=$!

# The loop of the manual, as the table's owner.
round() {
    printf '%s\n' 'SET ROLE uscc_shop;' "SELECT command FROM uscc_adopt_plan('$1', '$2') WHERE stage <> 'cleanup' \gexec" |
        psql -X -q -At -d uscc_adopt >>"$out/adopt" 2>&1
}
left() {
    psql -X -q -At -d uscc_adopt -c "SET ROLE uscc_shop" -c "SELECT count(*) FROM uscc_adopt_plan('$1', '$2') WHERE stage <> 'cleanup'"
}

round customer code
check "wrong values hold the swap up" t "$(ask "SELECT bool_and(command IS NULL) AND count(*) > 0 FROM uscc_adopt_plan('customer', 'code') WHERE stage = 'rejects'")"
# corrected while all work on, each in a transaction of its own, the journal first as
# the writers do; an update of a customer cascades to its invoices
ask "DO \$\$
DECLARE
    wrong bigint;
    new text;
BEGIN
    FOR wrong IN SELECT id FROM customer WHERE code_uscc IS NULL ORDER BY id LOOP
        new := numbered(nextval('next_id'));
        INSERT INTO journal VALUES (wrong, new) ON CONFLICT (id) DO UPDATE SET code = excluded.code;
        UPDATE customer SET code = new WHERE id = wrong;
        COMMIT;
    END LOOP;
END \$\$"
for _ in 1 2 3 4 5 6; do
    [ "$(left customer code)" = 0 ] && break
    round customer code
done
check "the plan comes to its end" 0 "$(left customer code)"
for _ in 1 2 3 4 5 6; do
    round customer holding
    [ "$(left customer holding)" = 0 ] && break
done
check "and that of the other foreign key" 0 "$(left customer holding)"
sleep 2
kill $shop
wait $shop 2>/dev/null || true
grep -E 'NOTICE|ERROR' "$out/adopt" | sed 's/^/# /' || true
check "no statement of the shop failed" "" "$(grep -E 'ERROR|aborted' "$out/shop" | sort | uniq -c || true)"
check "the shop was at work" t "$(ask "SELECT count(*) > 100 FROM journal WHERE id > 10000000")"
echo "# $(cat "$out"/log* | wc -l) transactions meanwhile; the longest took $(cat "$out"/log* | sort -n -k3 | tail -1 | awk '{ printf "%.3f", $3 / 1e6 }') s"

check "the columns are of type uscc" "uscc uscc uscc uscc" "$(ask "SELECT string_agg(atttypid::regtype::text, ' ') FROM pg_attribute
    WHERE (attrelid, attname) IN (('customer'::regclass, 'code'), ('invoice'::regclass, 'customer'), ('customer'::regclass, 'holding'), ('holding'::regclass, 'code'))")"
check "no write is lost: each customer has the code that was written last" 0 \
    "$(ask "SELECT count(*) FROM journal FULL JOIN customer USING (id) WHERE uscc_clean(journal.code) = customer.code IS NOT TRUE")"
check "the texts agree with the codes" 0 "$(ask "SELECT count(*) FROM customer WHERE uscc_clean(code_text) = code IS NOT TRUE")"
check "each invoice has its customer" 0 "$(ask "SELECT count(*) FROM invoice LEFT JOIN customer ON customer.year = invoice.year AND customer.code = invoice.customer WHERE customer.id IS DISTINCT FROM invoice.id")"
check "no row is lost" t "$(ask "SELECT count(*) = $rows + (SELECT count(*) FROM journal WHERE id > 10000000) FROM customer")"
check "comment, default and privileges are those of before" "unified social credit code|t|t" "$(ask "SELECT col_description('customer'::regclass, attnum), atthasdef,
    has_column_privilege('uscc_clerk', 'customer', 'code', 'UPDATE') FROM pg_attribute WHERE attrelid = 'customer'::regclass AND attname = 'code'")"
check "the keys have their names" "customer_2025_pkey customer_2026_pkey customer_code customer_id customer_pkey holding_pkey invoice_customer invoice_pkey" \
    "$(ask "SELECT string_agg(relname, ' ' ORDER BY relname COLLATE \"C\") FROM pg_class WHERE relname IN ('customer_pkey', 'customer_code', 'customer_id', 'invoice_pkey', 'invoice_customer', 'holding_pkey', 'customer_2025_pkey', 'customer_2026_pkey')")"
psql -X -q -d uscc_adopt -c "DROP PUBLICATION everything" -c "DROP OWNED BY uscc_shop, uscc_clerk CASCADE" >/dev/null 2>&1
dropdb uscc_adopt
psql -X -q -c "DROP ROLE uscc_shop, uscc_clerk"
