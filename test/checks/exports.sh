#!/bin/bash
# The shared library exports what SQL calls, and what the server asks every module
# for; anything else could be taken for a function of another module, or that for
# ours.  Argument: the directory that the build is staged in; run by
# test/targets/test.sh.
set -eu
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

createdb uscc_exports
ask() {
    psql -X -q -At -v ON_ERROR_STOP=1 -d uscc_exports -c "$1"
}
ask "CREATE EXTENSION uscc"
{
    printf '%s\n' Pg_magic_func _PG_init
    ask "SELECT DISTINCT unnest(ARRAY[prosrc, 'pg_finfo_' || prosrc]) FROM pg_proc WHERE probin = '\$libdir/uscc'"
} | LC_ALL=C sort >"$out/called"
nm -D --defined-only "$(find "$1" -name uscc.so)" | awk '{ print $3 }' | LC_ALL=C sort >"$out/exported"
name="the library exports the functions that SQL calls, Pg_magic_func and _PG_init"
if diff "$out/called" "$out/exported"; then echo "ok - $name"; else echo "not ok - $name"; fi

if [ "$(ask "SELECT current_setting('server_version_num')::int >= 180000")" = t ]; then
    version=$(ask "DO 'BEGIN PERFORM uscc_random(); END'; SELECT module_name || ' ' || version FROM pg_get_loaded_modules() WHERE file_name LIKE '%/uscc.so' OR file_name = 'uscc.so'")
    expected="uscc $(ask "SELECT extversion FROM pg_extension WHERE extname = 'uscc'")"
    if [ "$version" = "$expected" ]; then
        echo "ok - the module tells its name and version"
    else
        printf 'not ok - the module tells its name and version\n# expected %s\n# got      %s\n' "$expected" "$version"
    fi
fi
