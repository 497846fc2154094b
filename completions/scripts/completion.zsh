#compdef proxyenv
# Completion of proxyenv for zsh. The hook loads it by itself; as a file of its own it is called _proxyenv.

# Asks the program, which knows its commands and options and reads the file.
_proxyenv() {
    # The word as it was typed finds the program, also where a function of the same name stands before it.
    local line start
    local -a lines offers typed
    # Each step in quotes, or an empty word is lost, and with it the place of the one that is asked for.
    typed=("${(@Q)words[2,CURRENT]}")
    typed=("${(@qq)typed}")
    lines=("${(@f)$(_call_program proxyenv command ${(q)words[1]} complete -- $typed 2>/dev/null)}")
    case ${lines[1]-} in
        '') return 1 ;;
        :files) _files ;;
        ':command -1') _command_names ;;
        ':command '*)
            # What follows is completed as if it stood alone.
            start=$((${lines[1]#:command } + 1))
            shift $start words
            ((CURRENT -= start))
            [[ $words[1] == -- ]] && shift words && ((CURRENT--))
            _normal
            ;;
        *)
            for line in $lines; do
                line=${line//:/\\:}
                offers+=("${${line/$'\t'/:}%:}")
            done
            _describe -t values value offers
            ;;
    esac
}

if [[ ${funcstack[1]-} == _proxyenv ]]; then
    _proxyenv "$@"
else
    compdef _proxyenv proxyenv
fi
