#!/bin/bash
# An older version, updated, equals a new installation: every object with every
# property, while tables, indexes, generated columns and views use it.  Older versions
# are the scripts in test/released; a later one, with its update scripts, is made up
# here.  Argument: the directory that the build is staged in; run by
# test/targets/test.sh.
set -eu
scripts=$(dirname "$(find "$1" -name 'uscc--*.sql' | head -n 1)")
current=$(sed -n "s/^default_version = '\(.*\)'/\1/p" uscc.control)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

ask() {
    psql -X -q -At -v ON_ERROR_STOP=1 -d uscc_update "$@"
}

# Prints the objects of a version, or of one updated to a second, and what a user
# has made of them.
objects() {
    dropdb --if-exists uscc_update 2>/dev/null
    createdb uscc_update
    ask -c "CREATE EXTENSION uscc VERSION '$1'" -f - <<'SQL'
CREATE TABLE company (code uscc PRIMARY KEY CHECK (code ^@ '91' OR uscc_department(code) = '1'),
    region adcode GENERATED ALWAYS AS (uscc_region(code)) STORED, owner citizen_id DEFAULT '11010519491231002X');
CREATE INDEX ON company USING hash (code);
CREATE INDEX ON company USING brin (code);
CREATE INDEX ON company (uscc_orgcode(code));
CREATE VIEW province AS SELECT adcode_province(region) AS province, min(code), count(*) FROM company GROUP BY 1;
INSERT INTO company VALUES ('91350100M000100Y43'), ('12100000400000624D');
SQL
    [ $# -eq 1 ] || ask -c "ALTER EXTENSION uscc UPDATE TO '$2'"
    ask -f test/checks/objects.sql
    ask -c "TABLE company" -c "TABLE province" -c "SET enable_seqscan = off" \
        -c "EXPLAIN (COSTS OFF) SELECT FROM company WHERE code ^@ '9135'"
    dropdb uscc_update
}

check() {
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1"; fi
}

# Are the objects of a version those of another, updated?  Prints the differences.
same() {
    objects "$2" >"$out/new"
    objects "$1" "$2" >"$out/updated"
    grep -q '^type public.uscc|type|' "$out/new" && diff "$out/new" "$out/updated"
}

if [ -f "test/released/uscc--$current.sql" ]; then good=yes; else good=no; fi
check "test/released has the script of $current" yes $good
for script in test/released/uscc--*.sql; do
    version=$(basename "${script#*--}" .sql)
    # from 18 on, btree has a support function more
    if [ "$(psql -X -At -c 'SHOW server_version_num')" -lt 180000 ]; then
        sed '/skipsupport/d' "$script" >"$out/script"
    else
        cp "$script" "$out/script"
    fi
    if [ "$version" = "$current" ]; then
        if diff "$out/script" "$scripts/uscc--$version.sql"; then good=yes; else good=no; fi
        check "the script of $version is that of test/released" yes $good
    else
        cp "$out/script" "$scripts/uscc--$version.sql"
        if same "$version" "$current"; then good=yes; else good=no; fi
        check "$version, updated, is $current" yes $good
    fi
done

# A later version has a function more, another body and another comment.
change() {
    cat <<'SQL'
CREATE FUNCTION uscc_made_up(code uscc) RETURNS pg_catalog.int4 IMMUTABLE STRICT PARALLEL SAFE RETURN 1;
COMMENT ON FUNCTION uscc_made_up(uscc) IS 'made up';
CREATE OR REPLACE FUNCTION uscc_region_name(code uscc, language pg_catalog.text DEFAULT 'zh') RETURNS pg_catalog.text
    STABLE STRICT PARALLEL SAFE RETURN 'made up';
COMMENT ON TYPE uscc IS 'made up';
SQL
}
{ cat "$scripts/uscc--$current.sql" && change; } >"$scripts/uscc--9.0.sql"
change >"$scripts/uscc--$current--9.0.sql"
if same "$current" 9.0; then good=yes; else good=no; fi
check "a made-up version is reached by its update script" yes $good

# What an update script may forget, each found.
n=1
while read -r name expression; do
    cp "$scripts/uscc--9.0.sql" "$scripts/uscc--9.$n.sql"
    change | sed "$expression" >"$scripts/uscc--$current--9.$n.sql"
    if same "$current" "9.$n" >/dev/null; then good=same; else good=different; fi
    check "a forgotten $name is found" different $good
    n=$((n + 1))
done <<'END'
comment /^COMMENT ON FUNCTION/d
function /made_up(/d
property s/ PARALLEL SAFE RETURN 1/ RETURN 1/
body s/RETURN 'made up'/RETURN 'made'/
END
