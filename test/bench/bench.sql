-- Times pieces of work, alternating between the contenders, in rounds of which the
-- first warms up.  Table run holds the seconds; ratios are of one run.
\i test/bench/contenders.sql
CREATE TABLE run (work text, contender text, round int, rows float8, seconds float8);

-- what is joined, and what is looked up
SELECT format('CREATE TABLE %I AS SELECT (%s)::%s AS v FROM code ORDER BY probe', 'probe ' || name, value, split_part(definition, ' COLLATE', 1)),
       CASE WHEN name = 'text, C' THEN 'ALTER TABLE "probe text, C" ALTER v TYPE text COLLATE "C"' END
FROM contender WHERE value IS NOT NULL ORDER BY n \gexec
SELECT format('CREATE TABLE %I AS SELECT * FROM %I LIMIT 100000', 'few ' || name, 'probe ' || name),
       format('CREATE TABLE %I AS SELECT * FROM %I', 'keyed ' || name, 'of ' || name),
       format('ALTER TABLE %I ADD PRIMARY KEY (v)', 'keyed ' || name)
FROM contender WHERE value IS NOT NULL ORDER BY n \gexec
-- for INSERT by pgbench
CREATE TABLE drawn AS SELECT row_number() OVER () AS n, * FROM (
    SELECT c::text AS uscc, (nth * 461168601842)::text AS bigint FROM code ORDER BY probe LIMIT 100000) AS c;
ALTER TABLE drawn ADD PRIMARY KEY (n);
VACUUM ANALYZE;

-- One piece of work: @ is the contender's name.  Slow contenders get a tenth of
-- the rows.
CREATE PROCEDURE measure(work text, round int, command text, contenders text[], rows float8, prepare text DEFAULT 'SELECT 1', clear text DEFAULT 'SELECT 1')
LANGUAGE plpgsql AS $$
DECLARE
    contender text;
    started timestamptz;
BEGIN
    RAISE WARNING 'round % of %: %', round, current_setting('bench.rounds'), work;
    FOR i IN 1 .. array_length(contenders, 1) LOOP
        contender := contenders[CASE round % 2 WHEN 0 THEN i ELSE array_length(contenders, 1) + 1 - i END];
        EXECUTE replace(replace(prepare, '@definition', (SELECT definition FROM contender AS c WHERE c.name = contender)), '@', contender);
        COMMIT;
        started := clock_timestamp();
        EXECUTE replace(command, '@', contender);
        INSERT INTO run VALUES (work, contender, round, rows, extract(epoch FROM clock_timestamp() - started));
        EXECUTE clear;
        COMMIT;
    END LOOP;
END $$;

-- The same question in two ways, which must find the same.
CREATE PROCEDURE compare(work text, round int, one text, one_command text, other text, other_command text, rows float8)
LANGUAGE plpgsql AS $$
DECLARE
    started timestamptz;
    found text;
    before text;
BEGIN
    RAISE WARNING 'round % of %: %', round, current_setting('bench.rounds'), work;
    FOR i IN 0 .. 1 LOOP
        started := clock_timestamp();
        EXECUTE 'SELECT md5(string_agg(q::text, '','' ORDER BY q::text COLLATE "C")) FROM (' ||
            CASE (round + i) % 2 WHEN 0 THEN one_command ELSE other_command END || ') AS q' INTO found;
        INSERT INTO run VALUES (work, CASE (round + i) % 2 WHEN 0 THEN one ELSE other END, round, rows,
                                extract(epoch FROM clock_timestamp() - started));
        IF before <> found THEN
            RAISE EXCEPTION '%: different answers', work;
        END IF;
        before := found;
    END LOOP;
    COMMIT;
END $$;

SELECT set_config('bench.files', :'files', false) AS files, set_config('bench.rounds', :'rounds', false) AS rounds \gset
SELECT format('COPY %I TO %L', 'of ' || name, :'files' || '/' || name || '.txt'),
       -- ean13 has no binary form
       CASE WHEN name <> 'ean13' THEN format('COPY %I TO %L (FORMAT binary)', 'of ' || name, :'files' || '/' || name || '.bin') END
