-- What a unified social credit code may look like, and what is said of the rest.
SELECT '91350100M000100Y43'::uscc;
-- blanks around are trimmed and ASCII case is folded; nothing else is forgiven
SELECT '91350100m000100y43'::uscc, E' \t\n91350100M000100Y43\r\n'::uscc;
SELECT NULL::uscc;

-- length
SELECT ''::uscc;
SELECT '无'::uscc;
SELECT '91350100M000100Y4'::uscc;
SELECT '  91350100M000100Y4'::uscc;
SELECT '91350100M000100Y433'::uscc;
SELECT repeat('91350100M000100Y43', 1000)::uscc;
SELECT repeat('统一社会信用代码', 1000)::uscc;

-- characters that are not used, and what they probably were
SELECT '9135O100M000100Y43'::uscc;
SELECT '9135o100m000100y43'::uscc;
SELECT '9I350100M000100Y43'::uscc;
SELECT '91350100M000100V43'::uscc;
SELECT '9135O10OM000100Y43'::uscc;
SELECT '9135O100M000100Y44'::uscc;
SELECT '9135010?M000100Y43'::uscc;
SELECT '９１３５０１００Ｍ０００１００Ｙ４３'::uscc;
SELECT '91350100Ｍ000100Y43'::uscc;
SELECT '91350100М000100Y43'::uscc;
SELECT U&'\FEFF91350100M000100Y43'::uscc;
SELECT U&'91350100\200BM000100Y43'::uscc;
SELECT '91350100-M000100Y-43'::uscc;
SELECT '9135 0100 M000 100Y 43'::uscc;
SELECT '9135 0100 M000 100Y 44'::uscc;

-- fields
SELECT '01350100M000100Y43'::uscc;
SELECT '90350100M000100Y43'::uscc;
SELECT '9A350100M000100Y43'::uscc;
SELECT '91A50100M000100Y43'::uscc;
SELECT '9135010aM000100Y43'::uscc;

-- check characters: the code's own (MOD 31), and that of the organization code
-- where no real code has a wrong one
SELECT '91350100M000100Y44'::uscc;
SELECT '91350100MA0000001P'::uscc;
-- a digit mistyped, and two neighbours swapped
SELECT '91350100781861218W'::uscc;
SELECT '91350100371861218W'::uscc;
-- "Did you mean" proposes what uscc_suggest has first, if its score is above 0.9
CREATE FUNCTION hint(text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    hint text;
BEGIN
    PERFORM $1::uscc;
    RETURN NULL;
EXCEPTION WHEN invalid_text_representation THEN
    GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
    RETURN substring(hint FROM 'Did you mean "(.*)"');
END
$$;
SELECT setseed(0.32100);
SELECT count(*) > 1000 AS many, count(proposed) BETWEEN 500 AND count(*) - 100 AS some_proposed,
       bool_and(proposed IS NOT DISTINCT FROM CASE WHEN score > 0.9 THEN suggestion::text END) AS same
FROM (SELECT text, hint(text) AS proposed, s.suggestion, s.score
      FROM (SELECT overlay(uscc_random()::text placing (random() * 9)::int::text FROM 1 + (random() * 17)::int) AS text
            FROM generate_series(1, 1200) OFFSET 0) AS mistyped
           LEFT JOIN LATERAL uscc_suggest(text, 1) AS s ON true
      WHERE NOT uscc_is_valid(text)) AS t;
DROP FUNCTION hint;

-- under a head that the standard does not know, only some subjects were issued
SELECT '91053914MA0NMDRT2G'::uscc;
SELECT '91050100A00000A00P'::uscc;

-- other identifiers that stand in the same columns: a citizen identity number
-- (the specimen of GB 11643), a business registration number, organization
-- codes
SELECT '11010519491231002X'::uscc;
SELECT '110108000000016'::uscc;
SELECT '400000624'::uscc;
SELECT '40000062-4'::uscc;
-- older ones: a business registration number of before 2007, the number of a
-- farmers' cooperative, a tax number, a code of Fujian's pilot
SELECT '1101081234567'::uscc;
SELECT '430124NA000025X'::uscc;
SELECT '350102400000624'::uscc;
SELECT '91350203M0001QKT19'::uscc;

-- a wrong code cannot be stored, whatever the way
CREATE TABLE company (code uscc PRIMARY KEY, name text);
INSERT INTO company VALUES ('91350100M000100Y44', 'wrong check character');
\copy company from stdin
91350100M000100Y43	福州
91350100M000100Y42	wrong check character
\.
INSERT INTO company VALUES ('91350100M000100Y43', 'first');
INSERT INTO company VALUES ('91350100m000100y43', 'the same, in lower case');
UPDATE company SET code = '9135';
SELECT * FROM company;
DROP TABLE company;

-- damage on disk, which only a cast like these can show: 2^63 - 1 is above the last
-- rank, and no number is negative
CREATE CAST (int8 AS uscc) WITHOUT FUNCTION;
CREATE CAST (int8 AS orgcode) WITHOUT FUNCTION;
CREATE CAST (int8 AS citizen_id) WITHOUT FUNCTION;
SELECT 9223372036854775807::uscc;
-- what is LEAKPROOF has no error even then
SELECT uscc_region(9223372036854775807::uscc);
SELECT (-1)::int8::orgcode::text ~ '^[\dA-Z]{8}[\dX]$' AS has_the_form;
SELECT (-1)::int8::citizen_id::text ~ '^\d{17}[\dX]$' AS has_the_form;
DROP CAST (int8 AS uscc);
DROP CAST (int8 AS orgcode);
DROP CAST (int8 AS citizen_id);
