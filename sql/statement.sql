-- Statements of an application that kept the code in varchar(18), each run on a
-- table with that type and on one with type uscc: the answers are the same, except
-- where a literal is taken as a code and is not a valid one.
CREATE SCHEMA as_varchar;
CREATE SCHEMA as_uscc;
CREATE TABLE as_varchar.company (id int PRIMARY KEY, code varchar(18) UNIQUE, name varchar(40));
CREATE TABLE as_uscc.company (id int PRIMARY KEY, code uscc UNIQUE, name varchar(40));
CREATE TABLE invoice (seller varchar(18), amount int);
INSERT INTO as_varchar.company VALUES (1, '91350100M000100Y43', 'one'), (2, '12100000400000624D', 'two'),
    (3, '93410100NA000307XN', 'three'), (4, '914403001922038216', 'four'), (5, NULL, 'none');
INSERT INTO as_uscc.company SELECT * FROM as_varchar.company;
INSERT INTO invoice VALUES ('91350100M000100Y43', 10), ('12100000400000624D', 20), ('91350100M000100Y43', 5);
-- functions of the application
CREATE FUNCTION first_two(string text) RETURNS text LANGUAGE sql IMMUTABLE RETURN left(string, 2);
CREATE FUNCTION last_two(string varchar) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN right(string, 2);
CREATE FUNCTION padded(string char) RETURNS text LANGUAGE sql IMMUTABLE RETURN lpad(string, 20, '*');
CREATE FUNCTION which(string text) RETURNS text LANGUAGE sql IMMUTABLE RETURN 'text';
CREATE FUNCTION which(string varchar) RETURNS text LANGUAGE sql IMMUTABLE RETURN 'varchar';

