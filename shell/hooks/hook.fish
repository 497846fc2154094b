# proxyenv's integration for fish. The line for ~/.config/fish/config.fish:
#   status is-interactive; and type -q proxyenv; and proxyenv hook fish | source

# Acts on this shell for `use` and `off`, and hands everything else to the program. It needs no other function: what copies
# a shell's functions into another one may leave out those that begin with `_`.
function proxyenv --description 'Named proxy profiles, for this shell or for one command'
    # The lines may hold a password, so that there is no trace of them.
    set -l fish_trace
    set -l _proxyenv_verb ''
    set -l _proxyenv_skip 0
    set -l _proxyenv_status 0
    for _proxyenv_word in $argv
        if test $_proxyenv_skip = 1
            set _proxyenv_skip 0
            continue
        end
        switch $_proxyenv_word
            case -h --help -V --version --shell '--shell=*'
                set _proxyenv_verb -
                break
            case '-*'
                contains -- $_proxyenv_word PROXYENV_OPTIONS; and set _proxyenv_skip 1
            case '*'
                test -n "$_proxyenv_verb"; or set _proxyenv_verb $_proxyenv_word
        end
    end
    # Without a command it says how things stand, whether this is loaded too.
    test -n "$_proxyenv_verb"; or set _proxyenv_verb status
    switch $_proxyenv_verb
        case use off
            set -l _proxyenv_text (PROXYENV_PREVIOUS="$__proxyenv_previous" '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell fish $argv)
            set _proxyenv_status $status
            # `off` leaves no variable behind in which `use -` could find the profile.
            if test -n "$PROXYENV_ACTIVE"
                set -g __proxyenv_previous $PROXYENV_ACTIVE
            end
            # In `(proxyenv use clash)` the lines are for the caller, as they are without this function.
            if status is-command-substitution
                printf '%s\n' $_proxyenv_text
            else if test $_proxyenv_status -eq 0
                string join \n -- $_proxyenv_text | source
            end
        case status doctor explain wrap unwrap edit remove rename
            # What only this shell knows: which of the commands, and of the words, are wrapped or something else here.
            set -l _proxyenv_text fish/1
            for _proxyenv_word in PROXYENV_NAMES $argv
                if not functions -q -- $_proxyenv_word
                    if string match -q "*/proxyenv/shims/$_proxyenv_word" -- "$(command -s -- $_proxyenv_word)"
                        set -a _proxyenv_text shim:$_proxyenv_word
                    end
                else if functions -- $_proxyenv_word | string match -q "*/* wrapped $_proxyenv_word \$argv"
                    and functions -- $_proxyenv_word | string match -q '*"$PROXYENV_BYPASS"*'
                    set -a _proxyenv_text wrapper:$_proxyenv_word
                else
                    set -a _proxyenv_text function:$_proxyenv_word
                end
            end
            # Which proxies it has, as programs see those alone that are exported.
            for _proxyenv_word in {http,https,all}_proxy {HTTP,HTTPS,ALL}_PROXY
                test -n "$$_proxyenv_word"; and set -a _proxyenv_text set:$_proxyenv_word
            end
            PROXYENV_SHELL_VIEW="$_proxyenv_text" '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' $argv
            set _proxyenv_status $status
        case reload
        case '*'
            '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' $argv
            set _proxyenv_status $status
    end
    # Loads this integration anew, with the commands that the file names now.
    switch $_proxyenv_verb
        case wrap unwrap edit remove rename shim reload
            if set -l _proxyenv_text ('/PROXYENV/PATH' --config '/PROXYENV/CONFIG' hook fish)
                string join \n -- $_proxyenv_text | source
            else if test $_proxyenv_verb = reload
                set _proxyenv_status 1
            end
    end
    return $_proxyenv_status
end

# Whether the function $argv[1] is one of proxyenv's own.
function __proxyenv_is_wrapper
    functions -- $argv[1] | string match -q "*/* wrapped $argv[1] \$argv"
    and functions -- $argv[1] | string match -q '*"$PROXYENV_BYPASS"*'
end

# The completion is read when it is first asked for.
function __proxyenv_complete
    complete -e -c proxyenv
    '/PROXYENV/PATH' completions fish | source
    complete -C (commandline -cp)
end
complete -e -c proxyenv
complete -c proxyenv -f -a '(__proxyenv_complete)'

# The wrappers of an earlier load go, so that none stays whose rule is gone; what is left is the user's own.
function __proxyenv_forget
    for name in $__proxyenv_names
        if functions -q -- $name; and __proxyenv_is_wrapper $name
            functions -e -- $name
        end
    end
end

__proxyenv_forget
set -g __proxyenv_names PROXYENV_NAMES
