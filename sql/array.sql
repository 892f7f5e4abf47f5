-- A code and an array of texts, as drivers send a list: the index serves, and the
-- answers are those of an array of codes, for all types and however a text is spelled.
SET max_parallel_workers_per_gather = 0;
CREATE TABLE code AS
    SELECT uscc_make('9', '1', (110000 + i % 7 * 10000)::adcode, lpad(i::text, 8, '0')) AS code, i,
           (110000 + i)::adcode AS region, orgcode_make(lpad(i::text, 8, '0')) AS organization,
           citizen_id_first('110105' || 19000000 + i % 100 * 10000 + 101 + i / 100 % 28) AS citizen
    FROM generate_series(1, 4000) AS i;
CREATE INDEX code_code ON code (code, i);
CREATE INDEX code_region ON code (region DESC);
CREATE INDEX code_organization ON code (organization);
CREATE INDEX code_citizen ON code (citizen);
ANALYZE code;

-- typed arrays and IN lists with typed parameters, in plans for any value
SET plan_cache_mode = force_generic_plan;
PREPARE by_array(text[]) AS SELECT i FROM code WHERE code = ANY ($1);
EXPLAIN (COSTS OFF) EXECUTE by_array('{}');
PREPARE by_varchars(varchar, varchar) AS SELECT i FROM code WHERE code IN ($1, $2);
EXPLAIN (COSTS OFF) EXECUTE by_varchars('', '');
PREPARE by_texts(text, text) AS SELECT i FROM code WHERE code IN ($1, $2) ORDER BY code;
EXPLAIN (COSTS OFF) EXECUTE by_texts('', '');
RESET plan_cache_mode;
-- rows, for keyset pagination
PREPARE page(varchar, int) AS SELECT i FROM code WHERE (code, i) > ($1, $2) ORDER BY code, i LIMIT 3;
EXPLAIN (COSTS OFF) EXECUTE page('91350100M000100Y43', 7);

-- the same rows as by codes: with an index and without, spelled in other ways
CREATE FUNCTION differences(name text) RETURNS TABLE (way text, lists bigint, found bigint, wrong bigint) LANGUAGE plpgsql AS $$
BEGIN
    FOREACH way IN ARRAY '{seqscan,indexscan,bitmapscan}'::text[] LOOP
        PERFORM set_config('enable_' || other, (other = way)::text, true) FROM unnest('{seqscan,indexscan,indexonlyscan,bitmapscan}'::text[]) AS other;
        RETURN QUERY EXECUTE format($query$
            WITH list AS MATERIALIZED (
                SELECT n, array_agg(%1$I) || NULL AS codes,
                       array_agg(CASE i %% 4 WHEN 0 THEN lower(%1$I) WHEN 1 THEN ' ' || %1$I ELSE %1$I END)
                       || min(lower(%1$I)) || max(%1$I || ' ') || NULL AS texts
                FROM generate_series(1, 6) AS n, code WHERE i %% (n * 137) = n GROUP BY n)
            SELECT %2$L, count(*), sum(by_codes.n)::bigint, count(*) FILTER (WHERE by_codes IS DISTINCT FROM by_texts OR by_two <> by_codes.n)
            FROM list,
                 LATERAL (SELECT count(*) AS n, sum(i) FROM code WHERE %1$I = ANY (codes)) AS by_codes,
                 LATERAL (SELECT count(*) AS n, sum(i) FROM code WHERE %1$I = ANY (texts)) AS by_texts,
                 LATERAL (SELECT count(*) FROM code WHERE %1$I = ANY (texts) AND %1$I = ANY (codes::text[])) AS two (by_two)
            $query$, name, way);
    END LOOP;
END $$;
SELECT name, d.* FROM unnest('{code,region,organization,citizen}'::text[]) AS name, differences(name) AS d;
SELECT bool_and((SELECT array_agg(c.i ORDER BY c.code, c.i) FROM code c WHERE (c.code, c.i) > (p.code::text, p.i))
                IS NOT DISTINCT FROM (SELECT array_agg(c.i ORDER BY c.code, c.i) FROM code c WHERE (c.code, c.i) > (p.code, p.i))) AS pages
FROM code p WHERE i % 400 = 1;
SELECT count(*) FILTER (WHERE region <> ALL ('{110001,11 ,3501}')), count(*) FILTER (WHERE region < ANY ('{110005,110003}'::text[])),
       count(*) FILTER (WHERE region >= ALL ('{113998,113999}'::text[])), count(*) FILTER (WHERE region <= ALL (NULL::text[])) FROM code;
-- the forms that input knows
SELECT region FROM code WHERE region = ANY ('{1101,110100,"110200 "}'::text[]) ORDER BY region;
SELECT organization FROM code WHERE organization IN ('00000001-9'::text, '000000027'::text, '000000027'::text) ORDER BY 1;

-- An invalid text in the list is an error, with an index and without; from 18 on,
-- an index may find that it need not look at all of them.
\set VERBOSITY terse
SELECT i FROM code WHERE code = ANY ('{nobody,nobody}'::text[]);
SET enable_seqscan = off;
SELECT i FROM code WHERE code = ANY ('{nobody,nobody}'::text[]);
SELECT i FROM code WHERE code IN ('nobody'::text, 'nobody'::text);
RESET enable_seqscan;
\set VERBOSITY default

