# proxyenv's integration for zsh. The line for ~/.zshrc:
#   command -v proxyenv >/dev/null && eval "$(proxyenv hook zsh)"

# Acts on this shell for `use` and `off`, and hands everything else to the program. It needs no other function: what copies
# a shell's functions into another one may leave out those that begin with `_`.
function proxyenv {
    # The lines may hold a password, so that there is no trace of them.
    { \builtin emulate -L zsh && \builtin setopt no_xtrace no_verbose no_aliases; } 2>/dev/null
    \builtin local _proxyenv_verb _proxyenv_word _proxyenv_skip _proxyenv_text _proxyenv_alias _proxyenv_blank=$'\037'
    \builtin local -a _proxyenv_known
    # No word of it may be expanded as an alias when this is read.
    \builtin eval '_proxyenv_known=(PROXYENV_NAMES)'
    \builtin local -i _proxyenv_status=0
    for _proxyenv_word; do
        if [[ -n $_proxyenv_skip ]]; then
            _proxyenv_skip=
            \builtin continue
        fi
        case $_proxyenv_word in
            -h | --help | -V | --version | --shell | --shell=*)
                _proxyenv_verb=-
                \builtin break
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
                    '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell zsh "$@"
            ) || _proxyenv_status=$?
            # `off` leaves no variable behind in which `use -` could find the profile.
            \builtin typeset -g _proxyenv_previous=${PROXYENV_ACTIVE:-${_proxyenv_previous-}}
            # In `$(proxyenv use clash)` the lines are for the caller, as they are without this function.
            # What follows in the substitution gets the profile too.
            if [[ ${zsh_eval_context-} == *cmdsubst* ]]; then
                \builtin print -r -- "$_proxyenv_text"
            fi
            if ((_proxyenv_status == 0)); then
                \builtin eval "$_proxyenv_text" || _proxyenv_status=$?
            fi
            ;;
        status | doctor | explain | wrap | unwrap | edit | remove | rename)
            # What only this shell knows: which of the commands, and of the words, are wrapped or something else here, and the
            # aliases of these names, whose text the program judges and shows nowhere.
            \builtin zmodload zsh/parameter
            _proxyenv_text=zsh/1
            for _proxyenv_word in "${_proxyenv_known[@]}" "$@"; do
                if [[ ${functions[$_proxyenv_word]-} == *'${PROXYENV_BYPASS-}'*" wrapped $_proxyenv_word \"\$@\""* ]]; then
                    _proxyenv_text+=" wrapper:$_proxyenv_word"
                elif \builtin typeset -f -- "$_proxyenv_word" >/dev/null; then
                    _proxyenv_text+=" function:$_proxyenv_word"
                fi
                if _proxyenv_alias=$(\builtin alias -- "$_proxyenv_word") && [[ -n $_proxyenv_alias ]]; then
                    # A blank parts the words of the view.
                    _proxyenv_text+=" alias:$_proxyenv_word=${_proxyenv_alias// /$_proxyenv_blank}"
                fi
            done
            # Which proxies it has, as programs see those alone that are exported.
            for _proxyenv_word in {http,https,all}_proxy {HTTP,HTTPS,ALL}_PROXY; do
                \builtin eval "[[ -z \${$_proxyenv_word-} ]] || _proxyenv_text+=' set:$_proxyenv_word'"
            done
            PROXYENV_SHELL_VIEW=$_proxyenv_text \
                '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' "$@" || _proxyenv_status=$?
            ;;
        reload) ;;
        *) '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' "$@" || _proxyenv_status=$? ;;
    esac
    # Loads this integration anew, with the commands that the file names now.
    case $_proxyenv_verb in
        wrap | unwrap | edit | remove | rename | reload)
            if _proxyenv_text=$('/PROXYENV/PATH' --config '/PROXYENV/CONFIG' hook zsh); then
                \builtin eval "$_proxyenv_text"
            elif [[ $_proxyenv_verb == reload ]]; then
                _proxyenv_status=1
                # Where the program is gone the functions start the plain commands, and the aliases would start nothing.
                for _proxyenv_word in "${_proxyenv_known[@]}"; do
                    if [[ ! -x '/PROXYENV/PATH' && ${aliases[$_proxyenv_word]-} == *" wrapped $_proxyenv_word" ]]; then
                        \builtin unalias -- "$_proxyenv_word"
                    fi
                done
            fi
            ;;
    esac
    \builtin return $_proxyenv_status
}

# The completion is read when it is first asked for.
function _proxyenv {
    \builtin unfunction _proxyenv
    \builtin eval "$('/PROXYENV/PATH' completions zsh)"
    if \builtin typeset -f _proxyenv >/dev/null; then
        _proxyenv "$@"
    fi
}

# Whether the function $1 is one of proxyenv's own.
function _proxyenv_is_wrapper {
    \builtin zmodload zsh/parameter
    [[ ${functions[$1]-} == *'${PROXYENV_BYPASS-}'*" wrapped $1 \"\$@\""* ]]
}

# Puts an alias on top of each wrapper, so that what is typed is one command to the shell: its number is `$!`, and signals,
# `time` and jobs are its own. Before the first prompt and never again, as below an alias no function of that name can be
# defined, and the user's start-up file may do so further on; `compinit` may come there too. An alias and a function of the
# user's own stay.
function _proxyenv_prompt {
    \builtin emulate -L zsh
    \builtin local name
    add-zsh-hook -d precmd _proxyenv_prompt
    if \builtin typeset -f compdef >/dev/null; then
        compdef _proxyenv proxyenv
    fi
    for name in ${(s: :)_proxyenv_names}; do
        if _proxyenv_is_wrapper $name && [[ -z ${aliases[$name]-} ]]; then
            \builtin alias -- "$name="'/PROXYENV/ALIAS'" $name"
        fi
    done
}

# Removes the wrappers of an earlier load, so that none stays whose rule is gone; what is left is the user's own.
function _proxyenv_forget {
    \builtin emulate -L zsh
    \builtin local name
    for name in ${(s: :)_proxyenv_names}; do
        if _proxyenv_is_wrapper $name; then
            \builtin unfunction -- $name
        fi
        if [[ ${aliases[$name]-} == *" wrapped $name" ]]; then
            \builtin unalias -- $name
        fi
    done
}

# Wraps the commands; a function of the user's own stays. What `typeset` prints of it is not wanted.
# Each body holds its name, so that a copy under another name is still a wrapper of the same command.
function _proxyenv_wrap {
    \builtin emulate -L zsh
    \builtin setopt no_aliases
    \builtin local name IFS=' '
    \builtin local -a call
    call=('/PROXYENV/PATH' --config '/PROXYENV/CONFIG' )
    for name in ${(s: :)_proxyenv_names}; do
        \builtin typeset -f -- $name || \builtin eval "function $name {
            if { [[ -z \${PROXYENV_BYPASS-} && -x ${(qq)call[1]} ]]; } 2>/dev/null; then
                ${(j: :)${(@qq)call}} wrapped $name \"\$@\"
            else
                \\command $name \"\$@\"
            fi
        }"
    done >/dev/null
}

if [[ -n ${_proxyenv_names-} ]]; then
    _proxyenv_forget
fi
\builtin typeset -g _proxyenv_names='PROXYENV_NAMES'
if [[ -n $_proxyenv_names ]]; then
    _proxyenv_wrap
fi

if [[ -o interactive ]]; then
    if \builtin typeset -f compdef >/dev/null; then
        compdef _proxyenv proxyenv
    fi
    \builtin autoload -Uz add-zsh-hook
    add-zsh-hook precmd _proxyenv_prompt
fi
