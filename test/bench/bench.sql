-- Times pieces of work, alternating between the types, and prints the ratio of
-- the medians with the lowest and highest ratio of a single round.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
CREATE EXTENSION uscc;
CREATE TABLE run (work text, type text, round int, seconds float8);

\i test/codes.sql
CREATE TABLE of_uscc AS SELECT code AS v FROM (SELECT DISTINCT code FROM company) AS d ORDER BY random();
-- The others are of the same order and arrangement, so that the same comparisons
-- are made.
CREATE TEMPORARY TABLE as_bigint AS SELECT v, row_number() OVER (ORDER BY v) * 9223372036854 AS n, random() AS place FROM of_uscc;
CREATE TABLE of_bigint AS SELECT n AS v FROM of_uscc JOIN as_bigint USING (v) ORDER BY of_uscc.ctid;
CREATE TABLE of_text AS SELECT v::text AS v FROM of_uscc;
CREATE FUNCTION nth_orgcode(n bigint) RETURNS orgcode RETURN orgcode_from_body(lpad(n::text, 8, '0'));
CREATE FUNCTION nth_citizen_id(n bigint) RETURNS citizen_id
    RETURN citizen_id_first(lpad((n / 900)::text, 6, '0') || '19500101' || lpad((1 + n % 900)::text, 3, '0'));
CREATE TABLE of_orgcode AS SELECT nth_orgcode(n / 9223372036854) AS v FROM of_uscc JOIN as_bigint USING (v) ORDER BY of_uscc.ctid;
CREATE TABLE of_citizen_id AS SELECT nth_citizen_id(n / 9223372036854) AS v FROM of_uscc JOIN as_bigint USING (v) ORDER BY of_uscc.ctid;
CREATE TABLE probe_uscc AS SELECT v FROM as_bigint ORDER BY place;
CREATE TABLE probe_bigint AS SELECT n AS v FROM as_bigint ORDER BY place;
CREATE TABLE probe_text AS SELECT v::text AS v FROM as_bigint ORDER BY place;
CREATE TABLE probe_orgcode AS SELECT nth_orgcode(n / 9223372036854) AS v FROM as_bigint ORDER BY place;
CREATE TABLE probe_citizen_id AS SELECT nth_citizen_id(n / 9223372036854) AS v FROM as_bigint ORDER BY place;
VACUUM ANALYZE;

CREATE PROCEDURE measure(work text, round int, command text) LANGUAGE plpgsql AS $$
DECLARE
    type text;
    started timestamptz;
BEGIN
    FOREACH type IN ARRAY CASE round % 2 WHEN 0 THEN '{uscc,orgcode,citizen_id,bigint,text}'
                         ELSE '{text,bigint,citizen_id,orgcode,uscc}' END::text[] LOOP
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
    FOREACH type IN ARRAY '{uscc,orgcode,citizen_id,bigint,text}'::text[] LOOP
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

-- Questions about fields: with an index, without, and as they are asked of text.
-- A table as a user has it: a code and a name.
CREATE TABLE company_plain AS SELECT v AS code, 'company ' || md5(v::text) AS name FROM of_uscc;
CREATE TABLE company_indexed AS SELECT * FROM company_plain;
ALTER TABLE company_indexed ADD PRIMARY KEY (code);
CREATE INDEX ON company_indexed (region(code));
CREATE TABLE company_covered AS SELECT * FROM company_plain;
CREATE INDEX ON company_covered (region(code)) INCLUDE (code);
VACUUM ANALYZE company_plain, company_indexed, company_covered, of_uscc, of_text;
CREATE PROCEDURE compare(work text, round int, one text, one_command text, other text, other_command text) LANGUAGE plpgsql AS $$
DECLARE
    started timestamptz;
    found bigint;
    before bigint;
BEGIN
    FOR i IN 0 .. 1 LOOP
        started := clock_timestamp();
        EXECUTE CASE (round + i) % 2 WHEN 0 THEN one_command ELSE other_command END INTO found;
        INSERT INTO run VALUES (work, CASE (round + i) % 2 WHEN 0 THEN one ELSE other END, round,
                                extract(epoch FROM clock_timestamp() - started));
        IF before <> found THEN
            RAISE EXCEPTION '%: % and % rows', work, before, found;
        END IF;
        before := found;
    END LOOP;
    COMMIT;
