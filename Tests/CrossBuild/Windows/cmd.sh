# shellcheck shell=bash disable=SC2034  # Tests/windows reads some variables.
#
# Tests/CrossBuild/Windows/cmd.sh
#
# Read by Tests/windows: proxyenv.cmd in wine's cmd.exe, by which `use` and `off` change the cmd that calls it.

temporary=${temporary:?} windows_temporary=${windows_temporary:?} user=${user:?} places=${places:?}

# As it is installed: the folder for PATH, and the program in one of its own.
tool=$temporary/tool
mkdir -p "$tool/lib" "$temporary/cmd"
cp shell/proxyenv.cmd "$tool"
cp .build/windows/proxyenv.exe "$tool/lib"
cp "$temporary/roles.exe" "$temporary/cmd"
data=$temporary/prefix/drive_c/users/$user/AppData/Local/proxyenv

# Runs the lines on stdin as a batch file, with the tool on PATH, and prints what they print.
batch() {
    {
        printf '@echo off\nset PATH=%s\\tool;%%PATH%%\n' "$windows_temporary"
        cat
    } | sed 's/$/\r/' >"$temporary/cmd/batch.bat"
    (cd "$temporary/cmd" && wine_run wine cmd /c batch.bat </dev/null 2>"$temporary/other.err" | tr -d '\r')
}
# NAME EXPECTED: checks what a batch file prints.
prints() { equal "cmd: $1" "$2" "$(batch)"; }

prints 'use changes the cmd that calls it, and off puts back what was there' \
    $'0 http://proxy.example:8080 http://proxy.example:8080 work\n0 http://older:1 []' <<'LINES'
set https_proxy=http://older:1
call proxyenv use work
echo %ERRORLEVEL% %https_proxy% %HTTP_PROXY% %PROXYENV_ACTIVE%
call proxyenv off
echo %ERRORLEVEL% %https_proxy% [%http_proxy%%PROXYENV_ACTIVE%%PROXYENV_STATE%%PROXYENV_SWITCH%]
LINES
printf '@exit /b 37\r\n' >"$temporary/cmd/called.cmd"
if [[ $(printf 'call called.cmd\necho %%ERRORLEVEL%%\n' | batch) == 37 ]]; then
    prints 'the error level is that of the program, and a mistake changes nothing' $'1 work\n2 work\n37 work\n0 work\n127 work' <<'LINES'
call proxyenv use work
call proxyenv use nobody
echo %ERRORLEVEL% %PROXYENV_ACTIVE%
call proxyenv use --nonsense
echo %ERRORLEVEL% %PROXYENV_ACTIVE%
call proxyenv exec work -- cmd /c exit 37
echo %ERRORLEVEL% %PROXYENV_ACTIVE%
call proxyenv path >nul
echo %ERRORLEVEL% %PROXYENV_ACTIVE%
call proxyenv exec work -- no-such-program
echo %ERRORLEVEL% %PROXYENV_ACTIVE%
LINES
else
    not_shown 'cmd: the error level is that of the program' 'to wine a batch file that is called ends with 0 or 1'
fi
prints 'a mistake changes nothing' $'work http://proxy.example:8080' <<'LINES'
call proxyenv use work
call proxyenv use nobody
call proxyenv use --nonsense
call proxyenv exec work -- cmd /c exit 37
echo %PROXYENV_ACTIVE% %HTTPS_PROXY%
LINES
prints 'what follows && and || goes by the error level' $'well\nwrong' <<'LINES'
call proxyenv use work && echo well
call proxyenv use nobody || echo wrong
LINES
prints 'for /f reads what the program prints' "C:\\users\\$user\\AppData\\Roaming\\proxyenv\\config.toml" <<'LINES'
for /f "delims=" %%p in ('proxyenv path') do echo %%p
LINES
# Wine's cmd takes the whole of what stands in %%l for a command's name.
if [[ $(printf 'for %%%%l in ("set X=1") do %%%%~l\nset X\n' | batch) == X=1 ]]; then
    prints 'for /f takes the lines of use' 'http://proxy.example:8080' <<'LINES'
for /f "delims=" %%l in ('proxyenv use work --shell cmd') do %%l
echo %HTTPS_PROXY%
LINES
else
    not_shown 'cmd: for /f takes the lines of use' 'wine runs no command that a variable of for holds'
fi

profiles=20
seed=20
rm -rf "$temporary/values"
mkdir "$temporary/values"
Tests/CrossBuild/Windows/values.py "$temporary/values" "$profiles" "$seed"
cp "$temporary/roles.exe" "$temporary/values"
cp "$temporary/values/config.toml" "$places/config.toml"
limit=600
given=("WINEPATH=$windows_temporary\\tool")
(cd "$temporary/values" && role older older.txt 'cmd /c values.bat') >"$temporary/values/out.txt"
given=()
limit=60
equal "cmd: a batch file with $profiles times use and off ends well" 0 "$(tail -n 1 "$temporary/values/out.txt")"
wrong=()
for file in "$temporary"/values/wanted/*.txt; do
    tr -d '\r' <"$temporary/values/found/$(basename "$file")" | LC_ALL=C sort | cmp -s - "$file" || wrong+=("$(basename "$file")")
done
equal "cmd: $((profiles * 100)) generated values come as they are, and off puts back $((profiles * 50)) (seed $seed)" '' "${wrong[*]}"
equal 'cmd: no value was executed' '' "$(find "$temporary/values" -name 'canary*')"
equal 'cmd: no file is left that switches' '' "$(find "$data" -name 'switch*' 2>/dev/null)"
