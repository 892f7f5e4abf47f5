-- From strings: on assignment, or when asked for; to strings: always.
CREATE TABLE company (code uscc);
PREPARE insert_text(text) AS INSERT INTO company VALUES ($1);
EXECUTE insert_text('91350100m000100y43');
PREPARE insert_varchar(varchar) AS INSERT INTO company VALUES ($1);
EXECUTE insert_varchar('12100000400000624D');
PREPARE insert_char(char(20)) AS INSERT INTO company VALUES ($1);
EXECUTE insert_char('93410100NA000307XN');
EXECUTE insert_text('93410100NA000307XM');
SELECT code, code::text, code::varchar(2) AS two, code::char(20) || '|' AS char FROM company ORDER BY 1;
SELECT '91350100M000100Y43'::text::uscc, CAST('91350100M000100Y43'::varchar AS uscc);
-- the cast to text is implicit; there is no cast to the stored number
\set VERBOSITY terse
SELECT length('91350100M000100Y43'::uscc);
SELECT '91350100M000100Y43'::uscc::bigint;
SELECT 1::bigint::uscc;
SELECT array_append(ARRAY['91350100M000100Y43'::uscc], '12100000400000624D'::text);
-- nor from one of the types to another
SELECT coalesce('91350100M000100Y43'::uscc, '400000624'::orgcode);
SELECT '91350100M000100Y43'::uscc = '400000624'::orgcode;
SELECT coalesce('91350100M000100Y43'::uscc::text, '400000624'::orgcode), coalesce('350100'::adcode, '400000624'::orgcode::text);
\set VERBOSITY default

-- A column of text becomes one of codes: refused while a value is wrong.
CREATE TABLE old (code varchar(18), PRIMARY KEY (code));
INSERT INTO old VALUES ('91350100m000100y43'), ('12100000400000624D'), ('9135O100M000100Y43');
ALTER TABLE old ALTER code TYPE uscc USING code::uscc;
DELETE FROM old WHERE code LIKE '9135O%';
ALTER TABLE old ALTER code TYPE uscc USING code::uscc;
\d old
SELECT * FROM old ORDER BY code;
DROP TABLE company, old;

-- Arrays, ranges over rows, JSON: by their text.
SELECT '{91350100m000100y43,NULL}'::uscc[], to_jsonb('91350100M000100Y43'::uscc);
SELECT code FROM jsonb_to_record('{"code": "91350100M000100Y43"}') AS r (code uscc);
SELECT ROW('91350100M000100Y43'::uscc, '350100'::adcode);
