# shellcheck shell=bash disable=SC2034  # Tests/windows reads some variables.
#
# Tests/CrossBuild/Windows/comparing.sh
#
# Read by Tests/windows: the program for Windows prints the same as the release of this machine, and ends alike.

temporary=${temporary:?} program=${program:?} user=${user:?} places=${places:?} arguments=${arguments:?}
windows_temporary=${windows_temporary:?}

# Names that differ in case alone are one on Windows: a profile sets each once, by its lower-case name. For cmd it sets
# one everywhere: elsewhere the upper-case name, and so in another order.
folded=()
both=()
order=(cat)
twice=(
    -e '/(unset -v /s/\b\(ALL\|HTTP\|HTTPS\|NO\)_PROXY //g'
    -e '/PROXYENV_STATE/!{/\b\(ALL\|HTTP\|HTTPS\|NO\)_PROXY/d}'
    -e 's/\b\(ALL\|HTTP\|HTTPS\|NO\)_PROXY\.[0-9a-f]*\.-\.\?//g'
)
upper=(-e 's/\b\(ALL\|HTTP\|HTTPS\|NO\)_PROXY\b/\L&/g')
map_native() {
    sed "${both[@]}" "${folded[@]}" -e "s|$temporary/home|HOME|g" -e "s|$program|PROGRAM|g" -e 's|HOME/.local/share/|DATA/|g' |
        "${order[@]}"
}
map_other() {
    sed "${both[@]}" -e 's|Z:[^ ]*[\/]proxyenv\.exe|PROGRAM|g' -e "s|'\\\\''PROGRAM'\\\\''|PROGRAM|g" \
        -e "s|C:[\\/]*users[\\/]*${user}[\\/]*AppData[\\/]*Local[\\/]*|DATA/|g" \
        -e "s|^[$]ending = '.exe'|\$ending = ''|" -e ':a' -e 's|\(DATA/[^ ]*\)\\|\1/|' -e 'ta' \
        -e 's|~[\/]*AppData[\/]*Roaming[\/]*proxyenv[\/]*|~/.config/proxyenv/|g' \
        -e "s|C:[\\/]*users[\\/]*${user}[\\/]*AppData[\\/]*Roaming[\\/]*proxyenv[\\/]*|HOME/.config/proxyenv/|g" |
        "${order[@]}"
}

rm -rf "$places"
same --version
same add work http://proxy.example:8080
same set work no_proxy localhost .internal.example
same add 'zürich' 'socks5h://[2001:db8::1]:1080'
same add work http://other:1
same default
same default work
same wrap npm
same_file 'the file after edits' "$temporary/home/.config/proxyenv/config.toml" "$places/config.toml"
same validate
same path
same list --all
same list --json
same show work
same show nobody
same status
same status --json
same explain curl https://example.com
same explain codex https://api.openai.com
same unwrap npm
same unwrap npm
same_file 'the file after unwrap' "$temporary/home/.config/proxyenv/config.toml" "$places/config.toml"

mapfile -t shells < <(native complete -- use --shell '' | cut -f 1)
# Says what is mapped for one shell.
fold_for() {
    case $1 in
        # Its state lists the names in another order too.
        cmd) folded=("${upper[@]}") both=(-e '/"PROXYENV_STATE=./d') order=(env LC_ALL=C sort) ;;
        *) folded=("${twice[@]}") both=() order=(cat) ;;
    esac
}
for shell in "${shells[@]}"; do
    fold_for "$shell"
    same use work --shell "$shell"
done
# What `off` puts back: the state that the program for Windows has made, whose names either program takes.
given=(https_proxy=http://older:1)
state=$(other use work --shell fish 2>/dev/null </dev/null | sed -n "s/^set -gx PROXYENV_STATE '\(.*\)';.*/\1/p")
given=(https_proxy=http://proxy.example:8080 http_proxy=http://proxy.example:8080 all_proxy=http://changed:1
    PROXYENV_ACTIVE=work "PROXYENV_STATE=$state")
for shell in "${shells[@]}"; do
    fold_for "$shell"
    same off --shell "$shell"
done
given=()
folded=()
both=()
order=(cat)
mapfile -t formats < <(native complete -- env --format '' | cut -f 1)
for format in "${formats[@]}"; do
    case $format in
        # What other systems read has both spellings everywhere.
        docker | systemd | launchd | tmux | apt | vscode) ;;
        prefix) folded=(-e "s/\b\(ALL\|HTTP\|HTTPS\|NO\)_PROXY='[^']*' //g") ;;
        github) folded=(-e '/^\(ALL\|HTTP\|HTTPS\|NO\)_PROXY<</{N;N;d}') ;;
        bat) fold_for cmd ;;
        *) fold_for "$format" ;;
    esac
    same env work --format "$format"
    folded=()
    both=()
    order=(cat)
done

for shell in "${shells[@]}"; do
    same hook "$shell"
done

# The programs that exec starts.
printf 'not a program\n' >"$temporary/text.exe"

# STATUS WORD…: checks how exec ends.
ends() {
    local wanted=$1 status=0
    shift
    other exec work -- "$@" </dev/null >/dev/null 2>"$temporary/other.err" || status=$?
    equal "exec: $* ends with $wanted" "$wanted" "$status"
}
ends 0 "$arguments"
given=(STATUS=7)
ends 7 "$arguments"
given=()
ends 7 cmd /c exit 7
ends 126 "$windows_temporary\\text.exe"
ends 127 no-such-program
ends 127 "$windows_temporary\\no-such-program.exe"

# An argument as Arguments.c prints it.
units() { printf '%s' "$1" | iconv -f UTF-8 -t UTF-16BE | od -An -v -tx1 | tr -d ' \n'; }
# WORD…: checks that a program gets just these arguments.
arrive() {
    local word expected=
    for word in "$@"; do
        expected+=":$(units "$word")"$'\n'
    done
    equal "exec: arguments $*" "$expected" \
        "$(other exec work -- "$arguments" "$@" </dev/null 2>"$temporary/other.err" | tr -d '\r')"$'\n'
}
arrive a b
arrive '' 'a b' ''
arrive '"' 'a"b' \\ a\\ "a b\\" '\"' '\\" x'
arrive '%PATH%' '^' '&' '|' '<>' '!x!' '*' '?' "'"
arrive 'zürich' '日本' '😀' $'a\tb'
equal 'exec: a program sees the profile' 'http://proxy.example:8080' \
    "$(other exec work -- cmd /c 'echo %HTTPS_PROXY%' </dev/null 2>/dev/null | tr -d '\r')"

# What the registry says of the system's proxy.
registry() {
    wine_run wine reg add 'HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings' /f "$@" </dev/null >/dev/null 2>&1
}
# What a program gets of it.
system_proxy() {
    other exec system -- cmd /c 'set http_proxy' </dev/null 2>/dev/null | tr -d '\r' | sed -n 's/^http_proxy=//Ip'
}
registry /v ProxyEnable /t REG_DWORD /d 1
registry /v ProxyServer /d 127.0.0.1:7890
equal 'system: one proxy for all' 'http://127.0.0.1:7890' "$(system_proxy)"
registry /v ProxyServer /d 'http=h:1;https=h:2;socks=h:3'
equal 'system: one for each kind' 'http://h:1' "$(system_proxy)"
registry /v ProxyEnable /t REG_DWORD /d 0
equal 'system: switched off' '' "$(system_proxy)"

same_tables wine_run wine .build/windows/parts/hash/hash.exe
