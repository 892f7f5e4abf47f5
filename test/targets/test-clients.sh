#!/bin/bash
# Programs in other languages use the types through their drivers (make test-clients):
# those of test/client, each in its own database, as an ordinary user.
# Prints a line for each feature of each driver and the table of doc/drivers.md, and
# closes with "N passed, N failed".  Arguments: files of test/client, instead of all.
#
# Packages are Debian's and npm's.  The server listens on localhost, because JDBC has no
# sockets; it wants a password there.
set -eu
cd "$(dirname "$0")/../.."
. test/lib/server.sh
. test/lib/suites.sh
make_work
# Debian's, before what else a machine has
export PATH=/usr/bin:$PATH LC_ALL=C.UTF-8

# Each program with what it needs; the last package is the driver itself.
drivers="
python_psycopg.py python3-psycopg
python_psycopg2.py python3-psycopg2
python_asyncpg.py python3-asyncpg
python_pg8000.py python3-pg8000
java_jdbc.java libpostgresql-jdbc-java
node_pg.js npm:pg@8.23.1
node_postgres.js npm:postgres@3.4.9
go_pgx.go golang-github-jackc-pgx-v4-dev
go_pq.go golang-github-lib-pq-dev
rust_tokio_postgres.rs librust-tokio-postgres-dev
perl_dbd_pg.pl libdbd-pg-perl
c_libpq.c libpq-dev
ruby_pg.rb ruby-pg
php_pdo.php php-pgsql"
mappers="
python_sqlalchemy.py python3-psycopg2 python3-sqlalchemy
python_django.py python3-psycopg2 python3-django
java_hibernate.java libpostgresql-jdbc-java libjavassist-java libhibernate3-java
node_typeorm.js npm:pg@8.23.1 npm:typeorm@0.3.31
node_sequelize.js npm:pg@8.23.1 npm:sequelize@6.37.8
node_prisma.js npm:prisma@6.19.0 npm:@prisma/adapter-pg@6.19.0 npm:@prisma/client@6.19.0
node_drizzle.js npm:pg@8.23.1 npm:drizzle-orm@0.45.4
node_kysely.js npm:pg@8.23.1 npm:kysely@0.28.19
node_knex.js npm:pg@8.23.1 npm:knex@3.3.0
node_objection.js npm:pg@8.23.1 npm:knex@3.3.0 npm:objection@3.1.5
node_mikro_orm.js npm:@mikro-orm/core@6.6.16 npm:@mikro-orm/postgresql@6.6.16
go_gorm.go golang-github-jinzhu-gorm-dev
ruby_active_record.rb ruby-pg ruby-activerecord
php_eloquent.php php-pgsql php-illuminate-database
php_doctrine.php php-pgsql php-doctrine-dbal"

driver_features="read insert look-up ANY prefix division NULL array COPY_in COPY_out binary error"
mapper_features="column read insert look-up ANY LIKE prefix division NULL error"

# What each feature gives, whatever the driver.
# shellcheck disable=SC2054
declare -A expected=(
    [column]=uscc
    [insert]=91350100M000100Y43
    [read]=12100000400000624D
    [look-up]=清华大学
    [ANY]=清华大学,福建
    [LIKE]=福建
    [prefix]=福建
    [division]=福建
    [NULL]=NULL
    [array]=12100000400000624D,91350100M000100Y43,914403001922038216
    [COPY_in]=93410100NA000307XN
    [COPY_out]=93410100NA000307XN
    [binary]=12100000400000624D
    [error]='22P02|Character "O" at position 5 is not used in unified social credit codes.|Did you mean "91350100M000100Y43"?'
)

# The lines of a list whose programs are wanted.
wanted() {
    local file packages
    while read -r file packages; do
        [ -z "$file" ] || [[ -n $only && $only != *" $file "* ]] || echo "$file $packages"
    done <<<"$1"
}

install_packages() {
    local debian language toolchain=()
    debian=$(wanted "$drivers$mappers" | sed '/npm:/d; s/^[^ ]* //')
    # what runs and compiles them
    wanted "$drivers$mappers" | sed 's/_.*//' | sort -u >"$work/languages"
    while read -r language; do
        case $language in
            go) toolchain+=(golang-go) ;;
            java) toolchain+=(default-jdk-headless) ;;
            php) toolchain+=(php-cli) ;;
            python) toolchain+=(python3) ;;
            ruby) toolchain+=(ruby) ;;
            rust) toolchain+=(cargo) ;;
        esac
    done <"$work/languages"
    # shellcheck disable=SC2086
    install_missing "${toolchain[@]}" $debian
}