END $$;
DO $$
BEGIN
    FOR round IN 0 .. current_setting('bench.rounds')::int LOOP
        CALL compare('prefix 5, by index', round, 'index', $q$SELECT count(*) FROM company_indexed WHERE code ^@ '5'$q$,
                     'scan', $q$SELECT count(*) FROM company_plain WHERE code ^@ '5'$q$);
        CALL compare('prefecture 350100, by index', round, 'index', $q$SELECT count(*) FROM company_indexed WHERE code <@ '350100'$q$,
                     'scan', $q$SELECT count(*) FROM company_plain WHERE code <@ '350100'$q$);
        CALL compare('prefecture 350100, by covering index', round, 'index', $q$SELECT count(*) FROM company_covered WHERE code <@ '350100'$q$,
                     'scan', $q$SELECT count(*) FROM company_plain WHERE code <@ '350100'$q$);
        SET enable_indexscan = off;
        SET enable_indexonlyscan = off;
        SET enable_bitmapscan = off;
        CALL compare('filter by county', round, 'uscc', $q$SELECT count(*) FROM of_uscc WHERE region(v) = '350102'$q$,
                     'text, substr', $q$SELECT count(*) FROM of_text WHERE substr(v, 3, 6) = '350102'$q$);
        CALL compare('filter by prefecture', round, 'uscc', $q$SELECT count(*) FROM of_uscc WHERE v <@ '3501'$q$,
                     'text, substr', $q$SELECT count(*) FROM of_text WHERE substr(v, 3, 4) = '3501'$q$);
        CALL compare('filter by department', round, 'uscc', $q$SELECT count(*) FROM of_uscc WHERE department(v) = '5'$q$,
                     'text, substr', $q$SELECT count(*) FROM of_text WHERE substr(v, 1, 1) = '5'$q$);
        CALL compare('filter by prefix', round, 'uscc', $q$SELECT count(*) FROM of_uscc WHERE v ^@ '913501'$q$,
                     'text, LIKE', $q$SELECT count(*) FROM of_text WHERE v LIKE '913501%'$q$);
        RESET enable_indexscan;
        RESET enable_indexonlyscan;
        RESET enable_bitmapscan;
    END LOOP;
END $$;

-- the first round warms up
DELETE FROM run WHERE round = 0;

CREATE VIEW ratio AS
    SELECT u.work, u.type AS one, o.type AS other,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY u.seconds) AS seconds,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY u.seconds) /
           percentile_cont(0.5) WITHIN GROUP (ORDER BY o.seconds) AS ratio,
           min(u.seconds / o.seconds) AS lowest, max(u.seconds / o.seconds) AS highest
    FROM run u JOIN run o USING (work, round)
    WHERE u.type IN ('uscc', 'orgcode', 'citizen_id', 'index')
      AND o.type NOT IN ('uscc', 'orgcode', 'citizen_id', 'index')
    GROUP BY 1, 2, 3;
\pset footer off
SELECT work, one || ' / ' || other AS compared, round(seconds::numeric, 4) AS seconds, round(ratio::numeric, 3) AS ratio,
       round(lowest::numeric, 3) || ' - ' || round(highest::numeric, 3) AS spread
FROM ratio ORDER BY 1, 2;

CREATE INDEX pages_uscc ON of_uscc (v);
CREATE INDEX pages_orgcode ON of_orgcode (v);
CREATE INDEX pages_citizen_id ON of_citizen_id (v);
CREATE INDEX pages_bigint ON of_bigint (v);
CREATE INDEX pages_text ON of_text (v);
SELECT substr(relname, 7) AS pages, relpages AS index,
       (SELECT relpages FROM pg_class WHERE relname = 'of_' || substr(i.relname, 7)) AS heap
FROM pg_class AS i WHERE relname LIKE 'pages\_%' ORDER BY 1;
