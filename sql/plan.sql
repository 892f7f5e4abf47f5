-- What the planner makes of ^@, LIKE, ILIKE and <@: ranges of an index, and clauses
-- that can be used in more places.
SET max_parallel_workers_per_gather = 0;
SET jit = off;
SET enable_bitmapscan = off;
SET enable_seqscan = off;
CREATE TABLE company AS
    SELECT uscc_make((ARRAY['9', '9', '9', '5', '1'])[1 + i % 5], (ARRAY['1', '2', '3'])[1 + i % 3],
                ((ARRAY[11, 31, 35, 44, 99])[1 + i / 7 % 5] * 10000 + i % 4 * 100 + i % 3)::adcode,
                CASE i % 4 WHEN 0 THEN 'MA' || lpad(upper(to_hex(i)), 6, '0') ELSE lpad((i * 7919 % 100000000)::text, 8, '0') END) AS code, i
    FROM generate_series(1, 20000) AS i;
INSERT INTO company VALUES ('91350100M000100Y43', 0), (NULL, -1);
ALTER TABLE company ADD COLUMN orgcode orgcode, ADD COLUMN region adcode, ADD COLUMN person citizen_id;
UPDATE company SET orgcode = uscc_orgcode(code), region = uscc_region(code),
    person = citizen_id_first('110105' || to_char(date '1950-01-01' + i, 'YYYYMMDD'));
CREATE INDEX company_code ON company (code);
CREATE INDEX company_orgcode ON company (orgcode);
CREATE INDEX company_region ON company (region);
CREATE INDEX company_person ON company (person);
VACUUM ANALYZE company;

-- A pattern that is a prefix and % is the same as ^@; the rest of another is a filter.
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code LIKE '9135%';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ILIKE '91350100ma%';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code LIKE '913501%0_';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ILIKE '91350100ma%x%';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code LIKE '91350100M000100Y43';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code LIKE '91~3501%' ESCAPE '~';
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE orgcode LIKE 'MA0%' AND region LIKE '3501%' AND person ILIKE '110105195%x';
-- what no value can match is an empty range: letters are capital
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code LIKE '91350100ma%';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code LIKE '9135';
-- some languages fold I otherwise, so it ends a prefix of ILIKE
EXPLAIN (COSTS OFF) SELECT i FROM company WHERE orgcode ILIKE 'mai%';
-- without a prefix, no index serves
RESET enable_seqscan;
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code LIKE '%3501%';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code NOT LIKE '91%';

-- A parameter is a prefix where the planner knows it.
PREPARE by_pattern(text) AS SELECT count(*) FROM company WHERE code LIKE $1;
SET plan_cache_mode = force_custom_plan;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) EXECUTE by_pattern('9135%');
RESET enable_seqscan;
SET plan_cache_mode = force_generic_plan;
EXPLAIN (COSTS OFF) EXECUTE by_pattern('9135%');
RESET plan_cache_mode;

-- A partial index is found by either way of writing.
CREATE INDEX company_enterprise ON company (i) WHERE code LIKE '91%';
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code ^@ '91' AND i = 5;
EXPLAIN (COSTS OFF) SELECT * FROM company WHERE code LIKE '91%' AND i = 5;
DROP INDEX company_enterprise;

SET enable_seqscan = off;
-- By brute force, with index scans: the same rows as LIKE of the text.
CREATE TABLE few (LIKE company INCLUDING INDEXES);
INSERT INTO few SELECT * FROM company WHERE i % 10 = 0;
ANALYZE few;
CREATE FUNCTION found(type regtype, operator text, pattern text, OUT by_value text, OUT by_text text) LANGUAGE plpgsql AS $$
DECLARE
    col text := CASE type::text WHEN 'uscc' THEN 'code' WHEN 'adcode' THEN 'region' WHEN 'citizen_id' THEN 'person' ELSE 'orgcode' END;
    statement text := 'SELECT count(*) || '' '' || coalesce(sum(i), 0) FROM few WHERE ';
BEGIN
    EXECUTE statement || col || ' ' || operator || quote_literal(pattern) INTO by_value;
    EXECUTE statement || col || '::text ' || operator || quote_literal(pattern) INTO by_text;
END $$;
CREATE TABLE pattern AS
    SELECT DISTINCT type, CASE fold WHEN 0 THEN body ELSE lower(body) END AS pattern
    FROM (SELECT type, left(value, n) || rest AS body
          FROM (SELECT i, 'uscc'::regtype AS type, code::text AS value FROM company UNION ALL SELECT i, 'adcode', region::text FROM company
                UNION ALL SELECT i, 'orgcode', orgcode::text FROM company UNION ALL SELECT i, 'citizen_id', person::text FROM company) AS v,
               generate_series(0, length(value), 3) AS n, unnest(ARRAY['', '%', '%%', '_', '%0', '\%', '_%', 'i%', 'Z%']) AS rest
          WHERE i IN (0, 4000, 16000)) AS b, generate_series(0, 1) AS fold;
