# shellcheck shell=bash
# Finds or installs PostgreSQL, builds into a throw-away directory and starts a
# private server on it.  Sourced by bash, from the top of the tree; `set -eu`
# holds.
#
# Nothing outside of $work is written, and the server listens on nothing but a
# socket in there.  PostgreSQL does not run as root, so for root the server is
# run by user postgres; the caller is the client.

# Passes lines on as they come, those of more than 80 columns broken at blanks, and
# says after ten seconds without one that it still waits.  Characters of three bytes,
# as the Chinese ones, take two columns.
wrap() {
    local LC_ALL=C line='' more indent head status=0 since=$SECONDS
    while [ $status -eq 0 ] || [ $status -gt 128 ]; do
        status=0
        IFS= read -r -t 10 more || status=$?
        line+=$more
        if [ $status -gt 128 ]; then
            echo "    ... running, $((SECONDS - since)) s since the last line"
            continue
        fi
        [ $status -eq 0 ] || [ -n "$line" ] || break
        since=$SECONDS
        indent=${line%%[! ]*}
        while wide "$line"; do
            head=$line
            while wide "$head" && [[ $head =~ [^\ ]\  ]]; do
                head=${head% *}
            done
            [ "$head" != "$line" ] || break
            printf '%s\n' "$head"
            line="$indent    ${line#"$head "}"
        done
        printf '%s\n' "$line"
        line=
    done
}

