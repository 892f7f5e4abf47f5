# shellcheck shell=bash
# Folders with a release of Debian in them, and packages of other releases.
# Sourced by bash, after server.sh.

# Prints where this machine has its Debian packages from.
mirror() {
    local mirror
    mirror=$(sed -nE 's/^(deb|URIs:)( \[[^]]*\])? *([a-z]+:[^ ]+).*/\3/p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v security | head -n 1)
    [ -n "$mirror" ] || { echo "This machine's package sources name no mirror." >&2; return 1; }
    echo "$mirror"
}

# Sets apt_options, with which apt-get has a list of package sources of its own;
# arguments: a directory for it, a line of the list.
private_apt() {
    mkdir -p "$1/lists/partial" "$1/archives/partial"
    echo "$2" >"$1/sources"
    apt_options=(-qq -o Dir::State::Lists="$1/lists" -o Dir::Cache="$1" -o Dir::Etc::SourceList="$1/sources"
        -o Dir::Etc::SourceParts=- -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User="$(id -un)")
    apt-get "${apt_options[@]}" update
}

# Makes a folder with a release of Debian in it; arguments: release, folder,
# packages; with package sources of its own, $sources names their list.  The folder
# appears only when it is whole.
make_folder() {
    local release=$1 folder=$2
    shift 2
    as_root mmdebstrap --quiet --mode=root --variant=apt \
        --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='APT::Install-Recommends "false"' \
        --include="$(IFS=,; echo "$*")" "$release" "$folder.new" ${sources:+"$sources"}
    as_root mv "$folder.new" "$folder"
}

# Runs a command, one word of bash, as root in a folder; a third argument is a
# directory there that cannot be written to meanwhile.
inside() {
    # shellcheck disable=SC2016
    as_root unshare --mount --propagation private bash -c '
        mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" &&
        { [ -z "$2" ] || { mount --bind "$0$2" "$0$2" && mount -o remount,bind,ro "$0$2"; }; } &&
        exec chroot "$0" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
            bash -c "$1"' "$1" "$2" "${3:-}"
}
