# Run by Tests/windows in PowerShell's engine for Windows: PowerShell.ps1 PROGRAM FOLDER
#
# Checks the hook of PROGRAM; FOLDER has arguments.exe, which prints what it gets. One line for each check: its name, a tab,
# what was expected, a tab, what was found. All of them are ASCII, whatever the code page.

$program, $folder = $args
$file = "$env:APPDATA\proxyenv\config.toml"
$canary = 0

function Write-Check($name, $expected, $found) {
    $both = foreach ($text in $expected, $found) {
        -join ("$text".ToCharArray() | ForEach-Object { if ([int]$_ -in 32..126) { $_ } else { '\u{0:x4}' -f [int]$_ } })
    }
    [Console]::Out.WriteLine("$name`t$($both[0])`t$($both[1])")
}

# What a text is in TOML.
function ConvertTo-Toml($text) { '"' + -join ($text.EnumerateRunes() | ForEach-Object { '\U{0:x8}' -f $_.Value }) + '"' }

# Each ends PowerShell's quotes of some kind, or is a byte or a sign that the code page 1252 has not.
$pieces = "'", '"', '`', '$', '(', ')', '$($global:canary = 1)', "'; `$global:canary = 1; '", "`n`$global:canary = 1`n", "`r",
    "`t", ' ', '%PATH%', '&', '|', ';', '#', '\', [string][char]0x2018, [string][char]0x2019, [string][char]0x201A, [string][char]0x201B,
    [string][char]0x201C, [string][char]0x201D, [string][char]0x201E, [string][char]0xE9, [string][char]0x65E5, [string][char]0x81,
    [char]::ConvertFromUtf32(0x1F600), 'a', '1'
$seed = 20
$random = [Random]::new($seed)
$values = for ($index = 0; $index -lt 300; $index++) {
    -join (1..$random.Next(1, 9) | ForEach-Object { $pieces[$random.Next($pieces.Count)] })
}
$text = 'default = "work"', '[profiles.work]', 'url = "http://proxy.example:8080"', '[profiles.work.env]'
for ($index = 0; $index -lt $values.Count; $index++) { $text += "V$index = $(ConvertTo-Toml $values[$index])" }
$null = New-Item -ItemType Directory -Force (Split-Path $file)
[IO.File]::WriteAllLines($file, $text)

$env:PATH = "$folder;$env:PATH"
$env:http_proxy = 'http://older:1'
$env:V7 = 'older'
Invoke-Expression ((& $program hook powershell) -join "`n")
Write-Check 'the console has the code page 1252' 'windows-1252' ([Console]::OutputEncoding.WebName)

proxyenv use work 2>$null
Write-Check 'use ends well' 'True 0' "$? $LASTEXITCODE"
Write-Check 'use sets one variable, whatever its letters' 'http://proxy.example:8080' $env:HTTP_PROXY
$wrong = for ($index = 0; $index -lt $values.Count; $index++) {
    if ([Environment]::GetEnvironmentVariable("V$index") -cne $values[$index]) { $index }
}
Write-Check "300 values come as they are (seed $seed)" '' "$wrong"
proxyenv off
Write-Check 'off puts back what was there' 'http://older:1 older' "$env:HTTP_PROXY $env:V7"
Write-Check 'off leaves nothing else' '' "$((Get-ChildItem env: | Where-Object Name -match '^(V\d+|https_proxy|all_proxy|no_proxy|PROXYENV_.*)$' | Where-Object Name -ne 'V7').Name)"
Write-Check 'no value was executed' '0' $canary

proxyenv nobody 2>$null
Write-Check 'a mistake shows in $? and in $LASTEXITCODE' 'False 2' "$? $LASTEXITCODE"
Write-Check 'status knows the hook' '1' @(proxyenv status | Select-String 'hook +loaded in powershell').Count
Write-Check 'exec' 'http://proxy.example:8080' (proxyenv exec work -- cmd /c 'echo %HTTPS_PROXY%' 2>$null)

proxyenv wrap arguments *>$null
Write-Check 'wrap makes an alias at once' 'Alias' (Get-Command arguments).CommandType
$env:STATUS = '7'
$words = 'a b', 'a', '--', '-x:y', '$x', "it's", '%PATH%', '*', [string][char]0x65E5, '-'
$found = arguments $words 2>$null
Write-Check 'a wrapped command ends as it does' 'False 7' "$? $LASTEXITCODE"
Write-Check 'its arguments are what they are without' (& "$folder\arguments.exe" $words) $found
proxyenv unwrap arguments *>$null
Write-Check 'unwrap takes the alias away' '' (Get-Command arguments -CommandType Alias -ErrorAction Ignore)
Remove-Module proxyenv
Write-Check 'Remove-Module takes all of it away' '' (Get-Command proxyenv -CommandType Function, Alias -ErrorAction Ignore)

# A policy of an administrator, by which PowerShell loads no script; this one keeps to what it has asked for at its start.
$key = 'Software\Policies\Microsoft\PowerShellCore'
$pattern = 'loads no start-up file, by its execution policy \(Restricted, set by an administrator\)'
Write-Check 'doctor names no policy where there is none' '0' @(& $program doctor 2>&1 | Select-String 'execution policy').Count
[Microsoft.Win32.Registry]::SetValue("HKEY_CURRENT_USER\$key", 'EnableScripts', 0)
Write-Check 'doctor names the policy' '1' @(& $program doctor 2>&1 | Select-String $pattern).Count
[Microsoft.Win32.Registry]::CurrentUser.DeleteSubKeyTree($key)