# Half of all packages are those of Debian's npm.
install_node() {
    local npm
    npm=$(wanted "$drivers$mappers" | sed -n '/npm:/s/^[^ ]* //p' | sed 's/npm://g')
    [ -n "$npm" ] || return 0
    { command -v node && command -v npm; } >/dev/null || apt_install nodejs npm
    # shellcheck disable=SC2086
    npm install --silent --no-save --ignore-scripts --prefix "$work/npm" $npm
    [ ! -d "$work/npm/node_modules/prisma" ] || generate_prisma
}

# Prisma's client is made from a schema.  The program for migrations, which it would
# download, is not needed.
generate_prisma() {
    cp test/client/schema.prisma "$work/npm/"
    (cd "$work/npm" && PRISMA_SCHEMA_ENGINE_BINARY=/bin/true CHECKPOINT_DISABLE=1 DATABASE_URL=postgresql:// \
        node_modules/.bin/prisma generate --schema schema.prisma)
}

# The version of a package as upstream counts it.
version() {
    case $1 in
        npm:*) echo "${1##*@}" ;;
        php-pgsql) php -r 'echo PHP_VERSION;' ;;
        *) dpkg-query -W -f '${Version}' "$1" | sed -E 's/^[0-9]+://; s/([-+~]|\.Final).*//' ;;
    esac
}

# Makes a program, if it needs that.
compile() {
    case $1 in
        *.c) "${CC:-cc}" -Wall -Wextra -Werror -I"$("$PG_CONFIG" --includedir)" "test/client/$1" -lpq -o "$work/$1.run" ;;
        *.go)
            CGO_ENABLED=0 GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$work/go \
                go build -o "$work/$1.run" "./test/client/$1" ./test/client/result.go
            ;;
        *.rs)
            mkdir -p "$work/rust/.cargo"
            cp test/client/Cargo.toml "test/client/$1" "$work/rust/"
            printf '%s\n' '[source.crates-io]' 'replace-with = "debian"' '[source.debian]' \
                'directory = "/usr/share/cargo/registry"' >"$work/rust/.cargo/config.toml"
            (cd "$work/rust" && CARGO_PROFILE_DEV_DEBUG=0 cargo build --quiet --offline)
            mv "$work/rust/target/debug/client" "$work/$1.run"
            ;;
    esac
}

# Of JDBC; of Hibernate 3, which is older than Java's modules, and of what it needs.
jars=(/usr/share/java/{postgresql,hibernate-core,hibernate-commons-annotations,geronimo-jpa_2.0_spec,geronimo-jta-1.2-spec}.jar
    /usr/share/java/{dom4j,antlr,commons-collections3,javassist,slf4j-api,slf4j-nop}.jar)

run_program() {
    case $1 in
        *.py) /usr/bin/python3 "test/client/$1" ;;
        *.js) NODE_PATH=$work/npm/node_modules node "test/client/$1" ;;
        *.java)
            java -Dfile.encoding=UTF-8 --add-opens java.base/java.lang=ALL-UNNAMED -cp "$(echo "${jars[@]}" | tr ' ' :)" "test/client/$1"
            ;;
        *.pl) perl "test/client/$1" ;;
        *.rb) ruby "test/client/$1" ;;
        *.php) php "test/client/$1" ;;
        *) "$work/$1.run" ;;
    esac
}

make_database() {
    createdb -O client "$1"
    PGUSER=client psql -X -q -d "$1" <<'SQL'
CREATE EXTENSION uscc;
CREATE TABLE organization (code uscc PRIMARY KEY, name text, parent uscc REFERENCES organization);
CREATE INDEX ON organization (uscc_region(code));
INSERT INTO organization VALUES ('12100000400000624D', '清华大学');
SQL
}

# How many statements of the log, from a line on, ask for codes, with an index and
# without one.
plans() {
    tail -n "+$1" "$work/server.log" | awk '
        function count() { if (index_used) with++; else if (asks) without++; index_used = asks = 0 }
        /Query Text: / { count() }
        /Index Cond: .*code/ { index_used = 1 }
        /Filter: .*code\)* (=|>=|<@|\^@) / { asks = 1 }
        END { count(); print with + 0, without + 0 }'
}

verdict() {
    if [ "$3" = "$4" ]; then
        echo "ok - $1: $2"
    else
        printf 'not ok - %s: %s\n# expected %s\n# got      %s\n' "$1" "$2" "$3" "$4"
    fi
}

