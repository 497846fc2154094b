# proxyenv's integration for bash. The line for ~/.bashrc:
#   command -v proxyenv >/dev/null && eval "$(proxyenv hook bash)"

# Acts on this shell for `use` and `off`, and hands everything else to the program. It needs no other function: what copies
# a shell's functions into another one may leave out those that begin with `_`.
function proxyenv {
    # The lines may hold a password, so that there is no trace of them. bash before 4.4 has no `local -`.
    {
        \builtin local - _proxyenv_set=$- || \builtin local _proxyenv_set=$-
        \builtin set +vx
    } 2>/dev/null
    \builtin local _proxyenv_verb='' _proxyenv_word _proxyenv_skip='' _proxyenv_text _proxyenv_alias _proxyenv_status=0
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
                    '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell bash "$@"
            ) || _proxyenv_status=$?
            # `off` leaves no variable behind in which `use -` could find the profile.
            _proxyenv_previous=${PROXYENV_ACTIVE:-${_proxyenv_previous-}}
            # In `$(proxyenv use clash)` the lines are for the caller, as they are without this function. bash does
            # not tell that from any other subshell that writes to a pipe, so there it does both.
            if [[ $BASH_SUBSHELL -gt 0 && -p /dev/stdout ]]; then
                \builtin printf '%s\n' "$_proxyenv_text"
            fi
            if [[ $_proxyenv_status -eq 0 ]]; then
                # With `set -e`, `builtin eval` in front of `||` would end bash.
                if \builtin eval "$_proxyenv_text"; then :; else _proxyenv_status=$?; fi
            fi
            ;;
        status | doctor | explain | wrap | unwrap | edit | remove | rename)
            # What only this shell knows: which of the commands, and of the words, are wrapped or something else here, and the
            # aliases of these names, whose text the program judges and shows nowhere.
            _proxyenv_text=bash/1
            for _proxyenv_word in PROXYENV_NAMES "$@"; do
                # shellcheck disable=SC2016  # It is the text of a function.
                if [[ $(\builtin declare -f -- "$_proxyenv_word" 2>/dev/null) == *'${PROXYENV_BYPASS-}'*" wrapped $_proxyenv_word \"\$@\""* ]]; then
                    _proxyenv_text+=" wrapper:$_proxyenv_word"
                elif \builtin declare -F -- "$_proxyenv_word" >/dev/null 2>&1; then
                    _proxyenv_text+=" function:$_proxyenv_word"
                fi
                if _proxyenv_alias=$(\builtin alias -- "$_proxyenv_word" 2>/dev/null); then
                    # A blank parts the words of the view.
                    _proxyenv_text+=" alias:$_proxyenv_word=${_proxyenv_alias// /$'\037'}"
                fi
            done
            # Which proxies it has, as programs see those alone that are exported.
            for _proxyenv_word in {http,https,all}_proxy {HTTP,HTTPS,ALL}_PROXY; do
                \builtin eval "[[ -z \${$_proxyenv_word-} ]] || _proxyenv_text+=' set:$_proxyenv_word'"
            done
            PROXYENV_SHELL_VIEW=$_proxyenv_text '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' "$@" || _proxyenv_status=$?
            ;;
        reload) ;;
        *) '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' "$@" || _proxyenv_status=$? ;;
    esac
    # Loads this integration anew, with the commands that the file names now.
    case $_proxyenv_verb in
        wrap | unwrap | edit | remove | rename | reload)
            if _proxyenv_text=$('/PROXYENV/PATH' --config '/PROXYENV/CONFIG' hook bash); then
                \builtin eval "$_proxyenv_text"
            elif [[ $_proxyenv_verb == reload ]]; then
                _proxyenv_status=1
                # Where the program is gone the functions start the plain commands, and the aliases would start nothing.
                # shellcheck disable=SC2043  # They may be many.
                for _proxyenv_word in PROXYENV_NAMES; do
                    if [[ ! -x '/PROXYENV/PATH' && $(\builtin alias -- "$_proxyenv_word" 2>/dev/null) == *" wrapped $_proxyenv_word'" ]]; then
                        \builtin unalias -- "$_proxyenv_word"
                    fi
                done
            fi
            ;;
    esac
    {
        case $_proxyenv_set in *x*) \builtin set -x ;; esac
        case $_proxyenv_set in *v*) \builtin set -v ;; esac
        \builtin return "$_proxyenv_status"
    } 2>/dev/null
}

