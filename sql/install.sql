-- A role that may create objects in a database may install the extension there.
DROP EXTENSION uscc;
CREATE ROLE regress_uscc_owner;
CREATE SCHEMA codes AUTHORIZATION regress_uscc_owner;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO regress_uscc_owner', current_database()); END $$;
SET ROLE regress_uscc_owner;
SET search_path = '';
CREATE EXTENSION uscc SCHEMA codes;
SELECT '91350100M000100Y43'::codes.uscc;
-- Another role needs no privilege but that on the schema.
RESET ROLE;
CREATE ROLE regress_uscc_user;
GRANT USAGE ON SCHEMA codes TO regress_uscc_user;
SET ROLE regress_uscc_user;
SELECT count(*) FROM codes.uscc_categories;
SELECT codes.uscc_department_name('91350100M000100Y43', 'en');
-- The one who installed it may remove it.
SET ROLE regress_uscc_owner;
DROP EXTENSION uscc;
RESET ROLE;
RESET search_path;
DO $$ BEGIN EXECUTE format('REVOKE CREATE ON DATABASE %I FROM regress_uscc_owner', current_database()); END $$;
DROP SCHEMA codes;
DROP ROLE regress_uscc_owner, regress_uscc_user;
CREATE EXTENSION uscc;
