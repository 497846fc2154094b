# proxyenv's integration for Nushell, which evaluates no text: it is a file that is made anew at every start. The lines
# for the end of env.nu:
#   let proxyenv = ($nu.default-config-dir | path join proxyenv.nu)
#   touch $proxyenv
#   try { ^proxyenv hook nushell | save --force $proxyenv }
# and for the beginning of config.nu, so that aliases and commands of the user's own come after it:
#   source ($nu.default-config-dir | path join proxyenv.nu)

# Gives the word that says what is to be done here, or '' for what the program does alone.
def _proxyenv_verb [args: list] {
    if ($args | any {|word| ($word in ['-h' '--help' '--json' '--shell']) or ($word | str starts-with '--shell=') }) {
        ''
    } else {
        $args | append '' | first
    }
}

# Whether the command `name` is one of proxyenv's own.
def _proxyenv_is_wrapper [name: string] {
    let text = (try { view source $name } catch { '' })
    ($text | str contains '$env.PROXYENV_BYPASS?') and ($text | str contains $" wrapped '($name)' ...$rest")
}

# Gives what only this shell knows, for `status`: which of the commands are wrapped here. An alias that was made after
# this file was read stands on top of the wrapper.
def _proxyenv_view [] {
    'PROXYENV_NAMES' | split row ' ' | where $it != '' | each {|name|
        let kinds = (which $name | each {|found| $found.type })
        if 'alias' in $kinds {
            $"wrapper:($name) alias:($name)"
        } else if 'custom' in $kinds {
            if (_proxyenv_is_wrapper $name) { $"wrapper:($name)" } else { $"function:($name)" }
        } else {
            ''
        }
    } | where $it != '' | prepend 'nushell/1' | str join ' '
}

# Says why nothing changes here: commands are looked up when a line is read, not when it runs (Nushell book, "How
# Nushell Code Gets Run").
def _proxyenv_reload [] {
    print --stderr 'proxyenv: Nushell reads wrappers when it starts; to have the new ones here: exec nu'
}

# Acts on this shell for `use` and `off`, and hands everything else to the program. There is no statement before `if`,
# as the first one of a command gets the standard input (Nushell book, "Pipelines").
def --env --wrapped proxyenv [...args: string@"nu-complete proxyenv"] {
    if (_proxyenv_verb $args) in ['use' 'off'] {
        # From 0.98 on a failure ends the command here, before that the text is no object.
        let text = (^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell nushell ...$args)
        if not ($text | str starts-with '{') {
            error make --unspanned {msg: 'proxyenv: nothing was changed'}
        }
        # To Nushell from 0.111 on, http_proxy and HTTP_PROXY are one variable, named as it was when it was first set:
        # what is unset comes first, and then the small letters, which more programs read.
        let changes = ($text | from json | transpose name value | reverse)
        for change in ($changes | where value == null) {
            hide-env --ignore-errors $change.name
        }
        for change in ($changes | where value != null) {
            # This one is a list to Nushell (Nushell book, "Environment", "Environment variable conversions").
            if $change.name == 'PATH' {
                $env.PATH = ($change.value | split row (char esep))
            } else {
                load-env {($change.name): $change.value}
            }
        }
    } else if (_proxyenv_verb $args) in ['wrap' 'unwrap' 'edit' 'remove' 'rename'] {
        with-env {PROXYENV_SHELL_VIEW: 'nushell/1'} {
            ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' ...$args
        }
        _proxyenv_reload
    } else if (_proxyenv_verb $args) == 'reload' {
        _proxyenv_reload
    } else if (_proxyenv_verb $args) in ['status' 'doctor'] {
        with-env {PROXYENV_SHELL_VIEW: (_proxyenv_view)} {
            ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' ...$args
        }
    } else {
        ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' ...$args
    }
}
