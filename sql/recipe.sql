-- The recipes of doc/recipes.md, with their plans.
CREATE TABLE company (code uscc PRIMARY KEY, name text NOT NULL);
INSERT INTO company
    SELECT uscc_make((ARRAY['9', '9', '9', '9', '9', '9', '9', '9', '5', '1'])[1 + i % 10],
                (ARRAY['1', '1', '2', '3'])[1 + i / 10 % 4],
                ((ARRAY[11, 31, 32, 33, 35, 37, 44, 51])[1 + i / 40 % 8] * 10000 + i / 320 % 10 * 100 + i / 3200 % 7)::adcode,
                lpad((i * 7919 % 100000000)::text, 8, '0')),
           'company ' || i
    FROM generate_series(1, 20000) AS i;
SET max_parallel_workers_per_gather = 0;

-- By department, by region, by both
CREATE INDEX company_region ON company (uscc_region(code), uscc_department(code));
CREATE INDEX company_department ON company (uscc_department(code), uscc_region(code));
VACUUM ANALYZE company;
EXPLAIN (COSTS OFF) SELECT name FROM company WHERE uscc_department(code) = '5' AND code <@ '3501';
EXPLAIN (COSTS OFF) SELECT name FROM company WHERE code <@ '350102';
SELECT count(*) FROM company WHERE uscc_department(code) = '5';
SELECT count(*) FROM company WHERE code <@ '35';
SELECT count(*) FROM company WHERE code <@ '3501';
SELECT count(*) FROM company WHERE code <@ '350102';
SELECT count(*) FROM company WHERE code <@ '35' AND uscc_department(code) = '5';
EXPLAIN (COSTS OFF) SELECT name FROM company WHERE code ^@ '5335';
SELECT count(*) FROM company WHERE code ^@ '5335';

-- A report by province
SELECT adcode_province(uscc_region(code)) AS province, adcode_name(adcode_province(uscc_region(code))) AS name, count(*)
FROM company GROUP BY ROLLUP (adcode_province(uscc_region(code))) ORDER BY 1;
SELECT d.name_zh, uscc_department_name(min(c.code)) AS department, count(*)
FROM company c JOIN adcode_divisions d ON d.code = adcode_province(uscc_region(c.code))
GROUP BY d.code, d.name_zh, uscc_department(c.code) ORDER BY d.code, uscc_department(c.code) LIMIT 3;

-- By the divisions of today: a materialized view, to be refreshed with each new version
CREATE MATERIALIZED VIEW region_today AS
    SELECT DISTINCT code, today FROM adcode_divisions, adcode_successors(code) AS today;
CREATE UNIQUE INDEX ON region_today (code, today);
CREATE INDEX ON region_today (today);
ANALYZE region_today;
DO $$ BEGIN CREATE INDEX ON company (adcode_name(uscc_region(code))); EXCEPTION WHEN invalid_object_definition THEN RAISE NOTICE '%', SQLERRM; END $$;
EXPLAIN (COSTS OFF) SELECT code FROM company WHERE uscc_region(code) = ANY ('{110101,110103}');
SELECT uscc_region(code) AS region, count(*) FROM company
WHERE uscc_region(code) = ANY (ARRAY(SELECT code FROM region_today WHERE today <@ '110101')) GROUP BY 1 ORDER BY 1;
SELECT coalesce(t.today, uscc_region(c.code)) AS division, count(*)
FROM company c LEFT JOIN region_today t ON t.code = uscc_region(c.code)
WHERE c.code <@ '1101' GROUP BY 1 ORDER BY 1;
DROP MATERIALIZED VIEW region_today;

-- Partial and covering indexes
CREATE INDEX company_foundation ON company (uscc_region(code)) INCLUDE (code, name) WHERE code ^@ '53';
VACUUM ANALYZE company;
EXPLAIN (COSTS OFF) SELECT code, name FROM company WHERE code ^@ '53' AND code <@ '35';
SELECT count(*) FROM company WHERE code ^@ '53' AND code <@ '35';
DROP INDEX company_foundation, company_region, company_department;

