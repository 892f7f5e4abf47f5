-- Indexes of every kind on unified social credit codes.
SET enable_seqscan = off;
SET max_parallel_workers_per_gather = 0;
CREATE TABLE company AS
    SELECT uscc_make('9', '1', (110000 + i % 540000)::adcode, lpad(i::text, 8, '0')) AS code, i
    FROM generate_series(1, 20000) AS i;
ANALYZE company;

-- btree
ALTER TABLE company ADD PRIMARY KEY (code);
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE code = '91110001000000019R';
EXPLAIN (COSTS OFF) SELECT code FROM company ORDER BY code LIMIT 3;
EXPLAIN (COSTS OFF) SELECT count(*) FROM company WHERE code BETWEEN uscc_first('911101') AND uscc_last('911101');
SELECT count(*) FROM company WHERE code BETWEEN uscc_first('911101') AND uscc_last('911101');
SELECT count(*) FROM company WHERE code::text LIKE '911101%';
-- a text parameter uses the index, in a plan for any value too
SET plan_cache_mode = force_generic_plan;
PREPARE by_text(text) AS SELECT i FROM company WHERE code = $1;
EXPLAIN (COSTS OFF) EXECUTE by_text('91110001000000019R');
PREPARE by_varchar(varchar) AS SELECT i FROM company WHERE $1 = code;
EXPLAIN (COSTS OFF) EXECUTE by_varchar('91110001000000019R');
EXECUTE by_text('91110001000000019R');
EXECUTE by_text('91110001000000019');
PREPARE page(varchar) AS SELECT i FROM company WHERE code > $1 ORDER BY code LIMIT 2;
EXPLAIN (COSTS OFF) EXECUTE page('91110001000000019R');
EXECUTE page('91110001000000019R');
-- a list of codes does; sql/array.sql has lists of texts
SET enable_bitmapscan = off;
PREPARE list(text[]) AS SELECT i FROM company WHERE code = ANY ($1::uscc[]);
EXPLAIN (COSTS OFF) EXECUTE list('{91110001000000019R,911100020000000273}');
EXECUTE list('{91110001000000019R,911100020000000273}');
RESET enable_bitmapscan;
RESET plan_cache_mode;
INSERT INTO company SELECT code, 0 FROM company WHERE i = 1;
INSERT INTO company SELECT code, 0 FROM company WHERE i = 1 ON CONFLICT (code) DO UPDATE SET i = 0 RETURNING i;

-- expressions
CREATE INDEX company_region ON company (uscc_region(code));
CREATE INDEX company_department ON company (uscc_department(code), uscc_region(code));
ANALYZE company;
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE uscc_region(code) = '110005';
SELECT i FROM company WHERE uscc_region(code) = '110005';
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE uscc_department(code) = '9' AND uscc_region(code) = '110006';
DROP INDEX company_region, company_department;

-- hash
ALTER TABLE company DROP CONSTRAINT company_pkey;
CREATE INDEX company_code ON company USING hash (code);
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE code = '91110001000000019R';
SELECT count(*) FROM company a JOIN LATERAL (SELECT b.i FROM company b WHERE b.code = a.code) AS b ON b.i = a.i WHERE a.i <= 100;
DROP INDEX company_code;

-- BRIN: minmax, minmax_multi, bloom
CREATE INDEX company_code ON company USING brin (code) WITH (pages_per_range = 4);
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE code < '91110005000000057H';
SELECT count(*) FROM company WHERE code <= (SELECT code FROM company WHERE i = 1000);
DROP INDEX company_code;
CREATE INDEX company_code ON company USING brin (code uscc_minmax_multi_ops) WITH (pages_per_range = 4);
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE code > '91110005000000057H';
SELECT count(*) FROM company WHERE code <= (SELECT code FROM company WHERE i = 1000);
DROP INDEX company_code;
CREATE INDEX company_code ON company USING brin (code uscc_bloom_ops) WITH (pages_per_range = 4);
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE code = '91110001000000019R';
SELECT i FROM company WHERE code = (SELECT code FROM company WHERE i = 1000);
DROP INDEX company_code;

-- of a domain: the operators are those of the type, so the index must name the type
CREATE DOMAIN enterprise AS uscc CHECK (VALUE ^@ '91');
CREATE TABLE supplier AS SELECT code::enterprise, i FROM company;
CREATE INDEX supplier_code ON supplier USING brin ((code::uscc)) WITH (pages_per_range = 4);
INSERT INTO supplier SELECT code, 0 FROM company WHERE i <= 10;
ANALYZE supplier;
EXPLAIN (COSTS OFF) SELECT i FROM supplier WHERE code < '91110005000000057H';
SELECT count(*) FROM supplier WHERE code <= (SELECT code FROM company WHERE i = 1000);
DROP TABLE supplier;
DROP DOMAIN enterprise;

-- joins
RESET enable_seqscan;
CREATE TABLE invoice AS SELECT code, code::text AS seller FROM company WHERE i % 100 = 0;
ANALYZE invoice;
SET enable_nestloop = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM company JOIN invoice USING (code);
SELECT count(*) FROM company JOIN invoice USING (code);
SET enable_hashjoin = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM company JOIN invoice USING (code);
SELECT count(*) FROM company JOIN invoice USING (code);
RESET enable_hashjoin;
EXPLAIN (COSTS OFF) SELECT count(*) FROM company JOIN invoice ON company.code = invoice.seller;
SELECT count(*) FROM company JOIN invoice ON company.code = invoice.seller;
RESET enable_nestloop;

-- partitions
CREATE TABLE by_hash (code uscc, i int) PARTITION BY HASH (code);
CREATE TABLE by_hash_0 PARTITION OF by_hash FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE by_hash_1 PARTITION OF by_hash FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO by_hash SELECT * FROM company;
SELECT tableoid::regclass, count(*) FROM by_hash GROUP BY 1 ORDER BY 1;
EXPLAIN (COSTS OFF) SELECT * FROM by_hash WHERE code = '91350100M000100Y43';
DROP TABLE by_hash, invoice, company;
