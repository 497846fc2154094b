# shellcheck shell=bash disable=SC2016,SC2034  # Words for other shells; Tests/packages reads `given`.
#
# Tests/Packages/install.sh
#
# Read by Tests/packages: install.sh in each shell and with each program that fetches, from a server on this machine that also
# gives what is changed, cut off, or not there.

temporary=${temporary:?} dist=${dist:?} version=${version:?} program=${program:?} site=${site:?}
script=$dist/install.sh
place=$temporary/place

# NAME COMMAND…: a folder for PATH that has these commands, and those that install.sh needs.
tools_of() {
    local folder=$temporary/tools-$1 command
    shift
    mkdir -p "$folder"
    for command in "$@" cat chmod cp cut gzip mkdir mktemp mv rm sed sha256sum tar uname; do
        ln -sf "$(type -P "$command")" "$folder"
    done
    printf '%s\n' "$folder"
}
# ARGUMENT…: runs it by $shell with the commands in $path. What it said is in $said, its exit status in $status.
install() {
    status=0
    # shellcheck disable=SC2086  # Busybox' shell is two words.
    said=$(alone PATH="$path" $shell "$script" "$@" 2>&1) || status=$?
}
# NAME: whether it failed, and nothing is different from before.
refused() {
    equal "$1: it fails" 1 "$status"
    equal "$1: the program of before is as it was" 'proxyenv old' "$(ls -A "$place/bin") $(cat "$place/bin/proxyenv")"
    equal "$1: no temporary file is left" '' "$(ls -A "$temporary/tmp")"
}
old() {
    rm -rf "$place"
    mkdir -p "$place/bin"
    echo old >"$place/bin/proxyenv"
}

curl=$(tools_of curl curl)
paths=("$curl")
if needs 'install.sh with wget' wget; then
    paths+=("$(tools_of wget wget)")
fi
if needs 'install.sh with the commands of busybox' busybox; then
    folder=$temporary/tools-busybox
    mkdir "$folder"
    for command in cat chmod cp cut gzip mkdir mktemp mv rm sed sha256sum sh tar uname wget; do
        ln -s "$(type -P busybox)" "$folder/$command"
    done
    paths+=("$folder")
fi
shells=(/bin/bash)
if needs 'install.sh in dash and in the shell of busybox' dash busybox; then
    shells+=(/bin/dash "$(type -P busybox) sh")
fi

# NAME: $shell and $path, with all that a server may send.
try_all() {
    local name=$1 way
    rm -rf "$place"
    install --from "$site/good" --prefix "$place"
    equal "$name: installs it" '0 proxyenv' "$status $(ls -A "$place/bin" 2>&1)"
    works "$name: the program is the one that was built" cmp "$program" "$place/bin/proxyenv"
    has "$name: says where" "installed $place/bin/proxyenv" "$said"
    equal "$name: no temporary file is left" '' "$(ls -A "$temporary/tmp")"
    old
    for way in changed cut broken missing; do
        install --from "$site/$way" --prefix "$place"
        refused "$name, $way"
    done
}
path=$curl
for shell in "${shells[@]}"; do
    try_all "${shell##*/}"
done
shell=/bin/sh
for path in "${paths[@]:1}"; do
    try_all "${path##*-}"
done
for path in "${paths[@]}"; do
    shell=/bin/sh
    old
    install --from "$site/changed" --prefix "$place"
    has "${path##*-}: a wrong checksum is said so" 'the checksum of' "$said"
    install --from "$site/missing" --prefix "$place"
    has "${path##*-}: what cannot be fetched is named" "cannot fetch $site/missing/SHA256SUMS" "$said"
done

shell=/bin/sh path=$curl
old
install --from "$site/good" --prefix "$place"
equal 'a new program takes the place of the old one' "0 proxyenv $version" "$status $("$place/bin/proxyenv" --version 2>&1)"
old
given=(HOME="$temporary/other-home")
install --from "$site/good"
given=()
works 'without --prefix it is ~/.local/bin' test -x "$temporary/other-home/.local/bin/proxyenv"
: >"$temporary/asked"
install --from "$site/good" --prefix "$temporary/dry" --dry-run
equal '--dry-run asks for nothing and makes nothing' '0 ' "$status $(cat "$temporary/asked")$(ls "$temporary/dry" 2>/dev/null)"
has '--dry-run says where it would go' "to $temporary/dry/bin/proxyenv" "$said"
install --dry-run --version 9.8.7 --prefix "$place"
has '--version names another release' '/v9.8.7' "$said"
old
install --from "$site/good" --version 9.8.7 --prefix "$place"
refused 'a version that is not there'
install --from "$site/good" --version '../evil' --prefix "$place"
refused 'a version that is none'
install --nonsense
has 'an option that is not there is named' '--nonsense' "$status $said"
: >"$temporary/file"
install --from "$site/good" --prefix "$temporary/file"
has 'a folder that cannot be made is named' "cannot make $temporary/file/bin" "$status $said"

# A proxy, by each name that has one. Nobody knows the host but the proxy.
for path in "${paths[@]}"; do
    given=(http_proxy="$site")
    : >"$temporary/asked"
    install --from http://nowhere.example/good --prefix "$place"
    given=()
    equal "${path##*-}: goes through the proxy" "0 http://nowhere.example/good/SHA256SUMS" "$status $(head -n 1 "$temporary/asked")"
done

# Other machines, by what uname says of them.
path=$temporary/tools-other
cp -R "$curl" "$path"
rm "$path/uname"
for machine in 'Linux aarch64 for linux-arm64' 'Darwin arm64 Homebrew' 'MINGW64_NT x86_64 install.ps1' 'Linux riscv64 riscv64' 'FreeBSD amd64 FreeBSD'; do
    read -r system kind expected <<<"$machine"
    # shellcheck disable=SC2016  # For the shell that runs it.
    printf '#!/bin/sh\ncase $1 in -s) echo %s ;; -m) echo %s ;; esac\n' "$system" "$kind" >"$path/uname"
    chmod +x "$path/uname"
    install --dry-run
    has "$system on $kind" "$expected" "$said"
done

path=$(tools_of none)
old
install --from "$site/good" --prefix "$place"
refused 'without curl and wget'
path=$curl

# Ended while it fetches, and cut off on its way to the shell.
timeout -s TERM 2 env -i PATH="$path" TMPDIR="$temporary/tmp" /bin/sh "$script" --from "$site/slow" --prefix "$place" >/dev/null 2>&1 && status=0 || status=1
refused 'ended in the middle'
size=$(wc -c <"$script")
for eighths in 1 2 3 4 5 6 7; do
    head -c $((size * eighths / 8)) "$script" | alone PATH="$path" /bin/sh -s -- --from "$site/good" --prefix "$place" >/dev/null 2>&1 || true
done
status=1
refused 'a script that was cut off'
alone PATH="$path" /bin/sh -s -- --from "$site/good" --prefix "$place" <"$script" >/dev/null 2>&1 && status=0 || status=$?
equal 'from a pipe' "0 proxyenv $version" "$status $("$place/bin/proxyenv" --version 2>&1)"
