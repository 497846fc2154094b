<#
.SYNOPSIS
Named proxy profiles, for this shell or for one command.
.DESCRIPTION
`proxyenv help` names the commands, `proxyenv help COMMAND` explains one.
#>

# What `proxyenv` leads to where the hook is loaded: no function can tell PowerShell that it has failed, which a script does.
if ($MyInvocation.ExpectingInput) {
    $input | & (Get-Module -Name proxyenv) Invoke-Proxyenv $MyInvocation $args
} else {
    & (Get-Module -Name proxyenv) Invoke-Proxyenv $MyInvocation $args
}
exit $LASTEXITCODE
