# shellcheck shell=bash disable=SC2034  # Tests/windows reads some variables.
#
# Tests/CrossBuild/Windows/tools.sh
#
# Read by Tests/windows: where tools have their files on Windows, and what doctor sees there: the registry, other processes.

temporary=${temporary:?} windows_temporary=${windows_temporary:?} windows_program=${windows_program:?} roles=${roles:?}
user=${user:?}

home=$temporary/prefix/drive_c/users/$user
roaming=$home/AppData/Roaming
local_data=$home/AppData/Local
machine=$temporary/prefix/drive_c/ProgramData

# FILE: writes what stands on stdin, with the line ends of Windows.
put() {
    mkdir -p "$(dirname "$1")"
    sed 's/$/\r/' >"$1"
}
# COMMAND: the proxies of `explain`, and what has decided.
explained() {
    other explain "$1" https://example.com </dev/null 2>&1 | tr -d '\r' | sed -n 's/^ *\(websocket: \|http: \|\)\(http:[^ ]*\)$/\2/p;s/^ *decided by //p' |
        tr '\n' ' ' | sed 's/ $//'
}
# SOURCE: what `import` would take.
imported() { other import "$1" --dry-run </dev/null 2>&1 | tr -d '\r' | sed -n 's/^  url  *//p;s/^  found in  *//p' | tr '\n' ' ' | sed 's/ $//'; }

# One file after the other, each of which counts more than those before it.
put "$roaming/npm/etc/npmrc" <<<'https-proxy=http://npm-global:1'
equal 'tools: npm, in %APPDATA%\npm' 'http://npm-global:1 ~\AppData\Roaming\npm\etc\npmrc:1 (https-proxy)' "$(explained npm)"
put "$home/.npmrc" <<<'https-proxy=http://npm-user:1'
equal 'tools: npm, in %USERPROFILE%' 'http://npm-user:1 ~\.npmrc:1 (https-proxy)' "$(explained npm)"
equal 'import: npm' 'http://npm-user:1' "$(imported npm | cut -d ' ' -f 1)"
put "$machine/pip/pip.ini" <<<$'[global]\nproxy = http://pip-machine:1'
equal 'tools: pip, in %PROGRAMDATA%' 'http://pip-machine:1 C:/ProgramData/pip/pip.ini:2 (proxy)' "$(explained pip | tr \\\\ /)"
put "$roaming/pip/pip.ini" <<<$'[global]\nproxy = http://pip-user:1'
equal 'tools: pip, in %APPDATA%' 'http://pip-user:1 ~\AppData\Roaming\pip\pip.ini:2 (proxy)' "$(explained pip)"
equal 'import: pip' 'http://pip-user:1 ~\AppData\Roaming\pip\pip.ini:2 (proxy)' "$(imported pip)"
put "$roaming/_curlrc" <<<'proxy = "http://curl-roaming:1"'
equal 'tools: curl, _curlrc in %APPDATA%' 'http://curl-roaming:1 ~\AppData\Roaming\_curlrc:1 (proxy)' "$(explained curl)"
put "$home/_curlrc" <<<'proxy = "http://curl-user:1"'
equal 'tools: curl, _curlrc in %USERPROFILE%' 'http://curl-user:1 ~\_curlrc:1 (proxy)' "$(explained curl)"
equal 'import: curl' 'http://curl-user:1 ~\_curlrc:1 (proxy)' "$(imported curl)"
put "$machine/conda/condarc" <<<$'proxy_servers:\n  https: http://conda-machine:1'
equal 'tools: conda, in %PROGRAMDATA%' 'http://conda-machine:1' "$(explained conda | cut -d ' ' -f 1)"
put "$roaming/uv/uv.toml" <<<'https-proxy = "http://uv-user:1"'
equal 'tools: uv, in %APPDATA%' 'http://uv-user:1' "$(explained uv | cut -d ' ' -f 1)"
put "$home/.codex/.env" <<<'HTTPS_PROXY=http://codex:1'
equal 'tools: codex, .env in %USERPROFILE%\.codex' 'http://codex:1 ~\.codex\.env:1 (HTTPS_PROXY) http://codex:1 ~\.codex\.env:1 (HTTPS_PROXY)' "$(explained codex)"
equal 'import: codex' 'http://codex:1 ~\.codex\.env:1 (HTTPS_PROXY)' "$(imported codex)"
put "$home/.claude/settings.json" <<<'{"env": {"HTTPS_PROXY": "http://claude:1"}}'
equal 'tools: claude, in %USERPROFILE%\.claude' 'http://claude:1 ~\.claude\settings.json:1 (env.HTTPS_PROXY)' "$(explained claude)"

