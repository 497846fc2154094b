# shellcheck shell=bash disable=SC2016,SC2034  # Words for other shells; Tests/packages reads `given`.
#
# Tests/Packages/npm.sh
#
# Read by Tests/packages: the packages for npm, installed by npm and yarn 1 from a registry on this machine.

temporary=${temporary:?} dist=${dist:?} version=${version:?} program=${program:?} site=${site:?}
launcher=.ci/packages/npm/proxyenv

# The program as a package has it, and a stand-in that tells what it was given.
mkdir -p "$temporary/launcher/bin" "$temporary/launcher/node_modules/@proxyenv/linux-x64"
cp "$launcher" "$temporary/launcher/bin/proxyenv"
stand_in=$temporary/launcher/node_modules/@proxyenv/linux-x64/proxyenv
# shellcheck disable=SC2016  # For the shell that runs it.
printf '#!/bin/sh\n[ "${1-}" != kill ] || kill -TERM $$\nprintf "<%%s>" "$@"\nenv | grep -c proxyenv_\nexit 37\n' >"$stand_in"
chmod +x "$stand_in"
runners=('' dash 'bash --posix' 'busybox sh')
if needs 'the launcher in node' node; then
    runners+=(node)
fi
for runner in "${runners[@]}"; do
    # shellcheck disable=SC2086  # Two words.
    found=$(alone $runner "$temporary/launcher/bin/proxyenv" 'a  b' '' '$x' "'" '*' '-n' 2>&1) && status=0 || status=$?
    equal "the launcher${runner:+ in $runner}: arguments, the exit status, and no variable of its own" \
        "<a  b><><\$x><'><*><-n>0 37" "$found $status"
done
if [[ " ${runners[*]} " == *' node '* ]]; then
    alone node "$temporary/launcher/bin/proxyenv" kill >/dev/null 2>&1 && status=0 || status=$?
    equal 'the launcher in node ends by the signal by which the program does' 143 "$status"
fi
mkdir -p "$temporary/launcher/node_modules/@proxyenv/linux-arm64"
printf '#!/bin/sh\necho arm64\n' >"$temporary/launcher/node_modules/@proxyenv/linux-arm64/proxyenv"
chmod +x "$temporary/launcher/node_modules/@proxyenv/linux-arm64/proxyenv"
has 'where both programs are, that of this machine is taken' '<x>' "$(alone "$temporary/launcher/bin/proxyenv" x)"
rm -r "$temporary/launcher/node_modules"
for runner in "${runners[@]}"; do
    # shellcheck disable=SC2086  # Two words.
    found=$(alone $runner "$temporary/launcher/bin/proxyenv" 2>&1) && status=0 || status=$?
    has "the launcher${runner:+ in $runner}: without a program it says which package is missing" '@proxyenv/linux-x64' "$status $found"
    has 'and ends with 1' '1 ' "$status $found"
done

# PACKAGE: the files of a package, by their names.
list() { tar -tzf "$dist/$1-$version.tgz" | LC_ALL=C sort | paste -sd ' '; }
equal 'files of the package' 'package/ package/LICENSE package/README.md package/bin/ package/bin/proxyenv package/package.json' "$(list proxyenv)"
equal 'files of that with the program' 'package/ package/LICENSE package/README.md package/package.json package/proxyenv' "$(list proxyenv-linux-x64)"
equal 'files of that for Windows' 'package/ package/LICENSE package/README.md package/package.json package/proxyenv.exe' "$(list proxyenv-win32-x64)"
for package in proxyenv proxyenv-linux-x64 proxyenv-linux-arm64 proxyenv-win32-x64; do
    equal "$package runs nothing when it is installed" '' \
        "$(tar -xOzf "$dist/$package-$version.tgz" package/package.json | python3 -c 'import json, sys; print(*json.load(sys.stdin).get("scripts", []))')"
done

