# Completion of proxyenv for Nushell. The hook holds it; without the hook, this line behind it attaches it:
#   extern proxyenv [...args: string@"nu-complete proxyenv"]

# Gives what may stand at the end of `context`, the line up to the cursor; null is for what Nushell completes itself
# (Nushell book, "Custom Completions").
def "nu-complete proxyenv" [context: string] {
    let words = ($context | split row 'proxyenv' | last | split row --regex '\s+' | skip 1)
    # The program knows its commands and options and reads the file. In `complete` its errors are not printed into the line.
    let offers = (do { ^proxyenv complete -- ...$words } | complete | get stdout | lines)
    if ($offers | is-empty) {
        []
    } else if ($offers | first | str starts-with ':') {
        null
    } else {
        $offers | each {|offer|
            let parts = ($offer | split row "\t")
            { value: ($parts | first), description: ($parts | last) }
        }
    }
}
