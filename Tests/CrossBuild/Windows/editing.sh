# shellcheck shell=bash disable=SC2034  # Tests/windows reads some variables.
#
# Tests/CrossBuild/Windows/editing.sh
#
# Read by Tests/windows: edits at once and edits that are ended, who may read what is written, the Credential Manager, shims.

temporary=${temporary:?} windows_temporary=${windows_temporary:?} windows_program=${windows_program:?}
user=${user:?} places=${places:?}

data=$temporary/prefix/drive_c/users/$user/AppData/Local/proxyenv
settings=C:\\users\\$user\\AppData\\Roaming\\proxyenv

limit=300
equal 'edits: 64 writers at once end well' 64 "$(role race 64 "$windows_program add p# http://h:#" | tail -n 1)"
equal 'edits: and lose nothing' "$(seq 64)" "$(sed -n 's/^\[profiles\.p\([0-9]*\)\]$/\1/p' "$places/config.toml" | sort -n)"

# Each is ended a little later than the one before: some before they have begun, some after they are done.
ended=$(role kill 60 300 "$windows_program add k# http://h:#" | tail -n 1) || true
written=$(grep -c '^\[profiles\.k' "$places/config.toml") || true
has "edits: of 60 writers $ended were ended at some time, and $written have written" ' [0]' "$(says validate)"
equal 'edits: the file is whole' "$((64 + written))" "$(grep -c '^url = "http://h:[0-9]*"$' "$places/config.toml")"
equal 'edits: no lock is left' '' "$(find "$places" -iname '*lock*')"
equal 'edits: the next one writes' ' [0]' "$(says add last http://h:1)"
limit=60

# Wine keeps an access list as the mode of a file, and a mode has no administrators.
equal 'access: the file is for its owner and the machine' $'SYSTEM\nowner' "$(role access "$settings\\config.toml")"
equal 'access: so is its folder' $'SYSTEM\nowner' "$(role access "$settings")"
has 'access: a file that everybody may read is shown as such' 'S-1-1-0' "$(role access 'C:\windows\win.ini')"

# The Credential Manager.
other add secret http://me@proxy.example:8080 </dev/null >/dev/null 2>&1
printf 'p w%%"\xc3\xa9\n' | other password secret >/dev/null 2>"$temporary/other.err"
equal 'password: it stands in no file' '' "$(grep -rl 'p w%' "$places" "$data" 2>/dev/null)"
has 'password: the file has the command that tells it' 'password-command = ["proxyenv", "stored-password", "secret"]' "$(<"$places/config.toml")"
equal 'password: it is read back' $'p w%"\xc3\xa9' "$(other stored-password secret </dev/null 2>/dev/null | tr -d '\r')"
wine_run wineserver -k || true
equal 'password: it is there after a new start of Windows, for a command' 'http://me:p%20w%25%22%C3%A9@proxy.example:8080' \
    "$(other exec secret -- cmd /c 'echo %HTTP_PROXY%' </dev/null 2>/dev/null | tr -d '\r')"
has 'password: one that is not kept is an error' 'no password' "$(says stored-password nobody)"

# Shims. The program of the name is a batch file, as npm's is.
mkdir -p "$temporary/app" "$temporary/bin"
cp .build/windows/proxyenv.exe "$temporary/app/proxyenv.exe"
printf '@echo npm %%* by %%HTTP_PROXY%%\r\n@exit /b 7\r\n' >"$temporary/bin/npm.cmd"
app() { wine_run wine "$temporary/app/proxyenv.exe" "$@" </dev/null; }
# What starts npm by PATH, on which the shims are first.
printf '%s\r\n' '@echo off' "set PATH=%LOCALAPPDATA%\\proxyenv\\shims;$windows_temporary\\bin;%PATH%" 'npm a "b c" ^& d' 'echo %ERRORLEVEL%' \
    >"$temporary/npm-start.bat"
app wrap npm --profile work >/dev/null 2>&1
app shim add npm >/dev/null 2>&1
equal 'shims: an .exe of the name' 'npm.exe' "$(basename "$data"/shims/*.exe)"
equal 'shims: it starts the program of that name by the profile' $'npm a "b c" "&" d by http://proxy.example:8080\n7' \
    "$(wine_run wine cmd /c "$windows_temporary\\npm-start.bat" </dev/null 2>"$temporary/other.err" | tr -d '\r')"
equal 'shims: it is a link of the program' "$(stat -c %i "$temporary/app/proxyenv.exe")" "$(stat -c %i "$data/shims/npm.exe")"
# An update puts another file in the place of the program.
cp "$temporary/app/proxyenv.exe" "$temporary/app/new.exe"
touch -d '1 hour' "$temporary/app/new.exe"
mv "$temporary/app/new.exe" "$temporary/app/proxyenv.exe"
# shellcheck disable=SC2016  # Quotes of the message's.
has 'shims: list tells of one from before an update' 'npm is proxyenv from before an update: `proxyenv shim add npm` makes it anew' "$(app shim list 2>&1)"
app shim add npm >/dev/null 2>&1
equal 'shims: after an update add makes it anew' "$(stat -c %i "$temporary/app/proxyenv.exe")" "$(stat -c %i "$data/shims/npm.exe")"
equal 'shims: list names none then' '' "$(app shim list 2>&1 | grep 'before an update')"
app shim remove npm >/dev/null 2>&1
# The program that runs is this file under another name: it is put aside, and goes the next time.
equal 'shims: remove takes it away' '' "$(find "$data/shims" -name '*.exe' -o -name '*.proxyenv')"
