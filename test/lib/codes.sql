-- A table company of :rows codes of a realistic skew: 92 % of department 9,
-- provinces as the registries have them (measured on 2,994,326 codes), counties
-- of a province by Zipf's law.
SELECT setseed(0.32100) AS seed \gset
CREATE TABLE share (province int, thousands int);
INSERT INTO share VALUES
    (33, 190), (41, 148), (32, 140), (42, 138), (13, 133), (34, 124), (36, 122), (43, 117), (44, 116),
    (53, 112), (21, 110), (51, 108), (37, 107), (23, 98), (35, 98), (31, 97), (14, 95), (45, 93),
    (61, 84), (46, 83), (65, 74), (15, 73), (22, 70), (12, 70), (62, 70), (52, 69), (50, 68), (11, 56),
    (64, 56), (63, 44), (54, 34);
CREATE TABLE county AS
    SELECT code, n, sum(weight) OVER (ORDER BY n) / sum(weight) OVER () AS until
    FROM (SELECT code, row_number() OVER (ORDER BY code) AS n,
                 thousands / rank / sum(1.0 / rank) OVER (PARTITION BY province) AS weight
          FROM (SELECT code, province, thousands,
                       row_number() OVER (PARTITION BY province ORDER BY hashint4(code::int)) AS rank
                FROM adcode_divisions JOIN share ON adcode_province(code)::int / 10000 = province
                WHERE level = 'county' AND last_year IS NULL) AS ranked) AS weighted;
CREATE TABLE company AS
    SELECT uscc_make(left(pair, 1), right(pair, 1), county.code,
                CASE WHEN random() < 0.8 THEN lpad((random() * 99999999)::int::text, 8, '0')
                ELSE 'MA' || translate(upper(lpad(to_hex((random() * 16777215)::int), 6, '0')), 'IOSVZ', '23456')
                END) AS code
    FROM (SELECT ('{91,92,93,51,52,53,12,11,81,99}'::text[])[width_bucket(random(),
                     '{0,0.85,0.89,0.92,0.935,0.949,0.950,0.985,0.99,0.9995}'::float8[])] AS pair,
                 width_bucket(random(), (SELECT array_agg(until::float8 ORDER BY n) FROM county)) + 1 AS n
          FROM generate_series(1, :rows) AS i OFFSET 0) AS drawn
    JOIN county USING (n);
