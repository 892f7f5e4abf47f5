-- The fields of a unified social credit code (GB 32100).
SELECT code, uscc_department(code), uscc_category(code), uscc_region(code), uscc_subject(code), uscc_check_character(code)
FROM (VALUES ('12100000400000624D'::uscc), ('91350100M000100Y43'), ('93410100NA000307XN'),
             ('54110000MATE00010J'), ('11000000000000000U'), ('Y9999999Y9999999X5')) AS v (code);

-- Names, in Chinese and English; NULL if not assigned.
SELECT code, uscc_department_name(code), uscc_department_name(code, 'en'), uscc_category_name(code), uscc_category_name(code, 'en')
FROM (VALUES ('12100000400000624D'::uscc), ('91350100M000100Y43'), ('93410100NA000307XN'),
             ('Y9999999Y9999999X5')) AS v (code);
SELECT uscc_department_name('91350100M000100Y43', 'fr');
SELECT uscc_category_name('91350100M000100Y43', '');
SELECT uscc_category_name(NULL), uscc_department_name('91350100M000100Y43', NULL);
-- no department B
SELECT uscc_department(code), uscc_department_name(code), uscc_category_name(code), uscc_is_standard(code)
FROM uscc_make('B', '1', '110000', '40000062') AS code;

-- To the letter of the standards: category assigned, province known,
-- organization code right.
SELECT code, uscc_is_standard(code)
FROM (VALUES ('12100000400000624D'::uscc), ('93410100NA000307XN'), ('91053914MA0NMDRT2G'),
             ('914401017083387219'), ('Y9999999Y9999999X5')) AS v (code);

-- Everything that is assigned.
SELECT * FROM uscc_categories;

-- A code from its fields, with its check character; a subject of 8 gets its own.
SELECT uscc_make('9', '1', '350100', 'M000100Y4'), uscc_make('9', '1', '3501', 'm000100y');
SELECT uscc_make('1', '2', '100000', '40000062') = '12100000400000624D' AS tsinghua;
SELECT uscc_make('9', '1', NULL, 'M000100Y4');
SELECT uscc_make('91', '1', '350100', 'M000100Y4');
SELECT uscc_make('9', '', '350100', 'M000100Y4');
SELECT uscc_make('9', '1', '350100', 'M000100');
SELECT uscc_make('0', '1', '350100', 'M000100Y4');
SELECT uscc_make('9', 'A', '350100', 'M000100Y4');
SELECT uscc_make('9', '1', '350100', 'M0001OOY4');
SELECT uscc_make('9', '1', '350100', 'MA0001000');
SELECT uscc_make('9', '1', '050100', 'A00000A0');
SELECT uscc_make('业', '1', '350100', 'M000100Y4');

-- The ends of a prefix; NULL if no code has it.
SELECT uscc_first('913501'), uscc_last('913501');
SELECT uscc_first(''), uscc_last('');
SELECT uscc_first('91350100m000100y43') = uscc_last('91350100M000100Y43') AS one;
SELECT uscc_first('90');
SELECT uscc_last('91350100M000100Y430');
SELECT uscc_first(NULL);
