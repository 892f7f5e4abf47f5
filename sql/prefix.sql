-- Codes that begin with a text: 0 to 18 characters, case folded.
SELECT prefix, '91350100M000100Y43'::uscc ^@ prefix AS starts
FROM (VALUES (''), ('9'), ('91'), ('92'), ('91350100m000'), ('91350100M000100Y4'), ('91350100M000100Y43'),
             ('91350100M000100Y44'), ('91350100M000100Y430'), ('O'), ('91-'), (' 91'), ('９１'), (NULL)) AS v (prefix);
SELECT NULL::uscc ^@ '91';

-- PL/pgSQL evaluates one expression for other values of its variables.
CREATE FUNCTION matches(prefixes text[]) RETURNS SETOF bool LANGUAGE plpgsql AS $$
DECLARE
    prefix text;
BEGIN
    FOREACH prefix IN ARRAY prefixes LOOP
        RETURN NEXT '91350100M000100Y43'::uscc ^@ prefix;
        RETURN NEXT '11010519491231002X'::citizen_id ^@ prefix;
    END LOOP;
END $$;
SELECT array_agg(matches) FROM matches(ARRAY['91', '92', '11', '91', '9', '91350100M000100Y430', '']);
DROP FUNCTION matches;

-- By brute force: every prefix of some codes, against the text.
CREATE TABLE company AS
    SELECT uscc_make((ARRAY['9', '9', '9', '5', '1'])[1 + i % 5], (ARRAY['1', '2', '3'])[1 + i % 3],
                ((ARRAY[11, 31, 35, 44, 99])[1 + i / 7 % 5] * 10000 + i % 4 * 100 + i % 3)::adcode,
                CASE i % 4 WHEN 0 THEN 'MA' || lpad(upper(to_hex(i)), 6, '0') ELSE lpad((i * 7919 % 100000000)::text, 8, '0') END) AS code, i
    FROM generate_series(1, 20000) AS i;
SELECT count(*) AS pairs, count(*) FILTER (WHERE (a.code ^@ p.prefix) <> starts_with(a.code::text, p.prefix)) AS wrong
FROM (SELECT code FROM company WHERE i % 100 = 1) AS a,
     (SELECT DISTINCT left(code::text, n) AS prefix FROM company, generate_series(0, 18) AS n WHERE i % 500 = 1) AS p;

-- A btree serves a prefix as one range, exactly.
ALTER TABLE company ADD PRIMARY KEY (code);
CREATE INDEX company_region ON company (uscc_region(code));
VACUUM ANALYZE company;
SET max_parallel_workers_per_gather = 0;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ^@ '513501';
EXPLAIN (COSTS OFF) SELECT code FROM company WHERE code ^@ '513501' ORDER BY code DESC;
SELECT count(*), min(code), max(code) FROM company WHERE code ^@ '513501';
-- a whole code is a single value; what no code begins with is an empty range
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ^@ '91350100m000100y43';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ^@ '90';
SELECT * FROM company WHERE code ^@ '90';
SELECT count(*) FROM company WHERE code ^@ '';
SELECT count(*) FROM company WHERE code ^@ NULL;
SELECT count(*) FROM company WHERE NOT code ^@ '9';
-- a parameter, in a plan for any value, and a join
SET plan_cache_mode = force_generic_plan;
PREPARE by_prefix(text) AS SELECT count(*) FROM company WHERE code ^@ $1;
EXPLAIN (COSTS OFF) EXECUTE by_prefix('513501');
EXECUTE by_prefix('513501');
EXECUTE by_prefix('90');
EXECUTE by_prefix('');
EXECUTE by_prefix(NULL);
PREPARE by_division(adcode) AS SELECT count(*) FROM company WHERE code <@ $1;
EXPLAIN (COSTS OFF) EXECUTE by_division('3501');
EXECUTE by_division('3501');
EXECUTE by_division('35');
EXECUTE by_division(NULL);
RESET plan_cache_mode;
CREATE TABLE wanted (prefix text);
INSERT INTO wanted VALUES ('513501'), ('91350101'), ('90'), (NULL);
EXPLAIN (COSTS OFF) SELECT prefix, i FROM wanted, company WHERE code ^@ prefix;
SELECT prefix, count(*) FROM wanted, company WHERE code ^@ prefix GROUP BY prefix ORDER BY prefix;
-- the function of the operator is a range as well; a prefix that differs for each row
-- is none, nor is a column of prefixes
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE uscc_starts_with(code, '513501');
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ^@ uscc_department(code);
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE uscc_starts_with(code, uscc_department(code));
CREATE INDEX ON wanted (prefix);
SELECT prefix FROM wanted WHERE uscc_first('91350101') ^@ prefix;
RESET enable_bitmapscan;

