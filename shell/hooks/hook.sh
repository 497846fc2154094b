# proxyenv's integration for sh: dash, and any other POSIX shell. The line for the end of the file that $ENV names:
#   command -v proxyenv >/dev/null && eval "$(proxyenv hook sh)"

# Acts on this shell for `use` and `off`, and hands everything else to the program. It needs no other function: what copies
# a shell's functions into another one may leave out those that begin with `_`.
proxyenv() {
    # The lines may hold a password, so that there is no trace of them.
    { _proxyenv_set=$- && set +vx; } 2>/dev/null
    _proxyenv_verb='' _proxyenv_skip='' _proxyenv_status=0
    for _proxyenv_word in "$@"; do
        if [ -n "$_proxyenv_skip" ]; then
            _proxyenv_skip=
            continue
        fi
        case $_proxyenv_word in
            -h | --help | -V | --version | --shell | --shell=*)
                _proxyenv_verb=-
                break
                ;;
            -*)
                # shellcheck disable=SC2194  # It is those that have a value.
                case ' PROXYENV_OPTIONS ' in *" $_proxyenv_word "*) _proxyenv_skip=1 ;; esac
                ;;
            *) _proxyenv_verb=${_proxyenv_verb:-$_proxyenv_word} ;;
        esac
    done
    # Without a command it says how things stand, whether this is loaded too.
    _proxyenv_verb=${_proxyenv_verb:-status}
    case $_proxyenv_verb in
        use | off)
            _proxyenv_text=$(
                PROXYENV_PREVIOUS=${_proxyenv_previous-} \
                    '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell sh "$@"
            ) || _proxyenv_status=$?
            # `off` leaves no variable behind in which `use -` could find the profile.
            _proxyenv_previous=${PROXYENV_ACTIVE:-${_proxyenv_previous-}}
            # In `$(proxyenv use clash)` the lines are for the caller, as they are without this function. sh can't
            # tell that from any other subshell that writes to a pipe, so there it does both; `$$` is the main shell's
            # number in a subshell too. Where there is no /proc, any pipe will do.
            _proxyenv_self=subshell
            if [ -r /proc/self/stat ]; then
                IFS=' ' read -r _proxyenv_self _proxyenv_word </proc/self/stat
            fi
            if [ "$_proxyenv_self" != "$$" ] && [ -p /dev/stdout ]; then
                printf '%s\n' "$_proxyenv_text"
            fi
            if [ "$_proxyenv_status" -eq 0 ]; then
                eval "$_proxyenv_text" || _proxyenv_status=$?
            fi
            ;;
        status | doctor | explain | wrap | unwrap | edit | remove | rename)
            # What only this shell knows: which of the commands are wrapped here, and the aliases of these names, whose text
            # the program judges and shows nowhere.
            _proxyenv_text=sh/1
            # The names hold neither blanks nor patterns.
            # shellcheck disable=SC2086
            for _proxyenv_word in ${_proxyenv_wrapped-}; do
                _proxyenv_text="$_proxyenv_text wrapper:$_proxyenv_word"
            done
            # shellcheck disable=SC2086
            for _proxyenv_word in ${_proxyenv_left-}; do
                _proxyenv_text="$_proxyenv_text function:$_proxyenv_word"
            done
            # shellcheck disable=SC2086
            for _proxyenv_word in ${_proxyenv_wrapped-} ${_proxyenv_left-}; do
                if alias "$_proxyenv_word" >/dev/null 2>&1; then
                    # A blank parts the words of the view.
                    _proxyenv_text="$_proxyenv_text alias:$_proxyenv_word=$(alias "$_proxyenv_word" | tr ' ' '\037')"
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
            if _proxyenv_text=$('/PROXYENV/PATH' --config '/PROXYENV/CONFIG' hook sh); then
                eval "$_proxyenv_text"
            elif [ "$_proxyenv_verb" = reload ]; then
                _proxyenv_status=1
                # Where the program is gone the functions start the plain commands, and the aliases would start nothing.
                # shellcheck disable=SC2086
                for _proxyenv_word in ${_proxyenv_wrapped-}; do
                    [ -x '/PROXYENV/PATH' ] || unalias "$_proxyenv_word" 2>/dev/null || :
                done
            fi
            ;;
    esac
    {
        unset -v _proxyenv_text
        case $_proxyenv_set in *x*) set -x ;; esac
        case $_proxyenv_set in *v*) set -v ;; esac
        return "$_proxyenv_status"
    } 2>/dev/null
}

_proxyenv_left=
# An alias of an earlier load goes, so that none stays whose rule is gone.
case $- in
    *i*)
        # shellcheck disable=SC2086  # The names hold neither blanks nor patterns.
        for _proxyenv_word in ${_proxyenv_wrapped-}; do
            case $(alias "$_proxyenv_word" 2>/dev/null) in
                *" wrapped $_proxyenv_word'") unalias "$_proxyenv_word" ;;
            esac
        done
        ;;
esac
