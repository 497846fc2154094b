# proxyenv's integration for Elvish. The line for ~/.config/elvish/rc.elv:
#   eval (proxyenv hook elvish | slurp)
# What `eval` defines is gone after it; what `edit:add-var` adds stays, and there is that in interactive shells alone.

use str

# A block sees no names but those that it uses itself, so what a name stands for is asked outside of all blocks.
var names = [PROXYENV_NAMES]
var before = (eval (if (eq (resolve _proxyenv_wrappers) '$_proxyenv_wrappers~') {
    put _proxyenv_wrappers
} else {
    put 'put [&]'
}))
var gone = [(each {|name| if (not (has-value $names $name)) { put $name } } [(keys $before)])]
var asked = [$@names $@gone]
var kinds = [(eval (each {|name| echo resolve (repr $name) } $asked | slurp))]
var functions = [(eval (each {|kind|
    if (str:has-prefix $kind '$') {
        echo "put $'"$kind[1..]"'"
    } else {
        echo "put '"$kind"'"
    }
} $kinds | slurp))]

# Loads this integration anew, with the commands that the file names now.
# A function sees none of the shell's own names, so those known from this load, $known, are handed over.
fn proxyenv-load {|known|
    var text = ('/PROXYENV/PATH' --config '/PROXYENV/CONFIG' hook elvish | slurp)
    if (str:has-prefix $text '# no file') {
        fail 'proxyenv: the wrappers stay as they are'
    }
    eval $text &ns=(ns $known)
}

# The profile that was active before `off`.
var previous = ''

# Acts on this shell for `use` and `off`, and hands everything else to the program.
fn proxyenv-run {|known view words|
    var verb = ''
    var is-value = $false
    for word $words {
        if $is-value {
            set is-value = $false
        } elif (or (has-value [-h --help -V --version --shell] $word) (str:has-prefix (to-string $word) --shell=)) {
            set verb = '-'
            break
        } elif (str:has-prefix (to-string $word) '-') {
            set is-value = (has-value [PROXYENV_OPTIONS] $word)
        } elif (eq $verb '') {
            set verb = $word
        }
    }
    # Without a command it says how things stand, whether this is loaded too.
    if (eq $verb '') {
        set verb = status
    }
    if (has-value [use off] $verb) {
        # `off` leaves no variable behind in which `use -` could find the profile.
        if (not-eq $E:PROXYENV_ACTIVE '') {
            set previous = $E:PROXYENV_ACTIVE
        }
        set-env PROXYENV_PREVIOUS $previous
        var lines = ''
        try {
            set lines = ('/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell elvish $@words | slurp)
        } finally {
            unset-env PROXYENV_PREVIOUS
        }
        eval $lines
    } elif (has-value [wrap unwrap edit remove rename] $verb) {
        set-env PROXYENV_SHELL_VIEW elvish/1
        try {
            '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' $@words
        } finally {
            unset-env PROXYENV_SHELL_VIEW
            proxyenv-load $known
        }
    } elif (eq $verb reload) {
        proxyenv-load $known
    } elif (has-value [status doctor explain] $verb) {
        set-env PROXYENV_SHELL_VIEW $view
        try {
            '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' $@words
        } finally {
            unset-env PROXYENV_SHELL_VIEW
        }
    } else {
        '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' $@words
    }
}

# The wrapper of $name, which is one function for each.
fn proxyenv-wrapper {|name|
    put {|@words|
        if (and (eq $E:PROXYENV_BYPASS '') (has-external '/PROXYENV/PATH')) {
            '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped $name $@words
        } else {
            (external $name) $@words
        }
    }
}

# All that stays, defined by a function, as the editor is there in interactive shells alone.
fn proxyenv-define {
    # A wrapper of an earlier load is left as it is, or goes if its rule is gone; a function of the user's own stays.
    var wrappers = [&]
    var known = [&]
    var view = elvish/1
    for index [(range (count $asked))] {
        var name = $asked[$index]
        var function = $functions[$index]
        var is-wrapper = (and (has-key $before $name) (eq $function $before[$name]))
        if (has-value $gone $name) {
            if $is-wrapper {
                edit:del-var $name'~'
            }
        } elif (or $is-wrapper (str:has-prefix $kinds[$index] '(external')) {
            if (not $is-wrapper) {
                set function = (proxyenv-wrapper $name)
                edit:add-var $name'~' $function
            }
            set wrappers[$name] = $function
            set known[$name'~'] = $function
            set view = $view' wrapper:'$name
        } elif (str:has-prefix $kinds[$index] '$') {
            set known[$name'~'] = $function
            set view = $view' function:'$name
        }
    }
    set known[_proxyenv_wrappers~] = { put $wrappers }
    edit:add-var _proxyenv_wrappers~ $known[_proxyenv_wrappers~]
    edit:add-var proxyenv~ {|@words| proxyenv-run $known $view $words }

    # The completion is read when it is first asked for; a line that names it itself would not compile in a script.
    eval 'set edit:completion:arg-completer[proxyenv] = $complete' &ns=(ns [&complete={|@words|
        eval ('/PROXYENV/PATH' completions elvish | slurp)
        eval '$edit:completion:arg-completer[proxyenv] $@words' &ns=(ns [&words=$words])
    }])
}

if (eq (resolve edit:add-var) '$edit:add-var~') {
    proxyenv-define
}
