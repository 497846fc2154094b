# proxyenv's integration for ksh93 and mksh. The line for the end of the file that $ENV names (~/.kshrc, ~/.mkshrc):
#   command -v proxyenv >/dev/null && eval "$(proxyenv hook ksh)"

# Acts on this shell for `use` and `off`, and hands everything else to the program. It needs no other function: what copies
# a shell's functions into another one may leave out those that begin with `_`.
function proxyenv {
    # The lines may hold a password, so that there is no trace of them.
    { typeset _proxyenv_set=$- && set +vx; } 2>/dev/null
    typeset _proxyenv_verb='' _proxyenv_word _proxyenv_skip='' _proxyenv_text _proxyenv_alias _proxyenv_status=0
    for _proxyenv_word in "$@"; do
        if [[ -n $_proxyenv_skip ]]; then
            _proxyenv_skip=
            continue
        fi
        case $_proxyenv_word in
            -h | --help | -V | --version | --shell | --shell=*)
                _proxyenv_verb=-
                break
                ;;
            -*) [[ ' PROXYENV_OPTIONS ' != *" $_proxyenv_word "* ]] || _proxyenv_skip=1 ;;
            *) _proxyenv_verb=${_proxyenv_verb:-$_proxyenv_word} ;;
        esac
    done
    # Without a command it says how things stand, whether this is loaded too.
    _proxyenv_verb=${_proxyenv_verb:-status}
    case $_proxyenv_verb in
        use | off)
            _proxyenv_text=$(
                PROXYENV_PREVIOUS=${_proxyenv_previous-} \
                    '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell ksh "$@"
            ) || _proxyenv_status=$?
            # `off` leaves no variable behind in which `use -` could find the profile.
            _proxyenv_previous=${PROXYENV_ACTIVE:-${_proxyenv_previous-}}
            # In `$(proxyenv use clash)` the lines are for the caller, as they are without this function. ksh does not
            # tell that from any other subshell, so there it does both where the output may be that of a substitution.
            # Those of ksh93 are no processes with a pipe, and mksh can't read its name for them.
            case ${KSH_VERSION-} in
                *MIRBSD* | *LEGACY*) [[ ${BASHPID-} != "$$" && -p /dev/stdout ]] ;;
                *) [[ ! -t 1 ]] && eval '((.sh.subshell > 0))' ;;
            esac && print -r -- "$_proxyenv_text"
            if ((_proxyenv_status == 0)); then
                eval "$_proxyenv_text" || _proxyenv_status=$?
            fi
            ;;
        status | doctor | explain | wrap | unwrap | edit | remove | rename)
            # What only this shell knows: which of the commands are wrapped or something else here, and the aliases of these
            # names, whose text the program judges and shows nowhere.
            _proxyenv_text=ksh/1
            case ${KSH_VERSION-} in
                *MIRBSD* | *LEGACY*) _proxyenv_text="$_proxyenv_text shell:mksh" ;;
            esac
            # shellcheck disable=SC2043  # They may be many.
            for _proxyenv_word in PROXYENV_NAMES; do
                # shellcheck disable=SC2016  # It is the text of a function.
                if [[ $(typeset -f "$_proxyenv_word") == *'${PROXYENV_BYPASS-}'*" wrapped $_proxyenv_word \"\$@\""* ]]; then
                    _proxyenv_text="$_proxyenv_text wrapper:$_proxyenv_word"
                elif typeset -f "$_proxyenv_word" >/dev/null; then
                    _proxyenv_text="$_proxyenv_text function:$_proxyenv_word"
                fi
                if _proxyenv_alias=$(alias "$_proxyenv_word" 2>/dev/null); then
                    # A blank parts the words of the view.
                    _proxyenv_text="$_proxyenv_text alias:$_proxyenv_word=${_proxyenv_alias// /$'\037'}"
                fi
            done
            # Which proxies it has, as programs see those alone that are exported.
            for _proxyenv_word in http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY; do
                eval "[ -z \"\${$_proxyenv_word-}\" ]" || _proxyenv_text="$_proxyenv_text set:$_proxyenv_word"
            done
            PROXYENV_SHELL_VIEW="$_proxyenv_text" \
                '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' "$@" || _proxyenv_status=$?
            ;;
        reload) ;;
        *) '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' "$@" || _proxyenv_status=$? ;;
    esac
    # Loads this integration anew, with the commands that the file names now.
    case $_proxyenv_verb in
        wrap | unwrap | edit | remove | rename | reload)
            if _proxyenv_text=$('/PROXYENV/PATH' --config '/PROXYENV/CONFIG' hook ksh); then
                eval "$_proxyenv_text"
            elif [[ $_proxyenv_verb == reload ]]; then
                _proxyenv_status=1
                # Where the program is gone the functions start the plain commands, and the aliases would start nothing.
                # shellcheck disable=SC2043  # They may be many.
                for _proxyenv_word in PROXYENV_NAMES; do
                    if [[ ! -x '/PROXYENV/PATH' && $(alias "$_proxyenv_word" 2>/dev/null) == *" wrapped $_proxyenv_word'" ]]; then
                        unalias "$_proxyenv_word"
                    fi
                done
            fi
            ;;
    esac
    # mksh writes its trace to what is standard error when it is turned on.
    case $_proxyenv_set in *v*) set -v ;; esac
    case $_proxyenv_set in *x*) set -x ;; esac
    return "$_proxyenv_status"
}

# Removes the wrappers of an earlier load, so that none stays whose rule is gone; what is left is the user's own.
function _proxyenv_forget {
    typeset _proxyenv_word IFS=' '
    for _proxyenv_word in ${_proxyenv_names-}; do
        case $(alias "$_proxyenv_word" 2>/dev/null) in
            *" wrapped $_proxyenv_word'") unalias "$_proxyenv_word" ;;
        esac
        # shellcheck disable=SC2016  # It is the text of a function.
        if [[ $(typeset -f "$_proxyenv_word") == *'${PROXYENV_BYPASS-}'*" wrapped $_proxyenv_word \"\$@\""* ]]; then
            unset -f "$_proxyenv_word"
        fi
    done
}

if [[ -n ${_proxyenv_names-} ]]; then
    _proxyenv_forget
fi
_proxyenv_names='PROXYENV_NAMES'
