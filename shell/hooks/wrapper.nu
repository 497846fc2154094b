
# The rest has no type, so that from 0.113 on its words are read as those of an external command are.
def --wrapped "PROXYENV_NAME" [...rest] {
    if ($env.PROXYENV_BYPASS? | is-empty) and ('/PROXYENV/PATH' | path exists) {
        ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped 'PROXYENV_NAME' ...$rest
    } else {
        ^'PROXYENV_NAME' ...$rest
    }
}
