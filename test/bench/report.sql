-- What bench.sql and pgbench measured, as a table, and as CSV for the plot.
DELETE FROM run WHERE round = 0;

CREATE VIEW result AS
    SELECT u.work, o.contender,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY o.seconds / o.rows) * 1e9 AS nanoseconds,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY u.seconds) / percentile_cont(0.5) WITHIN GROUP (ORDER BY o.seconds) AS ratio,
           min(u.seconds / o.seconds) AS lowest, max(u.seconds / o.seconds) AS highest, count(*) AS rounds
    FROM run AS u JOIN run AS o USING (work, round)
    WHERE u.contender = 'uscc'
    GROUP BY 1, 2;

CREATE TABLE size AS
    SELECT name AS contender, pg_relation_size('"of ' || name || '"') / 8192 AS heap,
           pg_relation_size('"keyed ' || name || '_pkey"') / 8192 AS index
    FROM contender WHERE value IS NOT NULL;

\pset footer off
\pset null ''
\echo
\echo Time of uscc divided by time of the other: median, and lowest and highest of the rounds
SELECT work, contender,
       CASE WHEN ratio < 0.095 THEN to_char(ratio, 'FM0.000') || to_char(lowest, ' (FM0.000') || to_char(highest, '-FM0.000)')
            ELSE to_char(ratio, 'FM990.00') || to_char(lowest, ' (FM990.00') || to_char(highest, '-FM990.00)') END AS ratio
FROM result JOIN contender ON name = contender
WHERE contender <> 'uscc'
ORDER BY work, n
\crosstabview work contender ratio
\echo
\echo Time of one way to ask divided by that of another: median, and lowest and highest of the rounds
SELECT work, to_char(percentile_cont(0.5) WITHIN GROUP (ORDER BY this) / percentile_cont(0.5) WITHIN GROUP (ORDER BY that), 'FM990.00') ||
           to_char(min(this / that), ' (FM990.00') || to_char(max(this / that), '-FM990.00)') AS ratio, bound AS at_most
FROM ratio WHERE round > 0 GROUP BY work, bound ORDER BY work COLLATE "C";
\echo
\echo Pages of 8 kB, without and with an index, and as a share of those of text
SELECT contender, size.heap, round(size.heap::numeric / text.heap, 2) AS of_text, size.index, round(size.index::numeric / text.index, 2) AS of_text
FROM size JOIN contender ON name = contender, (SELECT heap, index FROM size WHERE contender = 'text') AS text ORDER BY n;

SELECT format('COPY (SELECT work, contender, round(nanoseconds::numeric, 1) AS nanoseconds_per_row, round(ratio::numeric, 4) AS uscc_divided_by_it, round(lowest::numeric, 4) AS lowest, round(highest::numeric, 4) AS highest, rounds FROM result JOIN contender ON name = contender ORDER BY work, n) TO %L (FORMAT csv, HEADER)', :'files' || '/bench.csv') \gexec
SELECT format('COPY size TO %L (FORMAT csv, HEADER)', :'files' || '/size.csv') \gexec
