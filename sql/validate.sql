-- Texts that may be unified social credit codes: true, or a code, for those
-- that are, and no error for any.
SELECT text, uscc_is_valid(text), try_uscc(text)
FROM (VALUES ('91350100M000100Y43'), (' 91350100m000100y43 '), ('91350100M000100Y44'), ('9135O100M000100Y43'),
             ('9135 0100 M000 100Y 43'), ('91350100-M000100Y-43'), ('9135.0100.M000.100Y43'), ('91350100·M000100Y4·3'),
             ('９１３５０１００Ｍ０００１００Ｙ４３'), ('９１３５０１００－ｍ０００１００ｙ４３'), ('91350100　M000100Y43。'),
             (''), (' '), ('-'), ('无'), ('913501'), ('91350100M000100Y433'), ('11010519491231002X'), (NULL)) AS v (text);
-- marks that cannot be seen
SELECT try_uscc(U&'\FEFF91350100M000100Y43'), try_uscc(U&'91350100\200BM000100\200DY43'), try_uscc(U&'91350100\00A0M000100Y43'),
       try_uscc(U&'\202A91350100M000100Y43\202C'), try_uscc(U&'91350100\2013M000100Y43'), try_uscc(U&'91350100\00ADM000100Y43');
-- what only looks alike has a meaning, so it is not dropped or replaced
SELECT try_uscc('91350100М000100Y43'), try_uscc('91350100M000100Y4③'), try_uscc('91350100M000100Y4🏢3'), try_uscc(U&'91350100M000100Y43\0301');
SELECT count(*) FROM (SELECT uscc_is_valid(repeat('91350100M000100Y43', 60000)), try_uscc(repeat('统', 1000000)),
                             try_uscc(repeat('-', 1000000) || '91350100M000100Y43')) AS long;
SELECT try_uscc(repeat('-', 1000000) || '91350100M000100Y43');

-- a column with dirt
CREATE TABLE customer (code varchar(30));
INSERT INTO customer VALUES ('91350100M000100Y43'), ('９１３５０１００Ｍ０００１００Ｙ４３'), ('无'), (NULL);
SELECT code, try_uscc(code) FROM customer WHERE NOT uscc_is_valid(code);
SELECT count(*) FILTER (WHERE uscc_is_valid(code)) AS valid, count(try_uscc(code)) AS with_cleaning, count(code) AS given FROM customer;
DROP TABLE customer;
