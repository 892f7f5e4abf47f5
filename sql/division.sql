-- Divisions: hierarchy by digits, names by table.
SELECT code, adcode_level(code), adcode_parent(code), adcode_province(code), adcode_prefecture(code), adcode_name(code), adcode_path(code)
FROM (VALUES ('350102'::adcode), ('350100'), ('350000'), ('110105'), ('110100'), ('659001'), ('500157'),
             ('100000'), ('990000')) AS v (code);
-- abolished divisions keep their names; what no table knows has those above it
SELECT code, adcode_name(code), adcode_path(code)
FROM (VALUES ('132426'::adcode), ('422921'), ('350198'), ('230199'), ('990100'), ('056001'), ('000000'),
             ('810000'), ('820000'), ('830000')) AS v (code);
SELECT adcode_name('350000'::adcode, 'en'), adcode_name('990000'::adcode, 'en'), adcode_name('350100'::adcode, 'en');
SELECT adcode_name('350000'::adcode, 'fr');
SELECT adcode_name(NULL::adcode), adcode_path(NULL), adcode_level(NULL), adcode_parent(NULL);
SELECT uscc_region_name('91350102M000100Y4L'::uscc);
SELECT code, uscc_region_name(code), uscc_region_name(code, 'en'), adcode_path(uscc_region(code))
FROM (VALUES ('91350100M000100Y43'::uscc), ('12100000400000624D'), ('91053914MA0NMDRT2G')) AS v (code);

-- All that is known, to join with.
SELECT level, count(*) > 30 AS many, count(*) FILTER (WHERE last_year IS NULL) > 0 AS today
FROM adcode_divisions GROUP BY level ORDER BY level;
SELECT * FROM adcode_divisions WHERE level IN ('national', 'province') ORDER BY code;
SELECT * FROM adcode_divisions WHERE parent = '350000' AND last_year IS NULL ORDER BY code;
SELECT count(*) AS without_parent_name FROM adcode_divisions d
WHERE level = 'county' AND last_year IS NULL
  AND NOT EXISTS (SELECT FROM adcode_divisions p WHERE p.code = d.parent);
-- the functions and the view agree: in the year of a change the newer name counts
SELECT bool_and(name_zh = adcode_name(code, 'zh', last_year - 1)) FILTER (WHERE first_year IS DISTINCT FROM last_year) AS agree,
       bool_and(name_zh = adcode_name(code, year => first_year)) FILTER (WHERE first_year IS NOT NULL) AS newer_name,
       bool_and(name_en IS NOT DISTINCT FROM adcode_name(code, 'en')
                AND level = adcode_level(code) AND parent IS NOT DISTINCT FROM adcode_parent(code)) AS agree_otherwise,
       count(*) = count(DISTINCT (code, first_year)) AS one_row_a_name
FROM adcode_divisions;
SELECT bool_and(name_zh = adcode_name(code)) AS last_name
FROM (SELECT DISTINCT ON (code) code, name_zh FROM adcode_divisions ORDER BY code, last_year DESC NULLS FIRST) AS d;

-- Names by year
SELECT * FROM adcode_divisions WHERE code IN ('320411', '332522', '422921', '530821') ORDER BY code, first_year;
SELECT year, adcode_name('320411', 'zh', year), adcode_name('530821', year => year), adcode_name('350000', 'en', year),
       adcode_path('530821', year), adcode_path('332522', year), adcode_path('420606', year => year)
FROM unnest(ARRAY[1980, 1990, 2002, 2003, 2006, 2007, 2026, NULL]) AS year;
SELECT adcode_name(NULL, year => 1990), adcode_name('320411', NULL, 1990), adcode_path(NULL, 1990),
       adcode_name('320411', year => -2147483647), adcode_name('110103', year => -2147483648) = adcode_name('110103', year => 0) AS unbounded, adcode_name('320411', year => 2147483647);
SELECT adcode_name('320411', 'fr', 1990);

-- Where an abolished division lives on: itself, if it is in use; several, where it
-- was divided; none, where that is not known.
SELECT code, adcode_name(code), array_agg(s) AS today, string_agg(adcode_path(s), ' ') AS path
FROM (VALUES ('110103'::adcode), ('110101'), ('332522'), ('320586'), ('532722'), ('332500'), ('422400'), ('510200'),
             ('350198'), ('110200'), ('000000')) AS v (code) LEFT JOIN LATERAL adcode_successors(code) AS s ON true
GROUP BY code ORDER BY code;
SELECT adcode_successors(NULL);
SELECT count(*) FILTER (WHERE last_year IS NOT NULL) = 0 AS all_in_use, count(*) = count(d.code) AS all_known
FROM (SELECT DISTINCT s FROM adcode_divisions, adcode_successors(code) AS s) AS today
LEFT JOIN adcode_divisions AS d ON d.code = s AND d.last_year IS NULL;
SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM adcode_successors(code))) * 100 / count(*) >= 95 AS most_are_known
FROM (SELECT DISTINCT code FROM adcode_divisions WHERE level = 'county'
      GROUP BY code HAVING bool_and(last_year IS NOT NULL)) AS abolished;

-- Contains: a province what begins with its two digits, a prefecture with its
-- four, a county only itself.
SELECT a, b, a <@ b AS within, b @> a AS contains
FROM (VALUES ('350102'::adcode, '35'::adcode), ('350102', '3501'), ('350102', '350102'), ('350102', '350103'),
             ('350100', '350100'), ('35', '3501'), ('360000', '35'), ('359999', '35'), ('350199', '3501'),
             ('110105', '100000'), ('100100', '100000')) AS v (a, b);
SELECT '350102'::adcode <@ NULL, NULL::adcode <@ '35'::adcode;
SELECT '91350100M000100Y43'::uscc <@ '35'::adcode AS province, '91350100M000100Y43'::uscc <@ '3502'::adcode AS prefecture,
       '3501'::adcode @> '91350100M000100Y43'::uscc AS contains;
SELECT adcode_first('35'), adcode_last('35'), adcode_last('3501'), adcode_last('350102'), adcode_last('3501023'), adcode_last('x');
SELECT '91350100M000100Y43'::uscc <@ '35x';
SELECT '91350100M000100Y43'::uscc <@ '1234567';
