import TestSupport
import Testing

/// Text that PowerShell reads from proxyenv, whatever encoding its console has.
@Suite struct PowerShellTextTests {
    private static let encodings = ["latin1", "windows-1252", "ibm437", "gb2312", "utf-8"]
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// Values of every kind, a carriage return in many of them.
    private func values(_ count: Int, _ seed: String) -> [String] {
        var random = SplitMix64(for: seed)
        return GeneratedValues.make(count, longest: 100_000, &random).enumerated().map {
            let value = $1.replacing("CANARY", with: "\(sandbox.home)/canary")
            return $0.isMultiple(of: 3) ? value + "\r\n\r" : value
        }
    }

    @Test func `use and off are exact in each encoding of the console, and nothing is executed`()
        throws
    {
        let values = values(500, "PowerShell text")
        try sandbox.configure(
            values + ["Б; New-Item -Path '\(sandbox.home)/canary'; #", "‘’‚“”„\u{1}"])
        try sandbox.write(Array(values.joined(separator: "\u{0}").utf8), to: "values")
        try sandbox.write("was", to: "before")
        let names = values.indices.map { GeneratedValues.name($0) }
        let outcome = try sandbox.powerShell(
            """
            $values = [IO.File]::ReadAllText('\(sandbox.home)/values') -split "`0"
            $env:V0003 = "é‘`r`n'"
            foreach ($encoding in '\(Self.encodings.joined(separator: "', '"))') {
                [Console]::OutputEncoding = [System.Text.Encoding]::GetEncoding($encoding)
                proxyenv use p
                $right = 0
                for ($i = 0; $i -lt $values.Count; $i++) {
                    $value = [Environment]::GetEnvironmentVariable('V' + $i.ToString('0000'))
                    if ($value -ceq $values[$i]) { $right++ }
                }
                proxyenv off
                $left = @([Environment]::GetEnvironmentVariables().Keys -match '^V\\d{4}$|_proxy$|^PROXYENV_(ACTIVE|STATE)').Count
                "$encoding $right $left $($env:V0003 -ceq "é‘`r`n'")"
            }
            """, limit: 120)
        #expect(outcome.errorText.isEmpty)
        #expect(outcome.text == Self.encodings.map { "\($0) \(names.count) 1 True\n" }.joined())
        #expect(!sandbox.has("canary"))
    }

    @Test
    func
        `arguments of any kind arrive as they are and are not executed, in a wrapper and behind run`()
        throws
    {
        var random = SplitMix64(for: "PowerShell arguments")
        let arguments = GeneratedValues.make(1000, longest: 1000, &random).map {
            $0.replacing("CANARY", with: "\(sandbox.home)/canary")
        }
        try sandbox.write(
            "default = 'p'\n[commands]\nwords = true\n[profiles.p]\nurl = 'http://127.0.0.1:9'\n",
            to: ".config/proxyenv/config.toml")
        try sandbox.install("words", "#!/bin/sh\nprintf '%s\\0' \"$@\"\n")
        try sandbox.write(Array(arguments.joined(separator: "\u{0}").utf8), to: "arguments")
        let outcome = try sandbox.powerShell(
            """
            $list = [IO.File]::ReadAllText('\(sandbox.home)/arguments') -split "`0"
            for ($i = 0; $i -lt $list.Count; $i += 50) {
                $text = ($i..($i + 49) | ForEach-Object { "`"`$(`$list[$_])`"" }) -join ' '
                Invoke-Expression "words $text >> '\(sandbox.home)/out'"
                Invoke-Expression "proxyenv run words $text > `$null"
            }
            """, limit: 120)
        #expect(outcome.errorText.isEmpty)
        var expected: [UInt8] = []
        for argument in arguments { expected += Array(argument.utf8) + [0] }
        #expect(sandbox.read("out") == expected)
        #expect(!sandbox.has("canary"))
    }

    @Test func `a script puts every variable back, also those whose names differ in case alone`()
        throws
    {
        try sandbox.write(
            "[profiles.p]\nurl = 'http://u:secret@127.0.0.1:9'\n[profiles.p.env]\nV = \"é‘\\r\\n\"\n",
            to: ".config/proxyenv/config.toml")
        try sandbox.install(
            "words", "#!/bin/sh\nprintf '<%s>' \"$@\"\necho \" $https_proxy\"\nexit 7\n")
        let made = try sandbox.proxyenv(
            "script", "words", "--profile", "p", "--reveal", "-o", "\(sandbox.home)/s.ps1")
        #expect(made.status == 0, "\(made.errorText)")
        #expect(sandbox.text(of: "s.ps1").utf8.allSatisfy { $0 < 0x7F })
        for file in ["a.txt", "b.txt"] { try sandbox.write("", to: file) }
        let outcome = try sandbox.powerShell(
            """
            Set-Location '\(sandbox.home)'
            $env:http_proxy = 'a'; $env:HTTPS_PROXY = "b`r"; $env:no_proxy = 'é'
            function told { [Environment]::GetEnvironmentVariables().GetEnumerator() | ForEach-Object { "$($_.Name)=$($_.Value)" } | Sort-Object -CaseSensitive }
            $before = told
            ./s.ps1 '*.txt' '~' -x:y --z=a,b '' 'a"b' "c d"
            "$? $LASTEXITCODE"
            'piped' | ./s.ps1 x
            @(Compare-Object $before (told) -CaseSensitive).Count
            """, line: "")
        #expect(outcome.errorText.isEmpty)
        #expect(
            outcome.text == """
                <*.txt><~><-x:y><--z=a,b><><a"b><c d> http://u:secret@127.0.0.1:9
                False 7
                <x> http://u:secret@127.0.0.1:9
                0

                """)
    }

    @Test func `what is printed for PowerShell is ASCII alone`() throws {
        try sandbox.write(
            "[profiles.p]\nurl = 'http://127.0.0.1:9'\nenv = { V = 'é‘' }\n",
            to: ".config/proxyenv/config.toml")
        for words in [
            ["use", "p", "--shell", "pwsh"], ["env", "p", "--format", "powershell"],
            ["hook", "powershell"], ["completions", "powershell"], ["off", "--shell", "pwsh"],
            ["script", "é", "--profile", "p", "--format", "ps1", "-o", "-"],
            ["use", "用户", "--shell", "pwsh"], ["use", "'", "--shell", "pwsh"],
        ] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries(["XDG_DATA_HOME": "\(sandbox.home)/é"])
            ).run()
            let isName = words[0] != "use" || words[1] == "p"
            #expect(outcome.status == (isName ? 0 : 2), "\(words): \(outcome.errorText)")
            #expect(!outcome.output.isEmpty, "\(words)")
            #expect(outcome.output.allSatisfy { $0 < 0x7F }, "\(words)")
        }
    }
}
