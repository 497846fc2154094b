if _proxyenv_may PROXYENV_NAME; then
    function PROXYENV_NAME {
        if { [[ -z ${PROXYENV_BYPASS-} && -x '/PROXYENV/PATH' ]]; } 2>/dev/null; then
            '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped PROXYENV_NAME "$@"
        else
            \command PROXYENV_NAME "$@"
        fi
    }
fi
