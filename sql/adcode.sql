-- Administrative division codes (GB/T 2260): 2, 4 or 6 digits in, 6 out.
SELECT '35'::adcode, '3501'::adcode, '350102'::adcode, ' 350102 '::adcode;
-- any six digits: real codes carry divisions that no table has
SELECT '000000'::adcode, '056001'::adcode, '999999'::adcode;
SELECT NULL::adcode;
SELECT ''::adcode;
SELECT '3'::adcode;
SELECT '35x'::adcode;
SELECT ' 35x '::adcode;
SELECT '3501021'::adcode;
SELECT '-35010'::adcode;
SELECT '福建省'::adcode;
SELECT '３５'::adcode;

-- Order, aggregates, text.
SELECT code FROM (VALUES ('350102'::adcode), ('35'), ('3501'), ('110000'), (NULL), ('999999')) AS v (code) ORDER BY code;
SELECT min(code), max(code) FROM (VALUES ('350102'::adcode), ('35'), ('3501')) AS v (code);
SELECT '35'::adcode = '350000'::text AS eq, '3501'::text = '350100'::adcode AS text_eq,
       '35'::adcode <> '36'::varchar AS ne, '35'::adcode < '3501' AS lt, '35'::adcode >= '350000' AS ge;
\set SHOW_CONTEXT never
SELECT '35'::adcode = '35x'::text;
SELECT adcode_cmp('35', '36'), adcode_hash('350000'), adcode_hash_extended('350000', 1);

-- The number of six digits. Shorter ones are refused: 35 might be meant.
SELECT 350102::adcode, '350102'::adcode::int, '056001'::adcode::int, 56001::adcode;
SELECT 35::adcode;
SELECT 3501::adcode;
SELECT 0::adcode;
SELECT (-350102)::adcode;
SELECT 1000000::adcode;
-- of any width; without casts of their own, these would be cast by their text
SELECT 350102::bigint::adcode, '350102'::adcode::bigint, 350102::numeric::adcode, 350102.00::adcode, 11000::smallint::adcode;
SELECT 35::bigint::adcode;
SELECT 35::smallint::adcode;
SELECT 35.0::adcode;
SELECT 350102::float8::adcode, 350102::real::adcode, 350102::float8 = '350102'::adcode::int8 AS same;
SELECT 35::float8::adcode;
SELECT 3501::real::adcode;
SELECT 350102.4::adcode;
SELECT 350102.4::float8::adcode;
SELECT 'NaN'::numeric::adcode;
SELECT 9223372036854775807::adcode;
SELECT 1e30::adcode;
CREATE TABLE number (small smallint, big bigint, exact numeric(6));
INSERT INTO number VALUES (11000, 350102, 350102);
CREATE TABLE numbered (code adcode);
INSERT INTO numbered SELECT big FROM number UNION ALL SELECT exact FROM number UNION ALL SELECT small FROM number;
INSERT INTO number (big) SELECT code FROM numbered;
ALTER TABLE number ALTER big TYPE adcode USING big::adcode;
SELECT big FROM number ORDER BY 1;
DROP TABLE number, numbered;
\set VERBOSITY terse
SELECT '350102'::adcode + 1;
\set VERBOSITY default

-- Indexes
SET enable_seqscan = off;
CREATE TABLE division AS SELECT i::adcode AS code FROM generate_series(110000, 130000) AS i;
CREATE UNIQUE INDEX division_code ON division (code);
ANALYZE division;
EXPLAIN (COSTS OFF) SELECT * FROM division WHERE code = '110105'::text;
EXPLAIN (COSTS OFF) SELECT * FROM division WHERE code BETWEEN '120000' AND '120010';
SELECT count(*) FROM division WHERE code BETWEEN '120000' AND '120010';
DROP INDEX division_code;
CREATE INDEX division_code ON division USING hash (code);
SELECT * FROM division WHERE code = '110105';
DROP INDEX division_code;
CREATE INDEX division_code ON division USING brin (code) WITH (pages_per_range = 4);
SELECT count(*) FROM division WHERE code BETWEEN '120000' AND '120010';
DROP INDEX division_code;
CREATE INDEX division_code ON division USING brin (code adcode_minmax_multi_ops) WITH (pages_per_range = 4);
SELECT count(*) FROM division WHERE code BETWEEN '120000' AND '120010';
DROP INDEX division_code;
CREATE INDEX division_code ON division USING brin (code adcode_bloom_ops) WITH (pages_per_range = 4);
SELECT * FROM division WHERE code = '110105';
DROP TABLE division;
