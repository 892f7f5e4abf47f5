#!/bin/bash
# The types in databases of other encodings, and for clients of others: codes and
# names pass, texts that are not codes raise errors.  Run by test/targets/test.sh.
set -eu

check() {
    local name=$1 expected=$2 got
    shift 2
    got=$("$@" 2>&1) || true
    if [ "$got" = "$expected" ]; then
        echo "ok - $name"
    else
        printf 'not ok - %s\n# expected: %s\n# got: %s\n' "$name" "$expected" "$got"
    fi
}

ask() {
    psql -X -q -At -d "$1" -c "$2"
}

refused='ERROR:  invalid input syntax for type uscc: "９1350100M000100Y43"
LINE 1: SELECT '"'９1350100M000100Y43'"'::uscc
               ^
DETAIL:  Character "９" at position 1 is the full-width form of "9".
HINT:  Did you mean "91350100M000100Y43"?'

# What LIKE and ILIKE answer of a code and of its text, where that differs, after "t";
# arguments: a database, collations, more patterns.
differences() {
    psql -X -q -At -d "$1" -v collations="$2" -v more="$3" <<'SQL'
CREATE FUNCTION pg_temp.answer(operator text, type text, value text, pattern text, collation_name text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    result text;
BEGIN
    EXECUTE format('SELECT %L::%s %s %L COLLATE %I', value, type, operator, pattern, collation_name) INTO result;
    RETURN result;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || SQLERRM;
END $$;
SELECT count(*) > 100, string_agg(concat_ws(' ', value, operator, pattern, name, of_code, of_text), '; ') FILTER (WHERE of_code <> of_text)
FROM string_to_table(:'collations', ' ') AS name, unnest('{~~,!~~,~~*,!~~*}'::text[]) AS operator,
     (VALUES ('uscc', '91350100M000100Y43'), ('orgcode', 'I00000001'), ('orgcode', 'MAK000011')) AS v (type, value),
     unnest('{9135%,%m000%,９1350100%,%３,91_%,_１%,%码%,码,_________,i%,I%,%k%,maK%,%\\,_０%,91350100m000100y4_,%00%0_}' || string_to_array(:'more', ' ')) AS pattern,
     LATERAL (SELECT pg_temp.answer(operator, type, value, pattern, name) AS of_code, pg_temp.answer(operator, 'text', value, pattern, name) AS of_text) AS a;
SQL
}

for encoding in UTF8 EUC_CN SQL_ASCII; do
    database=uscc_$(tr '[:upper:]' '[:lower:]' <<<"$encoding")
    createdb -E "$encoding" -T template0 --locale=C "$database"
    ask "$database" "CREATE EXTENSION uscc"
    check "$encoding: full-width characters are cleaned" "91350100M000100Y43" \
        ask "$database" "SELECT uscc_clean('９１３５０１００　Ｍ０００１００Ｙ４３')"
    check "$encoding: names" "企业|福建省福州市" \
        ask "$database" "SELECT uscc_category_name(code), adcode_path(uscc_region(code)) FROM (VALUES ('91350100M000100Y43'::uscc)) AS v (code)"
    check "$encoding: every name" "t" \
        ask "$database" "SELECT count(name_zh) > 7000 FROM adcode_divisions"
    check "$encoding: text that is not a code is NULL" "" \
        ask "$database" "SELECT uscc_clean('无')"
    check "$encoding: diagnosis" "placeholder placeholder contains_code masked 14 " \
        ask "$database" "SELECT string_agg(coalesce(d.kind, d.\"position\"::text), ' ' ORDER BY n) || ' '
                         FROM (VALUES (1, '无'), (2, '　暂无'), (3, '代码：９１３５０１００Ｍ０００１００Ｙ４３'), (4, '91350100********43'), (5, '9135010073186无218W')) AS t (n, text),
                              uscc_diagnose(text) AS d"
    check "$encoding: suggestion" "91350100731861218W|substitution|14|无|1" \
        ask "$database" "SELECT suggestion, change, \"position\", given, meant FROM uscc_suggest('9135010073186无218W', 1)"
    # in SQL_ASCII, a character is a byte
    position=$(ask "$database" "SELECT 1 + length('统一社会信用代码（号）：')")
    check "$encoding: scan" "91350100M000100Y43|$position|９１３５０１００Ｍ０００１００Ｙ４３|t" \
        ask "$database" "SELECT * FROM uscc_scan('统一社会信用代码（号）：９１３５０１００Ｍ０００１００Ｙ４３。')"
done
collations='C default'
case $(ask uscc_utf8 "CREATE COLLATION loose (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false)" 2>&1) in
    '') collations+=' en-x-icu tr-x-icu loose' ;;
    *'ICU is not supported in this build') echo "# without ICU" ;;
    *) echo "not ok - a collation of ICU" ;;
esac
check "UTF8: LIKE and ILIKE answer as of the text, in any collation" "t|" \
    differences uscc_utf8 "$collations" 'ı% İ% K% %é %K%'
