# Each step on a line of its own: sh reads the definition only after the alias has gone.
_proxyenv_alias=
if alias PROXYENV_NAME >/dev/null 2>&1; then _proxyenv_alias=$(alias PROXYENV_NAME) && unalias PROXYENV_NAME; fi
case " ${_proxyenv_wrapped-} " in
    *' PROXYENV_NAME '*) ;;
    *)
        # `command -v` prints the bare name of a function and of nothing else that is left here.
        if [ "$(command -v PROXYENV_NAME)" = PROXYENV_NAME ]; then
            _proxyenv_left="${_proxyenv_left-} PROXYENV_NAME"
        else
            _proxyenv_wrapped="${_proxyenv_wrapped-} PROXYENV_NAME"
            PROXYENV_NAME() {
                if { [ -z "${PROXYENV_BYPASS-}" ] && [ -x '/PROXYENV/PATH' ]; } 2>/dev/null; then
                    '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped PROXYENV_NAME "$@"
                else
                    command PROXYENV_NAME "$@"
                fi
            }
        fi
        ;;
esac
# With an alias on top, what is typed is one command to the shell: its number is `$!`, and signals are its own.
if [ -n "$_proxyenv_alias" ]; then
    eval "alias ${_proxyenv_alias#alias }"
else
    case $- in
        *i*)
            case " ${_proxyenv_wrapped-} " in
                *' PROXYENV_NAME '*) alias PROXYENV_NAME='/PROXYENV/ALIAS'' PROXYENV_NAME' ;;
            esac
            ;;
    esac
fi
unset -v _proxyenv_alias
