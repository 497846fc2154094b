# shellcheck shell=bash disable=SC2016,SC2034  # Words for other shells; Tests/packages reads `given`.
#
# Tests/Packages/powershell.sh
#
# Read by Tests/packages: install.ps1 in PowerShell on this system, as far as it is the same there.

temporary=${temporary:?} dist=${dist:?} version=${version:?} site=${site:?} built=${built:?}
folder=$temporary/programs/proxyenv

works 'install.ps1 is ASCII: PowerShell 5.1 would read UTF-8 as something else' bash -c '! LC_ALL=C grep -n "[^ -~]" "$1"' bash "$dist/install.ps1"
# ARGUMENT…: runs it. What it said is in $said, its exit status in $status. The home folder is that of the user: pwsh makes files.
install() {
    status=0
    said=$(timeout -s KILL 120 env -i HOME="$temporary/home" PATH=/usr/bin:/bin TMPDIR="$temporary/tmp" TERM=dumb POWERSHELL_TELEMETRY_OPTOUT=1 \
        DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 NO_COLOR=1 "${given[@]}" "$pwsh" -NoProfile -NonInteractive -File "$dist/install.ps1" "$@" 2>&1) || status=$?
}
# What is in the folder, and what is beside it.
state() { (cd "$temporary/programs" && find . -type f ! -path '*/docs/*' | LC_ALL=C sort | paste -sd ' '); }
installed='./proxyenv/CHANGELOG.md ./proxyenv/LICENSE ./proxyenv/README.md ./proxyenv/README.zh-CN.md ./proxyenv/SECURITY.md ./proxyenv/lib/proxyenv.exe ./proxyenv/proxyenv.cmd'

if pwsh=$(type -P pwsh); then
    mkdir "$temporary/programs"
    install -From "$site/good" -Prefix "$folder"
    equal 'install.ps1 installs it' "0 $installed" "$status $(state)"
    works 'the program is the one that was built' cmp "$built/windows/proxyenv.exe" "$folder/lib/proxyenv.exe"
    has 'it says where' "installed $folder" "$said"
    has 'it says what is missing in PATH' 'PATH does not have it yet' "$said"
    echo old >"$folder/old"
    install -From "$site/good/" -Prefix "$folder" -Version "v$version"
    equal 'the new folder takes the place of the old one' "0 $installed" "$status $(state)"
    for way in changed missing; do
        echo old >"$folder/proxyenv.cmd"
        install -From "$site/$way" -Prefix "$folder"
        equal "$way: it fails, and the old folder is as it was" "1 $installed old" "$status $(state) $(cat "$folder/proxyenv.cmd")"
        case $way in
            missing) has "$way: it says what" "cannot fetch $site/missing/SHA256SUMS" "$said" ;;
            *) has "$way: it says what" 'the checksum of' "$said" ;;
        esac
    done
    : >"$temporary/asked"
    install -From "$site/good" -Prefix "$temporary/programs/dry" -DryRun
    equal '-DryRun asks for nothing and makes nothing' "0 $installed" "$status $(cat "$temporary/asked")$(state)"
    given=(HTTPS_PROXY="$site")
    install -From http://nowhere.example/good -Prefix "$folder"
    given=()
    equal 'it goes through the proxy in HTTPS_PROXY' '0 http://nowhere.example/good/SHA256SUMS' "$status $(head -n 1 "$temporary/asked")"
    mkdir "$temporary/programs/mine"
    echo mine >"$temporary/programs/mine/file"
    install -From "$site/good" -Prefix "$temporary/programs/mine"
    equal 'a folder with other files is left alone' "1 file" "$status $(ls "$temporary/programs/mine")"
else
    left_out 'install.ps1' 'there is no pwsh here'
fi
