
# A function of the user's own stays; in fish an alias is one. A shim that is found first is better than a function, which fish
# runs in front whatever `&` says.
if not functions -q PROXYENV_NAME; and not string match -q '*/proxyenv/shims/PROXYENV_NAME' -- "$(command -s PROXYENV_NAME)"
    function PROXYENV_NAME
        if test -z "$PROXYENV_BYPASS"; and test -x '/PROXYENV/PATH'
            '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped PROXYENV_NAME $argv
        else
            command PROXYENV_NAME $argv
        end
    end
end
