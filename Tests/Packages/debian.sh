# shellcheck shell=bash disable=SC2016,SC2034  # Words for other shells; Tests/packages reads `given`.
#
# Tests/Packages/debian.sh
#
# Read by Tests/packages: the packages for Debian, read by lintian, and installed and purged by dpkg in a folder.

temporary=${temporary:?} dist=${dist:?} version=${version:?}

for architecture in amd64 arm64; do
    package=$dist/proxyenv_$version-1_$architecture.deb
    equal "$architecture: what it says of itself" "proxyenv $version-1 $architecture" \
        "$(dpkg-deb --show --showformat '${Package} ${Version} ${Architecture}' "$package")"
done
package=$dist/proxyenv_$version-1_amd64.deb

if needs 'lintian' lintian; then
    works 'lintian finds nothing' lintian --allow-root --fail-on error,warning "$package"
fi

if ((EUID == 0)); then
    root=$temporary/debian
    mkdir -p "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/info" "$root/var/log"
    : >"$root/var/lib/dpkg/status"
    : >"$root/var/lib/dpkg/available"
    in_root() { dpkg --root="$root" --log="$temporary/dpkg.log" "$@"; }
    others() { find "$root" ! -path "$root/var/*" ! -path "$root/var" ! -path "$root" -printf '%P\n' | sort; }
    works 'dpkg installs it' in_root --install "$package"
    equal 'the program runs' "proxyenv $version" "$("$root/usr/bin/proxyenv" --version)"
    works 'dpkg finds each file as it was packed' bash -c '[[ -z $(dpkg --root="$1" --verify proxyenv) ]]' bash "$root"
    share=$root/usr/share
    for file in bash-completion/completions/proxyenv fish/vendor_completions.d/proxyenv.fish zsh/vendor-completions/_proxyenv man/man1/proxyenv.1.gz man/man5/proxyenv-config.5.gz \
        doc/proxyenv/copyright doc/proxyenv/changelog.gz doc/proxyenv/changelog.Debian.gz; do
        works "it has $file" test -s "$share/$file"
    done
    given=(PATH="$root/usr/bin:/usr/bin:/bin")
    equal 'bash completes with it' 'proxyenv use clash' "$(alone bash --norc -c '. "$1"
        complete -p proxyenv >/dev/null || exit
        COMP_WORDS=(proxyenv use cla) COMP_CWORD=2 COMP_LINE="proxyenv use cla" COMP_POINT=16 COMP_TYPE=9
        eval "$(complete -p proxyenv | sed -n "s/.*-F \([^ ]*\).*/\1/p") proxyenv cla use"
        echo "proxyenv use ${COMPREPLY[0]% }"' bash "$share/bash-completion/completions/proxyenv" 2>&1)"
    if needs 'completion in fish' fish; then
        equal 'fish completes with it' clash-verge "$(alone fish --no-config -c '
            source $argv[1]; complete -C "proxyenv use clash-" | string split -f 1 \t' "$share/fish/vendor_completions.d/proxyenv.fish" 2>&1)"
    fi
    if needs 'completion in zsh' zsh; then
        equal 'zsh knows it' _proxyenv "$(alone zsh -fc 'fpath=($1 $fpath); autoload -Uz compinit; compinit -D -u
            print -r -- $_comps[proxyenv]' zsh "$share/zsh/vendor-completions" 2>&1)"
    fi
    given=()
    works 'dpkg purges it' in_root --purge proxyenv
    equal 'and nothing is left' '' "$(others)"
else
    left_out 'dpkg' 'only root can install'
fi
