# Starts PROXYENV_NAME as its rule in [commands] says (proxyenv).
@complete external
export def --wrapped "PROXYENV_NAME" [...rest] {
    if ($env.PROXYENV_BYPASS? | is-empty) and ('/PROXYENV/PATH' | path exists) {
        ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped 'PROXYENV_NAME' ...$rest
    } else {
        ^'PROXYENV_NAME' ...$rest
    }
}
