-- Comparison: the order is that of the text in the C collation.
CREATE TABLE code (code uscc);
INSERT INTO code VALUES ('91350100M000100Y43'), ('12100000400000624D'), ('Y9999999Y9999999X5'),
    (NULL), ('93410100NA000307XN'), ('11000000000000000U'), ('914403001922038216'), ('54110000MATE00010J');
SELECT code FROM code ORDER BY code;
SELECT code FROM code ORDER BY code DESC NULLS LAST;
SELECT bool_and((a.code < b.code) = (a.code::text COLLATE "C" < b.code::text)
            AND (a.code <= b.code) = (a.code::text COLLATE "C" <= b.code::text)
            AND (a.code = b.code) = (a.code::text = b.code::text)
            AND (a.code <> b.code) = (a.code::text <> b.code::text)
            AND (a.code >= b.code) = (a.code::text COLLATE "C" >= b.code::text)
            AND (a.code > b.code) = (a.code::text COLLATE "C" > b.code::text)
            AND (uscc_cmp(a.code, b.code) = 0) = (a.code = b.code)
            AND sign(uscc_cmp(a.code, b.code)) = CASE WHEN a.code < b.code THEN -1 WHEN a.code > b.code THEN 1 ELSE 0 END) AS as_text
FROM code a, code b WHERE a.code IS NOT NULL AND b.code IS NOT NULL;
SELECT min(code), max(code), count(code), count(DISTINCT code) FROM code;
SELECT code FROM code WHERE code BETWEEN '54110000MATE00010J' AND '91350100M000100Y43' ORDER BY 1;
SELECT code FROM code WHERE code IN ('91350100m000100y43', '12100000400000624D') ORDER BY 1;
SELECT code FROM code WHERE code = ANY ('{91350100m000100y43,12100000400000624D}') ORDER BY 1;

-- Hashes, pinned: a row must not move to another partition or server.
SELECT code, uscc_hash(code), uscc_hash_extended(code, 0) FROM code ORDER BY 1;

-- With text, as a driver sends it; an invalid text is an error, as a literal is.
SELECT code FROM code WHERE code = '91350100m000100y43'::text;
SELECT code FROM code WHERE code = ' 91350100M000100Y43 '::varchar;
SELECT code FROM code WHERE '91350100M000100Y43'::text = code;
SELECT count(*) FROM code WHERE code <> '91350100M000100Y43'::text;
SELECT count(*) FROM code WHERE '91350100M000100Y43'::char(18) <> code;
SELECT code FROM code WHERE code = NULL::text;
SELECT bool_and((a.code < b.code::text) = (a.code < b.code) AND (a.code::text < b.code) = (a.code < b.code)
            AND (a.code <= b.code::text) = (a.code <= b.code) AND (a.code::text <= b.code) = (a.code <= b.code)
            AND (a.code > b.code::text) = (a.code > b.code) AND (a.code::text > b.code) = (a.code > b.code)
            AND (a.code >= b.code::text) = (a.code >= b.code) AND (a.code::text >= b.code) = (a.code >= b.code)) AS as_codes
FROM code a, code b;
SELECT code FROM code WHERE code BETWEEN ' 54110000mate00010j'::varchar AND '91350100m000100y43'::text ORDER BY 1;
\set SHOW_CONTEXT never
SELECT code FROM code WHERE code = '91350100M000100Y44'::text;
SELECT code FROM code WHERE code < '9135'::text;
SELECT code FROM code WHERE code = ANY (ARRAY['91350100M000100Y43', '12100000400000624D']::text[]) ORDER BY 1;
-- plain comparison of strings is not disturbed
SELECT 'a'::varchar = 'a' AS varchar, 'a' = 'a' AS unknown, 'a'::char(3) = 'a' AS char, 'a'::name = 'a'::text AS name;

-- Aggregates and set operations
SELECT code FROM code UNION SELECT '91350100M000100Y43' ORDER BY 1;
SELECT code, count(*) FROM (SELECT code FROM code UNION ALL SELECT code FROM code) AS twice GROUP BY code ORDER BY code;
DROP TABLE code;
