# Completion of proxyenv for Nushell, which the hook holds. Without the hook, from 0.108 on, these lines behind it attach it:
#   @complete "nu-complete proxyenv"
#   extern proxyenv [...args]

# Completes what follows `proxyenv` on a line.
export def "nu-complete proxyenv" [line: any] {
    # Up to 0.107 it is the text up to the cursor, else its words.
    let words = (if ($line | describe) == 'string' {
        $line | str replace --regex '^(.*[\s|;(])?proxyenv\s+' '' | split row --regex '\s+'
    } else {
        $line | skip 1
    })
    # The program knows its commands and options and reads the file. In `complete` its errors are not printed into the line.
    let offers = (do { ^proxyenv complete -- ...$words } | complete | get stdout | lines)
    let first = ($offers | append '' | first)
    if $first == ':files' {
        # Null is for what Nushell completes itself (Nushell book, "Custom Completions").
        null
    } else if ($first | str starts-with ':command') {
        let rest = ($words | skip ([0 ($first | str substring 9.. | into int)] | math max))
        let rest = (if ($rest | append '' | first) == '--' { $rest | skip 1 } else { $rest })
        let completer = $env.config?.completions?.external?.completer?
        if $first == ':command -1' or ($rest | length) < 2 {
            # As for tcsh, which can't be told to look itself.
            with-env {COMMAND_LINE: $"proxyenv doctor ($words | last)"} { ^proxyenv complete } | lines
            # Nushell puts an offer in as it is, and no other name can be wrapped.
            | where $it =~ '^[A-Za-z0-9_][A-Za-z0-9_.+@-]*$'
        } else if ($completer | describe) == 'closure' {
            # What follows is completed as if it stood alone.
            do $completer $rest
        } else {
            null
        }
    } else {
        $offers | where ($it | str starts-with ($words | last)) | each {|offer|
            let parts = ($offer | split row "\t")
            {value: ($parts | first), description: ($parts | last)}
        }
    }
}
