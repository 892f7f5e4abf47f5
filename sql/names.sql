-- The extension takes no name that an application is likely to use: functions
-- of the user's keep their meaning, whatever they are called with.
DROP EXTENSION uscc;
CREATE SCHEMA application;
SET search_path = application, public;
DO $$
DECLARE
    name text;
    type text;
BEGIN
    FOREACH name IN ARRAY ARRAY['department', 'category', 'level', 'parent', 'province', 'prefecture', 'region',
            'region_name', 'region_path', 'subject', 'body', 'mask', 'sex', 'sequence', 'birth_date', 'check_character',
            'is_standard', 'is_private_use', 'department_name', 'category_name', 'code', 'name', 'path', 'first', 'last',
            'clean', 'is_valid', 'diagnose', 'suggest', 'scan', 'random_code', 'make', 'nationality', 'successors']
    LOOP
        FOREACH type IN ARRAY ARRAY['int4', 'numeric', 'text']
        LOOP
            EXECUTE format('CREATE FUNCTION %I(%s) RETURNS text LANGUAGE sql AS $f$ SELECT ''%s of the application'' $f$',
                           name, type, type);
        END LOOP;
    END LOOP;
END
$$;
-- each name with a literal, a number, a text and a varchar, as the answers are
CREATE FUNCTION answers() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    name text;
    argument text;
    answer text;
BEGIN
    FOR name IN SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'application'::regnamespace AND pronargs = 1 ORDER BY 1
    LOOP
        FOREACH argument IN ARRAY ARRAY['''7''', '''91350100M000100Y43''', '''350100''', '7', '7.5', '''7''::text', '''7''::varchar', 'NULL']
        LOOP
            BEGIN
                EXECUTE format('SELECT %I(%s)', name, argument) INTO answer;
            EXCEPTION WHEN OTHERS THEN
                answer := SQLERRM;
            END;
            RETURN NEXT format('%s(%s): %s', name, argument, answer);
        END LOOP;
    END LOOP;
END
$$;
CREATE TABLE before AS SELECT answers() AS answer;
CREATE EXTENSION uscc SCHEMA public;
CREATE TABLE after AS SELECT answers() AS answer;
SELECT count(*) FROM before;
(TABLE before EXCEPT TABLE after) UNION ALL (TABLE after EXCEPT TABLE before);
-- a literal is enough for a function of ours, and so is a named argument
SELECT uscc_region('91350100M000100Y43'), uscc_orgcode('91350100M000100Y43'), adcode_name('350100'),
       citizen_id_mask('11010519491231002X'), orgcode_body('40000062-4');
SELECT uscc_region(code => '91350100M000100Y43'), adcode_name(code => '350000', language => 'en'),
       uscc_make(department => '9', category => '1', region => '350100', subject => 'M000100Y'),
       uscc_first(prefix => '9135'), orgcode_make(body => '40000062'), uscc_clean(string => '9135 0100 M000 100Y 43');
-- of the catalog's names, only those of casts and aggregates are added to
SELECT DISTINCT proname FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND proname !~ '^(uscc|adcode|orgcode|citizen_id)(_|$)' ORDER BY 1;
RESET search_path;
\set VERBOSITY terse
SET client_min_messages = warning;
DROP SCHEMA application CASCADE;
