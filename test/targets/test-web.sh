#!/bin/bash
# The module of web/ in node, compared with a server, and its page in Chromium (make
# test-web).  Prints a line for each check and closes with "N passed, N failed".
# With SCREENSHOTS=folder, what the page looks like stays there.
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/suites.sh
make_work
export LC_ALL=C.UTF-8

# The package as npm makes it, unpacked: what is tested is what is published.
package() {
    local archive
    make -s web
    (cd build/web && npm pack --silent --pack-destination "$work") >/dev/null
    archive=$(echo "$work"/uscc-*.tgz)
    tar xzf "$archive" -C "$work"
    tar tzf "$archive" | sort >"$work/files"
    printf 'package/%s\n' LICENSE README.md check.html package.json uscc.d.mts uscc.mjs uscc.wasm uscc_names.wasm |
        sort >"$work/wanted"
    check "npm pack has licence, README, types and the modules" diff "$work/wanted" "$work/files"
    check "the core has no names of divisions" sh -c "! grep -q 福州 '$work/package/uscc.wasm'"
    check "the types are those of TypeScript" types "$archive"
    check "... and name every problem and kind" words
    check "a program imports the package by its name" import
    for file in uscc.wasm uscc_names.wasm uscc.mjs check.html; do
        echo "# $file: $(wc -c <"$work/package/$file") bytes, $(gzip -9c "$work/package/$file" | wc -c) with gzip"
    done
}

# Installs the package as a user does; a program uses its declarations.  Later versions of
# Playwright refuse the Node.js 18 of Debian 12.
types() {
    npm install --loglevel=error --no-audit --no-fund --no-save --ignore-scripts --prefix "$work/npm" \
        playwright-core@1.55.0 typescript@5.9.3 "$1" || return
    cp test/web/types.mts "$work/npm/"
    (cd "$work/npm" && node_modules/.bin/tsc --noEmit --strict --target es2022 --module nodenext types.mts)
}

import() {
    (cd "$work/npm" && node --input-type=module -e "import load from 'uscc'; process.exit((await load()).isValid('91350100M000100Y43') ? 0 : 1)")
}

words() {
    sed -n 's/.*\[\(FAULT\|REPAIR_KIND\)_[A-Z_]*\] = "\(.*\)".*/\2/p' src/repair/*.c | while read -r word; do
        grep -q "'$word'" web/uscc.d.mts || { echo "web/uscc.d.mts does not have $word"; exit 1; }
    done
}

module() {
    psql -X -q -v ON_ERROR_STOP=1 -c "CREATE EXTENSION uscc" -c "CREATE TABLE organizations (code uscc, name text)" \
        -c "\copy organizations FROM data/organizations.csv (FORMAT csv, HEADER)" \
        -c "CREATE FUNCTION names(zh text, en text) RETURNS jsonb LANGUAGE sql
            RETURN CASE WHEN zh IS NOT NULL THEN jsonb_build_object('zh', zh, 'en', en) END"
    python3 test/web/literals.py sql/*.sql | psql -X -q -v ON_ERROR_STOP=1
    psql -X -q -At -v ON_ERROR_STOP=1 -f test/web/answers.sql >"$work/answers"
    node test/web/compare.mjs "$work/package" "$work/answers"
}

page() {
    NODE_PATH=$work/npm/node_modules node test/web/page.cjs "$work/package" "$work"
}

install_missing clang lld gettext locales chromium fonts-noto-cjk python3
{ command -v node && command -v npm; } >/dev/null || apt_install nodejs npm
suite "the package" package
build
start_translated_server "$work/stage"
suite "the module against the server" module
suite "the page in Chromium" page

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
