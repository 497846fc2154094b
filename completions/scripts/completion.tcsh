# Completion of proxyenv for tcsh. The hook holds it; as a file of its own it is read with `source`.
# As in the hook each line ends in `;`, for `eval` makes one line of all lines. The first rule that fits counts: `n` looks at
# the word before, `N` at the one before that, `c` at the word itself, `p` at its number.

set _proxyenv_rules = ( 'n@--config@f@' 'n@validate@f@' );
# A command of its own stands behind `run`, `exec PROFILE` and `--`; tcsh completes the words behind that as files.
set _proxyenv_rules = ( $_proxyenv_rules:q 'n@--@c@' 'N@exec@c@' 'n@run@c@' );
# The rest the program says, which knows its commands and options and reads the file; tcsh gives it COMMAND_LINE.
set _proxyenv_rules = ( $_proxyenv_rules:q 'p@*@`sh -c "proxyenv complete 2>/dev/null"`@' );
complete proxyenv $_proxyenv_rules:q;
unset _proxyenv_rules;