FROM contender WHERE value IS NOT NULL ORDER BY n \gexec
SELECT format('COPY (SELECT v FROM "of text" LIMIT %s) TO %L', (SELECT count(*) FROM code) / 10, :'files' || '/few.txt') \gexec
SET max_parallel_workers_per_gather = 0;
DO $$
DECLARE
    files text := current_setting('bench.files');
    types text[] := (SELECT array_agg(name ORDER BY n) FROM contender WHERE value IS NOT NULL);
    binary_types text[] := array_remove(types, 'ean13');
    checked text[] := '{uscc,text,"text, regexp"}';
    slow text[] := '{uscc,text,"text, SQL","text, PL/pgSQL"}';
    three text[] := '{uscc,bigint,text}';
    n float8 := (SELECT count(*) FROM code);
    target text := 'CREATE UNLOGGED TABLE target (v @definition)';
BEGIN
    FOR round IN 0 .. current_setting('bench.rounds')::int LOOP
        CALL measure('COPY in, text', round, format('COPY target FROM %L', files || '/@.txt'), types, n, target, 'DROP TABLE target');
        CALL measure('COPY in, checked', round, format('COPY target FROM %L', files || '/text.txt'), checked, n, target, 'DROP TABLE target');
        CALL measure('COPY in, checked by functions', round, format('COPY target FROM %L', files || '/few.txt'), slow, n / 10, target, 'DROP TABLE target');
        CALL measure('COPY in, binary', round, format('COPY target FROM %L (FORMAT binary)', files || '/@.bin'), binary_types, n, target, 'DROP TABLE target');
        CALL measure('COPY out, text', round, 'COPY "of @" TO ''/dev/null''', types, n);
        CALL measure('COPY out, binary', round, 'COPY "of @" TO ''/dev/null'' (FORMAT binary)', binary_types, n);
        CALL measure('primary key build', round, 'CREATE UNIQUE INDEX measured ON "of @" (v)', types, n, clear => 'DROP INDEX measured');
        CALL measure('look-up by key', round, 'SELECT count(*) FROM "few @" AS p, LATERAL (SELECT FROM "keyed @" AS k WHERE k.v = p.v OFFSET 0) AS found', types, least(n, 100000),
                     'SELECT set_config(''enable_seqscan'', ''on'', false)');
        CALL measure('sort', round, 'SELECT v FROM "of @" ORDER BY v OFFSET 1000000000', types, n);
        CALL measure('distinct', round, 'SELECT count(*) FROM (SELECT DISTINCT v FROM "of @") AS d', types, n);
        CALL measure('hash join', round, 'SET LOCAL enable_mergejoin = off; SELECT count(*) FROM "of @" JOIN "probe @" USING (v)', types, n);
        CALL measure('merge join', round, 'SET LOCAL enable_hashjoin = off; SELECT count(*) FROM "of @" JOIN "probe @" USING (v)', types, n);
        CALL measure('ANALYZE', round, 'ANALYZE "of @"', types, n);
        CALL measure('2 workers: sort', round, 'SET LOCAL max_parallel_workers_per_gather = 2; SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0; SELECT v FROM "of @" ORDER BY v OFFSET 1000000000', three, n);
        CALL measure('2 workers: hash join', round, 'SET LOCAL max_parallel_workers_per_gather = 2; SET LOCAL parallel_setup_cost = 0; SET LOCAL enable_mergejoin = off; SELECT count(*) FROM "of @" JOIN "probe @" USING (v)', three, n);
    END LOOP;
END $$;

-- Questions about fields, as they are asked of text.
SELECT format('CREATE INDEX ON "keyed uscc" (uscc_region(v))'), 'CREATE INDEX ON "keyed uscc" (uscc_department(v), uscc_category(v))',
       'CREATE INDEX ON "keyed text" (substr(v, 3, 6) text_pattern_ops)', 'CREATE INDEX ON "keyed text" (substr(v, 1, 1))',
       'CREATE INDEX ON "keyed text" (v text_pattern_ops)' \gexec
