-- GiST, of extension uscc_gist: exclusion constraints, and the same rows as a scan of the
-- table for all operators and types.
SELECT count(*) = 0 AS without FROM pg_available_extensions WHERE name = 'btree_gist' \gset
\if :without
\quit
\endif
SET client_min_messages = warning;
CREATE EXTENSION uscc_gist CASCADE;
RESET client_min_messages;
SELECT opcname, opcdefault, amvalidate(opc.oid), opckeytype::regtype
FROM pg_opclass opc JOIN pg_depend dep ON dep.objid = opc.oid AND dep.classid = 'pg_opclass'::regclass AND dep.deptype = 'e'
    JOIN pg_extension ext ON ext.oid = dep.refobjid
WHERE extname = 'uscc_gist' ORDER BY 1;
-- every member has a comment
SELECT pg_describe_object(classid, objid, 0) FROM pg_depend dep JOIN pg_extension ext ON ext.oid = dep.refobjid
WHERE extname = 'uscc_gist' AND dep.deptype = 'e' AND obj_description(objid, classid::regclass::name) IS NULL;

-- Names of companies over time: at each moment a company has one.
CREATE TABLE name (code uscc, name text, during daterange, EXCLUDE USING gist (code WITH =, during WITH &&));
INSERT INTO name VALUES ('91350100M000100Y43', 'one', '[2015-01-01,2020-01-01)'), ('91350100M000100Y43', 'two', '[2020-01-01,)'),
    ('12100000400000624D', 'other', '[2015-01-01,)');
INSERT INTO name VALUES ('91350100m000100y43', 'three', '[2019-06-01,2019-07-01)');
INSERT INTO name VALUES ('12100000400000624D', 'other', '[2010-01-01,2015-01-01)');
UPDATE name SET code = '91350100M000100Y43' WHERE name = 'other' AND during @> date '2016-01-01';
SELECT code, name FROM name WHERE code = '91350100m000100y43'::text AND during @> date '2019-12-31';
-- and of a domain
CREATE DOMAIN enterprise AS uscc CHECK (VALUE ^@ '91');
CREATE TABLE address (code enterprise, during daterange, EXCLUDE USING gist (code WITH =, during WITH &&));
INSERT INTO address VALUES ('91350100M000100Y43', '[2015-01-01,2020-01-01)');
INSERT INTO address VALUES ('91350100M000100Y43', '[2016-01-01,2017-01-01)');
-- one holder for each code
CREATE TABLE holder (code uscc, holder int, EXCLUDE USING gist (code WITH =, holder WITH <>));
INSERT INTO holder VALUES ('91350100M000100Y43', 1), ('91350100M000100Y43', 1);
INSERT INTO holder VALUES ('91350100M000100Y43', 2);

-- By brute force
CREATE TABLE code AS
    SELECT code, i, uscc_region(code) AS region, uscc_orgcode(code) AS organization,
           citizen_id_first('110105' || to_char(date '1950-01-01' + i, 'YYYYMMDD')) AS citizen
    FROM (SELECT uscc_make('9', (1 + i % 3)::text, ((ARRAY[11, 31, 35, 44, 99])[1 + i / 7 % 5] * 10000 + i % 4 * 100 + i % 3)::adcode,
                           lpad((i * 7919 % 100000000)::text, 8, '0')) AS code, i
          FROM generate_series(1, 5000) AS i) AS s;
INSERT INTO code VALUES (NULL, 0, NULL, NULL, NULL);
CREATE INDEX code_gist ON code USING gist (code);
CREATE INDEX region_gist ON code USING gist (region);
CREATE INDEX organization_gist ON code USING gist (organization);
CREATE INDEX citizen_gist ON code USING gist (citizen);
-- inserted, in addition to those that the build sorted
INSERT INTO code SELECT code, i + 5000, region, organization, citizen FROM code WHERE i % 5 = 1;
VACUUM ANALYZE code;
CREATE FUNCTION differences(name text) RETURNS TABLE (conditions bigint, rows numeric, wrong bigint) LANGUAGE plpgsql AS $$
DECLARE
    condition text;
    by_scan bigint[];
    by_index bigint[];
    plan json;
BEGIN
    conditions := 0; rows := 0; wrong := 0;
    FOR condition IN EXECUTE format($query$
        SELECT format('%%I %%s %%L', %1$L, operator, value) FROM unnest('{<,<=,=,>=,>}'::text[]) AS operator, (SELECT %1$I AS value FROM code WHERE i %% 1250 = 3) AS v
        UNION ALL
        SELECT format('%%I %%s %%L', %1$L, operator, left(value::text, n) || rest)
        FROM (VALUES ('^@', ''), ('LIKE', '%%'), ('LIKE', '%%0'), ('ILIKE', '_%%')) AS v (operator, rest), generate_series(0, 8, 2) AS n,
             (SELECT %1$I AS value FROM code WHERE i IN (3, 1253)) AS p $query$, name)
    LOOP
        PERFORM set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'off', true), set_config('enable_bitmapscan', 'off', true);
        EXECUTE 'SELECT array_agg(i ORDER BY i) FROM code WHERE ' || condition INTO by_scan;
        PERFORM set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'on', true);
        EXECUTE 'SELECT array_agg(i ORDER BY i) FROM code WHERE ' || condition INTO by_index;
        conditions := conditions + 1; rows := rows + coalesce(cardinality(by_index), 0);
        wrong := wrong + (by_index IS DISTINCT FROM by_scan)::int;
    END LOOP;
    RETURN NEXT;
END $$;
SET jit = off;
SELECT name, d.* FROM unnest('{code,region,organization,citizen}'::text[]) AS name, differences(name) AS d;
-- and it is the index that answers
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT code FROM code WHERE code = '91350100M000100Y43';
EXPLAIN (COSTS OFF) SELECT i FROM code WHERE code ^@ '9135';
EXPLAIN (COSTS OFF) SELECT i FROM code WHERE code LIKE '9135%0';
EXPLAIN (COSTS OFF) SELECT i FROM code WHERE region <@ '3501';
RESET enable_seqscan;
RESET enable_bitmapscan;

DROP TABLE name, address, holder, code;
DROP DOMAIN enterprise;
DROP FUNCTION differences;
DROP EXTENSION uscc_gist;
DROP EXTENSION btree_gist;
