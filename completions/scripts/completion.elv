# Completion of proxyenv for Elvish. The hook loads it by itself.

use str

# Asks the program, which knows its commands and options and reads the file.
var complete = {|@words|
    # A program that can't be found offers nothing.
    var offers = []
    var failure = ?(set offers = [((external $words[0]) complete -- (all $words[1..]) 2>/dev/null | from-lines)])
    if (eq (count $offers) 0) {
        nop
    } elif (eq $offers[0] ':files') {
        edit:complete-filename $@words
    } elif (eq $offers[0] ':command -1') {
        edit:complete-sudo proxyenv $words[-1]
    } elif (str:has-prefix $offers[0] ':command ') {
        # What follows is completed as if it stood alone.
        var rest = $words[(+ 1 (num (str:trim-prefix $offers[0] ':command ')))..]
        if (and (> (count $rest) 1) (eq $rest[0] --)) {
            set rest = $rest[1..]
        }
        edit:complete-sudo proxyenv $@rest
    } else {
        for offer $offers {
            put [(str:split "\t" $offer)][0]
        }
    }
}

# A line that names the editor's own variable itself would not compile in a script.
eval 'set edit:completion:arg-completer[proxyenv] = $complete' &ns=(ns [&complete=$complete])
