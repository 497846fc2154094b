# proxyenv's integration for Nushell, which evaluates no text: a file that is made anew at every start. The line for the end of env.nu:
#   do {
#       let file = ($nu.default-config-dir | path join proxyenv.nu)
#       let new = $"($file).($nu.pid)"
#       try { touch $file }
#       try { ^proxyenv hook nushell | save --force $new; mv --force $new $file } catch { rm --force $new }
#   }
# So no shell reads half a file. The line for the beginning of config.nu:
#   source ($nu.default-config-dir | path join proxyenv.nu)

# The functions here stand in a module, whose commands are imported: a command of the user's own further down wins, where
# two in one file would be an error that ends the file.

# Gives the word that says what is to be done here, or '-' for what the program does alone. From 0.113 on a word may also be
# of another type than text, such as a pattern, which is none of proxyenv's.
def _proxyenv_verb [args: list] {
    mut verb = ''
    mut is_value = false
    for word in $args {
        let text = (if ($word | describe) == 'string' { $word } else { '.' })
        if $is_value {
            $is_value = false
        } else if $text in ['-h' '--help' '-V' '--version' '--shell'] or ($text | str starts-with '--shell=') {
            return '-'
        } else if ($text | str starts-with '-') {
            $is_value = ($text in ('PROXYENV_OPTIONS' | split row ' '))
        } else if $verb == '' {
            $verb = $text
        }
    }
    # Without a command it says how things stand, whether this is loaded too.
    if $verb == '' { 'status' } else { $verb }
}

# Gives what only this shell knows: what has become here of the commands, and of the words of `args`. A blank parts the words
# of the view.
def _proxyenv_view [args: list] {
    let names = ('PROXYENV_NAMES' | split row ' ' | append ($args | where ($it | describe) == 'string') | uniq)
    let externs = (scope externs | each {|extern| $extern.name })
    let aliases = (scope aliases)
    $names | where $it != '' | each {|name|
        let found = (which $name | append {type: '', path: ''} | first)
        let kind = (if $name in $externs {
            [$"function:($name)"]
        } else if $found.type == 'alias' {
            let alias = ($aliases | where name == $name | first)
            let text = ($alias.expansion | str replace --all --regex '\s' (char us))
            # What it leads to is a command of Nushell's, which a wrapper is, or no such thing.
            let kind = (if $alias.aliased_decl_id? == null { 'alias' } else { $"wrapper:($name) alias" })
            [$"($kind):($name)=($text)"]
        } else if $found.type == 'custom' {
            let text = (view source $name)
            if ($text | str contains '$env.PROXYENV_BYPASS?') and ($text | str contains $" wrapped '($name)' ...$rest") {
                [$"wrapper:($name)"]
            } else {
                [$"function:($name)"]
            }
        } else if ($found.path | str ends-with $"/proxyenv/shims/($name)") {
            [$"shim:($name)"]
        } else {
            []
        })
        # An extern of two words is another command to Nushell, and starts the program itself.
        $kind | append ($externs | where ($it | str starts-with $"($name) ") | each {|extern|
            $"extern:($name)=($extern | str replace --all ' ' (char us))"
        })
    } | flatten | append (scope variables | get name | where $it =~ '(?i)^\$(https?|all)_proxy$' | str replace '$' 'set:')
    | prepend 'nushell/1' | str join ' '
}

# Acts on this shell for `use` and `off`.
def --env _proxyenv_switch [args: list] {
    # `off` leaves nothing behind in which `use -` could find the profile. Nushell hands a record to no program.
    if not ($env.PROXYENV_ACTIVE? | is-empty) {
        $env.PROXYENV_PREVIOUS = {profile: $env.PROXYENV_ACTIVE}
    }
    let previous = (if ($env.PROXYENV_PREVIOUS? | describe | str starts-with 'record') {
        $env.PROXYENV_PREVIOUS.profile
    } else {
        ''
    })
    # From 0.98 on a failure ends the command here, before that the text is no object.
    let text = (with-env {PROXYENV_PREVIOUS: $previous} {
        ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell nushell ...$args
    })
    if not ($text | str starts-with '{') {
        error make --unspanned {msg: 'proxyenv: nothing was changed'}
    }
    for change in ($text | from json | transpose name value) {
        if $change.value == null {
            hide-env --ignore-errors $change.name
            # What an overlay or the line itself hides comes back from below; a null reaches no program.
            if $change.name in ($env | columns) {
                load-env {($change.name): null}
            }
        } else if $change.name == 'PATH' {
            # This one is a list to Nushell (Nushell book, "Environment", "Environment variable conversions").
            $env.PATH = ($change.value | split row (char esep))
        } else {
            load-env {($change.name): $change.value}
        }
    }
}

# Has this integration read anew at the next prompt, with the commands that the file names now: in a line that is being run
# commands are looked up already (Nushell book, "How Nushell Code Gets Run"). The text of a hook defines what stays.
def --env _proxyenv_reload [] {
    let text = (with-env {PROXYENV_SHELL_VIEW: (_proxyenv_view [])} {
        ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' hook nushell
    })
    if ($text | str starts-with '# no file') {
        error make --unspanned {msg: 'proxyenv: the wrappers stay as they are'}
    }
    $env.config = ($env.config | upsert hooks.env_change.PROXYENV_RELOAD [
        {condition: {|before, after| $after != null }, code: $text}
    ])
    $env.PROXYENV_RELOAD = {at: (date now)}
}

# Does what `proxyenv` is asked for, and hands everything else to the program. There is no statement before `if`, as the first
# one of a command gets the standard input (Nushell book, "Pipelines").
def --env _proxyenv_run [args: list] {
    if (_proxyenv_verb $args) in ['use' 'off'] {
        _proxyenv_switch $args
    } else if (_proxyenv_verb $args) in ['wrap' 'unwrap' 'edit' 'remove' 'rename'] {
        with-env {PROXYENV_SHELL_VIEW: (_proxyenv_view $args)} {
            ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' ...$args
        }
        _proxyenv_reload
    } else if (_proxyenv_verb $args) == 'reload' {
        _proxyenv_reload
    } else if (_proxyenv_verb $args) in ['status' 'doctor' 'explain'] {
        with-env {PROXYENV_SHELL_VIEW: (_proxyenv_view $args)} {
            ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' ...$args
        }
    } else {
        ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' ...$args
    }
}
