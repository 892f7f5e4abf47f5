-- What a row costs as a table grows to :rows: load, index build, look-up, prefix
-- query; uscc and text.  Writes lines of CSV.
\i test/bench/contenders.sql
SET max_parallel_workers_per_gather = 0;
SELECT format('COPY "of %s" TO %L', name, :'files' || '/' || name || '.txt') FROM contender WHERE name IN ('uscc', 'text') \gexec
CREATE TABLE cost (contender text, work text, round int, nanoseconds float8);
CREATE TABLE few AS SELECT c FROM code ORDER BY probe LIMIT 100000;
SELECT set_config('bench.files', :'files', false) AS files \gset
DO $$
DECLARE
    rows bigint := (SELECT count(*) FROM code);
    started timestamptz;
    contender text;
    found bigint;
BEGIN
    FOR round IN 1 .. 3 LOOP
        FOREACH contender IN ARRAY CASE round % 2 WHEN 0 THEN '{uscc,text}' ELSE '{text,uscc}' END::text[] LOOP
            EXECUTE format('CREATE TABLE grown (v %s)', contender);
            COMMIT;
            started := clock_timestamp();
            EXECUTE format('COPY grown FROM %L', current_setting('bench.files') || '/' || contender || '.txt');
            COMMIT;
            INSERT INTO cost VALUES (contender, 'load', round, extract(epoch FROM clock_timestamp() - started) * 1e9 / rows);
            started := clock_timestamp();
            CREATE UNIQUE INDEX grown_key ON grown (v);
            INSERT INTO cost VALUES (contender, 'index build', round, extract(epoch FROM clock_timestamp() - started) * 1e9 / rows);
            IF contender = 'text' THEN
                CREATE INDEX ON grown (v text_pattern_ops);
            END IF;
            COMMIT;
            ANALYZE grown;
            started := clock_timestamp();
            EXECUTE format('SELECT count(*) FROM few AS p, LATERAL (SELECT FROM grown AS k WHERE k.v = p.c::%s OFFSET 0) AS found', contender) INTO found;
            INSERT INTO cost VALUES (contender, 'look-up', round, extract(epoch FROM clock_timestamp() - started) * 1e9 / found);
            started := clock_timestamp();
            EXECUTE CASE contender WHEN 'uscc' THEN 'SELECT count(v) FROM grown WHERE v ^@ ''9135''' ELSE 'SELECT count(v) FROM grown WHERE v LIKE ''9135%''' END INTO found;
            INSERT INTO cost VALUES (contender, 'prefix query', round, extract(epoch FROM clock_timestamp() - started) * 1e9 / found);
            DROP TABLE grown;
            COMMIT;
        END LOOP;
    END LOOP;
END $$;
\pset format csv
\pset tuples_only on
SELECT (SELECT count(*) FROM code) AS rows, contender, work, round((percentile_cont(0.5) WITHIN GROUP (ORDER BY nanoseconds))::numeric, 1)
FROM cost GROUP BY 2, 3 ORDER BY 3, 2;