-- A division is a range of an index on the region.
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code <@ '3501';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE uscc_region(code) <@ '350102';
CREATE INDEX company_covering ON company (uscc_region(code)) INCLUDE (code);
VACUUM company;
EXPLAIN (COSTS OFF) SELECT count(*) FROM company WHERE code <@ '3501';
DROP INDEX company_covering;
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE '3501' @> code;
SELECT count(*) FROM company WHERE code <@ '35';
SELECT count(*) FROM company WHERE uscc_region(code) <@ '3501';
SELECT count(*) FROM company WHERE substr(code::text, 3, 4) = '3501';

-- BRIN uses the range as well; hash, and BRIN with a Bloom filter, do not. Hash
-- knows a whole code.
SET enable_seqscan = off;
ALTER TABLE company DROP CONSTRAINT company_pkey;
CREATE INDEX company_code ON company USING brin (code) WITH (pages_per_range = 4);
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ^@ '513501';
SELECT count(*) FROM company WHERE code ^@ '513501';
DROP INDEX company_code;
CREATE INDEX company_code ON company USING brin (code uscc_minmax_multi_ops) WITH (pages_per_range = 4);
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ^@ '513501';
SELECT count(*) FROM company WHERE code ^@ '513501';
DROP INDEX company_code;
CREATE INDEX company_code ON company USING hash (code);
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ^@ '91350100M000100Y43';
SELECT count(*) FROM company WHERE code ^@ '513501';
DROP INDEX company_code;
CREATE INDEX company_code ON company USING brin (code uscc_bloom_ops) WITH (pages_per_range = 4);
SELECT count(*) FROM company WHERE code ^@ '513501';
RESET enable_seqscan;

-- Without statistics, or with a constant that decides by itself, nothing fails.
CREATE TABLE fresh (code uscc, region adcode);
EXPLAIN (COSTS OFF) SELECT * FROM fresh WHERE code ^@ '9' AND region <@ '35' AND code <@ '3501' AND NULL::text IS NULL;
INSERT INTO fresh VALUES (NULL, NULL), ('91350100M000100Y43', '350100');
ANALYZE fresh;
SELECT count(*) FROM fresh WHERE code ^@ '9' AND region <@ '35';
SELECT a.i FROM company a JOIN company b ON a.code ^@ left(b.code::text, 18) AND b.i = 5 WHERE a.i < 10;
DROP TABLE company, wanted, fresh;


-- The other types: first, last, and every prefix of every text against LIKE.
SELECT adcode_first(''), adcode_last(''), adcode_first('35'), adcode_last('3501'), adcode_last('350102'),
       adcode_last('3501021') IS NULL AS longer, adcode_first('35x') IS NULL AS other;
SELECT orgcode_first(''), orgcode_last(''), orgcode_first('4'), orgcode_last('4000006'), orgcode_first('ma'),
       orgcode_first('400000624'), orgcode_last('400000623') IS NULL AS wrong_check, orgcode_first('-') IS NULL AS other;
SELECT count(*) AS pairs, count(*) FILTER (WHERE a.code ^@ b.prefix <> (a.code::text LIKE b.prefix || '%')) AS wrong
FROM (SELECT orgcode_make(lpad(to_hex(i * 7919), 8, 'M')) AS code FROM generate_series(1, 300) AS i) AS a,
     (SELECT left(orgcode_make(lpad(to_hex(i * 7919), 8, 'M'))::text, n) AS prefix
      FROM generate_series(1, 300, 10) AS i, generate_series(0, 9) AS n) AS b;
SELECT count(*) AS pairs, count(*) FILTER (WHERE a.code ^@ b.prefix <> (a.code::text LIKE b.prefix || '%')) AS wrong
FROM (SELECT (i * 1999 % 1000000)::text::adcode AS code FROM generate_series(100, 400) AS i WHERE i * 1999 % 1000000 > 99999) AS a,
     (SELECT left((i * 1999 % 1000000)::text, n) AS prefix
      FROM generate_series(100, 400, 10) AS i, generate_series(0, 6) AS n) AS b;
CREATE TABLE other (region adcode, organization orgcode);
INSERT INTO other SELECT (100000 + i * 10)::adcode, orgcode_make(lpad(i::text, 8, '0')) FROM generate_series(1, 20000) AS i;
CREATE INDEX ON other (region);
CREATE INDEX ON other (organization);
ANALYZE other;
EXPLAIN (COSTS OFF) SELECT * FROM other WHERE region ^@ '1501';
EXPLAIN (COSTS OFF) SELECT * FROM other WHERE organization ^@ '000150';
SELECT count(*) FROM other WHERE region ^@ '1501';
SELECT count(*) FROM other WHERE organization ^@ '000150';
DROP TABLE other;
