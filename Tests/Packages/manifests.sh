# shellcheck shell=bash disable=SC2016,SC2034  # Words for other shells; Tests/packages reads `given`.
#
# Tests/Packages/manifests.sh
#
# Read by Tests/packages: whether the manifests are of their languages, and name files of the release with their checksums. None of
# Homebrew, Scoop, winget, makepkg and Nix is here to install by them.

temporary=${temporary:?} dist=${dist:?} version=${version:?}
manifests=$dist/manifests

equal 'there are these manifests' 'aur/.SRCINFO aur/PKGBUILD homebrew/proxyenv.rb nix/flake.nix scoop/proxyenv.json winget/proxyenv.proxyenv.installer.yaml winget/proxyenv.proxyenv.locale.en-US.yaml winget/proxyenv.proxyenv.yaml' \
    "$(cd "$manifests" && find . -type f -printf '%P\n' | LC_ALL=C sort | paste -sd ' ')"

# FILE…: prints each address of a release's file that is named, with the checksum that is named nearest behind it.
addresses() {
    sed "s/\$pkgver/$version/g; s/\${version}/$version/g; s/\${archive.platform}/linux-x64/g" "$@" |
        grep -oE 'releases/download/v[^" ]+|\b[0-9a-f]{64}\b'
}
# Each checksum in a manifest is that of a file, and each address is that of a file.
for file in homebrew/proxyenv.rb scoop/proxyenv.json winget/proxyenv.proxyenv.installer.yaml aur/PKGBUILD aur/.SRCINFO nix/flake.nix; do
    wrong=''
    while read -r found; do
        case $found in
            *'$version'*) ;;
            releases/*) [[ $found == "releases/download/v$version/${found##*/}" && -f $dist/${found##*/} ]] || wrong+=" $found" ;;
            *) grep -q "^$found  " "$dist/SHA256SUMS" || wrong+=" $found" ;;
        esac
    done < <(addresses "$manifests/$file")
    equal "$file: names files of the release, and their checksums" '' "$wrong"
done

works 'scoop/proxyenv.json is JSON' python3 -m json.tool "$manifests/scoop/proxyenv.json"
hash=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["architecture"]["64bit"]["hash"])' "$manifests/scoop/proxyenv.json")
equal 'its checksum is that of the archive' "$hash  proxyenv-$version-windows-x64.zip" "$(grep windows-x64.zip "$dist/SHA256SUMS")"
if needs 'the syntax of Ruby and YAML' ruby; then
    works 'homebrew/proxyenv.rb is Ruby' ruby -c "$manifests/homebrew/proxyenv.rb"
    for file in "$manifests"/winget/*.yaml; do
        works "${file##*/} is YAML, and names the version" ruby -ryaml -rdate -e \
            'found = YAML.load_file(ARGV[0], permitted_classes: [Date]); exit found["PackageVersion"] == ARGV[1]' "$file" "$version"
    done
    equal 'winget finds the program in the archive' lib/proxyenv.exe "$(ruby -ryaml -rdate -e '
        path = YAML.load_file(ARGV[0], permitted_classes: [Date])["NestedInstallerFiles"][0]["RelativeFilePath"]
        puts path.tr("\\", "/").delete_prefix("proxyenv-" + ARGV[1] + "-windows-x64/")' "$manifests/winget/proxyenv.proxyenv.installer.yaml" "$version")"
fi

# PKGBUILD is bash: its function is run as makepkg would, in the folder where the archive was unpacked.
mkdir -p "$temporary/aur/src" "$temporary/aur/pkg"
tar -xzf "$dist/proxyenv-$version-linux-x64.tar.gz" -C "$temporary/aur/src"
works 'the function of PKGBUILD installs the files' bash -euc 'source "$1"; srcdir=$2/src pkgdir=$2/pkg; package' \
    bash "$manifests/aur/PKGBUILD" "$temporary/aur"
equal 'the program runs' "proxyenv $version" "$("$temporary/aur/pkg/usr/bin/proxyenv" --version 2>&1)"
for file in bash-completion/completions/proxyenv fish/vendor_completions.d/proxyenv.fish zsh/site-functions/_proxyenv licenses/proxyenv-bin/LICENSE; do
    works "it has $file" test -s "$temporary/aur/pkg/usr/share/$file"
done
equal '.SRCINFO has the checksums of PKGBUILD' "$(bash -c 'source "$1"; echo "$sha256sums_x86_64 $sha256sums_aarch64"' bash "$manifests/aur/PKGBUILD")" \
    "$(sed -n 's/^\tsha256sums_[^ ]* = //p' "$manifests/aur/.SRCINFO" | paste -sd ' ')"