-- Statistics that know how departments and regions go together, without an index
CREATE STATISTICS company_fields ON (uscc_department(code)), (uscc_region(code)) FROM company;
ANALYZE company;
SELECT statistics_name, cardinality(exprs) AS expressions FROM pg_stats_ext WHERE statistics_name = 'company_fields';

-- A generated column
ALTER TABLE company ADD COLUMN region adcode GENERATED ALWAYS AS (uscc_region(code)) STORED;
CREATE INDEX company_region ON company (region);
ANALYZE company;
EXPLAIN (COSTS OFF) SELECT name FROM company WHERE region <@ '350102';
SELECT count(*) FROM company WHERE region <@ '350102';

-- Enterprises only: a constraint, or a domain
CREATE TABLE enterprise (code uscc PRIMARY KEY CHECK (code ^@ '91'));
INSERT INTO enterprise VALUES ('91350100M000100Y43');
INSERT INTO enterprise VALUES ('12100000400000624D');
CREATE DOMAIN enterprise_code AS uscc CHECK (VALUE ^@ '91');
CREATE TABLE supplier (code enterprise_code PRIMARY KEY);
INSERT INTO supplier VALUES ('91350100M000100Y43');
INSERT INTO supplier VALUES ('12100000400000624D');
SELECT code, uscc_region(code) FROM supplier WHERE code ^@ '9135' AND code = '91350100M000100Y43';
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT * FROM supplier WHERE code ^@ '9135';
RESET enable_seqscan;

-- A foreign key
CREATE TABLE contract (id int PRIMARY KEY, buyer uscc NOT NULL REFERENCES enterprise);
INSERT INTO contract VALUES (1, '91350100M000100Y43');
INSERT INTO contract VALUES (2, '914403001922038216');
DROP TABLE contract, enterprise, supplier;
DROP DOMAIN enterprise_code;

-- Partitions: a list of departments
CREATE TABLE by_department (code uscc NOT NULL, name text) PARTITION BY LIST (uscc_department(code));
CREATE TABLE by_department_1 PARTITION OF by_department FOR VALUES IN ('1');
CREATE TABLE by_department_9 PARTITION OF by_department FOR VALUES IN ('9');
CREATE TABLE by_department_other PARTITION OF by_department DEFAULT;
INSERT INTO by_department SELECT code, name FROM company;
SELECT tableoid::regclass, count(*) FROM by_department GROUP BY 1 ORDER BY 1;
EXPLAIN (COSTS OFF) SELECT * FROM by_department WHERE uscc_department(code) = '1';
-- ranges by prefix: the bounds are first codes
CREATE TABLE by_prefix (code uscc PRIMARY KEY, name text) PARTITION BY RANGE (code);
CREATE TABLE by_prefix_1 PARTITION OF by_prefix FOR VALUES FROM (MINVALUE) TO (uscc_first('9'));
CREATE TABLE by_prefix_91 PARTITION OF by_prefix FOR VALUES FROM (uscc_first('9')) TO (uscc_first('92'));
CREATE TABLE by_prefix_92 PARTITION OF by_prefix FOR VALUES FROM (uscc_first('92')) TO (MAXVALUE);
INSERT INTO by_prefix SELECT code, name FROM company;
SELECT tableoid::regclass, count(*), min(code), max(code) FROM by_prefix GROUP BY 1 ORDER BY 1;
-- the planner prunes by comparison, and by a prefix
EXPLAIN (COSTS OFF) SELECT * FROM by_prefix WHERE code BETWEEN uscc_first('92') AND uscc_last('92');
EXPLAIN (COSTS OFF) SELECT count(*) FROM by_prefix WHERE code ^@ '9235010' AND code >= uscc_first('92');
SELECT count(*) FROM by_prefix WHERE code ^@ '92';
-- hashes
CREATE TABLE by_hash (code uscc PRIMARY KEY, name text) PARTITION BY HASH (code);
CREATE TABLE by_hash_0 PARTITION OF by_hash FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE by_hash_1 PARTITION OF by_hash FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO by_hash SELECT code, name FROM company;
SELECT tableoid::regclass, count(*) FROM by_hash GROUP BY 1 ORDER BY 1;
EXPLAIN (COSTS OFF) SELECT * FROM by_hash WHERE code = '91350100M000100Y43';
DROP TABLE company, by_department, by_prefix, by_hash;
