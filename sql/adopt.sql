-- A text column becomes a uscc column: the plan, its commands, the way back, and
-- what is refused.  test/t/011_adopt.pl has what else belongs to a table, and
-- test/checks/adopt.sh a busy one.
\set SHOW_CONTEXT never
SET client_min_messages = warning;
\pset format unaligned
CREATE TABLE customer (code varchar(18) PRIMARY KEY, name text);
CREATE TABLE invoice (id int PRIMARY KEY, customer varchar(18) NOT NULL REFERENCES customer ON UPDATE CASCADE);
INSERT INTO customer VALUES ('12100000400000624D', '清华大学'), ('91350100m000100y43', 'A'),
    ('9135O100731861218W', 'C'), ('914403001922038216', 'B'), ('91440300192203821６', 'B');
INSERT INTO invoice VALUES (1, '12100000400000624D'), (2, '91350100m000100y43'), (3, '9135O100731861218W');
-- The columns that a foreign key connects go over together.
SELECT stage, command, lock, note FROM uscc_adopt_plan('customer', 'code');
SELECT command FROM uscc_adopt_plan('customer', 'code') WHERE stage <> 'cleanup' \gexec
-- Values that are not valid, and keys that are the same code, hold it up.
SELECT stage, command, note FROM uscc_adopt_plan('customer', 'code') WHERE stage = 'rejects';
CALL uscc_adopt('customer', 'code', swap => true);
DELETE FROM customer WHERE code = '91440300192203821６';
UPDATE customer SET code = '91350100731861218W' WHERE code = '9135O100731861218W';
SELECT * FROM invoice ORDER BY id;
-- Either column may be written before the swap, not both.
UPDATE customer SET code_uscc = '91110108PDY00001XU' WHERE code = '914403001922038216';
UPDATE customer SET code_uscc = '91110108PDY00001XU', code = '12100000400000624D' WHERE name = 'B';
INSERT INTO customer VALUES ('91350100M000100Y43', 'D', '12100000400000624D');
SELECT * FROM customer ORDER BY code COLLATE "C";
-- Repeated until nothing is left:
SELECT command FROM uscc_adopt_plan('customer', 'code') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('customer', 'code') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('customer', 'code') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('customer', 'code') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('invoice', 'customer') WHERE stage <> 'cleanup' \gexec
SET client_min_messages = notice;
CALL uscc_adopt('customer', 'code');
SET client_min_messages = warning;
\d customer
\d invoice
-- Either column may be written after the swap, and the foreign key cascades.
UPDATE customer SET code = '914403001922038216' WHERE code = '91350100731861218W';
UPDATE customer SET code_text = '91350100731861218w' WHERE code = '12100000400000624D';
UPDATE customer SET code_text = 'none' WHERE name = 'B';
UPDATE customer SET code_text = '91350100M000100Y43', code = '12100000400000624D' WHERE name = 'B';
INSERT INTO customer (code_text, name) VALUES ('12100000400000624d', 'E');
SELECT * FROM customer ORDER BY code;
SELECT * FROM invoice ORDER BY id;
INSERT INTO customer VALUES ('none', 'F');
INSERT INTO customer (code, name) VALUES ('12100000400000624d', 'F') ON CONFLICT ON CONSTRAINT customer_pkey DO UPDATE SET name = 'F' RETURNING name;
-- The way back, from after the swap and from before it
SELECT stage, command, note FROM uscc_adopt_plan('invoice', 'customer', undo => true);
SELECT command FROM uscc_adopt_plan('invoice', 'customer', undo => true) \gexec
SELECT command FROM uscc_adopt_plan('invoice', 'customer', undo => true) \gexec
SELECT command FROM uscc_adopt_plan('invoice', 'customer', undo => true) \gexec
SELECT * FROM uscc_adopt_plan('invoice', 'customer', undo => true);
\d customer
\d invoice
-- Forward again, to the end
SELECT command FROM uscc_adopt_plan('invoice', 'customer') \gexec
SELECT command FROM uscc_adopt_plan('invoice', 'customer') \gexec
SELECT command FROM uscc_adopt_plan('invoice', 'customer') \gexec
SELECT command FROM uscc_adopt_plan('invoice', 'customer') \gexec
SELECT command FROM uscc_adopt_plan('invoice', 'customer') \gexec
SELECT command FROM uscc_adopt_plan('customer', 'code') \gexec
SELECT * FROM uscc_adopt_plan('customer', 'code');
\d customer
\d invoice
DROP TABLE invoice, customer;

