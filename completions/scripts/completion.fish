# Completion of proxyenv for fish. The hook loads it by itself; as a file of its own it is called proxyenv.fish.

# Asks the program, which knows its commands and options and reads the file.
function __proxyenv_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -e words[1]
    set -l offers (command proxyenv complete -- $words "$current" 2>/dev/null)
    switch "$offers[1]"
        case :files
            __fish_complete_path "$current"
        case ':command -1'
            __fish_complete_command
        case ':command *'
            # What follows is completed as if it stood alone.
            set -l start (math 1 + (string replace ':command ' '' -- $offers[1]))
            set -l rest $words[$start..-1]
            test "$rest[1]" = --; and set -e rest[1]
            complete -C (string join ' ' -- (string escape -- $rest) $current)
        case '*'
            printf '%s\n' $offers
    end
end

complete -c proxyenv -f -a '(__proxyenv_complete)'
