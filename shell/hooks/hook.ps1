# proxyenv's integration for PowerShell. The line for $PROFILE:
#   if (Get-Command proxyenv -ErrorAction Ignore) { Invoke-Expression ((& proxyenv hook powershell) -join "`n") }
# It is a module: `Get-Command -Module proxyenv` lists it, and `Remove-Module proxyenv` takes all of it away.

Remove-Module -Name proxyenv -ErrorAction Ignore -WhatIf:$false -Confirm:$false
New-Module -Name proxyenv -ArgumentList { Invoke-Expression ($args[0] -join "`n") } -ScriptBlock {
    # Runs text outside of this module: within it none can take its aliases away.
    param($evaluate)
    # What the user prefers in commands is not for those here.
    Set-StrictMode -Off
    $WhatIfPreference = $false
    $ConfirmPreference = 'None'
    $PSDefaultParameterValues = $null

    $program = '/PROXYENV/PATH'
    $options = @(& { $args } --config '/PROXYENV/CONFIG' )
    $folder = '/PROXYENV/WRAPPERS'
    $ending = '/PROXYENV/ENDING'
    $names = @('PROXYENV_NAMES' -split ' ' -ne '')
    # The profile that was active before `off`.
    $previous = ''

    # Gives the arguments of $invocation as text, in which $values are what a script gets of them.
    #
    # What is constant stands there as it was typed: a script gets `-a:b` in two and no `--`, and is not told what is in quotes,
    # without which `*` is a pattern of files.
    function Get-Argument($invocation, $values) {
        $text = ''
        $index = 0
        $end = -1
        $isOpen = $true
        try {
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($invocation.Statement, [ref]$null, [ref]$null)
            $command = $ast.Find({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
            foreach ($element in $command.CommandElements | Select-Object -Skip 1) {
                $kind = $element.GetType().Name
                $isConstant = -not $element.Find({ $args[0].GetType().Name -notmatch '^(CommandParameter|(StringC|C)onstantExpression|ArrayLiteral)Ast$' }, $true)
                if ($isOpen -and $kind -eq 'CommandParameterAst' -and $element.Extent.Text -ceq '--') {
                    $isOpen = $false
                    $index--
                }
                if ($element.Argument) { $index++ }
                if (-not $isConstant -or $element.Extent.StartOffset -ne $end) { $text += ' ' }
                $end = if ($isConstant) { $element.Extent.EndOffset } else { -1 }
                $text += if ($isConstant) {
                    $element.Extent.Text
                } elseif ($element.Argument) {
                    $blank = if ($element.Argument.Extent.StartOffset -ne $element.ErrorPosition.EndOffset) { ' ' }
                    "-$($element.ParameterName):$blank`$values[$index]"
                } elseif ($element.StringConstantType -match 'Double') {
                    "`"`$(`$values[$index])`""
                } else {
                    "`$values[$index]"
                }
                $index++
                if ($element.Splatted) { $index = -1000 }
            }
        } catch {
            $index = -1
        }
        if ($index -eq $values.Count) { return $text }
        # With `@words`, in ConstrainedLanguage and where PowerShell does not tell the statement, all of it is in quotes.
        $text = ''
        for ($index = 0; $index -lt $values.Count; $index++) {
            $text += if ($values[$index] -is [array]) { " `$values[$index]" } else { " `"`$(`$values[$index])`"" }
        }
        $text
    }

    # Acts on this shell for `use` and `off`, and hands everything else to the program.
    function Invoke-Proxyenv($invocation, $values) {
        $verb = ''
        $isValue = $false
        foreach ($word in $values) {
            if ($isValue) {
                $isValue = $false
            } elseif ($word -cin '-h', '--help', '-V', '--version', '--shell' -or $word -clike '--shell=*') {
                $verb = '-'
                break
            } elseif ($word -clike '-*') {
                $isValue = $word -cin ('PROXYENV_OPTIONS' -split ' ')
            } elseif ($verb -eq '') {
                $verb = $word
            }
        }
        $call = '& $program'
        if ($options) { $call += ' "$($options[0])" "$($options[1])"' }
        $words = Get-Argument $invocation $values
        try {
            # Without a command it says how things stand, whether this is loaded too.
            if ($verb -cin '', 'status', 'doctor', 'explain', 'wrap', 'unwrap', 'edit', 'remove', 'rename') {
                $env:PROXYENV_SHELL_VIEW = Get-View $values
            }
            if ($verb -cin 'use', 'off') {
                # `off` leaves no variable behind in which `use -` could find the profile.
                if ($env:PROXYENV_ACTIVE) { $script:previous = $env:PROXYENV_ACTIVE }
                $env:PROXYENV_PREVIOUS = $previous
                $lines = Invoke-Expression "$call --shell powershell$words"
                if ($LASTEXITCODE -eq 0 -and $lines) { & $evaluate $lines }
            } elseif ($verb -cne 'reload') {
                if ($invocation.ExpectingInput) {
                    $piped = $input
                    Invoke-Expression "`$piped | $call$words"
                } else {
                    Invoke-Expression "$call$words"
                }
            }
            $status = $LASTEXITCODE
            # Loads this integration anew, with the commands that the file names now.
            if ($verb -cin 'wrap', 'unwrap', 'edit', 'remove', 'rename', 'shim', 'reload') {
                $lines = Invoke-Expression "$call hook powershell"
                if ($LASTEXITCODE -eq 0 -and $lines) { & $evaluate $lines }
                if ($verb -cne 'reload') { $global:LASTEXITCODE = $status }
            }
        } catch {
            if ($_.FullyQualifiedErrorId -cnotlike 'CommandNotFoundException*') { throw }
            # Without the program its wrappers lead nowhere.
            & $evaluate 'Remove-Module -Name proxyenv'
            $global:LASTEXITCODE = 127
            Write-Warning "$program is gone: this shell is without it and its wrappers now"
        } finally {
            $env:PROXYENV_PREVIOUS = $null
            $env:PROXYENV_SHELL_VIEW = $null
        }
    }

    # Gives what only this shell knows: which of the commands, and of $words, are wrapped or something else here.
    function Get-View($words) {
        $seen = @('powershell/1')
        # No command that can be wrapped is called like these, which PowerShell has aliases or functions for.
        $others = 'cd', 'chdir', 'echo', 'exec', 'fc', 'foreach', 'help', 'history', 'kill', 'popd', 'pushd', 'pwd', 'r', 'set', 'type', 'where'
        $words = @($words -cmatch '^[A-Za-z0-9_][A-Za-z0-9_.+@-]*$' | Where-Object { $_ -cnotin $others })
        foreach ($name in $names + $words | Select-Object -Unique) {
            $alias = Get-Alias -Name $name -Scope Global -ErrorAction Ignore
            if ($alias -and $alias.Definition -ceq "$folder/$name$ending") {
                $seen += "wrapper:$name"
            } elseif ($alias) {
                $seen += "alias:$name=$name='$($alias.Definition)'" -replace ' ', [char]0x1F
            } elseif (Get-Command -Name $name -CommandType Function -ListImported -ErrorAction Ignore) {
                $seen += "function:$name"
            }
        }
        # Variables of PowerShell's own, which no program sees: `set HTTP_PROXY=http://…`, as cmd has it, makes one of that whole name.
        foreach ($variable in Get-Variable -Scope Global) {
            if ($variable.Name -match '^(https?|all)_proxy=.') {
                $seen += "assigned:$($variable.Name)" -replace ' ', [char]0x1F
            } elseif ($variable.Value -and $variable.Name -match '^(https?|all)_proxy$') {
                $seen += "set:$($variable.Name)"
            }
        }
        $seen -join ' '
    }

    # The completion is read when it is first asked for; the status of the user's last command stays what it was.
    Register-ArgumentCompleter -Native -CommandName proxyenv -ScriptBlock {
        param($wordToComplete, $commandAst, $cursorPosition)
        $status = $global:LASTEXITCODE
        $lines = & $program completions powershell
        $global:LASTEXITCODE = $status
        if ($lines) {
            & $evaluate $lines
            _proxyenv_complete $wordToComplete $commandAst $cursorPosition
        }
    }

    # What `proxyenv` is where there is no folder for its script; `Get-Help` looks for the script's name.
    function proxyenv {
        <#
        .SYNOPSIS
        Named proxy profiles, for this shell or for one command.
        .DESCRIPTION
        `proxyenv help` names the commands, `proxyenv help COMMAND` explains one. #>
        if ($MyInvocation.ExpectingInput) { $input | Invoke-Proxyenv $MyInvocation $args } else { Invoke-Proxyenv $MyInvocation $args }
    }
    ${function:proxyenv.ps1} = ${function:proxyenv}

    # A wrapper is an alias of a link to proxyenv that has the command's name: what a function starts has other arguments, bytes
    # and `$?`. An alias or a function of the user's own stays.
    $wrappers = @()
    if ($folder) {
        foreach ($name in $names) {
            # `Get-Command` would take a quarter of a second here.
            if ((Test-Path -Path "alias:$name") -or (Test-Path -Path "function:$name")) { continue }
            Set-Alias -Name $name -Value "$folder/$name$ending"
            $wrappers += $name
        }
        Set-Alias -Name proxyenv -Value "$folder/proxyenv.ps1"
        $wrappers += 'proxyenv'
    }
    Export-ModuleMember -Function proxyenv, proxyenv.ps1 -Alias $wrappers
} | Import-Module -Global -DisableNameChecking
