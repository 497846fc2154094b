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
    # An option's name and a quote that is open stand before what is completed.
    $null = $wordToComplete -match '^(?<option>--[a-z-]+=)?(?<quote>[''"]?)(?<word>[^''"]*)'
    $option, $quote, $word = $Matches.option, $Matches.quote, $Matches.word
    $words = @('proxyenv') + @($before | ForEach-Object { $_.Extent.Text })
    if ($option) { $words += $option -replace '=$' }
    # The program knows its commands and options and reads the file. An empty word at the end would be lost before 7.3, so that
    # the line goes by a variable, and what comes back is ASCII alone. The status of the user's last command stays what it was.
    $status = Get-Variable -Name LASTEXITCODE -Scope Global -ValueOnly -ErrorAction Ignore
    $env:PROXYENV_COMPLETE_LINE = ($words + @($word)) -join ' '
    $offers = @(& $program complete 2>$null | ForEach-Object { [regex]::Unescape($_) })
    $env:PROXYENV_COMPLETE_LINE = $null
    $global:LASTEXITCODE = $status
    # Where nothing is offered, PowerShell completes the name of a file.
    if ($offers.Count -eq 0 -or $offers[0] -ceq ':files') { return }

    if ($offers[0] -ceq ':command -1') {
        $offers = @(Get-Command -Name "$word*" -CommandType Application -ErrorAction Ignore | ForEach-Object Name | Sort-Object -Unique)
        # No other name can be wrapped.
        $offers = @($offers -cmatch '^[A-Za-z0-9_][A-Za-z0-9_.+@-]*$')
    } elseif ($offers[0] -clike ':command *') {
        # What follows is completed as if it stood alone.
        $index = [int]$offers[0].Substring(9)
        $start = if ($index -ge $before.Count) { $cursorPosition - $wordToComplete.Length } else { $before[$index].Extent.StartOffset }
        $line = $commandAst.Extent.Text.PadRight($cursorPosition - $commandAst.Extent.StartOffset)
        $line = $line.Substring($start - $commandAst.Extent.StartOffset, $cursorPosition - $start)
        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches
        return
    }
    foreach ($offer in $offers) {
        $candidate, $meaning = $offer -split "`t", 2
        if (-not $candidate.StartsWith($word, 'Ordinal')) { continue }
        $mark = if ($quote) { $quote } elseif ($candidate -match '[^\w./:@%+=-]|^@') { "'" }
        if ($mark -ceq "'") { $text = $candidate -replace "['\u2018-\u201b]", '$0$0' } else { $text = $candidate -replace '[`"$\u201c-\u201e]', '`$0' }
        if (-not $mark) { $text = $candidate }
        $text = "$option$mark$text$mark"
        if (-not $meaning) { $meaning = $candidate }
        if ($ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage') {
            [System.Management.Automation.CompletionResult]::new($text, $candidate, 'ParameterValue', $meaning)
        } else {
            $text
        }
    }
}

# -Native is for a function too: PowerShell asks for it wherever it can't bind the argument to a parameter by itself.
Register-ArgumentCompleter -Native -CommandName proxyenv -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    _proxyenv_complete $wordToComplete $commandAst $cursorPosition
}
