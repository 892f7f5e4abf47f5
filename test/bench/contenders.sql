-- What a column of codes could be, on :rows distinct codes; read by bench.sql and
-- growth.sql.  All have the same rows in the same order, and what represents a
-- code sorts as the code does, so that the same comparisons are made.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
CREATE EXTENSION uscc;
CREATE EXTENSION isn;
\i test/lib/codes.sql

-- The check that people write today: MOD 31 in a loop, in one expression, or only
-- the form.
CREATE FUNCTION check_plpgsql(code text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    alphabet constant text := '0123456789ABCDEFGHJKLMNPQRTUWXY';
    weights constant int[] := '{1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28}';
    total int := 0;
    place int;
BEGIN
    IF length(code) <> 18 THEN
        RETURN false;
    END IF;
    FOR i IN 1 .. 17 LOOP
        place := position(substr(code, i, 1) IN alphabet) - 1;
        IF place < 0 THEN
            RETURN false;
        END IF;
        total := total + place * weights[i];
    END LOOP;
    RETURN substr(alphabet, (31 - total % 31) % 31 + 1, 1) = substr(code, 18, 1);
END $$;
CREATE FUNCTION check_sql(code text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT
    RETURN (SELECT length(code) = 18 AND min(strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1))) > 0 AND
                   substr('0123456789ABCDEFGHJKLMNPQRTUWXY',
                          (31 - sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1)) - 1) *
                                    ('{1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28}'::int[])[i])::int % 31) % 31 + 1, 1) = substr(code, 18, 1)
            FROM generate_series(1, 17) AS i);

-- name: definition of the column; what represents the nth code c
CREATE TABLE contender (n int, name text, definition text, value text);
INSERT INTO contender VALUES
    (1, 'uscc', 'uscc', 'c'),
    (2, 'bigint', 'bigint', 'nth * 461168601842'),
    (3, 'text', 'text', 'c::text'),
    (4, 'text, C', 'text COLLATE "C"', 'c::text'),
    (5, 'varchar', 'varchar(18)', 'c::text'),
    (6, 'uuid', 'uuid', $$(lpad(to_hex(nth), 16, '0') || substr(md5(nth::text), 1, 16))::uuid$$),
    (7, 'ean13', 'ean13', $$ean13_of(200000000000 + nth)$$),
    (8, 'text, regexp', $$text CHECK (v ~ '^[1-9A-HJ-NP-RTUWXY][1-9][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$')$$, NULL),
    (9, 'text, SQL', 'text CHECK (check_sql(v))', NULL),
    (10, 'text, PL/pgSQL', 'text CHECK (check_plpgsql(v))', NULL);
CREATE FUNCTION ean13_of(n bigint) RETURNS ean13 LANGUAGE sql IMMUTABLE STRICT
    RETURN (n::text || (10 - (SELECT sum(substr(n::text, i, 1)::int * CASE i % 2 WHEN 0 THEN 3 ELSE 1 END)
                              FROM generate_series(1, 12) AS i) % 10) % 10)::ean13;

CREATE TABLE code AS SELECT c, row_number() OVER (ORDER BY c) AS nth, random() AS place, random() AS probe
    FROM (SELECT DISTINCT code AS c FROM company) AS d;
DROP TABLE company, county, share;
SELECT format('CREATE TABLE %I AS SELECT (%s)::%s AS v FROM code ORDER BY place', 'of ' || name, value, split_part(definition, ' COLLATE', 1)) AS command,
       CASE WHEN name = 'text, C' THEN 'ALTER TABLE "of text, C" ALTER v TYPE text COLLATE "C"' END AS then
FROM contender WHERE value IS NOT NULL ORDER BY n \gexec