SELECT type, operator, count(*) > 50 AS many, count(*) FILTER (WHERE by_text NOT LIKE '0 %') > 10 AS some, count(*) FILTER (WHERE by_value <> by_text) AS wrong
FROM pattern, unnest('{~~,~~*,!~~,!~~*}'::text[]) AS operator, found(type, operator, pattern) GROUP BY 1, 2 ORDER BY type::text, operator COLLATE "C";
DROP FUNCTION found;
DROP TABLE pattern, few;
RESET enable_seqscan;

-- Comparisons take the place of a prefix in a table partitioned by ranges of the column,
-- and leave out partitions; a pattern that asks for more than a prefix stays as it is.
CREATE TABLE by_range (code uscc, i int, region adcode) PARTITION BY RANGE (code);
CREATE TABLE by_range_1 PARTITION OF by_range FOR VALUES FROM (MINVALUE) TO (uscc_first('9135'));
CREATE TABLE by_range_2 PARTITION OF by_range FOR VALUES FROM (uscc_first('9135')) TO (uscc_first('92'));
CREATE TABLE by_range_3 PARTITION OF by_range FOR VALUES FROM (uscc_first('92')) TO (MAXVALUE);
INSERT INTO by_range SELECT code, i, region FROM company WHERE i >= 0;
ANALYZE by_range;
EXPLAIN (COSTS OFF) SELECT * FROM by_range WHERE code ^@ '913501';
EXPLAIN (COSTS OFF) SELECT * FROM by_range WHERE code LIKE '9135%' OR code ILIKE '91350100m000100y43';
EXPLAIN (COSTS OFF) SELECT * FROM by_range WHERE NOT code ^@ '9';
EXPLAIN (COSTS OFF) SELECT * FROM by_range WHERE code LIKE '9135%0';
EXPLAIN (COSTS OFF) SELECT * FROM by_range WHERE code <@ '3501';
EXPLAIN (COSTS OFF) SELECT * FROM by_range_1 WHERE code ^@ '913501';
SELECT count(*) FILTER (WHERE code ^@ '913501') AS prefix, count(*) FILTER (WHERE code::text LIKE '913501%') AS text FROM by_range;
SELECT count(*) FROM by_range WHERE code ^@ '913501';
SELECT count(*) FROM by_range WHERE NOT code ^@ '9135';
-- an estimate is not worse for it: the histograms of partitions are as fine
CREATE FUNCTION estimate(relation regclass, condition text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM ' || relation || ' WHERE ' || condition INTO plan;
    RETURN plan -> 0 -> 'Plan' ->> 'Plan Rows';
END $$;
SELECT count(*) > 50 AS many, count(*) FILTER (WHERE estimate NOT BETWEEN truth * 0.5 AND truth * 2) AS far
FROM (SELECT left(code::text, n) AS prefix, count(*) AS truth FROM by_range, generate_series(1, 8) AS n GROUP BY 1) AS p,
     estimate('by_range', format('code ^@ %L', prefix))
WHERE truth > 50;
DROP TABLE by_range;

-- So they do in a table partitioned by ranges of divisions, and where a table is stored
-- in another way than a heap: by columns, with minima and maxima.
CREATE TABLE by_region (region adcode, i int) PARTITION BY RANGE (region);
CREATE TABLE by_region_3 PARTITION OF by_region FOR VALUES FROM ('300000') TO ('400000');
CREATE TABLE by_region_4 PARTITION OF by_region FOR VALUES FROM ('400000') TO ('500000');
EXPLAIN (COSTS OFF) SELECT * FROM by_region WHERE region <@ '3501';
EXPLAIN (COSTS OFF) SELECT * FROM by_region WHERE '44' @> region;
EXPLAIN (COSTS OFF) SELECT * FROM by_region WHERE region LIKE '35%';
DROP TABLE by_region;
CREATE ACCESS METHOD other_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE by_column (code, region) USING other_heap AS SELECT code, region FROM company;
ANALYZE by_column;
EXPLAIN (COSTS OFF) SELECT * FROM by_column WHERE code ^@ '913501' AND region <@ '3501';
SELECT estimate('by_column', 'code ^@ ''913501''') BETWEEN count(*) * 0.5 AND count(*) * 2 AS near FROM by_column WHERE code ^@ '913501';
DROP TABLE by_column;
DROP ACCESS METHOD other_heap;
DROP FUNCTION estimate;
DROP TABLE company;