wide() {
    local LC_ALL=C other=${1//[$'\001'-$'\177']/}
    [ $((${#1} - ${#other} / 3)) -gt 80 ]
}

# Is this pg_config of a PostgreSQL that has what building and serving needs?
usable() {
    local bindir
    bindir=$("$1" --bindir 2>/dev/null) && [ -f "$("$1" --pgxs)" ] &&
        [ -f "$("$1" --includedir-server)/postgres.h" ] &&
        [ -x "$bindir/postgres" ] && [ -x "$bindir/initdb" ] && [ -x "$bindir/psql" ]
}

# Sets PG_CONFIG, unless the caller has, to the first that is usable: that in the
# PATH, then the newest that is installed.
find_postgresql() {
    local candidate
    if [ -n "${PG_CONFIG:-}" ]; then
        usable "$PG_CONFIG" && return 0
        {
            echo "PG_CONFIG is $PG_CONFIG, which is not the pg_config of a"
            echo "PostgreSQL with its server, its client and its server headers."
        } >&2
        exit 1
    fi
    for candidate in pg_config $(printf '%s\n' /usr/lib/postgresql/*/bin/pg_config /usr/pgsql-*/bin/pg_config |
            sort -t/ -k5,5Vr); do
        if usable "$candidate"; then
            PG_CONFIG=$candidate
            return 0
        fi
    done
    return 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# Says how much apt-get is going to download and to install; arguments: packages.
apt_size() {
    as_root apt-get install --assume-no --no-install-recommends "$@" 2>/dev/null |
        sed -n '/^Need to get/p; /^After this operation/p' || true
}

# Installs packages, and names each one as it is unpacked.
apt_install() {
    rm -f "$work/apt.failed"
    { as_root apt-get install -q -y --no-install-recommends "$@" 2>&1 || touch "$work/apt.failed"; } |
        tee "$work/apt.log" | sed -u -n -E 's/^(Fetched .*|Unpacking [^ ]+).*/  \1/p' | wrap
    [ ! -e "$work/apt.failed" ] || {
        cat "$work/apt.log" >&2
        echo "Could not install: $*" >&2
        exit 1
    }
}

# Debian starts a cluster of its own, on port 5432, when it installs a server.
# Nobody asked for that one here.
apt_install_server() {
    local conf=/etc/postgresql-common/createcluster.conf
    apt_install postgresql-common
    as_root cp -p "$conf" "$conf.uscc"
    echo 'create_main_cluster = false' | as_root tee -a "$conf" >/dev/null
    (apt_install "$@") || { as_root mv "$conf.uscc" "$conf"; exit 1; }
    as_root mv "$conf.uscc" "$conf"
}

# Installs what is missing; arguments: further Debian packages that are needed.
install_missing() {
    local major new_server=no package wanted=()
    find_postgresql || wanted+=("PostgreSQL 15 or later with server, client and server headers")
    command -v cc >/dev/null || command -v gcc >/dev/null || wanted+=("a C compiler")
    for package in "$@"; do
        dpkg -s "$package" >/dev/null 2>&1 || wanted+=("$package")
    done
    [ ${#wanted[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        {
            echo "Missing on this machine:"
            printf '  %s\n' "${wanted[@]}"
            echo "Only on Debian and Ubuntu they are installed by themselves. Install them, set"
            echo "PG_CONFIG if pg_config is not in the PATH, and try again."
        } >&2
        exit 1
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        echo "Missing on this machine; root must install it, because there is no sudo:" >&2
        printf '  %s\n' "${wanted[@]}" >&2
        exit 1
    fi
    echo "Installing what is missing:"
    printf '  %s\n' "${wanted[@]}"
    echo "Reading the lists of packages ..."
    { as_root apt-get update -qq >"$work/apt.log" 2>&1 || cat "$work/apt.log" >&2; } | wrap
    if ! find_postgresql; then
        # the installed server, or else the one the distribution stands for
        major=$(printf '%s\n' /usr/lib/postgresql/*/bin/postgres | sort -t/ -k5,5V |
            sed -n '$s|^/usr/lib/postgresql/\([0-9]*\)/.*|\1|p')
        if [ -z "$major" ]; then
            major=$(apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p')
            new_server=yes
        fi
        [ -n "$major" ] || { echo "No PostgreSQL in this machine's package sources." >&2; exit 1; }
        set -- "postgresql-$major" "postgresql-server-dev-$major" "$@"
        apt_size gcc make libc6-dev "$@"
        if [ $new_server = yes ]; then
            apt_install_server "postgresql-$major" "postgresql-server-dev-$major"
        else
            apt_install "postgresql-$major" "postgresql-server-dev-$major"
        fi
        PG_CONFIG=/usr/lib/postgresql/$major/bin/pg_config
    else
        apt_size gcc make libc6-dev "$@"
    fi
    apt_install gcc make libc6-dev "$@"
}

# Runs a command as the user who owns the server.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd "$work" && setpriv --reuid=postgres --regid=postgres --clear-groups "$@")
    else
        "$@"
    fi
}

# Makes $work, a directory that goes away when the script ends.
make_work() {
    work=$(mktemp -d /tmp/uscc.XXXXXX)
    chmod 755 "$work"
    trap clean_up EXIT
    trap 'exit 130' INT TERM HUP
}

clean_up() {
    stop_server
    rm -rf "$work"
}

# Copies the tree, which may be read-only, to $work/build, without what a make has
# left in it, and with the generated header.
copy_tree() {
    mkdir "$work/build"
    cp -R Makefile nls.mk uscc.control uscc_gist.control src sql expected data po test "$work/build/"
    chmod -R u+w "$work/build"
    make -s -C "$work/build" clean PG_CONFIG="$PG_CONFIG"
    make -s -C "$work/build" src/standards/gb2260_divisions.h PG_CONFIG="$PG_CONFIG"
}

# Builds the copy and installs it under $work/stage; arguments go to make.
build() {
    [ -d "$work/build" ] || copy_tree
    echo "Building for $("$PG_CONFIG" --version) ..."
    {
        { make -s -j"$(nproc)" -C "$work/build" PG_CONFIG="$PG_CONFIG" "$@" &&
            make -s -C "$work/build" install DESTDIR="$work/stage" PG_CONFIG="$PG_CONFIG" "$@"; } \
            >"$work/build.log" 2>&1 || touch "$work/build.failed"
    } | wrap
    [ ! -e "$work/build.failed" ] || { cat "$work/build.log" >&2; exit 1; }
    chmod -R a+rX "$work/stage"
}

# Prints the settings with which a server finds the staged build.
extension_conf() {
    local bindir
    bindir=$("$PG_CONFIG" --bindir)
    if as_server "$bindir/postgres" --describe-config | grep -q '^extension_destdir'; then
        echo "extension_destdir = '$work/stage'"
    elif as_server "$bindir/postgres" --describe-config | grep -q '^extension_control_path'; then
        echo "extension_control_path = '$work/stage$("$PG_CONFIG" --sharedir):\$system'"
        echo "dynamic_library_path = '$work/stage$("$PG_CONFIG" --pkglibdir):\$libdir'"
    else
        echo "This $("$PG_CONFIG" --version) loads only installed extensions (PostgreSQL 18" >&2
        echo "and Debian's builds load others). Use: make && make install && make installcheck" >&2
        exit 1
    fi
}

# Starts a private server with the staged build and sets libpq's variables.
# Arguments: further settings.  With $server_program, a command that runs the server's
# program instead of that itself.
# shellcheck disable=SC2120
start_server() {
    local bindir
    echo "Starting a private server in $work ..."
    bindir=$("$PG_CONFIG" --bindir)
    mkdir "$work/data" "$work/socket"
    chmod 700 "$work/data" "$work/socket"
    : >"$work/server.log"
    [ "$(id -u)" -ne 0 ] || chown postgres: "$work/data" "$work/socket" "$work/server.log"
    as_server "$bindir/initdb" --no-sync -A trust -U postgres -E UTF8 --no-locale \
        -D "$work/data" >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log" >&2; exit 1; }
    {
        echo "listen_addresses = ''"
        echo "unix_socket_directories = '$work/socket'"
        echo "port = 65432"
        echo "fsync = off"
        echo "timezone = 'UTC'"
        extension_conf
        printf '%s\n' "$@"
    } >"$work/conf"
    as_server tee -a "$work/data/postgresql.conf" <"$work/conf" >/dev/null
    as_server "$bindir/pg_ctl" ${server_program:+-p "$server_program"} -D "$work/data" -l "$work/server.log" -w start >/dev/null ||
        { cat "$work/server.log" >&2; exit 1; }
    while read -r variable; do unset "$variable"; done < <(compgen -e | grep '^PG[A-Z]*$' || true)
    export PGHOST=$work/socket PGPORT=65432 PGUSER=postgres PGDATABASE=postgres
    export PGCLIENTENCODING=UTF8 PATH="$bindir:$PATH"
}

stop_server() {
    [ ! -f "$work/data/postmaster.pid" ] ||
        as_server "$("$PG_CONFIG" --bindir)/pg_ctl" -D "$work/data" -m immediate -w stop >/dev/null
}

# Starts a private server whose messages can be in Chinese, lc_messages = 'zh_CN.UTF-8'.
# PostgreSQL looks for translations beside its own, so the server is a copy of the
# installed one, with the extension installed in its directories.  Argument: what the
# build installs.
start_translated_server() {
    local directory
    for directory in "$("$PG_CONFIG" --bindir)" "$("$PG_CONFIG" --pkglibdir)" "$("$PG_CONFIG" --sharedir)" \
        "$("$PG_CONFIG" --localedir)/zh_CN"; do
        mkdir -p "$work/copy$directory"
        cp -R "$directory/." "$work/copy$directory"
    done
    cp -R "$1/." "$work/copy"
    chmod -R a+rX "$work/copy"
    PG_CONFIG=$work/copy$("$PG_CONFIG" --bindir)/pg_config
    mkdir "$work/locale"
    localedef --no-archive -i zh_CN -f UTF-8 "$work/locale/zh_CN.UTF-8"
    export LOCPATH=$work/locale
    start_server
}
