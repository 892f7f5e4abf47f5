-- What the server says of each text of table texts, and of each division: a line of JSON
-- each, for compare.mjs.

-- the sentences, in a language
CREATE FUNCTION sentences_en(string text) RETURNS jsonb LANGUAGE plpgsql SET lc_messages = 'C' AS $$
DECLARE
    hint text;
BEGIN
    BEGIN
        PERFORM string::uscc;
    EXCEPTION WHEN invalid_text_representation THEN
        GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
    END;
    RETURN jsonb_build_object('uscc', (uscc_diagnose(string)).message, 'orgcode', (orgcode_diagnose(string)).message,
        'citizenId', (citizen_id_diagnose(string)).message, 'hint', nullif(hint, ''));
END
$$;
DO $$
BEGIN
    EXECUTE replace(replace(pg_get_functiondef('sentences_en'::regproc), 'sentences_en', 'sentences_zh'), '''C''', '''zh_CN.UTF-8''');
END
$$;

-- and further texts: the organizations, each with one mistake in every way; long ones
INSERT INTO texts
SELECT unnest(ARRAY[code, lower(code), overlay(code placing '' from n for 1), overlay(code placing 'O' from n for 1),
    overlay(code placing '8' from n for 1), overlay(code placing 'Y' from n for 1), overlay(code placing 'ｘ' from n for 1),
    overlay(code placing substr(code, n + 1, 1) || substr(code, n, 1) from n for 2), overlay(code placing '-' || substr(code, n, 1) from n for 1),
    name || code, substr(code, 9, 9), substr(code, 9, 8) || '-' || substr(code, 17, 1), substr(code, 3, n % 7)])
FROM organizations, generate_series(1, 18) AS n
UNION SELECT unnest(ARRAY[repeat('统', 100000), repeat('9', 100000), repeat('统 ', 100000) || '91350100M000100Y43', repeat('-', 100000) || '91350100M000100Y43',
    '91350100M000100Y3' || repeat('-', 20000) || '4',
    repeat('清华大学12100000400000624D，', 5000), repeat(' ', 100000)]);

SELECT jsonb_build_object('text', text,
    'isValid', uscc_is_valid(text), 'clean', uscc_clean(text),
    'diagnose', to_jsonb(u) - 'message', 'en', sentences_en(text), 'zh', sentences_zh(text),
    'suggest', (SELECT coalesce(jsonb_agg(s), '[]') FROM uscc_suggest(text) AS s),
    'scan', (SELECT coalesce(jsonb_agg(s), '[]') FROM uscc_scan(text) AS s),
    'fields', (SELECT jsonb_build_object('code', code, 'department', uscc_department(code), 'category', uscc_category(code),
            'region', uscc_region(code), 'subject', uscc_subject(code), 'checkCharacter', uscc_check_character(code),
            'orgcode', uscc_orgcode(code), 'isStandard', uscc_is_standard(code),
            'departmentName', names(uscc_department_name(code), uscc_department_name(code, 'en')),
            'categoryName', names(uscc_category_name(code), uscc_category_name(code, 'en')),
            'regionName', names(uscc_region_name(code), uscc_region_name(code, 'en')))
        FROM (SELECT CASE WHEN uscc_is_valid(text) THEN text::uscc END AS code) AS c WHERE code IS NOT NULL),
    'orgcode', jsonb_build_object('isValid', orgcode_is_valid(text), 'clean', orgcode_clean(text), 'diagnose', to_jsonb(o) - 'message',
        'fields', (SELECT jsonb_build_object('code', code, 'body', orgcode_body(code), 'checkCharacter', orgcode_check_character(code),
                'isPrivateUse', orgcode_is_private_use(code))
            FROM (SELECT CASE WHEN orgcode_is_valid(text) THEN text::orgcode END AS code) AS c WHERE code IS NOT NULL)),
    'adcode', jsonb_build_object('isValid', adcode_is_valid(text), 'clean', adcode_clean(text),
        'fields', (SELECT jsonb_build_object('code', code, 'level', adcode_level(code), 'parent', adcode_parent(code),
                'province', adcode_province(code), 'prefecture', adcode_prefecture(code),
                'name', names(adcode_name(code), adcode_name(code, 'en')))
            FROM (SELECT CASE WHEN adcode_is_valid(text) THEN text::adcode END AS code) AS c WHERE code IS NOT NULL)),
    'citizenId', jsonb_build_object('isValid', citizen_id_is_valid(text), 'clean', citizen_id_clean(text), 'diagnose', to_jsonb(c) - 'message',
        'mask', CASE WHEN citizen_id_is_valid(text) THEN citizen_id_mask(text::citizen_id) END))
FROM (SELECT DISTINCT text FROM texts) AS t, uscc_diagnose(text) AS u, orgcode_diagnose(text) AS o, citizen_id_diagnose(text) AS c;

SELECT jsonb_build_object('division', division, 'name', names(adcode_name(division), adcode_name(division, 'en')),
    'path', adcode_path(division), 'path1990', adcode_path(division, 1990),
    'successors', (SELECT coalesce(jsonb_agg(s), '[]') FROM adcode_successors(division) AS s))
FROM (SELECT DISTINCT code AS division FROM adcode_divisions) AS d;
