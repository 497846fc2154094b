#!/bin/sh
#
# install.sh [--prefix DIR] [--version VERSION] [--from URL] [--dry-run]
#
# Installs proxyenv on Linux: fetches the program, compares its checksum, and moves it into place. It says what it does, asks
# nothing, uses no sudo, and changes no start-up file.
#   --prefix DIR       the program becomes DIR/bin/proxyenv (~/.local)
#   --version VERSION  which one (@version@)
#   --from URL         another place that has the files of the release, such as a mirror
#   --dry-run          says what it would do, and fetches nothing
# curl and wget go through the proxy in https_proxy, if there is one.

set -eu

# Says what went wrong, and ends. Nothing was installed then: moving the program into place is the last step.
fail() {
    printf 'install.sh: %s\n' "$1" >&2
    shift
    for hint in "$@"; do
        printf 'hint: %s\n' "$hint" >&2
    done
    exit 1
}

# Says whether a command is there.
has() { command -v "$1" >/dev/null 2>&1; }

# URL FILE: fetches a file. GNU wget would try for minutes; that of busybox tries once, and crashes when it is given a time.
fetch() {
    printf 'fetching %s\n' "$1"
    if has curl; then
        curl -fsSL --connect-timeout 20 -o "$2" "$1" && return
    else
        case $(wget --help 2>&1) in
            *--tries*) wget -q --tries=2 -T 20 -O "$2" "$1" && return ;;
            *) wget -q -O "$2" "$1" && return ;;
        esac
    fi
    fail "cannot fetch $1" \
        'behind a proxy, name it: https_proxy=http://127.0.0.1:7890 sh install.sh' \
        'where the site cannot be reached, name a mirror: --from URL'
}

# FILE: prints its SHA-256.
checksum() {
    if has sha256sum; then
        sha256sum <"$1"
    else
        shasum -a 256 <"$1"
    fi | cut -d ' ' -f 1
}

# Removes what was fetched, whatever happens.
clean() {
    rm -rf "$work"
    [ -z "$new" ] || rm -rf "$new"
}

main() {
    version='@version@' prefix='' from='' dry=false work='' new=''
    while [ $# -gt 0 ]; do
        case $1 in
            --prefix | --version | --from)
                [ -n "${2-}" ] || fail "$1 needs a value"
                case $1 in
                    --prefix) prefix=$2 ;;
                    --version) version=${2#v} ;;
                    --from) from=${2%/} ;;
                esac
                shift
                ;;
            --dry-run) dry=true ;;
            --help | -h)
                echo 'install.sh [--prefix DIR] [--version VERSION] [--from URL] [--dry-run]'
                echo 'Installs proxyenv to DIR/bin (~/.local/bin). See @homepage@'
                exit
                ;;
            *) fail "there is no option \`$1\`" 'sh install.sh --help' ;;
        esac
        shift
    done
    case $version in
        *[!0-9A-Za-z.-]*) fail "\`$version\` is no version" ;;
    esac
    if [ -z "$prefix" ]; then
        [ -n "${HOME-}" ] || fail 'HOME is not set' 'name a folder: --prefix DIR'
        prefix=$HOME/.local
    fi
    case $prefix in
        /*) ;;
        *) prefix=$PWD/$prefix ;;
    esac
    bin=$prefix/bin

    system=$(uname -s) machine=$(uname -m)
    case $system in
        Linux) ;;
        Darwin) fail 'there is no program for macOS to fetch' "Homebrew builds it: see @homepage@" ;;
        MINGW* | MSYS* | CYGWIN*) fail 'this is Windows' 'run install.ps1 in PowerShell' ;;
        *) fail "there is no program for $system" 'build it: see @homepage@' ;;
    esac
    case $machine in
        x86_64 | amd64) platform=linux-x64 ;;
        aarch64 | arm64) platform=linux-arm64 ;;
        *) fail "there is no program for $machine" 'build it: see @homepage@' ;;
    esac
    stem=proxyenv-$version-$platform
    [ -n "$from" ] || from=@downloads@/v$version

    printf 'proxyenv %s for %s from %s\n' "$version" "$platform" "$from"
    printf 'to %s\n' "$bin/proxyenv"
    if $dry; then
        echo 'nothing was fetched or changed: --dry-run'
        exit
    fi
    has curl || has wget || fail 'there is no curl and no wget here'
    has sha256sum || has shasum || fail 'there is no sha256sum and no shasum here'
    for program in tar gzip mktemp; do
        has "$program" || fail "there is no $program here"
    done

    # wget reads the names in small letters alone, and no all_proxy; curl reads them all but HTTP_PROXY.
    : "${https_proxy=${HTTPS_PROXY-${all_proxy-${ALL_PROXY-}}}}"
    [ -z "$https_proxy" ] || export https_proxy

    trap clean EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    work=$(mktemp -d)
    fetch "$from/SHA256SUMS" "$work/SHA256SUMS"
    expected=$(sed -n "s/^\([0-9a-f]\{64\}\)  $stem\.tar\.gz\$/\1/p" "$work/SHA256SUMS")
    [ -n "$expected" ] || fail "$from/SHA256SUMS does not name $stem.tar.gz"
    fetch "$from/$stem.tar.gz" "$work/archive"
    found=$(checksum "$work/archive")
    [ "$found" = "$expected" ] || fail "the checksum of $stem.tar.gz is wrong: it was cut off or changed on its way" \
        "expected: $expected" "found:    $found"
    echo 'the checksum is right'

    gzip -dc <"$work/archive" | (cd "$work" && tar -xf - "$stem/bin/proxyenv") || fail 'the archive cannot be unpacked'

    # Beside its place and tried there first, so that one step on the same disk replaces the old program by a whole one. Under
    # another name it would be a shim.
    mkdir -p "$bin" || fail "cannot make $bin" 'name a folder that is yours: --prefix DIR'
    new=$bin/.proxyenv.$$
    { mkdir "$new" && cp "$work/$stem/bin/proxyenv" "$new/proxyenv"; } 2>/dev/null ||
        fail "cannot write to $bin" 'name a folder that is yours: --prefix DIR'
    chmod 755 "$new/proxyenv"
    said=$("$new/proxyenv" --version 2>&1) || true
    [ "$said" = "proxyenv $version" ] || fail "the program does not run here: $said"
    mv -f "$new/proxyenv" "$bin/proxyenv"
    printf 'installed %s\n' "$bin/proxyenv"

    # shellcheck disable=SC2016  # For the reader's shell.
    case :$PATH: in
        *:"$bin":*) ;;
        *) printf 'PATH does not have its folder yet: export PATH="%s:$PATH"\n' "$bin" ;;
    esac
    echo 'what to do next: proxyenv setup'
}

# In the last line, so that a script that was cut off on its way does nothing.
main "$@"
