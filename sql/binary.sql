-- The binary form is the ASCII text, and it is checked as text is.
SELECT encode(uscc_send('91350100m000100y43'), 'escape'), encode(adcode_send('35'), 'escape');
SELECT encode(orgcode_send('40000062-4'), 'escape'), encode(citizen_id_send('110105491231002'), 'escape');

CREATE TABLE code (code uscc, region adcode);
INSERT INTO code VALUES ('91350100M000100Y43', '350100'), ('12100000400000624D', '100000'),
    (NULL, NULL), ('11000000000000000U', '000000'), ('Y9999999Y9999999X5', '999999');
CREATE TABLE back (LIKE code);
\copy code to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
SELECT * FROM back ORDER BY code;
TRUNCATE back;

-- the binary form of a text is the text, so a file of texts can hold anything
\copy (SELECT ' 91350100m000100y43 '::text, '35'::text) to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
SELECT * FROM back;
TRUNCATE back;
\set SHOW_CONTEXT never
\copy (SELECT '91350100M000100Y44'::text, '35'::text) to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
\copy (SELECT '91350100M000100Y43'::text, '35x'::text) to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
\copy (SELECT ''::text, '35'::text) to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
\copy (SELECT '\x9135010000'::bytea, '35'::text) to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
\copy (SELECT 1::bigint, 350000) to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
-- the SQLSTATE is that of a binary representation, or of its encoding
\set VERBOSITY sqlstate
\copy back from 'results/code.bin' (format binary)
\copy (SELECT '91350100M000100Y44'::text, '35'::text) to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
\copy (SELECT '91350100M000100Y43'::text, '35x'::text) to 'results/code.bin' (format binary)
\copy back from 'results/code.bin' (format binary)
\set VERBOSITY default
SELECT count(*) FROM back;


-- the same for the other types
CREATE TABLE person (id citizen_id, employer orgcode);
INSERT INTO person VALUES ('11010519491231002X', '400000624'), (NULL, NULL);
\copy person to 'results/code.bin' (format binary)
\copy person from 'results/code.bin' (format binary)
SELECT * FROM person ORDER BY id;
\copy (SELECT '11010519491231002x'::text, '40000062-4'::text) to 'results/code.bin' (format binary)
\copy person from 'results/code.bin' (format binary)
\copy (SELECT '110105194912310021'::text, '400000624'::text) to 'results/code.bin' (format binary)
\copy person from 'results/code.bin' (format binary)
\copy (SELECT '11010519491231002X'::text, '400000623'::text) to 'results/code.bin' (format binary)
\copy person from 'results/code.bin' (format binary)
\set VERBOSITY sqlstate
\copy person from 'results/code.bin' (format binary)
\set VERBOSITY default
SELECT count(*) FROM person;
DROP TABLE person;

-- a cursor that sends binary does so too
BEGIN;
DECLARE c BINARY CURSOR FOR SELECT code FROM code ORDER BY code LIMIT 1;
FETCH c;
COMMIT;
DROP TABLE code, back;
