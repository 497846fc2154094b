# Up to 0.112 an alias alone leaves the words as they are.
export alias "PROXYENV_NAME" = ^'/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped 'PROXYENV_NAME'