check "EUC_CN: LIKE and ILIKE answer as of the text" "t|" differences uscc_euc_cn 'C default' '%　'
check "SQL_ASCII: LIKE and ILIKE answer as of the text" "t|" differences uscc_sql_ascii 'C default' 'ı% %é'
for database in uscc_utf8 uscc_euc_cn; do
    check "$database: where and why" "$refused" ask "$database" "SELECT '９1350100M000100Y43'::uscc"
done

check "EUC_CN: few names have a character that it does not have" "t" \
    ask uscc_euc_cn "SELECT count(*) BETWEEN 1 AND 50 FROM adcode_divisions WHERE name_zh LIKE '%?%'"

# two bytes that EUC_CN allows, but that are not a character of GB 2312
check "EUC_CN: a character that Unicode does not have" 'DETAIL:  Character "" at position 1 is not used in unified social credit codes.' \
    bash -c "printf \"SELECT '\\376\\3761350100M000100Y43'::uscc\" | PGCLIENTENCODING=EUC_CN psql -X -q -At -d uscc_euc_cn 2>&1 |
        LC_ALL=C tr -d '\\376' | grep DETAIL"

# 80 MB of blanks, each of which is converted, which takes many seconds
ask uscc_euc_cn "CREATE TABLE long AS SELECT repeat('　', 40000000) AS text"
check "EUC_CN: what takes long can be cancelled" "canceling within 5 s" \
    bash -c "SECONDS=0; psql -X -q -At -d uscc_euc_cn -c \"SET statement_timeout = '10ms'\" \
        -c 'SELECT uscc_diagnose(text) FROM long' 2>&1 | grep -o canceling | tr '\n' ' '
        [ \$SECONDS -ge 5 ] || echo within 5 s"

# bytes that are not UTF-8 can be in a database without an encoding
check "SQL_ASCII: bytes that are not characters" "" \
    ask uscc_sql_ascii "SET client_encoding = 'SQL_ASCII'; SELECT uscc_clean(E'9\\xff350100M000100Y43')"
check "SQL_ASCII: they are refused" "22P02" \
    bash -c "psql -X -q -At -d uscc_sql_ascii -v VERBOSITY=sqlstate -c \"SET client_encoding = 'SQL_ASCII'\" \
        -c \"SELECT E'9\\\\xff350100M000100Y43\\\\xe4'::uscc\" 2>&1 | sed 's/^ERROR:  //'"

# random bytes, without NUL, at every function of text
check "SQL_ASCII: junk" "20000" \
    bash -c "psql -X -q -At -d uscc_sql_ascii <<'SQL'
SET client_encoding = 'SQL_ASCII';
SELECT setseed(0.5) \\gset
CREATE TABLE junk AS
    SELECT convert_from(string_agg(set_byte('\\x00', 0, 1 + (random() * 254)::int), '' ORDER BY j), 'SQL_ASCII') AS text
    FROM generate_series(1, 20000) AS i, generate_series(1, 1 + i % 40) AS j GROUP BY i;
INSERT INTO junk SELECT string_agg(text, '') FROM junk;
DELETE FROM junk WHERE ctid = (SELECT min(ctid) FROM junk);
SELECT count(*) FROM (
    SELECT uscc_is_valid(text), uscc_clean(text), uscc_diagnose(text),
           (SELECT count(*) FROM uscc_suggest(text)), (SELECT count(*) FROM uscc_scan(text)) FROM junk OFFSET 0) AS done;
SQL"

# a client of GB18030: its bytes, and the name that comes back in them
check "GB18030 client" "91350100M000100Y43|$(printf '企业' | iconv -t GB18030 | od -An -tx1)" \
    bash -c "printf \"SELECT uscc_clean('９１３５０１００Ｍ０００１００Ｙ４３')\" | iconv -t GB18030 |
        PGCLIENTENCODING=GB18030 psql -X -q -At -d uscc_utf8 | tr '\\n' '|';
        PGCLIENTENCODING=GB18030 psql -X -q -At -d uscc_utf8 -c \"SELECT uscc_category_name('91350100M000100Y43')\" | tr -d '\\n' | od -An -tx1"

# an encoding without Chinese characters: codes and English names
createdb -E LATIN1 -T template0 --locale=C uscc_latin1
ask uscc_latin1 "CREATE EXTENSION uscc"
check "LATIN1: codes and English names" "91350100M000100Y43|enterprise" \
    ask uscc_latin1 "SELECT uscc_clean('91350100 M000100Y43'), uscc_category_name('91350100M000100Y43', 'en')"
check "LATIN1: Chinese names" "????" \
    ask uscc_latin1 "SELECT adcode_name('350102'::adcode) || '?'"
check "LATIN1: a foreign character" 'DETAIL:  Character "é" (U+00E9) at position 1 is not used in unified social credit codes.' \
    bash -c "psql -X -q -At -d uscc_latin1 -c \"SELECT 'é1350100M000100Y43'::uscc\" 2>&1 | grep DETAIL"
for encoding in utf8 euc_cn sql_ascii latin1; do dropdb "uscc_$encoding"; done
