# A function of the user's own stays.
if ! typeset -f PROXYENV_NAME >/dev/null; then
    function PROXYENV_NAME {
        if { [[ -z ${PROXYENV_BYPASS-} && -x '/PROXYENV/PATH' ]]; } 2>/dev/null; then
            '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped PROXYENV_NAME "$@"
        else
            command PROXYENV_NAME "$@"
        fi
    }
    # With an alias on top, what is typed is one command to the shell: its number is `$!`, and signals and jobs are its own.
    if [[ $- == *i* ]] && ! alias PROXYENV_NAME >/dev/null 2>&1; then
        alias PROXYENV_NAME='/PROXYENV/ALIAS'' PROXYENV_NAME'
    fi
fi
