# shellcheck shell=bash disable=SC2034  # Tests/windows reads some variables.
#
# Tests/CrossBuild/Windows/powershell.sh
#
# Read by Tests/windows: PowerShell's engine for Windows.

temporary=${temporary:?} windows_temporary=${windows_temporary:?} windows_program=${windows_program:?}

# What no shell has started prints for PowerShell.
# shellcheck disable=SC2016  # PowerShell's.
equal 'use: no shell is known' 'yes' \
    "$(other use work 2>/dev/null </dev/null | grep -q '^\$env:https_proxy = ' && echo yes)"

# Its engine for Windows, from the folder beside the project or where the variable says. Wine's collector of .NET's garbage
# crashes, so it gets enough memory to need none.
powershell=${PROXYENV_WINDOWS_POWERSHELL:-.build/interpreters/pwsh-win-x64/pwsh.exe}
if [[ -f $powershell ]]; then
    given=(DOTNET_GCgen0size=0x20000000)
    lines=0
    while IFS=$'\t' read -r name expected found; do
        equal "PowerShell: $name" "$expected" "$found"
        lines=$((lines + 1))
    done < <(wine_run wine "$powershell" 'Tests\CrossBuild\Windows\PowerShell.ps1' \
        "$windows_program" "$windows_temporary" 2>/dev/null </dev/null | tr -d '\r' | grep $'\t')
    printf "'loaded'\\n" >"$temporary/policy.ps1"
    policy='HKCU\Software\Policies\Microsoft\PowerShellCore'
    loads() { wine_run wine "$powershell" "$windows_temporary\\policy.ps1" </dev/null 2>&1 | tr -d '\r' | grep -oE '^loaded$|cannot be loaded' | head -n 1; }
    equal 'PowerShell: without a policy it loads a script' 'loaded' "$(loads)"
    wine_run wine reg add "$policy" /v EnableScripts /t REG_DWORD /d 0 /f </dev/null >/dev/null 2>&1
    equal 'PowerShell: by the policy that doctor names it loads none' 'cannot be loaded' "$(loads)"
    wine_run wine reg delete "$policy" /f </dev/null >/dev/null 2>&1
    given=()
    equal 'PowerShell: all checks were made' "$(grep -c '^Write-Check' Tests/CrossBuild/Windows/PowerShell.ps1)" "$lines"
else
    not_shown 'PowerShell' "its engine for Windows is not here: $powershell"
fi
