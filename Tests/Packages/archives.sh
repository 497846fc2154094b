# shellcheck shell=bash disable=SC2016,SC2034  # Words for other shells; Tests/packages reads `given`.
#
# Tests/Packages/archives.sh
#
# Read by Tests/packages: the archives, their checksums, and whether they are the same bytes each time.

temporary=${temporary:?} dist=${dist:?} built=${built:?} version=${version:?} program=${program:?}

works 'SHA256SUMS has every file with its checksum' bash -euc 'cd "$1"
    sha256sum --check --quiet --strict SHA256SUMS
    diff <(cut -c 67- SHA256SUMS) <(find . -maxdepth 1 -type f ! -name SHA256SUMS -printf "%P\n" | LC_ALL=C sort)' bash "$dist"

# Once more, under other circumstances. The program for arm64 is packed by the same lines as the one for x86-64.
mkdir -p "$temporary/again/windows"
ln -s "$built/release" "$temporary/again/release"
ln -s "$built/windows/proxyenv.exe" "$temporary/again/windows"
works 'the packages are made again' env PROXYENV_BUILT="$temporary/again" PROXYENV_DIST="$temporary/second" \
    TZ=Asia/Shanghai LC_ALL=C.UTF-8 bash -c 'umask 077; exec .ci/release'
different=''
for file in "$temporary/second"/*.*; do
    cmp -s "$file" "$dist/${file##*/}" || different+=" ${file##*/}"
done
equal 'they are the same bytes' '' "$different"
made=$(find "$temporary/second" -maxdepth 1 -name '*.*' -printf '.\n' | wc -l)
equal 'eleven files were compared' 11 "$made"

stem=proxyenv-$version-linux-x64
mkdir "$temporary/unpacked"
works 'the archive for Linux is unpacked' tar -xzf "$dist/$stem.tar.gz" -C "$temporary/unpacked"
equal 'it is one folder' "$stem" "$(ls -A "$temporary/unpacked")"
equal 'it has these files besides docs and the manual' \
    'CHANGELOG.md LICENSE README.md README.zh-CN.md SECURITY.md bin/proxyenv share/bash-completion/completions/proxyenv share/fish/vendor_completions.d/proxyenv.fish share/zsh/site-functions/_proxyenv shell/proxyenv.plugin.zsh' \
    "$(cd "$temporary/unpacked/$stem" && find . -type f ! -path './docs/*' ! -path './share/man/*' -printf '%P\n' | LC_ALL=C sort | paste -sd ' ')"
works 'and docs as they are' diff -r --exclude man docs "$temporary/unpacked/$stem/docs"
works 'and the manual' bash -euc 'diff <(cd docs/man && ls) <(find "$1/share/man" -type f -printf "%f\n" | sort)' bash "$temporary/unpacked/$stem"
works 'the program is the one that was built' cmp "$program" "$temporary/unpacked/$stem/bin/proxyenv"
equal 'nobody owns what is in it' '0/0' "$(tar -tvzf "$dist/$stem.tar.gz" | awk '{ print $2 }' | sort -u)"
# No library, no loader, no shell: as on any Linux, with glibc, with musl, or with neither.
if ((EUID == 0)); then
    equal 'the program needs no other file' "proxyenv $version" \
        "$(chroot "$temporary/unpacked/$stem/bin" /proxyenv --version 2>&1)"
else
    left_out 'the program in an empty folder' 'only root can'
fi

mkdir "$temporary/unzipped"
works 'the archive for Windows is unpacked' unzip -q "$dist/proxyenv-$version-windows-x64.zip" -d "$temporary/unzipped"
equal 'it has these files besides docs' 'CHANGELOG.md LICENSE README.md README.zh-CN.md SECURITY.md lib/proxyenv.exe proxyenv.cmd' \
    "$(cd "$temporary/unzipped/proxyenv-$version-windows-x64" && find . -type f ! -path './docs/*' -printf '%P\n' | LC_ALL=C sort | paste -sd ' ')"
works 'the command for cmd is as it is in the sources' cmp shell/proxyenv.cmd "$temporary/unzipped/proxyenv-$version-windows-x64/proxyenv.cmd"

mkdir "$temporary/broken" "$temporary/broken/release"
printf '#!/bin/sh\n' >"$temporary/broken/release/proxyenv"
chmod +x "$temporary/broken/release/proxyenv"
found=$(PROXYENV_BUILT="$temporary/broken" PROXYENV_DIST="$temporary/third" .ci/release 2>&1) && found="made: $found"
has 'what is no static program is not packed' 'there is no static' "$found"