# One program: a line for each feature, and a row of the table.
check_program() {
    local file=$1 package=${2##* } features=$3 database=${1%.*} name start feature cell value note row filters=0 with without
    local -A cells=() values=() notes=()
    name=$(sed -nE '1,2s@^(#|//|/\*) ([^*]*[^* ]).*@\2@p' "test/client/$file")
    make_database "$database"
    start=$(($(wc -l <"$work/server.log") + 1))
    PGUSER=client PGDATABASE=$database run_program "$file" </dev/null >"$work/given" 2>"$work/errors" ||
        { sed 's/^/# /' "$work/errors"; echo "not ok - $name: ends without an error"; }
    while IFS=$'\t' read -r feature cell value note; do
        feature=${feature// /_}
        cells[$feature]=$cell values[$feature]=$value notes[$feature]=$note
    done <"$work/given"
    row="| $name | $(version "$package") |"
    for feature in $features; do
        note=${notes[$feature]:-}
        case ${cells[$feature]:-} in
            yes)
                verdict "$name" "${feature/_/ }" "${expected[$feature]}" "${values[$feature]}"
                row+=" yes |"
                ;;
            line)
                verdict "$name" "${feature/_/ }, with a line; without it: $note" "${expected[$feature]}" "${values[$feature]}"
                row+=" needs a line |"
                ;;
            no)
                echo "ok - $name: ${feature/_/ } is not in the driver: $note"
                row+=" not in driver |"
                ;;
            *)
                echo "not ok - $name: ${feature/_/ }: the program says nothing of it"
                row+=" ? |"
                ;;
        esac
    done
    echo "$row" >>"$work/table"
    verdict "$name" "the table holds what was written, and not what was refused" \
        "12100000400000624D,91350100M000100Y43,914403001922038216$([[ ${cells[COPY_in]:-no} = no ]] || echo ,93410100NA000307XN)" \
        "$(psql -X -At -d "$database" -c "SELECT string_agg(code::text, ',' ORDER BY code) FROM organization")"
    [ "${notes[ANY]:-}" != "no index" ] || filters=1
    read -r with without < <(plans "$start")
    verdict "$name" "statements that ask for codes use an index" "$filters do not" "$without do not"
    # a log without plans would prove nothing
    [ "$with" -ge 4 ] || echo "not ok - $name: only $with plans have an index"
}

table() {
    local heading="| $1 | version |" line="|---|---|" feature
    shift
    for feature in "$@"; do
        heading+=" ${feature/_/ } |"
        line+="---|"
    done
    printf '\n%s\n%s\n' "$heading" "$line"
    cat "$work/table"
    rm "$work/table"
}

without_version() {
    sed -nE 's/^(\| [^|]+ \|) [^|]+ \|/\1/p' "$1"
}

only=${*:+ $* }
install_packages
# what takes long and needs no server begins first
install_node >"$work/node.log" 2>&1 &
node=$!
! wanted "$drivers" | grep -q '\.rs ' || compile rust_tokio_postgres.rs >"$work/rust.log" 2>&1 &
rust=$!
build with_llvm=no
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("localhost", 0)); print(s.getsockname()[1])')
start_server "listen_addresses = 'localhost'" "port = $port" "session_preload_libraries = 'auto_explain'" \
    "auto_explain.log_min_duration = 0" "enable_seqscan = off"
export PGPORT=$port
PGPASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
export PGPASSWORD
psql -X -q -c "CREATE ROLE client LOGIN PASSWORD '$PGPASSWORD'"
printf '%s\n' "local all all trust" "host all client samehost scram-sha-256" |
    as_server tee "$work/data/pg_hba.conf" >/dev/null
psql -X -q -At -c "SELECT pg_reload_conf()" >/dev/null

while read -r file _; do
    [[ $file == *.rs ]] || compile "$file"
done < <(wanted "$drivers$mappers")
wait "$node" || cat "$work/node.log" >&2
wait "$rust" || cat "$work/rust.log" >&2

while read -r file packages; do
    check_program "$file" "$packages" "$driver_features"
done < <(wanted "$drivers") >"$work/out"
# shellcheck disable=SC2086
[ ! -f "$work/table" ] || table driver $driver_features >"$work/tables"
while read -r file packages; do
    check_program "$file" "$packages" "$mapper_features"
done < <(wanted "$mappers") >>"$work/out"
# shellcheck disable=SC2086
[ ! -f "$work/table" ] || table "object-relational mapper" $mapper_features >>"$work/tables"
# versions are those of one day
verdict doc/drivers.md "has these rows" "" \
    "$(without_version "$work/tables" | grep -vFx -f <(without_version doc/drivers.md) || true)" >>"$work/out"
cat "$work/out" "$work/tables"
echo
report "$work/out"
