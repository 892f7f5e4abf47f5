-- Times pieces of work, alternating between the types, and prints the ratio of
-- the medians with the lowest and highest ratio of a single round.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
CREATE EXTENSION uscc;
CREATE TABLE run (work text, type text, round int, seconds float8);

-- Codes with the shape of real ones: most of enterprises, subjects all digits
-- or MA and six characters, in no order.
SELECT setseed(0.32100) AS seed \gset
CREATE TABLE source AS
    SELECT uscc(d, '1', (p * 10000 + (random() * 20)::int * 100 + (random() * 30)::int)::adcode,
                CASE WHEN random() < 0.8 THEN lpad((random() * 99999999)::int::text, 8, '0')
                ELSE 'MA' || translate(upper(lpad(to_hex((random() * 1e9)::bigint), 6, '0')), 'IOSVZ', '23456')
                END::varchar(8)) AS code
    FROM (SELECT CASE WHEN random() < 0.92 THEN '9' ELSE '5' END AS d,
                 ('{11,12,13,14,15,21,22,23,31,32,33,34,35,36,37,41,42,43,44,45,46,50,51,52,53,54,61,62,63,64,65}'::int[])[1 + (random() * 30)::int] AS p
          FROM generate_series(1, (:rows * 1.01)::int)) AS head;
CREATE TABLE of_uscc AS SELECT code AS v FROM (SELECT DISTINCT code FROM source) AS d ORDER BY random() LIMIT :rows;
-- The bigints are of the same size, order and arrangement, so that the same
-- comparisons are made.
CREATE TEMPORARY TABLE as_bigint AS SELECT v, row_number() OVER (ORDER BY v) * 9223372036854 AS n, random() AS place FROM of_uscc;
CREATE TABLE of_bigint AS SELECT n AS v FROM of_uscc JOIN as_bigint USING (v) ORDER BY of_uscc.ctid;
CREATE TABLE of_text AS SELECT v::text AS v FROM of_uscc;
CREATE TABLE probe_uscc AS SELECT v FROM as_bigint ORDER BY place;
CREATE TABLE probe_bigint AS SELECT n AS v FROM as_bigint ORDER BY place;
CREATE TABLE probe_text AS SELECT v::text AS v FROM as_bigint ORDER BY place;
VACUUM ANALYZE;

CREATE PROCEDURE measure(work text, round int, command text) LANGUAGE plpgsql AS $$
DECLARE
    type text;
    started timestamptz;
BEGIN
    FOREACH type IN ARRAY CASE round % 2 WHEN 0 THEN '{uscc,bigint,text}' ELSE '{text,bigint,uscc}' END::text[] LOOP
        EXECUTE format('CREATE UNLOGGED TABLE target (v %s)', type);
        started := clock_timestamp();
        EXECUTE replace(command, '@', type);
        INSERT INTO run VALUES (work, type, round, extract(epoch FROM clock_timestamp() - started));
        DROP TABLE target;
        DROP INDEX IF EXISTS measured;
        COMMIT;
    END LOOP;
END $$;

SELECT set_config('bench.files', :'files', false) AS files, set_config('bench.rounds', :'rounds', false) AS rounds \gset
DO $$
DECLARE
    files text := current_setting('bench.files');
    type text;
BEGIN
    FOREACH type IN ARRAY '{uscc,bigint,text}'::text[] LOOP
        EXECUTE format('COPY of_%s TO %L', type, files || '/of_' || type || '.txt');
        EXECUTE format('COPY of_%s TO %L (FORMAT binary)', type, files || '/of_' || type || '.bin');
    END LOOP;
    FOR round IN 0 .. current_setting('bench.rounds')::int LOOP
        CALL measure('COPY in, text', round, format('COPY target FROM %L', files || '/of_@.txt'));
        CALL measure('COPY in, binary', round, format('COPY target FROM %L (FORMAT binary)', files || '/of_@.bin'));
        CALL measure('COPY out, text', round, format('COPY of_@ TO %L', '/dev/null'));
        CALL measure('COPY out, binary', round, format('COPY of_@ TO %L (FORMAT binary)', '/dev/null'));
        CALL measure('index build', round, 'CREATE INDEX measured ON of_@ (v)');
        CALL measure('sort', round, 'SELECT v FROM of_@ ORDER BY v OFFSET 100000000');
        CALL measure('hash join', round, 'SET LOCAL enable_mergejoin = off; SELECT count(*) FROM of_@ JOIN probe_@ USING (v)');
        CALL measure('distinct', round, 'SELECT count(*) FROM (SELECT DISTINCT v FROM of_@) AS d');
    END LOOP;
END $$;
-- the first round warms up
DELETE FROM run WHERE round = 0;

CREATE VIEW ratio AS
    SELECT u.work, o.type AS other,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY u.seconds) AS seconds,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY u.seconds) /
           percentile_cont(0.5) WITHIN GROUP (ORDER BY o.seconds) AS ratio,
           min(u.seconds / o.seconds) AS lowest, max(u.seconds / o.seconds) AS highest
    FROM run u JOIN run o USING (work, round)
    WHERE u.type = 'uscc' AND o.type <> 'uscc'
    GROUP BY 1, 2;
\pset footer off
SELECT work, 'uscc / ' || other AS compared, round(seconds::numeric, 3) AS "uscc, s", round(ratio::numeric, 2) AS ratio,
       round(lowest::numeric, 2) || ' - ' || round(highest::numeric, 2) AS spread
FROM ratio ORDER BY 1, 2;

CREATE INDEX pages_uscc ON of_uscc (v);
CREATE INDEX pages_bigint ON of_bigint (v);
CREATE INDEX pages_text ON of_text (v);
SELECT kind AS pages, max(relpages) FILTER (WHERE type = 'uscc') AS uscc,
       max(relpages) FILTER (WHERE type = 'bigint') AS bigint, max(relpages) FILTER (WHERE type = 'text') AS text
FROM (SELECT CASE relkind WHEN 'i' THEN 'index' ELSE 'heap' END AS kind, split_part(relname, '_', 2) AS type, relpages
      FROM pg_class WHERE relname LIKE 'of\_%' OR relname LIKE 'pages\_%') AS c
GROUP BY 1 ORDER BY 1;
