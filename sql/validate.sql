-- Texts that may be unified social credit codes: true, or a code, for those
-- that are, and no error for any.
SELECT text, uscc_is_valid(text), uscc_clean(text)
FROM (VALUES ('91350100M000100Y43'), (' 91350100m000100y43 '), ('91350100M000100Y44'), ('9135O100M000100Y43'),
             ('9135 0100 M000 100Y 43'), ('91350100-M000100Y-43'), ('9135.0100.M000.100Y43'), ('91350100·M000100Y4·3'),
             ('９１３５０１００Ｍ０００１００Ｙ４３'), ('９１３５０１００－ｍ０００１００ｙ４３'), ('91350100　M000100Y43。'),
             (''), (' '), ('-'), ('无'), ('913501'), ('91350100M000100Y433'), ('11010519491231002X'), (NULL)) AS v (text);
-- marks that cannot be seen
SELECT uscc_clean(U&'\FEFF91350100M000100Y43'), uscc_clean(U&'91350100\200BM000100\200DY43'), uscc_clean(U&'91350100\00A0M000100Y43'),
       uscc_clean(U&'\202A91350100M000100Y43\202C'), uscc_clean(U&'91350100\2013M000100Y43'), uscc_clean(U&'91350100\00ADM000100Y43');
-- signs go, capitals of one shape are the same letter; what may be a number stays
SELECT uscc_clean('91350100М000100Y43'), uscc_clean('91350100M000100Y4③'), uscc_clean('91350100M000100Y4🏢3'), uscc_clean(U&'91350100M000100Y43\0301');
SELECT count(*) FROM (SELECT uscc_is_valid(repeat('91350100M000100Y43', 60000)), uscc_clean(repeat('统', 1000000)),
                             uscc_clean(repeat('-', 1000000) || '91350100M000100Y43')) AS long;
SELECT uscc_clean(repeat('-', 1000000) || '91350100M000100Y43');

-- a column with dirt
CREATE TABLE customer (code varchar(30));
INSERT INTO customer VALUES ('91350100M000100Y43'), ('９１３５０１００Ｍ０００１００Ｙ４３'), ('无'), (NULL);
SELECT code, uscc_clean(code) FROM customer WHERE NOT uscc_is_valid(code);
SELECT count(*) FILTER (WHERE uscc_is_valid(code)) AS valid, count(uscc_clean(code)) AS with_cleaning, count(code) AS given FROM customer;
DROP TABLE customer;

-- every type has both functions, with the same rules
SELECT string, adcode_is_valid(string), adcode_clean(string), orgcode_is_valid(string), orgcode_clean(string),
       citizen_id_is_valid(string), citizen_id_clean(string)
FROM (VALUES ('350100'), (' 3501 '), ('３５０１００'), ('35-01-00'), ('3501001'), ('35010x'), ('40000062-4'), ('4000 0062 4'),
             ('４０００００６２－４'), ('“40000062-4”'), ('D2143569Ⅹ'), ('400000623'), ('11010519491231002x'), ('110105 19491231 002X'), ('110105-19491231-002-X'),
             ('１１０１０５１９４９１２３１００２Ｘ'), ('11010519491231002×'), ('''11010519491231002Ⅹ'''), ('(350100)'), ('110105194912310021'), ('无'), (''), (NULL)) AS v (string);
