-- LIKE and ILIKE between a code and a text: what the same operator gives of the
-- code's text, errors too.
CREATE TABLE code (code uscc, region adcode, organization orgcode, citizen citizen_id);
INSERT INTO code VALUES ('91350100M000100Y43', '350100', '400000624', '11010519491231002X'),
    ('12100000400000624D', '100000', 'M000100Y4', '440524188001010014'),
    ('914403001922038216', '440300', orgcode_make('PDY00001'), '11010519491231002X'), (NULL, NULL, NULL, NULL);

-- what gives another answer for a type, out of many patterns
CREATE FUNCTION answer(statement text, value anyelement, pattern text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    result text;
BEGIN
    EXECUTE statement INTO result USING value, pattern;
    RETURN coalesce(result, 'null');
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
CREATE TABLE pattern (pattern text);
INSERT INTO pattern VALUES (NULL), (''), ('%'), ('_'), ('%%'), ('__%'), ('\'), ('9\'), ('%\'), ('%9\'), ('91%\'), ('\9%'), ('\m%'), ('\\%'), ('9\%%'), ('9\_%'),
    ('91'), ('91%'), ('9135%'), ('9135%3'), ('35%'), ('%3501%'), ('%35_1%'), ('%_%'), ('%00%00%'), ('%00%00%00%'), ('%X'), ('%x'), ('%M%y%'),
    ('91350100M000100Y43'), ('91350100m000100y43'), ('91350100M000100Y4_'), ('91350100M000100Y43%'), ('91350100M000100Y43_'), ('__________________'),
    ('___________________'), (' 91%'), ('91% '), ('350100'), ('3501__'), ('400000624'), ('40000062-4'), ('11010519491231002X'), ('%２%'), ('码%'), ('%é%'), ('%\é'),
    (repeat('%_', 9)), (repeat('_', 100000)), (repeat('%', 100000) || '3'), (repeat('%0', 17));
INSERT INTO pattern SELECT overlay(code::text PLACING piece FROM place FOR 1 + length % 3) FROM code, unnest('{%,_,\,x,""}'::text[]) AS piece, generate_series(1, 18, 6) AS place, generate_series(0, 1) AS length;
SELECT count(*) > 200 AS many, count(*) FILTER (WHERE of_code LIKE '22025 LIKE pattern must not end with escape character') > 5 AS errors,
       count(*) FILTER (WHERE of_code = 'true') > 50 AS matches, count(*) FILTER (WHERE of_code = 'false') > 200 AS others
FROM (SELECT answer('SELECT $1 LIKE $2', code, pattern) AS of_code FROM code, pattern) AS a;
SELECT operator, left(pattern, 40) AS pattern, value, of_code, of_text
FROM unnest('{~~,!~~,~~*,!~~*}'::text[]) AS operator, pattern, code,
     LATERAL (VALUES (code::text, answer(format('SELECT $1 %s $2', operator), code, pattern), answer(format('SELECT $1::text %s $2', operator), code, pattern)),
         (region::text, answer(format('SELECT $1 %s $2', operator), region, pattern), answer(format('SELECT $1::text %s $2', operator), region, pattern)),
         (organization::text, answer(format('SELECT $1 %s $2', operator), organization, pattern), answer(format('SELECT $1::text %s $2', operator), organization, pattern)),
         (citizen::text, answer(format('SELECT $1 %s $2', operator), citizen, pattern), answer(format('SELECT $1::text %s $2', operator), citizen, pattern))) AS v (value, of_code, of_text)
WHERE of_code <> of_text;

-- One expression, evaluated for changing patterns: those of ILIKE are kept folded.
SELECT pattern, code ILIKE pattern AS matches FROM code, unnest(ARRAY['%y43', '%Y43', '%m%', '%y43', NULL, '%é%']) AS pattern WHERE region = '350100';
SELECT code FROM code WHERE code ILIKE ANY (ARRAY['%y43', '12%d']) ORDER BY code;
SELECT code FROM code WHERE code NOT LIKE ALL (ARRAY['91%', '%X']) ORDER BY code;

-- Patterns of other string types, escapes of the statement; a code as the pattern.
SELECT code LIKE '9135%'::varchar AS varchar, code LIKE '9135%'::char(10) AS char, code LIKE '9135%'::name AS name,
       code LIKE '91~%%' ESCAPE '~' AS escape, code LIKE '91\%%' ESCAPE '' AS no_escape,
       '91350100M000100Y43' LIKE code AS as_pattern, code LIKE code AS both, code LIKE region AS region
FROM code WHERE region = '350100';
SELECT code LIKE '91%' ESCAPE '~~' FROM code;
SELECT count(*) FROM code WHERE code LIKE region || '%' OR citizen LIKE '%' || organization;

-- The same functions by name
SELECT uscc_like('91350100M000100Y43', '9135%'), uscc_not_like(code => '91350100M000100Y43', pattern => '9135%'),
       adcode_ilike('350100', '35%'), citizen_id_not_ilike('11010519491231002X', '%x'), orgcode_like('400000624', '4%');
DROP TABLE code, pattern;
DROP FUNCTION answer;
