# Completion of proxyenv for bash. The hook loads it by itself; as a file of its own it is called proxyenv.

# Completes the words from number $1 on as if they stood alone.
_proxyenv_delegate() {
    local offset=$1
    if [[ ${COMP_WORDS[offset]-} == -- ]]; then
        offset=$((offset + 1))
    fi
    if [[ $COMP_CWORD -gt $offset ]] && declare -F _command_offset >/dev/null; then
        _command_offset "$offset"
    elif [[ $COMP_CWORD -eq $offset ]]; then
        mapfile -t COMPREPLY < <(compgen -A command -- "$2")
    else
        compopt -o default
    fi
}

# Asks the program, which knows its commands and options and reads the file.
_proxyenv() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            :files)
                compopt -o default
                return
                ;;
            ':command -1') mapfile -t COMPREPLY < <(compgen -A command -- "$2") ;;
            ':command '*)
                _proxyenv_delegate $((${line#:command } + 1)) "$2"
                return
                ;;
            *)
                line=${line%%$'\t'*}
                if [[ $line == "$2"* ]]; then
                    COMPREPLY+=("$line")
                fi
                ;;
        esac
    done < <(command "${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}

complete -F _proxyenv proxyenv
