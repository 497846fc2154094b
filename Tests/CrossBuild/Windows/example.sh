# shellcheck shell=bash disable=SC2034  # Tests/windows reads some variables.
#
# Tests/CrossBuild/Windows/example.sh
#
# Read by Tests/windows: the worked example of docs/windows.md, typed into wine's cmd.exe, against a real proxy on this machine.

temporary=${temporary:?} windows_temporary=${windows_temporary:?} user=${user:?} places=${places:?}

# The example as the page has it.
# shellcheck disable=SC2016  # Markdown's.
example() { sed -n '/^```bat example$/,/^```$/{/^```/d;p}' docs/windows.md; }

if ! Tests/tools tinyproxy python3 >/dev/null; then
    not_shown 'the worked example' 'there is no tinyproxy here'
    return 0
fi
rm -rf "$places" "$temporary/prefix/drive_c/users/$user/AppData/Local/proxyenv"
tool=$temporary/tool
mkdir -p "$tool/lib" "$temporary/example"
cp shell/proxyenv.cmd "$tool"
cp .build/windows/proxyenv.exe "$tool/lib"
# What stands for npm: a batch file as npm's, and a program that asks the proxy for a tunnel.
x86_64-w64-mingw32-gcc -std=c11 -O1 -static -s -Wall -Wextra -Werror -o "$temporary/example/connect.exe" \
    Tests/CrossBuild/Windows/Connect.c -lws2_32
# Starts both servers on ports that were free a moment ago: another program may have taken one since.
serve() {
    # It has to end before they are free again.
    ports=$(python3 -c '
import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(each.getsockname()[1] for each in sockets))')
    read -r proxy_port server_port <<<"$ports"
    printf '%s\n' "Port $proxy_port" 'Listen 127.0.0.1' 'Allow 127.0.0.1' "ConnectPort $server_port" \
        "LogFile \"$temporary/example/log.txt\"" 'LogLevel Connect' >"$temporary/example/tinyproxy.conf"
    # Whatever becomes of this script, neither stays.
    timeout 120 python3 -m http.server --bind 127.0.0.1 --directory "$temporary/empty" "$server_port" >/dev/null 2>&1 &
    servers=("$!")
    timeout 120 tinyproxy -d -c "$temporary/example/tinyproxy.conf" >"$temporary/example/tinyproxy.txt" 2>&1 &
    servers+=("$!")
    for _ in {1..100}; do
        kill -0 "${servers[@]}" || break
        : <"/dev/tcp/127.0.0.1/$proxy_port" && : <"/dev/tcp/127.0.0.1/$server_port" && return
        sleep 0.1
    done 2>/dev/null
    kill "${servers[@]}" 2>/dev/null
    return 1
}
for _ in {1..5}; do
    serve && break
done
printf '@"%%~dp0connect.exe" 127.0.0.1:%s\r\n' "$server_port" >"$temporary/example/npm.cmd"

example | sed -n 's/^C:\\>//p' | sed -e "s/8888/$proxy_port/" -e 's/$/\r/' >"$temporary/prefix/drive_c/example.bat"
given=("WINEPATH=$windows_temporary\\tool;$windows_temporary\\example")
{
    # Cmd shows a line of a batch file with its variables replaced.
    (cd "$temporary/prefix/drive_c" && wine_run wine cmd /c 'C:\example.bat' </dev/null 2>&1) | tr -d '\r' |
        sed -e '/^$/d' -e 's/ *$//' -e 's|^\(C:\\>set "PATH=\).*|\1%LOCALAPPDATA%\\proxyenv\\shims;%PATH%"|' \
            -e 's|^\(C:\\>echo \)http.*|\1%HTTPS_PROXY%|'
    printf 'in the log of the proxy: '
    sed -n "s/.*\\(CONNECT 127[^ ]*:$server_port HTTP[^ ]*\\).*/\\1/p" "$temporary/example/log.txt" | head -n 1 || true
} | sed -e "s/$proxy_port/8888/g" -e "s/127\.0\.0\.1:$server_port/registry.npmjs.org:443/g" >"$temporary/example/seen.txt"
given=()
kill "${servers[@]}" || true
wait "${servers[@]}" 2>/dev/null || true
equal 'the worked example of docs/windows.md' "$(example)" "$(<"$temporary/example/seen.txt")"
