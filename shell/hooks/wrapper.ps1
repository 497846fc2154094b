
$global:_proxyenv_names += 'PROXYENV_NAME'
# A function of the user's own stays.
if (-not (Test-Path -LiteralPath 'Function:PROXYENV_NAME') -or (_proxyenv_is_wrapper 'PROXYENV_NAME')) {
    ${function:global:PROXYENV_NAME} = {
        if (-not $env:PROXYENV_BYPASS -and (Test-Path -LiteralPath '/PROXYENV/PATH')) {
            if ($MyInvocation.ExpectingInput) {
                $input | & '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped PROXYENV_NAME @args
            } else {
                & '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' wrapped PROXYENV_NAME @args
            }
        } else {
            $program = Get-Command -Name PROXYENV_NAME -CommandType Application -TotalCount 1
            if ($MyInvocation.ExpectingInput) { $input | & $program @args } else { & $program @args }
        }
    }
}
