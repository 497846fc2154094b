import Testing

/// What PowerShell offers.
@Suite struct PowerShellCompletionTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.clash]
            url = "http://127.0.0.1:11"
            [commands]
            teller = true

            """)
        for name in ["teller", "gizmo", "evil; x"] { try sandbox.installTeller(name) }
        try sandbox.write("", to: "afile")
    }

    /// Lines, and an offer that each has, without which it fails, or one that it must not have.
    private static let lines: [(line: String, offer: String, isThere: Bool)] = [
        ("proxyenv us", "use", true), ("proxyenv use cl", "clash", true),
        ("proxyenv use 'cl", "'clash'", true), ("proxyenv use \"cl", "\"clash\"", true),
        ("proxyenv -q use cl", "clash", true),
        ("proxyenv env --format=p", "--format=powershell", true),
        ("proxyenv env --format p", "powershell", true), ("proxyenv list --j", "--json", true),
        ("proxyenv wrap ", "teller", true), ("proxyenv wrap ", "afile", false),
        ("proxyenv doctor ", "teller", true), ("proxyenv doctor ", "./afile", false),
        ("proxyenv shim add ", "teller", true), ("proxyenv shim add ", "./afile", false),
        ("proxyenv wrap giz", "gizmo", true), ("proxyenv wrap gi", "gi", false),
        ("proxyenv run giz", "gizmo", true), ("proxyenv exec clash -- giz", "gizmo", true),
        ("proxyenv unwrap te", "teller", true), ("teller -g", "-general", true),
        ("tell", "teller", true), ("proxyenv wrap evi", "'evil; x'", false),
    ]

    @Test(arguments: ["FullLanguage", "ConstrainedLanguage"])
    func `offers are profiles, options, programs and what a command itself offers`(_ mode: String)
        throws
    {
        let lines = Self.lines.map { "'\($0.line.replacing("'", with: "''"))'" }
        let outcome = try sandbox.powerShell(
            """
            [Console]::OutputEncoding = [System.Text.Encoding]::GetEncoding(1252)
            Set-Location '\(sandbox.home)'
            $ExecutionContext.SessionState.LanguageMode = '\(mode)'
            \(Sandbox.powerShellLine)
            Register-ArgumentCompleter -Native -CommandName teller -ScriptBlock { param($word) if ("$word" -like '-*') { '-general' } }
            $offers = foreach ($line in \(lines.joined(separator: ", "))) {
                (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText -join "`t"
            }
            Set-Content -Path '\(sandbox.home)/offers' -Value $offers -Encoding utf8
            """, line: "")
        let offers = sandbox.text(of: "offers").split(
            separator: "\n", omittingEmptySubsequences: false)
        try #require(offers.count >= Self.lines.count, "\(outcome.errorText)")
        for (row, offer) in zip(Self.lines, offers) {
            let words = offer.split(separator: "\t").map { String($0) }
            #expect(words.contains(row.offer) == row.isThere, "\(row.line): \(words.prefix(5))")
        }
    }
}
