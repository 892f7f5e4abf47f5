-- A text column becomes a uscc column.  Progress and times are notices, which
-- are not shown here; test/checks/adopt.sh has the procedure at work on a busy table.
\set SHOW_CONTEXT never
SET client_min_messages = warning;
CREATE SCHEMA "Shop ""1";
CREATE TABLE "Shop ""1"."Kunden, alle" (id int PRIMARY KEY, "Code ""x" varchar(30) NOT NULL, other int);
CREATE INDEX ON "Shop ""1"."Kunden, alle" ("Code ""x");
CREATE VIEW seen AS SELECT id, "Code ""x" AS code FROM "Shop ""1"."Kunden, alle";
SELECT setseed(0.5);
INSERT INTO "Shop ""1"."Kunden, alle"
SELECT i, CASE WHEN i % 100 = 0 THEN '无' WHEN i % 100 = 1 THEN '9135O100M000100Y43'
          WHEN i % 10 = 2 THEN ' ' || lower(uscc_random()::text) ELSE uscc_random()::text END
FROM generate_series(1, 2000) AS i;
CREATE TABLE before AS SELECT id, "Code ""x" AS code FROM "Shop ""1"."Kunden, alle";

CALL uscc_adopt('"Shop ""1"."Kunden, alle"', 'Code "x', 300);
SELECT * FROM "Shop ""1"."Kunden, alle_Code ""x_rejects" ORDER BY value COLLATE "C";
SELECT count(*), count("Code ""x_uscc") FROM "Shop ""1"."Kunden, alle";
-- the trigger keeps the new column in step
INSERT INTO "Shop ""1"."Kunden, alle" VALUES (3001, '１２１０００００４０００００６２４Ｄ'), (3002, 'wrong');
UPDATE "Shop ""1"."Kunden, alle" SET "Code ""x" = '91350100M000100Y43' WHERE id = 1;
SELECT id, "Code ""x", "Code ""x_uscc" FROM "Shop ""1"."Kunden, alle" WHERE id IN (1, 3001, 3002) ORDER BY id;
-- not while there are rejects
CALL uscc_adopt('"Shop ""1"."Kunden, alle"', 'Code "x', swap => true);
SELECT sum(rows) FROM "Shop ""1"."Kunden, alle_Code ""x_rejects";
-- mend what has a suggestion, drop the rest, swap
UPDATE "Shop ""1"."Kunden, alle" AS t SET "Code ""x" = r.suggestion::text
FROM "Shop ""1"."Kunden, alle_Code ""x_rejects" AS r WHERE t."Code ""x" = r.value AND r.suggestion IS NOT NULL;
DELETE FROM "Shop ""1"."Kunden, alle" WHERE "Code ""x_uscc" IS NULL;
CALL uscc_adopt('"Shop ""1"."Kunden, alle"', 'Code "x', swap => true);
\d "Shop ""1"."Kunden, alle"
-- no code is lost or another
SELECT count(*), count(*) FILTER (WHERE uscc_clean(b.code) = t."Code ""x") AS same
FROM before AS b JOIN "Shop ""1"."Kunden, alle" AS t USING (id) WHERE uscc_clean(b.code) IS NOT NULL;
-- the text column follows, so that views and old programs see new rows
INSERT INTO "Shop ""1"."Kunden, alle" (id, "Code ""x") VALUES (4001, '91350100731861218W');
INSERT INTO "Shop ""1"."Kunden, alle" VALUES (4002, '91350100731861218w');
UPDATE "Shop ""1"."Kunden, alle" SET "Code ""x" = '12100000400000624D' WHERE id = 12;
UPDATE "Shop ""1"."Kunden, alle" SET other = 1 WHERE id = 2;
SELECT s.id, s.code = b.code AS as_before, s.code IN ('12100000400000624D', '91350100731861218W') AS new, uscc_clean(s.code) = t."Code ""x" AS agree
FROM seen AS s LEFT JOIN before AS b USING (id) JOIN "Shop ""1"."Kunden, alle" AS t USING (id)
WHERE id IN (2, 12, 4001, 4002) ORDER BY id;
INSERT INTO "Shop ""1"."Kunden, alle" VALUES (4003, 'wrong');
INSERT INTO "Shop ""1"."Kunden, alle" (id) VALUES (4003);
-- again: nothing to do
CALL uscc_adopt('"Shop ""1"."Kunden, alle"', 'Code "x');
DROP SCHEMA "Shop ""1" CASCADE;
DROP TABLE before;

-- partitions, NULL, char(18), an empty table
CREATE TABLE parted (id int, code char(18)) PARTITION BY HASH (id);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parted SELECT i, CASE WHEN i > 10 THEN uscc_random()::text END FROM generate_series(1, 1000) AS i;
CALL uscc_adopt('parted', 'code', 100, swap => true);
SELECT count(*), count(code), bool_and(code::text = code_text) AS same FROM parted;
SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'parted_1'::regclass AND attname = 'code';
CREATE TABLE nothing (code text);
CALL uscc_adopt('nothing', 'code', swap => true);

-- what it refuses
CREATE TABLE taken (code text, code_uscc text, n int, g text GENERATED ALWAYS AS (code || '') STORED);
CALL uscc_adopt('taken', 'code');
CALL uscc_adopt('taken', 'n');
CALL uscc_adopt('taken', 'g');
CALL uscc_adopt('taken', 'none');
CALL uscc_adopt('parted_0', 'code');
CALL uscc_adopt('pg_settings', 'name');
CALL uscc_adopt(NULL, 'code');
CALL uscc_adopt('taken', 'code', 0);
ALTER TABLE taken DROP COLUMN code_uscc;
CREATE TABLE taken_code_rejects (value text);
CALL uscc_adopt('taken', 'code');   -- nothing is changed
SELECT attname FROM pg_attribute WHERE attrelid = 'taken'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum;
DROP TABLE taken_code_rejects;
BEGIN;
CALL uscc_adopt('taken', 'code');
ROLLBACK;
SET default_transaction_isolation = 'repeatable read';
CALL uscc_adopt('taken', 'code');
RESET default_transaction_isolation;
CREATE ROLE uscc_stranger;
GRANT ALL ON taken TO uscc_stranger;
SET ROLE uscc_stranger;
CALL uscc_adopt('taken', 'code');
RESET ROLE;

-- the trigger function alone
SELECT uscc_adopt_sync();
CREATE TRIGGER wrong BEFORE INSERT ON taken FOR EACH ROW EXECUTE FUNCTION uscc_adopt_sync('code');
INSERT INTO taken VALUES ('x');
DROP TRIGGER wrong ON taken;
CREATE TRIGGER wrong BEFORE INSERT ON taken FOR EACH ROW EXECUTE FUNCTION uscc_adopt_sync('code', 'none');
INSERT INTO taken VALUES ('x');
DROP TRIGGER wrong ON taken;
CREATE TRIGGER wrong BEFORE INSERT ON taken FOR EACH ROW EXECUTE FUNCTION uscc_adopt_sync('code', 'n');
INSERT INTO taken VALUES ('x');
DROP TABLE taken, parted, parted_code_rejects, nothing, nothing_code_rejects;
DROP ROLE uscc_stranger;