# The completion is read when it is first asked for.
function _proxyenv {
    \builtin unset -f _proxyenv
    \builtin eval "$('/PROXYENV/PATH' completions bash)"
    if \builtin declare -F _proxyenv >/dev/null; then
        _proxyenv "$@"
    fi
}

# Puts an alias on top of each wrapper, so that what is typed is one command to the shell: its number is `$!`, and signals,
# `time` and jobs are its own. Before the first prompt and never again, as below an alias no function of that name can be
# defined, and the user's start-up file may do so further on. An alias and a function of the user's own stay.
function _proxyenv_prompt {
    \builtin local _proxyenv_status=$? _proxyenv_word _proxyenv_bodies
    \builtin local -a _proxyenv_words
    if [[ -n ${_proxyenv_armed-} ]]; then
        _proxyenv_armed=
        case $PROMPT_COMMAND in
            _proxyenv_prompt) \builtin unset -v 'PROMPT_COMMAND[0]' ;;
            *'_proxyenv_prompt;'*) PROMPT_COMMAND=${PROMPT_COMMAND/'_proxyenv_prompt;'/} ;;
            *) PROMPT_COMMAND=${PROMPT_COMMAND%;_proxyenv_prompt} ;;
        esac
        IFS=' ' \builtin read -r -a _proxyenv_words <<<"${_proxyenv_names-}"
        # `declare -f` without a name prints all functions.
        _proxyenv_bodies=$(\builtin declare -f -- proxyenv ${_proxyenv_words[@]+"${_proxyenv_words[@]}"})
        for _proxyenv_word in ${_proxyenv_words[@]+"${_proxyenv_words[@]}"}; do
            if [[ $_proxyenv_bodies == *" wrapped $_proxyenv_word \"\$@\""* ]] &&
                ! \builtin alias -- "$_proxyenv_word" >/dev/null 2>&1; then
                # shellcheck disable=SC2139  # It is to expand now.
                \builtin alias -- "$_proxyenv_word="'/PROXYENV/ALIAS'" $_proxyenv_word"
            fi
        done
    fi
    \builtin return "$_proxyenv_status"
}

# Removes the wrappers of an earlier load, so that none stays whose rule is gone; what is left is the user's own.
function _proxyenv_forget {
    \builtin local _proxyenv_word
    \builtin local -a _proxyenv_words
    IFS=' ' \builtin read -r -a _proxyenv_words <<<"${_proxyenv_names-}"
    for _proxyenv_word in ${_proxyenv_words[@]+"${_proxyenv_words[@]}"}; do
        if [[ $- == *i* && $(\builtin alias -- "$_proxyenv_word" 2>/dev/null) == *" wrapped $_proxyenv_word'" ]]; then
            \builtin unalias -- "$_proxyenv_word"
        fi
        # In POSIX mode bash complains of a name that is no identifier.
        # shellcheck disable=SC2016  # It is the text of a function.
        if [[ $(\builtin declare -f -- "$_proxyenv_word" 2>/dev/null) == *'${PROXYENV_BYPASS-}'*" wrapped $_proxyenv_word \"\$@\""* ]]; then
            \builtin unset -f -- "$_proxyenv_word"
        fi
    done
}

# Says whether a wrapper may be defined: a function of the user's own stays. In POSIX mode the definition of one whose
# name is no identifier would end the shell.
function _proxyenv_may {
    if [[ -o posix && $1 == @([0-9]*|*[!A-Za-z0-9_]*) ]]; then
        \builtin return 1
    fi
    ! \builtin declare -F -- "$1" >/dev/null
}

if [[ -n ${_proxyenv_names-} ]]; then
    _proxyenv_forget
fi
_proxyenv_names='PROXYENV_NAMES'

if [[ $- == *i* ]]; then
    \builtin complete -F _proxyenv proxyenv
    _proxyenv_armed=1
    if [[ ${PROMPT_COMMAND-} != *_proxyenv_prompt* ]]; then
        # No assignment, which ends the whole text where the variable is read-only.
        \builtin printf -v PROMPT_COMMAND %s "_proxyenv_prompt${PROMPT_COMMAND:+;$PROMPT_COMMAND}" 2>/dev/null || \builtin :
    fi
fi
