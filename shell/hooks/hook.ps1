# proxyenv's integration for PowerShell. The line for $PROFILE:
#   if (Get-Command proxyenv -ErrorAction Ignore) { Invoke-Expression ((& proxyenv hook powershell) -join "`n") }

# Acts on this shell for `use` and `off`, and hands everything else to the program.
function global:proxyenv {
    $verb = if ($args.Count -gt 0) { [string]$args[0] } else { '' }
    foreach ($word in $args) {
        if ($word -cin '-h', '--help', '--json', '--shell' -or "$word" -clike '--shell=*') { $verb = '' }
    }
    if ($verb -cin 'use', 'off') {
        $lines = & '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' --shell powershell @args
        $status = $LASTEXITCODE
        # A function leaves `$?` true whatever a program in it did, so only an error stops what follows in `&&`.
        if ($status -ne 0) { throw 'proxyenv: nothing was changed' }
        # Invoke-Expression takes no empty text, which is what `off` prints where there is nothing to put back.
        if ($lines) { Invoke-Expression ($lines -join "`n") }
        $global:LASTEXITCODE = $status
    } elseif ($verb -cin 'wrap', 'unwrap', 'edit', 'remove', 'rename') {
        $env:PROXYENV_SHELL_VIEW = 'powershell/1'
        try {
            & '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' @args
        } finally {
            Remove-Item -LiteralPath 'Env:PROXYENV_SHELL_VIEW'
        }
        $status = $LASTEXITCODE
        _proxyenv_load
        $global:LASTEXITCODE = $status
    } elseif ($verb -ceq 'reload') {
        _proxyenv_load
    } elseif ($verb -cin 'status', 'doctor') {
        $env:PROXYENV_SHELL_VIEW = _proxyenv_view
        try {
            & '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' @args
        } finally {
            Remove-Item -LiteralPath 'Env:PROXYENV_SHELL_VIEW'
        }
    } elseif ($MyInvocation.ExpectingInput) {
        $input | & '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' @args
    } else {
        & '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' @args
    }
}

# Loads this integration anew, with the commands that the file names now.
function global:_proxyenv_load {
    $lines = & '/PROXYENV/PATH' --config '/PROXYENV/CONFIG' hook powershell
    if ($LASTEXITCODE -eq 0) { Invoke-Expression ($lines -join "`n") }
}

# Whether the function $name is one of proxyenv's own.
function global:_proxyenv_is_wrapper([string]$name) {
    [string](Get-Item -LiteralPath "Function:$name").Definition -clike "*`$env:PROXYENV_BYPASS* wrapped $name @args*"
}

# Gives what only this shell knows, for `status`: which of the commands are wrapped here.
function global:_proxyenv_view {
    $seen = @('powershell/1')
    foreach ($name in $global:_proxyenv_names) {
        if (Test-Path -LiteralPath "Function:$name") {
            $seen += if (_proxyenv_is_wrapper $name) { "wrapper:$name" } else { "function:$name" }
        }
        if (Test-Path -LiteralPath "Alias:$name") { $seen += "alias:$name" }
    }
    $seen -join ' '
}

# Removes the wrappers of an earlier load, so that none stays whose rule is gone; what is left is the user's own.
function global:_proxyenv_forget {
    foreach ($name in Get-Variable -Name _proxyenv_names -Scope Global -ValueOnly -ErrorAction Ignore) {
        if ((Test-Path -LiteralPath "Function:$name") -and (_proxyenv_is_wrapper $name)) {
            Remove-Item -LiteralPath "Function:$name"
        }
    }
}

# The completion is read when it is first asked for; the status of the user's last command stays what it was.
Register-ArgumentCompleter -Native -CommandName proxyenv -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $status = Get-Variable -Name LASTEXITCODE -Scope Global -ValueOnly -ErrorAction Ignore
    $lines = & '/PROXYENV/PATH' completions powershell
    $global:LASTEXITCODE = $status
    if ($lines) {
        Invoke-Expression ($lines -join "`n")
        _proxyenv_complete $wordToComplete $commandAst $cursorPosition
    }
}

_proxyenv_forget
$global:_proxyenv_names = @()
