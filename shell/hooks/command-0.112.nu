# The command of Nushell up to 0.112, which reads words without a type as Nushell's own: `1.50` is 1.5. As text they keep
# their quotes in `a="b"`, and `~` and patterns stay as they are; where a command's words follow, an alias takes them as they are.

# Named proxy profiles: `use` and `off` act on this shell, `exec` and `run` on one command (`proxyenv help`).
@complete "nu-complete proxyenv"
export def --env --wrapped proxyenv [...args: string@"nu-complete proxyenv"] {
    _proxyenv_run $args
}
export alias "proxyenv exec" = ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' exec
export alias "proxyenv run" = ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' run
