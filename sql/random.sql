-- Test data: codes that pass every check, repeated by setseed().
SELECT setseed(0.5);
CREATE TABLE drawn AS SELECT uscc_random() AS code FROM generate_series(1, 20000);
SELECT setseed(0.5);
SELECT count(*) AS same FROM (SELECT uscc_random() AS code, n FROM generate_series(1, 20000) AS n OFFSET 0) AS again
JOIN (SELECT code, row_number() OVER () AS n FROM drawn) AS d USING (n, code);

SELECT bool_and(uscc_is_standard(code)) AS standard, bool_and(uscc_region_name(code) IS NOT NULL) AS known_divisions,
       count(DISTINCT adcode_province(uscc_region(code))) AS provinces, count(DISTINCT code) = count(*) AS different
FROM drawn;

-- the shares that were measured, give or take a point
SELECT share, round(got * 100) - round(expected) AS off
FROM (SELECT avg((code ^@ '91')::int), avg((code ^@ '93')::int), avg((code ^@ '92')::int),
             avg((uscc_subject(code) ~ '^\d{8}')::int), avg((uscc_subject(code) ^@ 'MA')::int),
             avg((code <@ '33')::int), avg((code <@ '44')::int) FROM drawn) AS m (a, b, c, d, e, f, g),
     LATERAL (VALUES ('91', a, 92.3), ('93', b, 5.3), ('92', c, 2.4), ('digits', d, 80.8), ('MA', e, 18.4),
                     ('33', f, 6.3), ('44', g, 3.9)) AS s (share, got, expected)
WHERE abs(got * 100 - expected) > 1;
DROP TABLE drawn;

-- a prefix is kept, of any length and of either case
SELECT prefix, count(*), bool_and(code ^@ prefix) AS kept, bool_and(uscc_orgcode(code) IS NOT NULL) AS subject_right
FROM (SELECT prefix, uscc_random(prefix) AS code
      FROM (VALUES (''), ('5'), ('53'), ('533'), ('5335'), ('53350'), ('913501'), ('91350102'), ('91350102m'), ('91350102MA'),
                   ('91350102NA'), ('91350102N'), ('9135010212345'), ('91350102Q1'), ('B1'), ('B'), ('91000000'), ('B100000012'), ('9105'),
                   ('91350100M000100'), ('91350100M000100Y'), ('91350100M000100Y4'), ('91350100M000100Y43')) AS p (prefix),
           generate_series(1, 100)) AS d
GROUP BY prefix ORDER BY prefix COLLATE "C";
-- what is drawn is kept where the usual subjects do not go with it: an unknown
-- department still has divisions that exist
SELECT bool_and(uscc_region_name(code) IS NOT NULL) AS known_divisions, count(DISTINCT left(uscc_subject(code), 1)) > 20 AS other_subjects
FROM (SELECT uscc_random('B') AS code FROM generate_series(1, 5000)) AS d;
SELECT uscc_random('91350100M000100Y4'), uscc_random('91350100m000100y43');
-- 17 characters leave nothing to draw
SELECT setseed(0.5);
SELECT random() AS drawn \gset
SELECT setseed(0.5);
SELECT uscc_random('91350100M000100Y4'), random() = :drawn AS nothing_drawn_before;
SELECT uscc_random('0');
SELECT uscc_random('91350100M000100Y44');
SELECT uscc_random('913501统');
SELECT uscc_random(repeat('9', 100));
SELECT uscc_is_valid(uscc_random(NULL)::text);