-- the limit: a field that is a column of its own, an integer
CREATE TABLE "department bigint" AS SELECT ascii(uscc_department(c))::bigint AS v FROM code ORDER BY place;
CREATE TABLE "region bigint" AS SELECT uscc_region(c)::int::bigint AS v FROM code ORDER BY place;
VACUUM ANALYZE "keyed uscc", "keyed text", "department bigint", "region bigint";
DO $$
DECLARE
    n float8 := (SELECT count(*) FROM code);
    question text[];
    questions text[] := ARRAY[
        -- work, of uscc, of text; of the whole table and by an index
        ARRAY['no filter', 'SELECT count(*) FROM "# uscc"', 'SELECT count(*) FROM "# text"'],
        ARRAY['filter by department', 'SELECT count(*) FROM "# uscc" WHERE uscc_department(v) = ''5''', 'SELECT count(*) FROM "# text" WHERE substr(v, 1, 1) = ''5'''],
        ARRAY['filter by province', 'SELECT count(*) FROM "# uscc" WHERE v <@ ''35''', 'SELECT count(*) FROM "# text" WHERE substr(v, 3, 2) = ''35'''],
        ARRAY['filter by prefecture', 'SELECT count(*) FROM "# uscc" WHERE v <@ ''3501''', 'SELECT count(*) FROM "# text" WHERE substr(v, 3, 4) = ''3501'''],
        ARRAY['filter by county', 'SELECT count(*) FROM "# uscc" WHERE uscc_region(v) = ''350102''', 'SELECT count(*) FROM "# text" WHERE substr(v, 3, 6) = ''350102'''],
        ARRAY['filter by prefix', 'SELECT count(*) FROM "# uscc" WHERE v ^@ ''913501''', 'SELECT count(*) FROM "# text" WHERE v LIKE ''913501%'''],
        ARRAY['group by department', 'SELECT uscc_department(v), count(*) FROM "# uscc" GROUP BY 1', 'SELECT substr(v, 1, 1), count(*) FROM "# text" GROUP BY 1'],
        ARRAY['group by province', 'SELECT adcode_province(uscc_region(v)), count(*) FROM "# uscc" GROUP BY 1', 'SELECT rpad(substr(v, 3, 2), 6, ''0''), count(*) FROM "# text" GROUP BY 1'],
        ARRAY['validate text', 'SELECT count(*) FROM "of text" WHERE uscc_is_valid(v)', 'SELECT count(*) FROM "of text" WHERE v ~ ''^[1-9A-HJ-NP-RTUWXY][1-9][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$''']];
BEGIN
    FOR round IN 0 .. current_setting('bench.rounds')::int LOOP
        FOREACH question SLICE 1 IN ARRAY questions LOOP
            CALL compare(question[1], round, 'uscc', replace(question[2], '#', 'of'), 'text', replace(question[3], '#', 'of'), n);
        END LOOP;
        CALL measure('filter by department', round, 'SELECT count(*) FROM "department @" WHERE v = 53', '{bigint}', n);
        CALL measure('filter by county', round, 'SELECT count(*) FROM "region @" WHERE v = 350102', '{bigint}', n);
        CALL measure('group by department', round, 'SELECT v, count(*) FROM "department @" GROUP BY 1', '{bigint}', n);
        CALL compare('validate text, PL/pgSQL', round, 'uscc', 'SELECT count(*) FROM (SELECT v FROM "of text" LIMIT ' || n / 10 || ') AS t WHERE uscc_is_valid(v)',
                     'text', 'SELECT count(*) FROM (SELECT v FROM "of text" LIMIT ' || n / 10 || ') AS t WHERE check_plpgsql(v)', n / 10);
        SET max_parallel_workers_per_gather = 2;
        SET parallel_setup_cost = 0;
        CALL compare('2 workers: filter by county', round, 'uscc', replace(questions[5][2], '#', 'of'), 'text', replace(questions[5][3], '#', 'of'), n);
        RESET parallel_setup_cost;
        SET max_parallel_workers_per_gather = 0;
        CALL compare('index: department and category', round, 'uscc', 'SELECT count(*) FROM "keyed uscc" WHERE v ^@ ''53''', 'text', 'SELECT count(*) FROM "keyed text" WHERE v LIKE ''53%''', 1);
        CALL compare('index: province', round, 'uscc', 'SELECT count(*) FROM "keyed uscc" WHERE v <@ ''35''', 'text', 'SELECT count(*) FROM "keyed text" WHERE substr(v, 3, 6) LIKE ''35%''', 1);
        CALL compare('index: county', round, 'uscc', 'SELECT count(*) FROM "keyed uscc" WHERE uscc_region(v) = ''350102''', 'text', 'SELECT count(*) FROM "keyed text" WHERE substr(v, 3, 6) = ''350102''', 1);
    END LOOP;
END $$;