# What is not proxyenv's: npm's own notes on updates and money.
given=(npm_config_registry="$site/npm" npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false npm_config_cache="$temporary/npm-cache")
if needs 'npm' npm; then
    prefix=$temporary/npm
    mkdir -p "$prefix" "$temporary/elsewhere"
    works 'npm install -g' alone npm install --prefix "$prefix" -g proxyenv
    equal 'the program runs' "proxyenv $version" "$(alone "$prefix/bin/proxyenv" --version)"
    ln -s "$prefix/bin/proxyenv" "$temporary/elsewhere/proxyenv"
    equal 'through a link to the link too' "proxyenv $version" "$(alone "$temporary/elsewhere/proxyenv" --version)"
    equal 'and in node' "proxyenv $version" "$(alone node "$prefix/lib/node_modules/proxyenv/bin/proxyenv" --version)"
    equal 'of the programs, that of this machine is installed' linux-x64 "$(ls "$prefix/lib/node_modules/proxyenv/node_modules/@proxyenv")"
    works 'it is the program that was built' cmp "$program" "$prefix/lib/node_modules/proxyenv/node_modules/@proxyenv/linux-x64/proxyenv"
    # The fastest of several starts: other work on the machine makes the others slow.
    compare_starts() {
        python3 - "$@" <<'LINES'
import subprocess, sys, time
def start(words):
    begin = time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin
direct, through, node = (min(start([*words.split(), "--version"]) for _ in range(15)) for words in sys.argv[1:])
print(f"note: a start takes {direct * 1000:.1f} ms, through npm's link {through / direct:.1f} times that, in node {node / direct:.0f} times")
sys.exit(through > node / 2)
LINES
    }
    direct=$prefix/lib/node_modules/proxyenv/node_modules/@proxyenv/linux-x64/proxyenv
    compare_starts "$direct" "$prefix/bin/proxyenv" "node $prefix/lib/node_modules/proxyenv/bin/proxyenv" && status=0 || status=1
    count "it starts in less than half of node's time" "$status"
    works 'npm uninstall -g' alone npm uninstall --prefix "$prefix" -g proxyenv
    equal 'and nothing is left' '' "$(find "$prefix" -name '*proxyenv*')"

    mkdir "$temporary/project"
    echo '{"name": "project", "private": true}' >"$temporary/project/package.json"
    works 'npm install in a project, without scripts' alone npm install --prefix "$temporary/project" --ignore-scripts proxyenv
    equal 'its program runs' "proxyenv $version" "$(alone "$temporary/project/node_modules/.bin/proxyenv" --version)"
    equal 'npm exec runs it' "proxyenv $version" "$(alone npm exec --prefix "$temporary/project" --no -- proxyenv --version)"
    works 'npm ci, without the optional packages' alone npm ci --prefix "$temporary/project" --omit=optional
    has 'it says that they are missing' 'hint: install without --omit=optional' "$(alone "$temporary/project/node_modules/.bin/proxyenv" --version 2>&1)"
    # By npm's own check, as for the packages of the programs.
    modules=$(npm root -g)/npm/node_modules
    if [[ -d $modules/npm-install-checks ]]; then
        tar -xOzf "$dist/proxyenv-$version.tgz" package/package.json >"$temporary/package.json"
        found=$(node -e 'const { checkPlatform } = require(process.argv[1])
            for (const os of ["linux", "win32", "darwin"]) {
                try { checkPlatform(require(process.argv[2]), false, { os, cpu: "arm64" }); console.log(os) } catch (error) { console.log(error.code) }
            }' "$modules/npm-install-checks" "$temporary/package.json" 2>&1)
        equal 'npm takes the package on Linux, and refuses it where it would start sh in vain' $'linux\nEBADPLATFORM\nEBADPLATFORM' "$found"
    else
        left_out "npm's check of systems" "it is not in $modules"
    fi

    # The shim that npm makes on Windows of the program there.
    mkdir -p "$temporary/windows"
    tar -xzf "$dist/proxyenv-win32-x64-$version.tgz" -C "$temporary/windows"
    shim=$modules/cmd-shim
    if [[ -d $shim ]]; then
        works "npm's shim for Windows is made" node -e 'require(process.argv[1])(process.argv[2], process.argv[3])' \
            "$shim" "$temporary/windows/package/proxyenv.exe" "$temporary/windows/proxyenv"
        # shellcheck disable=SC1003  # One backslash.
        has 'it starts the program, without node' '"%dp0%\package\proxyenv.exe"   %*' "$(tr -d '\r' <"$temporary/windows/proxyenv.cmd")"
    else
        left_out "npm's shim for Windows" "it is not in $modules"
    fi
fi
if needs 'yarn' yarnpkg; then
    # Debian's packages of its modules are found by Debian's node alone.
    given+=(NODE_PATH=/usr/share/nodejs YARN_CACHE_FOLDER="$temporary/yarn-cache" YARN_REGISTRY="$site/npm")
    mkdir "$temporary/yarn"
    echo '{"name": "project", "private": true}' >"$temporary/yarn/package.json"
    works 'yarn add' alone yarnpkg --cwd "$temporary/yarn" --no-progress --non-interactive add proxyenv
    equal 'its program runs' "proxyenv $version" "$(alone "$temporary/yarn/node_modules/.bin/proxyenv" --version)"
fi
given=()
