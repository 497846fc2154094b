# The command of Nushell from 0.113 on. Its words have no type, so that they are read as those of an external command are.

# Named proxy profiles: `use` and `off` act on this shell, `exec` and `run` on one command (`proxyenv help`).
@complete "nu-complete proxyenv"
export def --env --wrapped proxyenv [...args] {
    _proxyenv_run $args
}
