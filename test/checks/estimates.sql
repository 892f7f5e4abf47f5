-- Holds the planner's estimates for departments, provinces and prefectures with
-- at least 0.1 % of the rows against the truth: within a factor of 2, without an index
-- or statistics on the region.  Prints the worst of each kind.
\set ON_ERROR_STOP on
\i test/lib/codes.sql
CREATE INDEX ON company (code);
CREATE STATISTICS company_department ON (uscc_department(code)) FROM company;
ANALYZE company;

CREATE FUNCTION estimate(condition text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM company WHERE ' || condition INTO plan;
    RETURN plan -> 0 -> 'Plan' ->> 'Plan Rows';
END $$;

CREATE TABLE question AS
    SELECT 'department' AS kind, format('uscc_department(code) = %L', uscc_department(code)) AS condition, count(*) AS truth
    FROM company GROUP BY 2
    UNION ALL
    SELECT 'department, prefix', format('code ^@ %L', uscc_department(code)), count(*) FROM company GROUP BY 2
    UNION ALL
    SELECT 'department and category, prefix', format('code ^@ %L', uscc_department(code) || uscc_category(code)), count(*) FROM company GROUP BY 2
    UNION ALL
    SELECT 'province', format('code <@ %L', adcode_province(uscc_region(code))), count(*) FROM company GROUP BY 2
    UNION ALL
    SELECT 'prefecture', format('code <@ %L', adcode_prefecture(uscc_region(code))), count(*) FROM company GROUP BY 2
    UNION ALL
    SELECT 'province, prefix', format('code ^@ %L', left(code::text, 4)), count(*) FROM company GROUP BY 2
    UNION ALL
    SELECT 'prefecture, prefix', format('code ^@ %L', left(code::text, 6)), count(*) FROM company GROUP BY 2;
CREATE TABLE answer AS
    SELECT *, greatest(estimate / truth, truth / estimate) AS factor
    FROM (SELECT *, estimate(condition) FROM question
          WHERE truth >= 0.001 * (SELECT count(*) FROM company)) AS asked;

SELECT format('# %s: %s questions, worst: %s, estimated %s, true %s, factor %s',
              kind, questions, condition, estimate, truth, round(factor::numeric, 2))
FROM (SELECT *, count(*) OVER (PARTITION BY kind) AS questions, row_number() OVER (PARTITION BY kind ORDER BY factor DESC) AS n FROM answer) AS ordered
WHERE n = 1 ORDER BY kind;
-- Of a prefix of several fields, the sample tells less: within a factor of 4.
SELECT format('%sok - %s: %s of %s estimates are within a factor of %s',
              CASE WHEN bool_and(factor <= allowed) THEN '' ELSE 'not ' END, kind,
              count(*) FILTER (WHERE factor <= allowed), count(*), allowed)
FROM answer, LATERAL (SELECT CASE WHEN kind LIKE '% prefix' AND kind <> 'department, prefix' THEN 4 ELSE 2 END AS allowed) AS a
GROUP BY kind, allowed ORDER BY kind;
