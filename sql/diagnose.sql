-- What is wrong with a text: each problem word and each kind, the hard cases
-- first.  valid is what uscc_is_valid says, cleaned what uscc_clean makes of it.  What
-- people paste is in dirty.sql.
CREATE TABLE dirt (n int, value text);
INSERT INTO dirt VALUES
    (1, '91350100M000100Y43'), (2, ' 91350100m000100y43 '),
    (3, '９１３５０１００Ｍ０００１００Ｙ４３'), (4, '9135 0100 M000 100Y 43'), (5, U&'\FEFF91350100M000100Y43'),
    (6, '91350100M000100Y4'), (7, '91350100M000100Y433'), (8, '9135O100M000100Y43'), (9, '91350100М000100Y43'),
    (10, '01350100M000100Y43'), (11, '90350100M000100Y43'), (12, '91A50100M000100Y43'),
    (13, '91350100M000100Y44'), (14, '9135 0100 M000 100Y 44'), (15, '91350100MA0000001P'), (16, '91050100A00000A00P'),
    (20, '11010519491231002X'), (21, '110105491231003'), (22, '110108000000016'), (23, '310115600985533'),
    (24, '1101081234567'), (25, '430124NA000025X'), (26, '350102400000624'), (27, '40000062-4'),
    (28, '91350203M0001QKT19'), (29, '91350100M0001TGQXM'), (30, '91350211M0000XUF46'), (31, '91350203M0001FUE2P'),
    (32, '91340000148941384F'), (33, '91340100MA2MQ00585'), (34, '91510100201920161Y'),
    (35, '9135010*M000100Y43'), (36, '9135XXXXXXXXXX0Y43'), (37, '91350100●●●●●●●●43'),
    (40, '无'), (41, ' 暂 无 '), (42, '-'), (43, 'n/a'), (44, '000000000000000000'), (45, '123456789'), (46, '－－'), (47, '？'),
    (50, ''), (51, E' \t\u3000\u200B'), (52, '9135010'), (53, '913501'), (54, '91350100M'),
    (60, '统一社会信用代码：91350100m000100y43（副本）'), (61, '91350100M000100Y43、12100000400000624D'),
    (62, '福建某某有限公司'), (63, '🏢'), (64, '91350100M000100Y4🏢'), (65, U&'91350100M000100Y43\0301'), (66, 'abc');
-- unaligned, as versions of psql count the width of U+FEFF differently
\pset format unaligned
SELECT n, d.* FROM dirt, uscc_diagnose(value) AS d ORDER BY n;
\pset format aligned

SELECT count(*) AS rows, bool_and(d.valid = uscc_is_valid(value)) AS valid_agrees,
       bool_and(d.cleaned IS NOT DISTINCT FROM uscc_clean(value)) AS cleaned_agrees,
       bool_and(d.valid = (d.problem IS NULL)) AS problem_agrees
FROM dirt, uscc_diagnose(value) AS d;
SELECT * FROM uscc_diagnose(NULL);

-- where the input function gives a reason, it is the same one
SELECT n, message FROM dirt, uscc_diagnose(value) WHERE n IN (8, 13) ORDER BY n;
DO $$
BEGIN
    PERFORM '91350100M000100Y44'::uscc;
EXCEPTION WHEN invalid_text_representation THEN
    DECLARE detail text;
    BEGIN
        GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
        RAISE NOTICE 'same: %', detail = (uscc_diagnose('91350100M000100Y44')).message;
    END;
END
$$;

-- message and position count in the value, as the DETAIL of an input error does
SELECT value, "position", substr(value, "position", 1) AS there, message
FROM (VALUES ('9135O100M000100Y43'), ('９１３５０１００Ｍ０００１００Ｙ４３'), ('91-35O100-M000100Y4-3'), ('9135 0100 M000 100Y 44'),
             ('9135-A100-M000-100Y-43'), ('01-350100M000100Y43'), ('9-0-350100M000100Y43'), ('9135-0100-MA00-0000-1P'),
             ('91050-100A-00000A-00P'), ('9.1440300192204E+17'), ('9135 0100 M000 100Y 4')) AS v (value), uscc_diagnose(value);

-- a valid value that is not standard may be something else; a standard one is a code
SELECT value, valid, kind, uscc_is_standard(cleaned)
FROM (VALUES ('123456789012345678'), ('91-23456789012345678'), ('914403001922038216')) AS v (value), uscc_diagnose(value);

-- the other types
SELECT value, d.* FROM (VALUES
    (1, '400000624'), (2, '40000062-4'), (3, ' d2143569-x '), (4, '４０００００６２－４'), (5, '4000 0062 4'), (6, '40000062'), (7, '400000625'), (8, '4000-0062-5'),
    (9, '4000Ж0624'), (10, '组织机构代码：40000062-4'), (11, '91350100M000100Y43'), (12, '110108000000016'), (13, '11010519491231002X'),
    (14, '无'), (15, '个人'), (16, '4000***24'), (17, ''), (18, '123456789'), (19, '4.0E+08'),
    (20, '00000000-0'), (21, '91350100M000100У43')) AS v (n, value), orgcode_diagnose(value) AS d ORDER BY n;
-- a character that cannot be seen is named
SELECT message FROM uscc_diagnose(E'91350100M000100Y43\x01');
SELECT value, d.* FROM (VALUES
    (1, '11010519491231002X'), (2, '11010519491231002×'), (3, '１１０１０５１９４９１２３１００２Ⅹ'), (4, '110105 19491231 002x'), (5, '110105491231002'), (6, '110105194912310021'),
    (7, '110105 19491231 0021'), (8, '11010519490231002X'), (9, '11010519491231000X'), (10, '110105491231996'), (11, '11010519491231002'), (12, '1101O519491231002X'),
    (13, '110105********002X'), (14, '身份证：11010519491231002X'), (15, '1.10105E+17'), (16, '110105194912310000'), (17, '91350100M000100Y43'), (18, '40000062-4'),
    (19, '无'), (20, '未提供'), (21, '')) AS v (n, value), citizen_id_diagnose(value) AS d ORDER BY n;

-- long texts
SELECT problem, kind, suggestion FROM uscc_diagnose(repeat('统', 350000));
SELECT problem, kind, suggestion FROM uscc_diagnose(repeat('9', 1000000));
SELECT problem, kind, suggestion FROM uscc_diagnose(repeat('统 ', 350000) || '91350100M000100Y43');
SELECT problem, kind, cleaned FROM uscc_diagnose(repeat('-', 1000000) || '91350100M000100Y43');
SELECT problem, kind FROM uscc_diagnose(repeat(' ', 1000000));
SELECT problem, kind FROM uscc_diagnose(repeat('-', 1000000));
SELECT problem, kind FROM uscc_diagnose(repeat('-', 1000000) || '9');

-- a report: how many of which problem, with an example of each
SELECT problem, kind, count(*) AS rows, count(d.cleaned) AS cleaned, count(d.suggestion) AS suggested, min(value COLLATE "C") AS example
FROM (SELECT value FROM dirt WHERE NOT uscc_is_valid(value)) AS wrong, uscc_diagnose(value) AS d
GROUP BY problem, kind ORDER BY count(*) DESC, problem, kind;
DROP TABLE dirt;
