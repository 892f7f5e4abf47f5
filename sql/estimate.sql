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
SELECT condition, truth, estimate BETWEEN truth / 2 AND truth * 2 + 50 AS near
FROM (VALUES ('code ^@ $$$$'), ('code ^@ $$9$$'), ('code ^@ $$9153$$'), ('code ^@ $$12$$'), ('code ^@ $$Y$$'), ('code ^@ $$Y1$$'),
             ('region <@ $$11$$'), ('region <@ $$35$$'), ('region <@ $$65$$'),
             ('person ^@ $$110105$$'), ('person ^@ $$11010519$$'), ('person ^@ $$1101052$$'), ('person ^@ $$11010520$$'),
             ('person ^@ $$110105205$$'), ('person ^@ $$31$$')) AS v (condition),
     estimate(condition), truth(condition);
DROP TABLE spread;
DROP FUNCTION estimate, truth;
