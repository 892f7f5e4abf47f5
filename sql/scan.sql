-- Codes in free texts, with the position of their first character.
SELECT n, found, "position", replace(original, U&'\200B', '<U+200B>') AS original, standard
FROM (VALUES
    (1, '甲方：福州某某公司，统一社会信用代码：91350100M000100Y43。乙方：清华大学（12100000400000624D）'),
    (2, '９１３５０１００Ｍ０００１００Ｙ４３ 91350100m000100y43'),
    (3, '1,"91350100M000100Y43",12100000400000624D;91350100M000100Y44' || E'\n91350100M000100Y43\t'),
    (4, '0x91350100M000100Y43 91350100M000100Y43x 091350100M000100Y43'),    -- inside of longer runs
    (5, 'é91350100M000100Y43 91350100M000100Y43③ ' || U&'91350100M000100Y43\0301'),
    (6, U&'\FEFF91350100\200BM000100Y43\200B,'),    -- invisible characters do not separate
    (7, '文件_91350100M000100Y43_2020.pdf 公司91350100M000100Y43号 🏢91350100M000100Y43🏢'),
    (8, '代码：9135 0100 M000 100Y 43，91-350100-M000100Y4-3'),  -- in groups
    (12, 'USCC91350100M000100Y43 CN12100000400000624D No.914403001922038216'), -- after a label
    (13, '{"text":"\n91350100M000100Y43\t\u300012100000400000624D\n"}'),   -- after an escape of JSON
    (14, '91350100M000100Y4312100000400000624D'),   -- a line end was lost
    (15, '123456789012345678 11010519491231002X'),  -- a number that is valid by chance; one that is not
    (9, ''), (10, NULL), (11, '无')) AS t (n, text),
    uscc_scan(text) AS s
ORDER BY n, "position";

-- of any size
SELECT count(*), max("position"), count(DISTINCT found) FROM uscc_scan(repeat('统一社会信用代码：91350100M000100Y43。', 20000));
SELECT count(*) FROM uscc_scan(repeat('9', 1000000));
SELECT count(*) FROM uscc_scan(repeat('91350100M000100Y43', 60000));
SELECT found, "position" FROM uscc_scan(repeat('🏢', 250000) || '91350100M000100Y43');
SELECT found FROM uscc_scan(repeat('91350100M000100Y43 ', 100000)) LIMIT 1;

-- what is found is what stands there
SELECT bool_and(substr(text, "position", length(original)) = original AND uscc_clean(original) = found)
FROM (SELECT '前' || string_agg(uscc_random()::text, '　与 ') || '后' AS text FROM generate_series(1, 1000)) AS t, uscc_scan(text);
