-- Organization codes (GB 11714): 9 characters, a hyphen before the last allowed.
SELECT '400000624'::orgcode, '40000062-4'::orgcode, ' d2143569-x '::orgcode, 'MA0H7H373'::orgcode;
SELECT NULL::orgcode;
SELECT ''::orgcode;
SELECT '40000062'::orgcode;
SELECT '400000-624'::orgcode;
SELECT '400000623'::orgcode;
SELECT '40000062-3'::orgcode;
SELECT '4000?0624'::orgcode;
SELECT '４０００00624'::orgcode;
SELECT '9位代码000000'::orgcode;
SELECT '12100000400000624D'::orgcode;

-- Fields, and a code from its body.
SELECT code, orgcode_body(code), orgcode_check_character(code), orgcode_is_private_use(code)
FROM (VALUES ('400000624'::orgcode), ('D2143569X'), (orgcode_make('PDY00001')), (orgcode_make('pdy99999'))) AS v (code);
SELECT orgcode_make('4000006');
SELECT orgcode_make('400000624');
SELECT orgcode_make('4000-062');
SELECT orgcode_make(NULL);

-- Of a unified social credit code; NULL where it was issued with a wrong check.
SELECT uscc_orgcode('12100000400000624D'::uscc), uscc_orgcode('914401017083387219'::uscc);
CREATE TABLE company (code uscc PRIMARY KEY, name text);
\copy company from 'data/organizations.csv' (format csv, header)
SELECT count(*), count(uscc_orgcode(code)), bool_and(uscc_orgcode(code)::text = uscc_subject(code)) AS subject FROM company;
SELECT bool_and(uscc_make(uscc_department(code), uscc_category(code), uscc_region(code), uscc_orgcode(code)::text) = code) AS made_again FROM company;

-- Order, text, aggregates, arrays.
SELECT bool_and((a < b) = (a::text COLLATE "C" < b::text) AND (a = b) = (a::text = b::text)) AS as_text
FROM (SELECT uscc_orgcode(code) AS a FROM company) AS a, (SELECT uscc_orgcode(code) AS b FROM company) AS b;
SELECT min(uscc_orgcode(code)), max(uscc_orgcode(code)), count(DISTINCT uscc_orgcode(code)) FROM company;
SELECT '400000624'::orgcode = '40000062-4'::text AS eq, '40000062-4'::varchar <> '400000624'::orgcode AS ne;
SELECT '{40000062-4,D2143569X}'::orgcode[], orgcode_hash('400000624'), orgcode_hash_extended('400000624', 1);

-- An old table with organization codes meets a new one.
CREATE TABLE old (organization orgcode PRIMARY KEY, debt int);
INSERT INTO old SELECT orgcode_make(lpad(i::text, 8, '0')), i FROM generate_series(1, 5000) AS i;
INSERT INTO old SELECT uscc_orgcode(code), 0 FROM company WHERE uscc_orgcode(code) IS NOT NULL ON CONFLICT DO NOTHING;
INSERT INTO company SELECT uscc_make('9', '1', '350100', lpad(i::text, 8, '0')), i FROM generate_series(5001, 20000) AS i;
CREATE INDEX company_organization ON company (uscc_orgcode(code));
ANALYZE old, company;
SET enable_hashjoin = off;
SET enable_mergejoin = off;
EXPLAIN (COSTS OFF) SELECT name, debt FROM old JOIN company ON uscc_orgcode(code) = organization WHERE organization = '40000062-4';
EXPLAIN (COSTS OFF) SELECT name, debt FROM (SELECT * FROM old ORDER BY debt LIMIT 5) AS old JOIN company ON uscc_orgcode(code) = organization;
SELECT name, debt FROM old JOIN company ON uscc_orgcode(code) = organization WHERE organization = '40000062-4';
RESET enable_hashjoin;
RESET enable_mergejoin;

-- Every kind of index.
SET enable_seqscan = off;
CREATE INDEX old_code ON old USING hash (organization);
ALTER TABLE old DROP CONSTRAINT old_pkey;
SELECT * FROM old WHERE organization = '000000019';
DROP INDEX old_code;
CREATE INDEX old_code ON old USING brin (organization) WITH (pages_per_range = 2);
SELECT count(*) FROM old WHERE organization < orgcode_make('00000100');
DROP INDEX old_code;
CREATE INDEX old_code ON old USING brin (organization orgcode_minmax_multi_ops) WITH (pages_per_range = 2);
SELECT count(*) FROM old WHERE organization < orgcode_make('00000100');
DROP INDEX old_code;
CREATE INDEX old_code ON old USING brin (organization orgcode_bloom_ops) WITH (pages_per_range = 2);
SELECT * FROM old WHERE organization = '000000019';
DROP TABLE old, company;
