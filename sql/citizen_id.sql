-- Citizen identity numbers (GB 11643): the specimens that standards and
-- authorities have published; no other person's number may appear here.
CREATE TABLE person (id citizen_id PRIMARY KEY);
INSERT INTO person VALUES ('11010519491231002X'), ('440524188001010014'), ('34052419800101001x'),
    ('810000199408230021'), ('830000199201300022'), ('932682198501010017');
SELECT id, citizen_id_region(id), citizen_id_nationality(id), citizen_id_birth_date(id), citizen_id_sequence(id), citizen_id_sex(id), citizen_id_check_character(id), citizen_id_mask(id) FROM person ORDER BY id;
SELECT id, adcode_name(citizen_id_region(id)), adcode_path(citizen_id_region(id)) FROM person ORDER BY id;
-- the age is PostgreSQL's own
SELECT age(date '2000-01-01', citizen_id_birth_date(id)) FROM person WHERE id = '11010519491231002X';

-- 15 digits, as they were issued before 1999, become 18
SELECT '110105491231002'::citizen_id;
SELECT '110105491231996'::citizen_id;

-- What is refused; the middle of the value is not shown.
SELECT NULL::citizen_id;
\set VERBOSITY terse
SELECT ''::citizen_id;
\set VERBOSITY default
PREPARE try(text) AS SELECT $1::citizen_id;
EXECUTE try('11010519491231002');
EXECUTE try('11010519491231002XX');
EXECUTE try('110105');
EXECUTE try('1101O519491231002X');
EXECUTE try('11010519491231002Y');
EXECUTE try('1101051949123100２X');
EXECUTE try('公民身份号码');
EXECUTE try('公民身份号码公民身份号码公民身份号码');
EXECUTE try('110105194902290029');
EXECUTE try('110105174912310021');
EXECUTE try('110105490229002');
EXECUTE try('110105194912310003');
EXECUTE try('110105194912310021');
EXECUTE try('91350100M000100Y43');
EXECUTE try(repeat('1', 1000));

-- A column of type uscc reports what the value is.
SELECT '11010519491231002X'::uscc;

-- Order, text, aggregates.
SELECT bool_and((a.id < b.id) = (a.id::text COLLATE "C" < b.id::text) AND (a.id = b.id) = (a.id::text = b.id::text)) AS as_text
FROM person a, person b;
SELECT min(id), max(id) FROM person;
SELECT '11010519491231002x'::text = '11010519491231002X'::citizen_id AS eq, '110105491231002'::citizen_id <> '11010519491231002X'::varchar AS ne;
SELECT citizen_id_hash('11010519491231002X'), citizen_id_hash_extended('11010519491231002X', 1);

-- Prefixes, by the index; birth dates, by an index on the expression.
SELECT prefix, '11010519491231002X'::citizen_id ^@ prefix AS starts
FROM (VALUES (''), ('11'), ('110105'), ('1101051949'), ('11010519491231002'), ('11010519491231002x'), ('11010519491231002Y'),
             ('12'), ('1101051799'), ('11010519490229'), ('X'), ('11010519491231002X0'), (NULL)) AS v (prefix);
-- of divisions that do not exist, so that no person's number appears here
SELECT prefix, citizen_id_first(prefix), citizen_id_last(prefix)
FROM (VALUES ('000'), ('000001'), ('0000011952'), ('000001195202'), ('0000011952022'), ('00000119520229001'), ('00000119530229')) AS v (prefix);
CREATE TABLE crowd AS
    SELECT (citizen_id_first(lpad((i % 100)::text, 6, '0') || to_char(date '1950-01-01' + i, 'YYYYMMDD')))::citizen_id AS id, i
    FROM generate_series(1, 20000) AS i;
ALTER TABLE crowd ADD PRIMARY KEY (id);
CREATE INDEX crowd_birth_date ON crowd (citizen_id_birth_date(id));
VACUUM ANALYZE crowd;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT i FROM crowd WHERE id ^@ '0000071950';
SELECT count(*) FROM crowd WHERE id ^@ '0000071950';
SELECT count(*) FROM crowd WHERE id::text LIKE '0000071950%';
SET plan_cache_mode = force_generic_plan;
PREPARE by_prefix(text) AS SELECT i FROM crowd WHERE id ^@ $1;
EXPLAIN (COSTS OFF) EXECUTE by_prefix('0000071950');
RESET plan_cache_mode;
EXPLAIN (COSTS OFF) SELECT i FROM crowd WHERE citizen_id_birth_date(id) BETWEEN '1950-02-01' AND '1950-02-28';
SELECT count(*) FROM crowd WHERE citizen_id_birth_date(id) BETWEEN '1950-02-01' AND '1950-02-28';
RESET enable_bitmapscan;

-- Every other kind of index.
SET enable_seqscan = off;
ALTER TABLE crowd DROP CONSTRAINT crowd_pkey;
CREATE INDEX crowd_id ON crowd USING hash (id);
SELECT count(*) FROM crowd WHERE id = (SELECT id FROM crowd WHERE i = 77);
DROP INDEX crowd_id;
CREATE INDEX crowd_id ON crowd USING brin (id) WITH (pages_per_range = 4);
SELECT count(*) FROM crowd WHERE id ^@ '0000071950';
DROP INDEX crowd_id;
CREATE INDEX crowd_id ON crowd USING brin (id citizen_id_minmax_multi_ops) WITH (pages_per_range = 4);
SELECT count(*) FROM crowd WHERE id ^@ '0000071950';
DROP INDEX crowd_id;
CREATE INDEX crowd_id ON crowd USING brin (id citizen_id_bloom_ops) WITH (pages_per_range = 4);
SELECT count(*) FROM crowd WHERE id = (SELECT id FROM crowd WHERE i = 77);
DROP TABLE person, crowd;