-- What must not cost more than another way to ask the same: ratios of two commands, each
-- run so many times.
CREATE TABLE ratio (work text, bound text, round int, this float8, that float8);
CREATE PROCEDURE compare_times(work text, bound text, round int, times int, this text, that text)
LANGUAGE plpgsql AS $$
DECLARE
    started timestamptz;
    seconds float8[] := '{0,0}';
    way int;
BEGIN
    RAISE WARNING 'round % of %: %', round, current_setting('bench.rounds'), work;
    FOR i IN 0 .. 2 * times - 1 LOOP
        way := (round + i) % 2 + 1;
        started := clock_timestamp();
        EXECUTE CASE way WHEN 1 THEN this ELSE that END;
        seconds[way] := seconds[way] + extract(epoch FROM clock_timestamp() - started);
    END LOOP;
    INSERT INTO ratio VALUES (work, bound, round, seconds[1], seconds[2]);
    COMMIT;
END $$;
CREATE TABLE "two codes" AS SELECT c AS code, uscc_region(c) AS region, nth AS id FROM code ORDER BY place;
CREATE TABLE "two numbers" AS SELECT nth * 461168601842 AS code, uscc_region(c)::int AS region, nth AS id FROM code ORDER BY place;
CREATE INDEX ON "two codes" (id);
CREATE INDEX ON "two numbers" (id);
CREATE INDEX ON "two codes" (region);
CREATE INDEX ON "two numbers" (region);
VACUUM ANALYZE "two codes", "two numbers";
DO $$
DECLARE
    two text := 'EXPLAIN SELECT * FROM # AS a JOIN # AS b USING (region) WHERE a.id = 1';
    five text := 'EXPLAIN SELECT * FROM # AS a JOIN # AS b USING (region) JOIN # AS c USING (region) JOIN # AS d USING (region) JOIN # AS e USING (region) WHERE a.id = 1';
    question text := 'SELECT count(*) FROM "%s" WHERE v %s %L';
    list text := 'SELECT count(*) FROM "%s" WHERE v = ANY (%L::text[])';
    plan text := 'EXPLAIN SELECT * FROM "%s" WHERE region = ANY (%L::%s[])';
    strings text[] := ARRAY(SELECT v FROM "of text" LIMIT 10);
    regions text[] := ARRAY(SELECT DISTINCT region::text FROM "two numbers" LIMIT 100);
BEGIN
    FOR round IN 0 .. current_setting('bench.rounds')::int LOOP
        CALL compare_times('LIKE ''9135%'' by index / ^@ ''9135''', '1.2', round, 20, format(question, 'keyed uscc', 'LIKE', '9135%'), format(question, 'keyed uscc', '^@', '9135'));
        CALL compare_times('LIKE ''%3501%'' of uscc / of text', '1.5', round, 1, format(question, 'of uscc', 'LIKE', '%3501%'), format(question, 'of text', 'LIKE', '%3501%'));
        CALL compare_times('= ANY (text[]) of 10 without an index: uscc / text', '2', round, 1, format(list, 'of uscc', strings), format(list, 'of text', strings));
        CALL compare_times('planning = ANY of 100: text[] on adcode / int8[] on int4', '2', round, 100, format(plan, 'two codes', regions, 'text'), format(plan, 'two numbers', regions, 'int8'));
        CALL compare_times('planning a join of 2 tables on adcode / on int4', '1.2', round, 100, replace(two, '#', '"two codes"'), replace(two, '#', '"two numbers"'));
        CALL compare_times('planning a join of 5 tables on adcode / on int4', '1.2', round, 50, replace(five, '#', '"two codes"'), replace(five, '#', '"two numbers"'));
        CALL compare_times('ANALYZE of uscc / of bigint', '1.3', round, 3, 'ANALYZE "of uscc"', 'ANALYZE "of bigint"');
    END LOOP;
END $$;
CREATE STATISTICS "of codes" (dependencies) ON code, region FROM "two codes";
CREATE STATISTICS "of numbers" (dependencies) ON code, region FROM "two numbers";
DO $$
BEGIN
    FOR round IN 0 .. current_setting('bench.rounds')::int LOOP
        CALL compare_times('ANALYZE of uscc, adcode / of bigint, int4, with extended statistics', NULL, round, 1, 'ANALYZE "two codes" (code, region)', 'ANALYZE "two numbers" (code, region)');
    END LOOP;
END $$;
