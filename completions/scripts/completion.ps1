# Completion of proxyenv for PowerShell. The hook loads it by itself; without the hook, a line for $PROFILE:
#   Invoke-Expression ((& proxyenv completions powershell) -join "`n")

# Gives what may stand at the cursor (Register-ArgumentCompleter, "-ScriptBlock").
function global:_proxyenv_complete([string]$wordToComplete, $commandAst, [int]$cursorPosition) {
    # The word at whose end the cursor is, is the one to complete.
    $before = @(
        $commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1
    )
    $program = Get-Command -Name proxyenv -CommandType Application -TotalCount 1 -ErrorAction Ignore
    if (-not $program) { return }
    # The program knows its commands and options and reads the file. An empty word at the end would be lost before 7.3, so that
    # the line goes by a variable. The status of the user's last command stays what it was.
    $words = @($before | ForEach-Object { $_.Extent.Text })
    $status = Get-Variable -Name LASTEXITCODE -Scope Global -ValueOnly -ErrorAction Ignore
    $env:PROXYENV_COMPLETE_LINE = (@('proxyenv') + $words + @($wordToComplete)) -join ' '
    $offers = @(& $program complete 2>$null)
    Remove-Item -Path Env:PROXYENV_COMPLETE_LINE
    $global:LASTEXITCODE = $status
    # Where nothing is offered, PowerShell completes the name of a file.
    if ($offers.Count -eq 0 -or $offers[0] -ceq ':files') { return }

    if ($offers[0] -clike ':command *') {
        # What follows is completed as if it stood alone.
        $index = [int]$offers[0].Substring(9)
        $start = if ($index -lt 0 -or $index -ge $before.Count) { $cursorPosition - $wordToComplete.Length } else { $before[$index].Extent.StartOffset }
        $line = $commandAst.Extent.Text.PadRight($cursorPosition - $commandAst.Extent.StartOffset)
        $line = $line.Substring($start - $commandAst.Extent.StartOffset, $cursorPosition - $start)
        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches
        return
    }
    foreach ($offer in $offers) {
        $candidate, $meaning = $offer -split "`t", 2
        if ($candidate.StartsWith($wordToComplete, [System.StringComparison]::Ordinal)) {
            if (-not $meaning) { $meaning = $candidate }
            [System.Management.Automation.CompletionResult]::new($candidate, $candidate, 'ParameterValue', $meaning)
        }
    }
}

# -Native is for a function too: PowerShell asks for it wherever it can't bind the argument to a parameter by itself.
Register-ArgumentCompleter -Native -CommandName proxyenv -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    _proxyenv_complete $wordToComplete $commandAst $cursorPosition
}
