# shellcheck shell=bash disable=SC2034  # Tests/windows reads some variables.
#
# Tests/CrossBuild/Windows/input.sh
#
# Read by Tests/windows: bad input of Windows' kinds ends in words for people, and nothing is half done.

temporary=${temporary:?} windows_temporary=${windows_temporary:?} windows_program=${windows_program:?} roles=${roles:?}
user=${user:?} places=${places:?}

home=$temporary/prefix/drive_c/users/$user
windows_home=C:\\users\\$user
settings=$windows_home\\AppData\\Roaming\\proxyenv\\config.toml

# COUNT: so many times the letter a.
letters() { printf "%0$1d" 0 | tr 0 a; }

# Unpaired surrogates.
equal 'input: a variable with unpaired surrogates is handed on as it is' '0056d800003d0061dc00' \
    "$(role surrogates "$windows_program exec work -- $roles entries" | head -n 1)"
has 'input: an unpaired surrogate in a name' 'cannot be a profile' "$(role_says lone "$windows_program add p<d800> http://h:1")"
# Wine has no such files.
has 'input: an unpaired surrogate in the name of a file' 'cannot read' \
    "$(role_says lone "$windows_program --config $windows_home\\c<d800>.toml list")"
# The value of http_proxy that `off` puts back has one.
given=(http_proxy=http://proxy.example:8080 PROXYENV_ACTIVE=work 'PROXYENV_STATE=1.-.http_proxy.eb9b1b5a5963a8cd.aHR0cDovL-2ggDox')
for shell in cmd powershell; do
    has "input: $shell can't hold an unpaired surrogate" 'bytes that are not UTF-8 [1]' "$(says off --shell "$shell")"
done
given=()

# Names of devices.
for name in AUX CON; do
    equal "input: $name as a profile's name" ' [0]' "$(says add "$name" http://h:1)"
    equal "input: $name as a profile, for a command" 'http://h:1' \
        "$(other exec "$name" -- cmd /c 'echo %HTTP_PROXY%' </dev/null 2>/dev/null | tr -d '\r')"
    has "input: $name as a file to read" 'a device' "$(says --config "$name" list)"
    has "input: $name as a file to write" 'a device' "$(says --config "$name" add a http://h:1)"
    has "input: $name in a folder" 'a device' "$(says --config "$windows_home\\${name,,}.toml" add a http://h:1)"
    has "input: $name as a shim" "shims\\$name.exe is not a link to proxyenv" "$(says shim add "$name")"
done

# Long paths. In the first each name is as long as one may be.
folder=$(letters 140)
mkdir -p "$home/$folder/$folder"
long=$windows_home\\$folder\\$folder\\c.toml
equal 'input: a path of 300 characters is written' ' [0]' "$(says --config "$long" add a http://h:1)"
has 'input: a path of 300 characters is read' 'http://h:1' "$(other --config "$long" list </dev/null 2>/dev/null)"
longest=C:$(printf "\\\\$(letters 200)%.0s" {1..149})\\c.toml
has "input: a path of ${#longest} characters to read" 'cannot read C:' "$(says --config "$longest" list)"
has "input: a path of ${#longest} characters to write" 'C:' "$(says --config "$longest" add a http://h:1)"
has 'input: a name of 29,000 characters for a file' 'cannot read C:' "$(says --config "C:\\$(letters 29000)" list)"
has 'input: a name of 29,000 characters for a command' 'there is no command' "$(says exec work -- "$(letters 29000)")"

# Long variables and command lines.
{
    printf '[profiles.longest]\nurl = "http://h:1"\n[profiles.longest.env]\nV = "%s"\n' "$(letters 32766)"
    printf '[profiles.longer]\nurl = "http://h:1"\n[profiles.longer.env]\nV = "%s"\n' "$(letters 32767)"
} >"$home/long.toml"
equal 'input: a variable of 32,766 characters' ' [7]' "$(says --config "$windows_home\\long.toml" exec longest -- cmd /c exit 7)"
has 'input: a variable of 32,767 characters, for a command' 'a variable is longer than the 32,766 characters that Windows allows [125]' \
    "$(says --config "$windows_home\\long.toml" exec longer -- cmd /c exit 7)"
has 'input: a variable of 32,767 characters, for PowerShell' \
    'powershell cannot hold the value of V: it has more than the 32,766 characters that Windows allows [1]' \
    "$(says --config "$windows_home\\long.toml" use longer --shell powershell)"
has 'input: a variable that no line of cmd holds' 'cmd cannot hold the value of V: it has more than 8000 bytes [1]' \
    "$(says --config "$windows_home\\long.toml" use longest --shell cmd)"
has 'input: a line for a batch file of more than 8,191 characters' 'longer than the 8,191 characters that cmd.exe reads [125]' \
    "$(says exec work -- "$windows_temporary\\batch.cmd" "$(letters 8300)")"

# Other forms of paths.
equal 'input: forward slashes' ' [0]' "$(says --config "C:/users/$user/slash.toml" add a http://h:1)"
has 'input: the same file by a path without limits' 'http://h:1' "$(other --config "\\\\?\\$windows_home\\slash.toml" list </dev/null 2>/dev/null)"
has 'input: a share that is not there, to read' 'cannot read \\localhost\nosuch\c.toml: No such file or directory [1]' \
    "$(says --config '\\localhost\nosuch\c.toml' list)"
has 'input: a share that is not there, to write' 'cannot make the folder of \\localhost\nosuch\c.toml' \
    "$(says --config '\\localhost\nosuch\c.toml' add a http://h:1)"
has 'input: a folder as the file' 'C: is a folder, expected a file [1]' "$(says --config C: list)"

# A file that is read-only, and one that another program has open.
wine_run wine attrib +R "$settings" </dev/null >/dev/null 2>&1
before=$(<"$places/config.toml")
has 'input: a read-only file' 'config.toml is read-only (marked as read-only)' "$(says add other http://h:1)"
equal 'input: a read-only file stays as it is' "$before" "$(<"$places/config.toml")"
wine_run wine attrib -R "$settings" </dev/null >/dev/null 2>&1
has 'input: a file that another program has open for long, to read' 'another program has the file open' \
    "$(role_says hold "$settings" 10000 "$windows_program list")"
has 'input: a file that another program has open for long, to write' 'another program has the file open' \
    "$(role_says hold "$settings" 10000 "$windows_program add held http://h:1")"
equal 'input: a file that another program has open stays as it is' "$before" "$(<"$places/config.toml")"
equal 'input: a file that another program has open for a moment' 0 "$(role hold "$settings" 150 "$windows_program add held http://h:1")"

# No %APPDATA%.
equal 'input: without %APPDATA% the file is in the home folder' "$settings" \
    "$(wine_run wine cmd /c "set APPDATA=& $windows_program path" </dev/null 2>/dev/null | tr -d '\r')"
bare='set APPDATA=& set LOCALAPPDATA=& set USERPROFILE=& set HOME=& '
has 'input: without a home folder, to write' 'there is no place for a file, as APPDATA is not set' \
    "$(wine_run wine cmd /c "$bare$windows_program add a http://h:1" </dev/null 2>&1)"
has 'input: without a home folder, to read' 'Built in' "$(wine_run wine cmd /c "$bare$windows_program list" </dev/null 2>&1)"
has 'input: without a home folder, for shims' 'there is no place for shims, as LOCALAPPDATA is not set' \
    "$(wine_run wine cmd /c "$bare$windows_program shim add npm" </dev/null 2>&1)"
