#!/bin/bash
# Every message has its Chinese translation, and a server of Chinese messages
# gives it.
# Arguments: the built tree and what it installs; run by test/targets/test.sh.
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
make_work
find_postgresql
build=$1 stage=$2

same() {
    if diff "$2" "$3"; then echo "ok - $1"; else echo "not ok - $1"; fi
}

# The messages of a catalog, without their translations.
messages() {
    msgcat --no-wrap --sort-output "$1" | grep '^msgid '
}

make -s -C "$build" po/uscc.pot PG_CONFIG="$PG_CONFIG"
messages "$build/po/uscc.pot" >"$work/in_sources"
messages po/zh_CN.po >"$work/in_catalog"
same "po/zh_CN.po has the messages of the sources" "$work/in_sources" "$work/in_catalog"
msgfmt --check --statistics -o /dev/null po/zh_CN.po 2>"$work/statistics" || cat "$work/statistics"
echo "$(($(wc -l <"$work/in_catalog") - 1)) translated messages." >"$work/all"
same "all of them are translated" "$work/all" "$work/statistics"
start_translated_server "$stage"

psql -X -q -c "CREATE EXTENSION uscc" -c "ALTER SYSTEM SET lc_messages = 'zh_CN.UTF-8'"
psql -X -q -At -c "SELECT pg_reload_conf()" -c "SELECT pg_sleep(0.5)" >"$work/out"
# as text, so that psql adds no line of the statement; the word before the first
# colon is PostgreSQL's own, which differs by version
psql -X -q -At >"$work/given" 2>&1 <<'SQL'
\set SHOW_CONTEXT never
SELECT '9135O100M000100Y43'::text::uscc;
SELECT '91350100M000100Y44'::text::uscc;
SELECT '11010519491231002X'::text::uscc;
SELECT '11010519491231002Y'::text::citizen_id;
SELECT '40000062-5'::text::orgcode;
SELECT '35010X'::text::adcode;
SELECT uscc_make('9', '1', '350100', 'M');
SELECT message FROM uscc_diagnose('９１３５０１００Ｍ０００１００Ｙ４３');
CREATE TABLE customer (code varchar(18));
INSERT INTO customer VALUES ('91350100m000100y43'), ('none');
CALL uscc_adopt('customer', 'none');
CALL uscc_adopt('customer', 'code', swap => true);
SQL
sed -E -i 's/^[^ ]*:  (类型|没有|关系|列)/\1/' "$work/given"
cat >"$work/expected" <<'TEXT'
类型 uscc 的输入语法无效: "9135O100M000100Y43"
DETAIL:  统一社会信用代码不使用第 5 位的字符 "O"。
HINT:  您是否想输入 "91350100M000100Y43"？
类型 uscc 的输入语法无效: "91350100M000100Y44"
DETAIL:  第 18 位的校验码为 "4"，但由前 17 位计算得出的是 "3"。
类型 uscc 的输入语法无效: "110105********002X"
DETAIL:  第 18 位的校验码为 "X"，但由前 17 位计算得出的是 "B"。
HINT:  这是公民身份号码（GB 11643）；请使用类型 citizen_id。
类型 citizen_id 的输入语法无效: "110105********002Y"
DETAIL:  第 18 位的字符 "Y" 不是数字（也不是第 18 位上的 X）。
类型 orgcode 的输入语法无效: "40000062-5"
DETAIL:  校验码为 "5"，但由前 8 位计算得出的是 "4"。
类型 adcode 的输入语法无效: "35010X"
DETAIL:  第 6 位的字符 "X" 不是数字。
没有登记管理部门为 "9"、机构类别为 "1"、行政区划为 350100、主体标识码为 "M" 的统一社会信用代码
DETAIL:  登记管理部门和机构类别各为一个字符；主体标识码为 9 位，若需计算其校验码则为 8 位。
第 1 位的字符 "９" 是 "9" 的全角形式。
关系 "customer" 的列 "none" 不存在
列 public.customer.code 还有先于此调用的步骤未完成
HINT:  SELECT * FROM public.uscc_adopt_plan('public.customer', 'code', 'public.uscc') 可列出这些步骤。
TEXT
same "a server with lc_messages = zh_CN.UTF-8 speaks Chinese" "$work/expected" "$work/given"
