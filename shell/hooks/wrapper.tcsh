
# An alias of the user's own stays.
set _proxyenv_word = "`alias PROXYENV_NAME`";
if ( "$_proxyenv_word" == "" || "$_proxyenv_word" =~ "*PROXYENV_BYPASS*" ) alias PROXYENV_NAME '/bin/sh -c '\''[ -z "${PROXYENV_BYPASS-}" ] && [ -x "$0" ] && exec "$0" "$@"; until [ "$1" = wrapped ]; do shift; done; shift; exec "$@"'\'' $_proxyenv_program:q wrapped PROXYENV_NAME \!*';
if ( "$_proxyenv_word" == "" || "$_proxyenv_word" =~ "*PROXYENV_BYPASS*" ) set _proxyenv_view = ( $_proxyenv_view wrapper:PROXYENV_NAME );
if ( "$_proxyenv_word" != "" && "$_proxyenv_word" !~ "*PROXYENV_BYPASS*" ) set _proxyenv_view = ( $_proxyenv_view function:PROXYENV_NAME );
