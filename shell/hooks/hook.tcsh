# proxyenv's integration for tcsh. The line for ~/.tcshrc:
#   which proxyenv >& /dev/null && eval "`proxyenv hook tcsh`"
# There are no functions, so all are aliases. `eval` makes one line of all lines: each ends in `;`, and no statement has a
# block.

set _proxyenv_program = ( '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' );
set _proxyenv_view = ( tcsh/1 );

# Acts on this shell for `use` and `off`, and hands everything else to the program: one simple command, so that pipes, input and
# `&&` are its own. It reads the words as they were typed, redirections among them, which are put where they belong; `!` gets a
# backslash, as tcsh reads them once more.
# tcsh recalls commands in whatever it reads, the words of an alias too, unless another character is the one for that. A line of
# its own sees the change; since 6.24 tcsh can write its end.
set _proxyenv_mark = '\!' _proxyenv_newline = ';' _proxyenv_new = 0;
if ( $?tcsh ) eval 'if ( "$tcsh" =~ {6.2[4-9],6.[3-9]?,[7-9]}.* ) set _proxyenv_new = 1';
if ( $_proxyenv_new ) eval 'set _proxyenv_mark = $'\''\001'\'' _proxyenv_newline = $'\''\n'\';
set _proxyenv_before = 'set _proxyenv_histchars = ""; if ( $?histchars ) eval '\''set _proxyenv_histchars = $histchars:q'\''; set histchars = $_proxyenv_mark:q'$_proxyenv_newline:q'_proxyenv_read ';
set _proxyenv_after = $_proxyenv_newline:q'unset histchars; if ( $_proxyenv_histchars:q != "" ) set histchars = $_proxyenv_histchars:q'$_proxyenv_newline:q'eval $_proxyenv_text:q';
alias _proxyenv_lines '/bin/sh -c '\''mark=$1 verb= value= words= to= program=\$_proxyenv_program:q; shift; word() { word=; rest=$1; while :; do case $rest in *"$mark"*) word="$word${rest%%"$mark"*}\\$mark"; rest=${rest#*"$mark"} ;; *) break ;; esac; done; word=$word$rest; }; while [ $# -gt 0 ]; do word "$1"; case $value$1 in [\<\>]*) to="$to $word"; while [ "${2-}" = "&" ] || [ "${2-}" = "$mark" ]; do shift; to="$to $1"; done; word "${2-}"; to="$to $word"; [ $# -lt 2 ] || shift ;; =*) value=; words="$words $word" ;; -h | --help | -V | --version | --shell | --shell=*) verb=-; words="$words $word" ;; -*) words="$words $word"; case " PROXYENV_OPTIONS " in *" $1 "*) value== ;; esac ;; *) words="$words $word"; verb=${verb:-$1} ;; esac; shift; done; case ${verb:-status} in use | off) words="set _proxyenv_words = ($words ); eval \$_proxyenv_switch:q$to; set status = \$_proxyenv_status" ;; reload) words="eval \$_proxyenv_load:q$to" ;; status | doctor | explain) words="_proxyenv_viewed $program$words$to" ;; wrap | unwrap | edit | remove | rename) words="_proxyenv_viewed $program$words$to; set _proxyenv_status = \$status; eval \$_proxyenv_load:q; set status = \$_proxyenv_status" ;; *) words="$program$words$to" ;; esac; printf "%s\n" "$words"'\'' sh \! '$_proxyenv_mark:q'*:q';
alias _proxyenv_read 'set _proxyenv_text = "`_proxyenv_lines '$_proxyenv_mark:q'*:q`"';
# Which proxies the shell has, 1 or 0 for each, as programs see those alone that are in the environment. `env` takes a path with
# `=` in it for a variable.
alias _proxyenv_viewed 'env PROXYENV_SHELL_VIEW="$_proxyenv_view set:http_proxy=${?http_proxy} set:https_proxy=${?https_proxy} set:all_proxy=${?all_proxy} set:HTTP_PROXY=${?HTTP_PROXY} set:HTTPS_PROXY=${?HTTPS_PROXY} set:ALL_PROXY=${?ALL_PROXY}" /bin/sh -c '\''exec "$0" "$@"'\';
# In backquotes stand aliases alone: what a variable holds would be read there as code, whatever `:q` says.
alias _proxyenv_call 'env PROXYENV_PREVIOUS="$_proxyenv_previous" /bin/sh -c '\''exec "$0" "$@"'\'' $_proxyenv_program:q --shell tcsh $_proxyenv_words:q';
alias _proxyenv_hook '/bin/sh -c '\''text=$("$@") && printf "%s\n" "$text"'\'' sh $_proxyenv_program:q hook tcsh';
# `off` leaves no variable behind in which `use -` could find the profile.
if ( $?_proxyenv_previous == 0 ) set _proxyenv_previous = '';
set _proxyenv_switch = 'set _proxyenv_set = ( $?echo $?verbose ); unset echo verbose; if ( $?PROXYENV_ACTIVE ) eval '\''set _proxyenv_previous = $PROXYENV_ACTIVE:q'\''; eval "`_proxyenv_call`" set _proxyenv_status = \$status; if ( $_proxyenv_set[1] ) set echo; if ( $_proxyenv_set[2] ) set verbose';
set _proxyenv_load = 'eval "`_proxyenv_hook`"';
alias proxyenv 'eval $_proxyenv_before:q\!*:q$_proxyenv_after:q';