# What local proxies have written, with something that listens on their ports, and takes every connection.
put "$home/.config/mihomo/config.yaml" <<<'mixed-port: 21231'
put "$roaming/io.github.clash-verge-rev.clash-verge-rev/clash-verge.yaml" <<<'mixed-port: 21232'
put "$local_data/v2rayN/guiConfigs/guiNConfig.json" <<<'{"Inbound": [{"LocalPort": 21233, "Protocol": "socks"}]}'
found=$(other detect </dev/null 2>&1 | tr -d '\r') || true
python3 -c '
import socket, sys
sockets = [socket.create_server(("127.0.0.1", port)) for port in (21231, 21232, 21233)]
print(flush=True)
sys.stdin.read()' < <(sleep 30) >"$temporary/listening" &
listener=$!
for _ in {1..50}; do
    [[ -s $temporary/listening ]] && break
    sleep 0.1
done
detected=$(other detect </dev/null 2>&1 | tr -d '\r') || true
kill "$listener" 2>/dev/null || true
wait "$listener" 2>/dev/null || true
for port in 21231 21232 21233; do
    has "detect: the port $port of a file" "127.0.0.1:$port" "$detected"
done
equal 'detect: a port on which nothing listens is none' '' "$(grep 2123 <<<"$found")"

# What doctor says of npm, a program on PATH.
mkdir -p "$temporary/path"
printf '@echo 10.8.2\r\n' >"$temporary/path/npm.cmd"
cp "$temporary/roles.exe" "$temporary/path/codex.exe"
rm -f "$home/.npmrc" "$roaming/npm/etc/npmrc" "$home/.codex/.env"
# The variables of a window that was opened before the registry was changed.
examined() {
    wine_run wine cmd /c "set HTTPS_PROXY=http://127.0.0.1:2& $windows_program doctor $1" </dev/null 2>&1 | tr -d '\r'
}
given=("WINEPATH=$windows_temporary\\path")
equal 'doctor: what the registry does not have is no matter' '' "$(examined npm | grep registry)"
set_variable() { wine_run wine reg add "$1" /v "$2" /d "$3" /f </dev/null >/dev/null 2>&1; }
user_key='HKCU\Environment'
machine_key='HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
set_variable "$user_key" HTTPS_PROXY http://127.0.0.1:7
found=$(examined npm) || true
has 'doctor: the user has another variable in the registry' 'new windows get other proxy variables from the registry: npm goes through http://127.0.0.1:7 there' "$found"
has 'doctor: and it names what takes it away' 'reg delete' "$found"
wine_run wine reg delete "$user_key" /v HTTPS_PROXY /f </dev/null >/dev/null 2>&1
set_variable "$machine_key" https_proxy http://127.0.0.1:8
has 'doctor: the machine has another one' 'npm goes through http://127.0.0.1:8 there' "$(examined npm)"
wine_run wine reg delete "$machine_key" /v https_proxy /f </dev/null >/dev/null 2>&1

# A server of codex's that another program has started with other variables.
role race 1 "cmd /c set HTTPS_PROXY=http://127.0.0.1:9& $windows_temporary\\path\\codex.exe app-server" >/dev/null &
server=$!
for _ in {1..5}; do
    sleep 1
    found=$(examined codex) || true
    [[ $found == *'running codex'* ]] && break
done
has 'doctor: a running app-server has other variables' \
    'a running codex app-server that another program has started goes through http://127.0.0.1:9' "$found"
wine_run wineserver -k || true
wait "$server" 2>/dev/null || true
equal 'doctor: one that has ended is no matter' '' "$(examined codex | grep 'a running codex')"
given=()