-- Partitions by hash, list and range are left out.
CREATE TABLE by_hash (code uscc) PARTITION BY HASH (code);
CREATE TABLE by_hash_0 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE by_hash_1 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE by_hash_2 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 2);
CREATE TABLE by_range (region adcode) PARTITION BY RANGE (region);
CREATE TABLE by_range_1 PARTITION OF by_range FOR VALUES FROM ('11') TO ('12');
CREATE TABLE by_range_2 PARTITION OF by_range FOR VALUES FROM ('12') TO ('35');
CREATE TABLE by_range_3 PARTITION OF by_range FOR VALUES FROM ('35') TO ('36');
INSERT INTO by_hash SELECT code FROM code;
SELECT count(*) FILTER (WHERE tableoid = 'by_hash_0'::regclass) > 1000 AS some, count(*) FROM by_hash;
EXPLAIN (COSTS OFF) SELECT * FROM by_hash WHERE code = ANY ('{91350100M000100Y43,91350100m000100y43}'::text[]);
EXPLAIN (COSTS OFF) SELECT * FROM by_range WHERE region = ANY ('{35,350100,36}'::text[]);
SELECT bool_and((SELECT count(*) FROM by_hash h WHERE h.code = ANY (ARRAY[c.code::text, '12100000400000624D'])) = 1) AS found FROM code c WHERE i % 100 = 0;
SELECT count(*) FROM by_hash WHERE satisfies_hash_partition('by_hash'::regclass, 3, 0, code) <> (tableoid = 'by_hash_0'::regclass);
-- hashes of texts are those of the codes
SELECT count(*) FILTER (WHERE uscc_text_hash(lower(code)) <> uscc_hash(code) OR uscc_text_hash_extended(code, i) <> uscc_hash_extended(code, i)
                           OR adcode_text_hash(region) <> adcode_hash(region) OR adcode_text_hash_extended(region, i) <> adcode_hash_extended(region, i)
                           OR orgcode_text_hash(organization) <> orgcode_hash(organization) OR orgcode_text_hash_extended(organization, i) <> orgcode_hash_extended(organization, i)
                           OR citizen_id_text_hash(citizen) <> citizen_id_hash(citizen) OR citizen_id_text_hash_extended(citizen, i) <> citizen_id_hash_extended(citizen, i)) AS wrong
FROM code;

-- Two texts as codes, for the operator families: the order of each type for its texts.
CREATE TABLE string (string text, region adcode, organization orgcode, citizen citizen_id, code uscc);
INSERT INTO string SELECT s, CASE WHEN adcode_is_valid(s) THEN s::adcode END, CASE WHEN orgcode_is_valid(s) THEN s::orgcode END,
    CASE WHEN citizen_id_is_valid(s) THEN s::citizen_id END, CASE WHEN uscc_is_valid(s) THEN s::uscc END
FROM unnest('{35,3501,350100,350102," 35 ",40000062-4,400000624,m000100y4,M000100Y4,11010519491231002X,11010519491231002x,110105491231002,
              440524188001010014,91350100M000100Y43,91350100m000100y43,12100000400000624D,nobody,"",NOBODY,９１}'::text[]) AS s;
CREATE FUNCTION as_codes(a text, b text) RETURNS int LANGUAGE sql RETURN (a #># b)::int - (a #<# b)::int;
SELECT count(*) AS pairs,
       count(*) FILTER (WHERE as_codes(a.string, b.string) <> coalesce(adcode_cmp(a.region, b.region),
           orgcode_cmp(a.organization, b.organization), citizen_id_cmp(a.citizen, b.citizen), uscc_cmp(a.code, b.code))) AS wrong,
       count(*) FILTER (WHERE as_codes(a.string, b.string) <> - as_codes(b.string, a.string)
           OR (a.string #<=# b.string) <> (as_codes(a.string, b.string) <= 0) OR (a.string #=# b.string) <> (as_codes(a.string, b.string) = 0)
           OR (a.string #>=# b.string) <> (as_codes(a.string, b.string) >= 0)) AS unlike,
       count(*) FILTER (WHERE CASE WHEN a.region IS NOT NULL AND b.region IS NOT NULL THEN adcode_cmp_texts(a.string, b.string) <> adcode_cmp(a.region, b.region) END
           OR CASE WHEN a.organization IS NOT NULL AND b.organization IS NOT NULL THEN orgcode_cmp_texts(a.string, b.string) <> orgcode_cmp(a.organization, b.organization) END
           OR CASE WHEN a.citizen IS NOT NULL AND b.citizen IS NOT NULL THEN citizen_id_cmp_texts(a.string, b.string) <> citizen_id_cmp(a.citizen, b.citizen) END
           OR CASE WHEN a.code IS NOT NULL AND b.code IS NOT NULL THEN uscc_cmp_texts(a.string, b.string) <> uscc_cmp(a.code, b.code) END) AS of_type,
       count(*) FILTER (WHERE CASE WHEN b.region IS NOT NULL THEN (adcode_cmp_text(a.region, b.string), adcode_text_cmp(b.string, a.region))
           IS DISTINCT FROM (adcode_cmp(a.region, b.region), adcode_cmp(b.region, a.region)) END) AS mixed
FROM string a, string b;
SELECT count(*) AS not_transitive FROM string a, string b, string c
WHERE a.string #<=# b.string AND b.string #<=# c.string AND NOT a.string #<=# c.string;

DROP TABLE code, by_hash, by_range, string;
DROP FUNCTION differences, as_codes;
DEALLOCATE ALL;
