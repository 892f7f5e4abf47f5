-- Codes of real organizations are stored and come back letter by letter.
CREATE TABLE given (code text, name text);
\copy given from 'data/organizations.csv' (format csv, header)
SELECT count(*), count(DISTINCT code) FROM given;
CREATE TABLE organization (code uscc PRIMARY KEY, name text);
\copy organization from 'data/organizations.csv' (format csv, header)
SELECT count(*), bool_and(organization.code::text = given.code) AS letter_by_letter
FROM organization JOIN given USING (name);

-- Their order is that of the text.
SELECT array_agg(code::text ORDER BY code) = array_agg(code::text ORDER BY code::text COLLATE "C") AS text_order
FROM organization;
SELECT min(code), max(code) FROM organization;

-- The fields are those of the text.
SELECT bool_and(uscc_department(code) = substr(code::text, 1, 1)
            AND uscc_category(code) = substr(code::text, 2, 1)
            AND uscc_region(code)::text = substr(code::text, 3, 6)
            AND uscc_subject(code) = substr(code::text, 9, 9)
            AND uscc_check_character(code) = substr(code::text, 18, 1)) AS fields
FROM organization;

-- Each is made again from its fields.
SELECT bool_and(uscc_make(uscc_department(code), uscc_category(code), uscc_region(code), uscc_subject(code)) = code) AS made_again
FROM organization;

-- Real codes that bend the rules: no such province, or an organization code
-- with a wrong check character.
SELECT code, name FROM organization WHERE NOT uscc_is_standard(code) ORDER BY code;

-- By department and category.
SELECT uscc_department(code), uscc_category(code), uscc_category_name(code), uscc_category_name(code, 'en') AS name, count(*)
FROM organization
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2;

DROP TABLE given, organization;
