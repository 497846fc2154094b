# shellcheck shell=bash disable=SC2034  # Tests/windows reads some variables.
#
# Tests/CrossBuild/Windows/starting.sh
#
# Read by Tests/windows: how `exec` starts programs and batch files, hands on their arguments, and ends as they do.

temporary=${temporary:?} windows_temporary=${windows_temporary:?} windows_program=${windows_program:?} roles=${roles:?}

# How many lists of words each kind of program gets, and from which number they are made.
lists=${PROXYENV_LISTS:-2000}
seed=20

cp "$temporary/batch.cmd" "$temporary/batch.bat"
compile_helper lists Lists.c

# NAME FILE PIECES: checks that lists of words, of the pieces that Lists.c names so, come to a program as they are. They run in
# a folder where what gets out of its quotes would make a file.
lists_arrive() {
    local name=$1 outcome found
    mkdir -p "$temporary/canary"
    (
        cd "$temporary/canary" || exit
        limit=600
        wine_run wine "$temporary/lists.exe" "$windows_program" "$windows_temporary\\$2" "$lists" "$seed" "$3"
    ) </dev/null 2>/dev/null | tr -d '\r' >"$temporary/lists.out"
    read -r -a outcome < <(tail -n 1 "$temporary/lists.out")
    found="otherwise ${outcome[2]-?}"
    ((outcome[0] + outcome[1] == lists)) || found+=" of $lists: $(head -c 2000 "$temporary/lists.out")"
    equal "exec: $name: $lists lists come as given or are refused (seed $seed; refused: ${outcome[1]-?}; wine failed to start: ${outcome[3]-?})" \
        'otherwise 0' "$found"
    equal "exec: $name: nothing else runs" '' "$(ls "$temporary/canary")"
}
lists_arrive 'an .exe' arguments.exe 3
lists_arrive 'a .cmd' batch.cmd 1
lists_arrive 'a .bat' batch.bat 1

# Wine's cmd.exe replaces variables in what a batch file was given, as that of Windows does not: lists with percent signs go
# to one that reads them as that does (CmdModel.c), in its place.
compile_helper model CmdModel.c
system=$temporary/prefix/drive_c/windows/system32
cp "$system/cmd.exe" "$temporary/cmd.exe"
cp "$temporary/model.exe" "$system/cmd.exe"
usual=$without
without="$usual;cmd.exe=n"
equal 'exec: the cmd.exe that stands in for that of Windows replaces variables, and finds operators' \
    $'variable.exe\noperator: & x' \
    "$(
        wine_run wine "$temporary/roles.exe" status "C:\\windows\\system32\\cmd.exe /c \"\"$windows_temporary\\batch.cmd\" \"%PATHEXT:~5,4%\"\"" |
            tr -d '\r' | head -n 1 | sed 's/^:/variable/;s/002e006500780065$/.exe/;s/002e004500580045$/.exe/'
        wine_run wine "$temporary/roles.exe" status "C:\\windows\\system32\\cmd.exe /c \"\"$windows_temporary\\batch.cmd\" & x\"" | tr -d '\r' | head -n 1
    )"
lists_arrive "a .cmd with percent signs, by Windows' rules" batch.cmd 2
cp "$temporary/cmd.exe" "$system/cmd.exe"
without=$usual

# STATUS: checks that `exec` ends as its program does, with all 32 bits.
ends_with() {
    equal "exec: the exit status $1, of 32 bits" "$2" "$(role status "$windows_program exec work -- $roles exit $1")"
}
ends_with 0 0
ends_with 1 1
ends_with 255 ff
ends_with 256 100
ends_with 259 103
ends_with 0xC000013A c000013a
printf '@"%%~dp0roles.exe" %%*\r\n' >"$temporary/roles.cmd"
equal 'exec: the exit status of a batch file' c000013a \
    "$(role status "$windows_program exec work -- $windows_temporary\\roles.cmd exit 0xC000013A")"

# Wine ends a program that does not catch Ctrl-C with 0.
equal 'exec: Ctrl-C is for the program, which ends with 10' a "$(role send c "$windows_program exec work -- $roles catch")"
equal 'exec: Ctrl-C ends a program that does not mind it, and exec as without' "$(role send c "$roles sleep")" \
    "$(role send c "$windows_program exec work -- $roles sleep")"
if [[ $(role send break "$roles catch") == b ]]; then
    equal 'exec: Ctrl-Break is for the program, which ends with 11' b \
        "$(role send break "$windows_program exec work -- $roles catch")"
else
    not_shown 'exec: Ctrl-Break' 'wine tells no program of it'
fi
equal 'exec: what it runs ends with it, however it ends' ended "$(role end "$windows_program exec work -- $roles sleep")"
equal 'exec: what a batch file runs ends with it too' ended \
    "$(role end "$windows_program exec work -- $windows_temporary\\roles.cmd sleep")"
