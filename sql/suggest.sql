-- Corrections of a text with one mistake: what was changed, and a score.
-- Their accuracy is measured by test/unit/test_suggest.c.
\pset null '(null)'
SELECT text, s.*
FROM (VALUES
    (1, '91350100731861218W'),  -- as issued
    (2, '9135 0100 7318 6121 8w'),
    (3, '9135O100731861218W'),  -- O for 0
    (4, '9I35OIOO73I86I2I8W'),  -- several
    (5, '91350100７31861218Ｗ'),
    (6, '91350100371861218W'),  -- swapped
    (7, '91350100781861218W'),  -- 8 for 3
    (8, '9135010073861218W'),   -- 1 lost
    (9, '913501007318861218W'), -- 8 doubled
    (10, '9135010073186W1218W'),    -- W inserted
    (11, '9135010073?861218W'), -- one not to be read
    (12, '9135010073公861218W'),    -- of another script
    (17, '9l35Ol00731861218W'), -- letters in the region
    (18, '91340000148941384F'), (19, '91350203M0001QKT19'),  -- only the check character is computed anew
    (22, '代码：9135O1007318-61218W（副本）'), (23, '9135 0100 7318 6121 W'), -- positions count in the value
    (20, '914403001922038000'), (21, '110105194912310021'),  -- digits are lost, a citizen number
    (13, '无'), (14, ''), (15, 'ZZZZZZZZZZZZZZZZZZ'), (16, NULL)) AS t (n, text),
    uscc_suggest(text, 1) AS s
ORDER BY n;

-- the likeliest first, as many as wanted
SELECT suggestion, change, "position", given, meant, score > 0 AS scored FROM uscc_suggest('91350100371861218W', 3);
SELECT count(*) <= 5 AS five, bool_and(score BETWEEN 0 AND 1) AS scores, sum(score) <= 1.001 AS together
FROM uscc_suggest('91350100371861218W');
SELECT count(*) FROM uscc_suggest('91350100371861218W', 0);
SELECT count(*) > 1 AS several FROM uscc_suggest('9135010073ЖЖ61218W', 1000);
SELECT uscc_suggest('91350100371861218W', -1);

-- every suggestion passes both checks, for any text of about the length
SELECT setseed(0.32100);
SELECT count(*) > 1000 AS many, bool_and(uscc_orgcode(s.suggestion) IS NOT NULL) AS subject_right, bool_and(uscc_is_valid(s.suggestion::text)) AS valid
FROM (SELECT overlay(uscc_random()::text placing substr('0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ*', 1 + (random() * 36)::int, 1)
                     from 1 + (random() * 17)::int for (random() * 2)::int) AS text
      FROM generate_series(1, 1000) OFFSET 0) AS t, uscc_suggest(text) AS s;
