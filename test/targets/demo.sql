-- What make demo shows; to be read on a terminal of 80 columns.
\set QUIET on
\pset footer off
\set ECHO none
\echo '== A column of type uscc holds unified social credit codes, 8 bytes each'
\set ECHO queries
CREATE EXTENSION uscc;
CREATE TABLE company (code uscc PRIMARY KEY, name text);
\set ECHO none
\echo '\\copy company from data/organizations.csv (format csv, header)'
\copy company from 'data/organizations.csv' (format csv, header)
\set ECHO queries
SELECT code, name FROM company WHERE uscc_region(code) = '100000' LIMIT 3;
SELECT count(*), bool_and(pg_column_size(code) = 8) AS eight_bytes FROM company;

\set ECHO none
\echo
\echo '== A wrong code cannot be stored; the message says where, why, what to do'
\set ECHO queries
INSERT INTO company VALUES ('91350100M000100Y44');
INSERT INTO company VALUES ('9135O100M000100Y43');
INSERT INTO company VALUES ('91351000M000100Y43');
INSERT INTO company VALUES ('110108000000016');
INSERT INTO company VALUES ('11010519491231002X');

\set ECHO none
\echo
\echo '== Fields of a code, in a query'
\set ECHO queries
SELECT uscc_department(code) AS department, uscc_category(code) AS category,
       uscc_region(code) AS region, uscc_subject(code) AS subject
FROM company WHERE code = '12100000400000624D';

SELECT uscc_department(code) AS d,
       uscc_department_name(code, 'en') AS department,
       uscc_department_name(code) AS 部门, count(*)
FROM company GROUP BY 1, 2, 3 ORDER BY count(*) DESC;

SELECT adcode_province(uscc_region(code)) AS code,
       adcode_name(adcode_province(uscc_region(code)), 'en') AS province,
       adcode_name(adcode_province(uscc_region(code))) AS 省, count(*)
FROM company GROUP BY 1 ORDER BY count(*) DESC LIMIT 5;

SELECT name, adcode_path(uscc_region(code)) FROM company
WHERE code <@ '5301' AND uscc_category_name(code, 'en') = 'enterprise';

\set ECHO none
\echo
\echo '== With 100,000 made-up companies more: a prefix is a range of the index'
\set ECHO queries
INSERT INTO company
    SELECT uscc_make('9', '1', (110000 + i % 5400 * 100)::adcode,
                lpad(i::text, 8, '0'))
    FROM generate_series(1, 100000) AS i;
\set ECHO none
VACUUM ANALYZE company;
\pset tuples_only on
\pset format unaligned
\set ECHO queries
EXPLAIN (COSTS OFF) SELECT code FROM company WHERE code ^@ '513501';
\set ECHO none
\pset tuples_only off
\pset format aligned
\set ECHO queries
SELECT count(*) FROM company WHERE code ^@ '913501';

\set ECHO none
\echo
\echo '== and so is a division, with an index on uscc_region(code)'
\set ECHO queries
CREATE INDEX company_region ON company (uscc_region(code));
\set ECHO none
VACUUM ANALYZE company;
\pset tuples_only on
\pset format unaligned
\set ECHO queries
EXPLAIN (COSTS OFF) SELECT name FROM company WHERE code <@ '350100';
