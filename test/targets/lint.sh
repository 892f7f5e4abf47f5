#!/bin/bash
# What reads the sources without running them (make lint).  Prints a line for
# each check and closes with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/folders.sh
. test/lib/suites.sh
make_work
install_missing git shellcheck codespell cppcheck clang clang-tidy

files() {
    git ls-files -- "$@"
}

scripts() {
    files | while read -r file; do
        ! head -n 1 "$file" | grep -qE '^#!/bin/(ba)?sh|shellcheck shell=' || echo "$file"
    done
}

# A name tells the language, or is a list of seeds.
named() {
    ! files test | grep -vE '\.[a-z]+$|^test/fuzz/corpus$'
}

# PostgreSQL's own formatter comes with its server headers from 17 on; before
# that, the one of Debian 13 runs from where it is unpacked, with its own C library.
find_indent() {
    local apt=$work/apt mirror
    indent=$(printf '%s\n' /usr/lib/postgresql/*/bin/pg_bsd_indent | sort -V | tail -n 1)
    pgindent=${indent%pg_bsd_indent}pgindent
    [ ! -x "$indent" ] || return 0
    mirror=$(mirror)
    private_apt "$apt" "deb $mirror trixie main"
    (cd "$apt" && apt-get "${apt_options[@]}" download postgresql-server-dev-17 libc6 &&
        for package in *.deb; do dpkg -x "$package" unpacked; done)
    indent=$apt/pg_bsd_indent
    pgindent=$apt/unpacked/usr/lib/postgresql/17/bin/pgindent
    printf '#!/bin/sh\nexec %s --library-path %s %s "$@"\n' "$(echo "$apt"/unpacked/usr/lib/*/ld-linux*.so.*)" \
        "$(echo "$apt"/unpacked/usr/lib/*-linux-gnu*)" "${pgindent%pgindent}pg_bsd_indent" >"$indent"
    chmod +x "$indent"
}

# Names of types: the formatter has to be told.  Left out are four of PostgreSQL
# that are names of other things here.
typedefs() {
    {
        grep -rhE '^typedef .*;|^\} *[A-Za-z_][A-Za-z0-9_]*;' "$("$PG_CONFIG" --includedir-server)" |
            sed -E 's/.*\(\*? *([A-Za-z_][A-Za-z0-9_]*)\) ?\(.*/\1/; s/.*[ \t*}]([A-Za-z_][A-Za-z0-9_]*)(\[.*\])?;.*/\1/'
        files '*.[ch]' | xargs sed -nE 's/^typedef (struct|enum|union) ([A-Za-z0-9_]+).*/\2/p; s/^typedef .*\(\*([A-Za-z0-9_]+)\).*/\1/p'
        printf '%s\n' bool size_t {,u}int{8,16,32,64}_t FILE PGconn PGresult
    } | grep -xE '[A-Za-z_][A-Za-z0-9_]*' | grep -vxE 'text|Type|Index|int8' | sort -u
}

# The formatter breaks Chinese text: it takes a byte of it for a blank.  So it reads
# copies in which every such byte is an x, and never writes a source.
formatting() {
    local file
    typedefs >"$work/typedefs"
    for file in $(files '*.[ch]' ':!src/standards/uscc_rank_tables.h'); do
        mkdir -p "$work/format/$(dirname "$file")"
        LC_ALL=C sed 's/[\x80-\xff]/x/g' "$file" >"$work/format/$file"
    done
    (cd "$work/format" && "$pgindent" --typedefs="$work/typedefs" --indent="$indent" --check --diff .)
}

spelling() {
    files ':!*.tsv' ':!*.csv' ':!*.json' | xargs codespell --ignore-words-list=alle,inout,nd
}

cppcheck_all() {
    cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr \
        -Isrc -Isrc/standards -Itest/fuzz src test/unit test/fuzz
}

# One file: as the server's compiler sees it, or without a server.
tidy() {
    local include
    include=$("$PG_CONFIG" --includedir-server)
    clang-tidy --quiet "$1" -- -std=gnu11 '-DUSCC_VERSION=""' -Isrc -Isrc/standards -Itest/fuzz -isystem "$include" -isystem "${include%/*/server}"
}

# What cl.exe would refuse (C2375): a function that is exported, but was not declared
# so before.  Linux's headers do, with the attributes of Windows.
exportable() {
    # shellcheck disable=SC2046
    clang --target=x86_64-pc-windows-msvc -U_WIN32 -U_WIN64 -fno-ms-compatibility -fgnuc-version=4.2.1 \
        -D_MSC_VER=1900 -D__x86_64__ '-DPGDLLEXPORT=__declspec(dllexport)' '-DUSCC_VERSION=""' -std=gnu11 -fsyntax-only \
        -Wno-everything -Werror=dll-attribute-on-redeclaration -Isrc -isystem "$("$PG_CONFIG" --includedir-server)" \
        -isystem "/usr/include/$(gcc -print-multiarch)" -isystem /usr/include $(files 'src/*.c' ':!src/standards' ':!src/repair')
}

make -s src/standards/gb2260_divisions.h
find_indent
set -o pipefail
{
    check "the C sources are as pgindent leaves them" formatting
    # shellcheck disable=SC2046
    check "shellcheck" shellcheck -x -e SC2119 $(scripts)
    check "files of test/ are named after their language" named
    check "codespell" spelling
    check "cppcheck" cppcheck_all
    check "exported functions are declared so (clang, as for MSVC)" exportable
    for file in $(files 'src/*.c' 'test/unit/*.c' 'test/fuzz/*.c'); do
        check "clang-tidy $file" tidy "$file"
    done
} | tee "$work/all"
report "$work/all"
