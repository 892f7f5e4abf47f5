-- Messages never show a citizen identity number: of each they show what citizen_id_mask
-- shows.  The numbers are the published specimens.
SELECT '11010519491231002X'::text::uscc;
SELECT '１１０１０５　１９４９１２３１　００２Ｘ'::text::orgcode;
SELECT '110105-491231-002'::text::adcode;
SELECT '身份证号：11010519491231002x，3405241980'::text::uscc;
SELECT uscc_make('9', '1', '350100', '11010519491231002X');
SELECT orgcode_make('11010519491231002X');
SELECT uscc_random('11010519491231002X');
SELECT uscc_department_name('91350100M000100Y43', '11010519491231002X');
SELECT '11010519491231002XX'::text::citizen_id;
SELECT 440524188001010014::adcode;
-- a wrong check character, a date that is none: not a citizen's number
SELECT '110105194912310020'::text::adcode;
SELECT '11010519491331002X'::text::adcode;
-- 15 digits with a known division and a right date; other 15 digits
SELECT '110105491231002'::text::uscc;
SELECT '110108000000016'::text::uscc;
SELECT '990199491231002'::text::uscc;

-- every specimen in every form, as an argument of everything that quotes one
CREATE FUNCTION said(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    said text;
    detail text;
    hint text;
BEGIN
    EXECUTE statement INTO said;
    RETURN CASE WHEN statement ~ 'message' THEN said END;
EXCEPTION WHEN invalid_text_representation OR invalid_parameter_value THEN
    GET STACKED DIAGNOSTICS said = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    RETURN concat_ws(' ', said, detail, hint);
END
$$;
WITH specimens (id) AS (VALUES
    ('11010519491231002X'), ('440524188001010014'), ('34052419800101001X'),
    ('810000199408230021'), ('830000199201300022'), ('932682198501010017')),
numbers (id, birth_date) AS (
    SELECT id, substr(id, 7, 8) FROM specimens
    UNION ALL
    SELECT left(id, 6) || substr(id, 9, 9), substr(id, 9, 6) FROM specimens WHERE id ~ '^(11|44)'),
texts (text, birth_date) AS (
    SELECT form, birth_date FROM numbers, unnest(ARRAY[
        id, lower(id), E'\t' || id || ' ', id || '00', id || '.0', id || 'E+17', id || ',', '身份证' || id || '号', 'ID:' || id, '"' || id || '"',
        id || ' ' || id, id || ';' || id, regexp_replace(id, '(.)', '\1 ', 'g'), regexp_replace(id, '(...)', '\1-', 'g'),
        regexp_replace(id, '(...)', '\1' || chr(8203), 'g'), translate(id, '0123456789X', '０１２３４５６７８９Ｘ'),
        id || '×', translate(id, 'X', 'Ⅹ'), translate(id, 'X', '×'), repeat('*', 52) || id, repeat('无', 17) || id, repeat('　', 15) || id, id || repeat('*', 1000)]) AS form),
answers AS (
    SELECT text, birth_date, statement, said(format(statement, text)) AS said
    FROM texts, (VALUES
        ('SELECT %L::text::uscc'), ('SELECT %L::text::orgcode'), ('SELECT %L::text::adcode'), ('SELECT %L::text::citizen_id::text IS NULL'),
        ('SELECT uscc_make(%L, ''1'', ''350100'', ''M0001'')'), ('SELECT uscc_make(''9'', %L, ''350100'', ''M0001'')'),
        ('SELECT uscc_make(''9'', ''1'', ''350100'', %L)'), ('SELECT orgcode_make(%L)'), ('SELECT uscc_random(%L)'),
        ('SELECT uscc_department_name(''91350100M000100Y43'', %L)'), ('SELECT adcode_name(''350100'', %L)'),
        ('SELECT message FROM uscc_diagnose(%L)'), ('SELECT message FROM orgcode_diagnose(%L)'), ('SELECT message FROM citizen_id_diagnose(%L)')) AS s (statement))
SELECT count(*) AS messages, count(*) FILTER (WHERE said ~ '\*{6}') AS masked,
       count(*) FILTER (WHERE strpos(regexp_replace(translate(said, '０１２３４５６７８９', '0123456789'), '[^0-9]', '', 'g'), birth_date) > 0) AS shown
FROM answers WHERE said IS NOT NULL;
DROP FUNCTION said;
