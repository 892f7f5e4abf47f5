-- The planner's estimates from a histogram, of intervals at both ends and inside of
-- it: within a factor of 2. (test/checks/estimates.sql asks as much of a large table.)
CREATE TABLE spread AS
    SELECT uscc_make(CASE WHEN i % 10 = 0 THEN 'Y' ELSE '9' END, '1', region, lpad(i::text, 8, '0')) AS code, region,
           citizen_id_first('110105' || to_char(date '1950-01-01' + 2 * i, 'YYYYMMDD')) AS person
    FROM generate_series(1, 20000) AS i,
         adcode((ARRAY[11, 31, 35, 44, 53])[1 + i % 5] * 10000 + i % 13 * 100 + i % 17) AS region;
ALTER TABLE spread ALTER code SET STATISTICS 1, ALTER region SET STATISTICS 1, ALTER person SET STATISTICS 1;
ANALYZE spread;
CREATE FUNCTION estimate(condition text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM spread WHERE ' || condition INTO plan;
    RETURN plan -> 0 -> 'Plan' ->> 'Plan Rows';
END $$;
CREATE FUNCTION truth(condition text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    rows bigint;
BEGIN
    EXECUTE 'SELECT count(*) FROM spread WHERE ' || condition INTO rows;
    RETURN rows;
END $$;
CREATE TABLE question (condition text);
INSERT INTO question VALUES ('code ^@ $$$$'), ('code ^@ $$9$$'), ('code ^@ $$9153$$'), ('code ^@ $$12$$'), ('code ^@ $$Y$$'), ('code ^@ $$Y1$$'),
    ('code LIKE $$9153%$$'), ('code ILIKE $$y%$$'), ('code NOT LIKE $$91%$$'), ('code LIKE $$m%$$'), ('code NOT LIKE $$m%$$'), ('code LIKE $$%$$'), ('code NOT LIKE NULL'),
    ('region <@ $$11$$'), ('region <@ $$35$$'), ('region <@ $$65$$'), ('$$35$$ @> region'), ('region <@ $$3501$$'), ('region ^@ $$35$$'),
    ('code <@ $$11$$'), ('code <@ $$3501$$'), ('$$3501$$ @> code'), ('NOT code <@ $$11$$'), ('code <@ $$65$$'), ('code <@ NULL'),
    ('person ^@ $$110105$$'), ('person ^@ $$11010519$$'), ('person ^@ $$1101052$$'), ('person ^@ $$11010520$$'),
    ('person ^@ $$110105205$$'), ('person ^@ $$31$$');
SELECT condition, truth, estimate BETWEEN truth / 2 AND truth * 2 + 50 AS near
FROM question, estimate(condition), truth(condition);

-- There are as many common values as for any type; what is kept in addition, no other
-- estimator reads.
ALTER TABLE spread ALTER code SET STATISTICS 100, ALTER region SET STATISTICS 100, ALTER person SET STATISTICS 100;
INSERT INTO spread SELECT uscc_first('91'), region, person FROM spread;
ANALYZE spread;
INSERT INTO question VALUES ('code LIKE $$91%000_$$'), ('code NOT LIKE $$9_35%$$'), ('code ILIKE $$9_35%$$'), ('code LIKE $$%0000%$$'), ('code NOT LIKE $$%0000%$$'), ('code ILIKE $$_1_3%$$'), ('region LIKE $$__01%$$'), ('region <@ $$350107$$'), ('code <@ $$350107$$');
SELECT condition, truth, estimate FROM question, estimate(condition), truth(condition)
WHERE estimate NOT BETWEEN truth / 2 AND truth * 2 + 50;
SELECT pg_stats.attname, cardinality(most_common_vals) AS common, array_length(histogram_bounds::text::text[], 1) AS bounds,
       (SELECT array_agg(kind ORDER BY kind) FROM unnest(ARRAY[stakind1, stakind2, stakind3, stakind4, stakind5]) AS kind WHERE kind >= 10000) AS own_kinds
FROM pg_stats JOIN pg_statistic ON starelid = 'spread'::regclass JOIN pg_attribute AS a ON a.attrelid = starelid AND a.attnum = staattnum AND a.attname = pg_stats.attname
WHERE tablename = 'spread' ORDER BY attname;

-- Without it, as after pg_upgrade, common values and histogram are what is known.
UPDATE pg_statistic SET stakind1 = CASE WHEN stakind1 < 10000 THEN stakind1 ELSE 0 END, stakind2 = CASE WHEN stakind2 < 10000 THEN stakind2 ELSE 0 END,
    stakind3 = CASE WHEN stakind3 < 10000 THEN stakind3 ELSE 0 END, stakind4 = CASE WHEN stakind4 < 10000 THEN stakind4 ELSE 0 END,
    stakind5 = CASE WHEN stakind5 < 10000 THEN stakind5 ELSE 0 END
WHERE starelid = 'spread'::regclass;
SELECT condition, truth, estimate FROM question, estimate(condition), truth(condition)
WHERE estimate NOT BETWEEN truth / 2 - 50 AND truth * 2 + 500;
-- without any, there is a default
DELETE FROM pg_statistic WHERE starelid = 'spread'::regclass;
SELECT condition, estimate FROM question, estimate(condition) WHERE NOT estimate BETWEEN 1 AND 40000;
DROP TABLE spread, question;
DROP FUNCTION estimate, truth;