-- All types; what is valid, but not standard, may be something else.
CREATE TABLE person (id_no char(18), org text NOT NULL, region varchar, code text DEFAULT '91350100M000100Y43');
INSERT INTO person VALUES ('11010519491231002x', '40000062-4', '110105', '12100000400000624D'), (NULL, '192203821', '35 01 00', '123456789012345678');
SELECT command FROM uscc_adopt_plan('person', 'id_no', 'citizen_id') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'id_no', 'citizen_id') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'id_no', 'citizen_id') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'org', 'orgcode') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'org', 'orgcode') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'org', 'orgcode') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'region', 'adcode') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'region', 'adcode') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'region', 'adcode') WHERE stage <> 'cleanup' \gexec
SELECT note FROM uscc_adopt_plan('person', 'code') WHERE stage = 'swap' AND note LIKE '%standard%';
SELECT command FROM uscc_adopt_plan('person', 'code') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'code') WHERE stage <> 'cleanup' \gexec
SELECT command FROM uscc_adopt_plan('person', 'code') WHERE stage <> 'cleanup' \gexec
INSERT INTO person (org) VALUES ('192203821');
INSERT INTO person (org_text, code_text) VALUES ('40000062-4', '12100000400000624d');
SELECT * FROM person ORDER BY org, id_no;
DROP TABLE person;

-- What is refused, before anything is changed
CREATE TABLE taken (code text, code_uscc text, n int, g text GENERATED ALWAYS AS (code || '') STORED);
CREATE RULE quiet AS ON DELETE TO taken DO INSTEAD NOTHING;
ALTER TABLE taken ALTER code SET DEFAULT '';
SELECT * FROM uscc_adopt_plan('taken', 'code');
SELECT * FROM uscc_adopt_plan('taken', 'n');
SELECT * FROM uscc_adopt_plan('taken', 'g');
SELECT * FROM uscc_adopt_plan('taken', 'none');
SELECT * FROM uscc_adopt_plan('taken', NULL);
SELECT * FROM uscc_adopt_plan('taken', 'code', 'int');
SELECT * FROM uscc_adopt_plan('pg_settings', 'name');
ALTER TABLE taken RENAME code_uscc TO other;
ALTER TABLE taken ALTER code DROP DEFAULT;
DROP RULE quiet ON taken;
CALL uscc_adopt('taken', 'code');                -- not before the plan's first step
CALL uscc_adopt('taken', 'code', batch_size => 0);
CALL uscc_adopt(NULL, 'code');
BEGIN;
CALL uscc_adopt('taken', 'code');
ROLLBACK;
SET default_transaction_isolation = 'repeatable read';
CALL uscc_adopt('taken', 'code');
RESET default_transaction_isolation;
CREATE ROLE uscc_stranger;
GRANT ALL ON taken TO uscc_stranger;
SET ROLE uscc_stranger;
SELECT * FROM uscc_adopt_plan('taken', 'code');
RESET ROLE;

-- The trigger function alone
SELECT uscc_adopt_sync();
CREATE TRIGGER wrong BEFORE INSERT ON taken FOR EACH ROW EXECUTE FUNCTION uscc_adopt_sync();
INSERT INTO taken VALUES ('x');
DROP TRIGGER wrong ON taken;
CREATE TRIGGER wrong BEFORE INSERT ON taken FOR EACH ROW WHEN (NEW.code IS NOT NULL) EXECUTE FUNCTION uscc_adopt_sync();
INSERT INTO taken VALUES ('x');
DROP TRIGGER wrong ON taken;
CREATE TRIGGER wrong BEFORE INSERT ON taken FOR EACH ROW WHEN (NEW.code IS NOT NULL OR NEW.n IS NOT NULL OR NEW.other IS NOT NULL) EXECUTE FUNCTION uscc_adopt_sync();
INSERT INTO taken VALUES ('x');
DROP TABLE taken;
DROP ROLE uscc_stranger;