CREATE FUNCTION answer(schema text, statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    result text;
BEGIN
    PERFORM set_config('search_path', schema || ', public', true);
    EXECUTE format('SELECT string_agg(r::text, %L) FROM (%s) AS r', ' ', statement) INTO result;
    RETURN coalesce(result, 'no rows');
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;

CREATE TABLE statement (n int GENERATED ALWAYS AS IDENTITY, statement text);
INSERT INTO statement (statement) VALUES
    -- patterns
    ($$SELECT id FROM company WHERE code LIKE '9135%'$$),
    ($$SELECT id FROM company WHERE code LIKE '%0001%'$$),
    ($$SELECT id FROM company WHERE code LIKE CONCAT('%', '0001', '%')$$),
    ($$SELECT id FROM company WHERE code LIKE '9_350100M000100Y43'$$),
    ($$SELECT id FROM company WHERE code NOT LIKE '91%' ORDER BY id$$),
    ($$SELECT id FROM company WHERE code ILIKE '%m000%'$$),
    ($$SELECT id FROM company WHERE code NOT ILIKE '%y43' ORDER BY id$$),
    ($$SELECT id FROM company WHERE code LIKE '91!%%' ESCAPE '!'$$),
    ($$SELECT id FROM company WHERE code LIKE ANY (ARRAY['91%', '%D']) ORDER BY id$$),
    ($$SELECT id FROM company WHERE '91350100M000100Y43/2026' LIKE code || '%'$$),
    ($$SELECT id FROM company WHERE code SIMILAR TO '(91|93)%' ORDER BY id$$),
    ($$SELECT id FROM company WHERE code ~ '^9[13]' ORDER BY id$$),
    ($$SELECT id FROM company WHERE code ~* 'y43$'$$),
    ($$SELECT id FROM company WHERE code !~ '^[0-9]+$' ORDER BY id$$),
    ($$SELECT id FROM company WHERE starts_with(code, '91') ORDER BY id$$),
    -- parts
    ($$SELECT length(code), char_length(code), octet_length(code) FROM company WHERE id = 1$$),
    ($$SELECT substr(code, 3, 6), substring(code, 3, 6), substring(code FROM 3 FOR 6) FROM company WHERE id = 1$$),
    ($$SELECT substring(code FROM '[A-Z].*$') FROM company WHERE id = 1$$),
    ($$SELECT left(code, 2), right(code, 1) FROM company WHERE id = 1$$),
    ($$SELECT position('M' IN code), strpos(code, 'M') FROM company WHERE id = 1$$),
    ($$SELECT split_part(code, 'M', 2), regexp_replace(code, '\D', '', 'g'), (regexp_match(code, '[A-Z]\d+'))[1] FROM company WHERE id = 1$$),
    ($$SELECT id FROM company WHERE substr(code, 1, 1) IN ('1', '5')$$),
    ($$SELECT id FROM company WHERE length(code) <> 18$$),
    -- other strings made of it
    ($$SELECT code || '-1', 'No. ' || code FROM company WHERE id = 1$$),
    ($$SELECT concat(code, '/', id), concat_ws(' ', code, name), format('%s: %L', id, code) FROM company WHERE id = 1$$),
    ($$SELECT upper(code), lower(code), trim(code), replace(code, '0', 'o'), reverse(code) FROM company WHERE id = 1$$),
    ($$SELECT overlay(code PLACING '********' FROM 5 FOR 8), rpad(code, 20, '.'), translate(code, 'MY', 'my') FROM company WHERE id = 1$$),
    ($$SELECT md5(code), quote_literal(code), quote_nullable(code) FROM company WHERE id = 1$$),
    ($$SELECT code::text, CAST(code AS varchar), code::varchar(6), code::char(20) FROM company WHERE id = 1$$),
    ($$SELECT first_two(code), last_two(code), padded(code) FROM company WHERE id = 1$$),
    ($$SELECT which(code) FROM company WHERE id = 1$$),
    ($$SELECT to_json(code), to_jsonb(code), jsonb_build_object('code', code), row_to_json(company) FROM company WHERE id = 1$$),
    ($$SELECT to_tsvector('simple', code) @@ to_tsquery('simple', '91350100M000100Y43') FROM company WHERE id = 1$$),
    -- together with other strings
    ($$SELECT coalesce(code, name), coalesce(name, code), greatest(code, name), least(code, name) FROM company ORDER BY id$$),
    ($$SELECT CASE WHEN id = 1 THEN code ELSE name END, array_position(ARRAY[name, code], code) FROM company ORDER BY id$$),
    ($$SELECT code FROM company WHERE id < 3 UNION SELECT seller FROM invoice ORDER BY 1$$),
    ($$SELECT name FROM company WHERE id = 1 UNION ALL SELECT code FROM company WHERE id = 1$$),
    ($$SELECT code FROM company UNION SELECT seller::char(18) FROM invoice ORDER BY 1$$),
    ($$SELECT seller::char(18) FROM invoice INTERSECT SELECT code FROM company ORDER BY 1$$),
    ($$SELECT code, amount FROM company FULL JOIN (SELECT seller::char(18) AS code, amount FROM invoice) AS i USING (code) ORDER BY 1, 2$$),
    ($$SELECT coalesce(code, seller::char(18)), greatest(seller::char(18), code) FROM company, invoice WHERE amount = 5 ORDER BY id$$),
    ($$SELECT id FROM company WHERE code = '91350100M000100Y43'::char(20) OR code IN (SELECT seller::char(18) FROM invoice) ORDER BY 1$$),
    ($$SELECT c.id, sum(i.amount) FROM company c JOIN invoice i ON c.code = i.seller GROUP BY c.id ORDER BY 1$$),
    ($$SELECT c.id, i.amount FROM company c LEFT JOIN invoice i ON i.seller = c.code ORDER BY 1, 2$$),
    ($$SELECT id FROM company WHERE code IN (SELECT seller FROM invoice) ORDER BY 1$$),
    ($$SELECT seller FROM invoice WHERE NOT EXISTS (SELECT FROM company WHERE code = seller)$$),
    ($$SELECT id FROM company, unnest('{91350100M000100Y43}'::text[]) AS wanted WHERE code = wanted$$),
    -- comparison and sorting
    ($$SELECT id FROM company WHERE code = '91350100M000100Y43'$$),
    ($$SELECT id FROM company WHERE code IN ('91350100M000100Y43', '12100000400000624D') ORDER BY id$$),
    ($$SELECT id FROM company WHERE code NOT IN ('91350100M000100Y43', '12100000400000624D') ORDER BY id$$),
    ($$SELECT id FROM company WHERE code = ANY (ARRAY['91350100M000100Y43', '12100000400000624D']) ORDER BY id$$),
    ($$SELECT id FROM company WHERE code BETWEEN '91350100M000100Y43' AND '93410100NA000307XN' ORDER BY id$$),
    ($$SELECT id FROM company WHERE (code, id) > ('91350100M000100Y43', 1) ORDER BY code, id LIMIT 2$$),
    ($$SELECT id FROM company ORDER BY code DESC NULLS LAST LIMIT 2 OFFSET 1$$),
    ($$SELECT left(code, 2), count(*) FROM company GROUP BY left(code, 2) ORDER BY 1$$),
    ($$SELECT DISTINCT substr(code, 1, 1) FROM company ORDER BY 1$$),
    ($$SELECT count(code), count(DISTINCT code), min(code), max(code) FROM company$$),
    ($$SELECT string_agg(code, ',' ORDER BY id), array_agg(code ORDER BY id), array_to_string(array_agg(code ORDER BY id), ';') FROM company$$),
    ($$SELECT id, lag(code) OVER (ORDER BY id), row_number() OVER (PARTITION BY left(code, 1) ORDER BY code) FROM company ORDER BY id$$),
    ($$SELECT id FROM company WHERE upper(code) = upper('91350100m000100y43')$$),
    ($$SELECT id FROM company WHERE code IS NULL OR code IS DISTINCT FROM '91350100M000100Y43' ORDER BY id$$),
    -- an unknown literal compared with a code is read as a code
    ($$SELECT id FROM company WHERE code = ''$$),
    ($$SELECT id FROM company WHERE code <> '' ORDER BY id$$),
    ($$SELECT id FROM company WHERE code IN ('91350100M000100Y43', '')$$),
    ($$SELECT id FROM company WHERE code = '9135'$$),
    ($$SELECT id FROM company WHERE code >= '9135' AND code < '9136'$$),
    ($$SELECT coalesce(code, '') FROM company ORDER BY id$$),
    ($$SELECT nullif(code, '') FROM company ORDER BY id$$),
    ($$SELECT CASE WHEN code IS NULL THEN 'none' ELSE code END FROM company ORDER BY id$$),
    ($$SELECT code FROM company WHERE id = 1 UNION SELECT 'total'$$),
    ($$SELECT id FROM company WHERE code = ANY (ARRAY(SELECT wanted FROM (VALUES (''), ('91350100M000100Y43')) AS v (wanted) ORDER BY 1))$$),
    ($$SELECT lag(code, 1, '') OVER (ORDER BY id), ARRAY[code, 'none'] FROM company ORDER BY id$$),
    -- so is a text that is compared with it
    ($$SELECT id FROM company WHERE code <> name ORDER BY id$$),
    ($$SELECT id FROM company, (VALUES ('')) AS wanted (code) WHERE wanted.code = '' OR company.code = wanted.code ORDER BY id$$),
    ($$SELECT id FROM company, (VALUES ('')) AS wanted (code) WHERE wanted.code = '' OR company.code = nullif(wanted.code, '') ORDER BY id$$),
    -- arrays are compared with arrays of the same type
    ($$SELECT id FROM company WHERE ARRAY[code] && ARRAY['91350100M000100Y43']::varchar[]$$),
    -- a code has no collation
    ($$SELECT id FROM company ORDER BY code COLLATE "C"$$),
    ($$SELECT id FROM company WHERE code COLLATE "C" LIKE '9135%'$$),
    -- input folds case, which varchar does not
    ($$SELECT id FROM company WHERE code = '91350100m000100y43'$$);

\pset format unaligned
\pset tuples_only on
SELECT statement || E'\n    ' || varchar ||
       CASE WHEN varchar = uscc THEN '' ELSE E'\n    uscc: ' || uscc END
FROM (SELECT n, statement, answer('as_varchar', statement) AS varchar, answer('as_uscc', statement) AS uscc
      FROM statement OFFSET 0) AS answers
ORDER BY n;
\pset tuples_only off
\pset format aligned

-- Those that fail, written in a way that does not.
SET search_path = as_uscc, public;
SELECT coalesce(code::text, ''), CASE WHEN code IS NULL THEN 'none' ELSE code::text END, nullif(code::text, '')
FROM company WHERE id > 3 ORDER BY id;
SELECT id FROM company WHERE code ^@ '9135';
SELECT id FROM company ORDER BY code::text COLLATE "C" LIMIT 1;

-- A foreign key connects codes with codes: none of a string references a code.
\set VERBOSITY terse
CREATE TABLE refused (seller varchar(18) REFERENCES company (code));
CREATE TABLE refused (seller char(18) REFERENCES company (code));
CREATE TABLE refused (seller text REFERENCES company (code));
CREATE INDEX ON company (code text_pattern_ops);
\set VERBOSITY default

-- Writing: from strings and to strings.
INSERT INTO company VALUES (6, '54110000mate00010j', 'six') ON CONFLICT (code) DO NOTHING;
INSERT INTO invoice SELECT code, 1 FROM company WHERE id = 6;
UPDATE invoice SET seller = company.code FROM company WHERE company.id = 3 AND amount = 1 RETURNING seller;
UPDATE company SET code = seller FROM invoice WHERE amount = 20 AND id = 2 RETURNING code;
CREATE TABLE copy AS SELECT code, code || '' AS text FROM company WHERE id = 1;
COPY company (id, code) TO STDOUT;
DO $$
DECLARE
    string text;
    short varchar(18);
    code uscc;
BEGIN
    SELECT company.code, company.code INTO string, short FROM company WHERE id = 1;
    code := string;
    string := code;
    RAISE NOTICE '% % % %', string, short, code, string = code AND short = code;
END $$;

-- Parameters: of unknown type, as most drivers send strings, text and varchar.
PREPARE by_unknown AS SELECT id FROM company WHERE code = $1 OR code LIKE $2 OR code IN ($3, $4) ORDER BY id;
PREPARE by_text(text, text, text, text) AS SELECT id FROM company WHERE code = $1 OR code LIKE $2 OR code IN ($3, $4) ORDER BY id;
PREPARE by_varchar(varchar, varchar, varchar, varchar) AS SELECT id FROM company WHERE code = $1 OR code LIKE $2 OR code IN ($3, $4) ORDER BY id;
SELECT name, parameter_types FROM pg_prepared_statements WHERE name LIKE 'by\_%' ORDER BY name;
EXECUTE by_unknown('91350100M000100Y43', '%D', '54110000MATE00010J', '93410100NA000307XN');
EXECUTE by_text('91350100M000100Y43', '%D', '54110000MATE00010J', '93410100NA000307XN');
EXECUTE by_varchar('91350100M000100Y43', '%D', '54110000MATE00010J', '93410100NA000307XN');
PREPARE escaped(text) AS SELECT id FROM company WHERE code LIKE $1 ESCAPE '!' ORDER BY id;
EXECUTE escaped('91!%');
EXECUTE escaped('91%');
PREPARE written(varchar) AS UPDATE company SET code = $1 WHERE id = 6 RETURNING code;
EXECUTE written('54110000mate00010j');
DEALLOCATE ALL;

-- Comparing codes of different types is an error, as before.
\set VERBOSITY terse
SELECT '91350100M000100Y43'::uscc = '350100'::adcode;
SELECT code FROM company UNION SELECT '350100'::adcode;

RESET search_path;
DROP SCHEMA as_varchar, as_uscc CASCADE;
DROP TABLE invoice, statement;
DROP FUNCTION answer, first_two, last_two;
