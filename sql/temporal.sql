-- Temporal keys, from PostgreSQL 18 on: a primary key WITHOUT OVERLAPS and a foreign key
-- that refers to it.
SELECT current_setting('server_version_num')::int < 180000 OR
       NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'btree_gist') AS without \gset
\if :without
\quit
\endif
SET client_min_messages = warning;
CREATE EXTENSION uscc_gist CASCADE;
RESET client_min_messages;
CREATE TABLE company (code uscc, name text, during daterange, PRIMARY KEY (code, during WITHOUT OVERLAPS));
INSERT INTO company VALUES ('91350100M000100Y43', 'one', '[2015-01-01,2020-01-01)'), ('91350100M000100Y43', 'two', '[2020-01-01,2025-01-01)'),
    ('12100000400000624D', 'other', '[2015-01-01,2025-01-01)');
INSERT INTO company VALUES ('91350100m000100y43', 'three', '[2019-06-01,2019-07-01)');
CREATE TABLE contract (id int, seller uscc, during daterange,
    FOREIGN KEY (seller, PERIOD during) REFERENCES company (code, PERIOD during));
INSERT INTO contract VALUES (1, '91350100M000100Y43', '[2016-01-01,2024-01-01)');
INSERT INTO contract VALUES (2, '91350100M000100Y43', '[2016-01-01,2026-01-01)');
INSERT INTO contract VALUES (3, '93410100NA000307XN', '[2016-01-01,2017-01-01)');
DELETE FROM company WHERE name = 'two';
UPDATE company SET code = '93410100NA000307XN' WHERE name = 'one';
DELETE FROM company WHERE name = 'other';
-- of the other types
CREATE TABLE division (region adcode, organization orgcode, citizen citizen_id, during daterange,
    PRIMARY KEY (region, during WITHOUT OVERLAPS), UNIQUE (organization, during WITHOUT OVERLAPS), UNIQUE (citizen, during WITHOUT OVERLAPS));
INSERT INTO division VALUES ('350100', '400000624', '11010519491231002X', '[2015-01-01,2020-01-01)'),
    ('350100', 'M000100Y4', '440524188001010014', '[2020-01-01,2025-01-01)');
INSERT INTO division VALUES ('350100', orgcode_make('PDY00001'), '440524188001010014', '[2024-01-01,2026-01-01)');
DROP TABLE contract, company, division;
DROP EXTENSION uscc_gist;
DROP EXTENSION btree_gist;
