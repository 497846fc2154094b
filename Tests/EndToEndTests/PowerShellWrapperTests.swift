import Testing

/// A wrapped command in PowerShell, which can't be told from the plain one.
@Suite struct PowerShellWrapperTests {
    private static let config = """
        default = "office"
        [profiles.office]
        url = "http://127.0.0.1:11"
        [profiles.home]
        url = "http://127.0.0.1:12"
        [commands]
        rc = "home"
        words = true
        bytes = true
        head = true
        "g++x" = "home"
        nosuch = true

        """
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(Self.config)
        for name in ["words", "plain", "g++x"] { try sandbox.installEcho(name) }
        try sandbox.installFailing("rc")
    }

    @Test func `a command that fails is seen to fail, also behind run, and so is proxyenv`() throws
    {
        let outcome = try sandbox.powerShell(
            """
            rc 3; "$? $LASTEXITCODE"
            rc 3 && 'and'
            rc 0 && 'good'
            proxyenv run rc 4; "$? $LASTEXITCODE"
            proxyenv run rc 4 && 'and'
            proxyenv use nope 2>$null; "$? $LASTEXITCODE"
            proxyenv use nope 2>$null && 'and'
            proxyenv use home && "$env:PROXYENV_ACTIVE"
            proxyenv validate nope 2>$null || 'or'
            nosuch; "$? $LASTEXITCODE"
            'end'
            """)
        #expect(
            outcome.text == """
                False 3
                good
                False 4
                False 1
                home
                or
                False 127
                end

                """)
        #expect(outcome.errorText == "proxyenv: there is no command `nosuch` to start\n")
    }

    @Test func `an error of a wrapped command names the command`() throws {
        let outcome = try sandbox.powerShell(
            """
            $ErrorActionPreference = 'Stop'
            $PSNativeCommandUseErrorActionPreference = $true
            try { rc 3 } catch { "$_" }
            """)
        #expect(outcome.text == "Program \"rc\" ended with non-zero exit code: 3 (0x03).\n")
    }

    /// What is typed behind a command; each is one argument or some of them.
    private static let forms: [String] = [
        "", "''", "\"\"", "a", "'a b'", "\"a b\"", "a b", "--", "-- a", "a -- b", "-- -- a", "-",
        "- -",
        "-x", "-x y", "-x:y", "-x:'y z'", "-x: y", "-x:$true", "-x:$value", "-xyz:1:2", "'-x:y'",
        #"-C:\x"#, #"-- -C:\x"#, #"C:\x\"#, #"'C:\a b\'"#, "-Confirm:$false", "-Verbose", "-v",
        "-o x",
        "-ErrorAction Stop", "-OutVariable v", "-WhatIf", "--x=y", "--x='y z'", "--x:y", "--x y",
        "---", "-1", "-1.50", "1.50", "0x10", "1e3", "1kb", "007", "+1", "a,b", "a, b", "'a,b'",
        "--x=a,b", "a,b,c d", "1,2", "@(1,2)", "(1,2)", "$list", "@list", "$list a,b", "$null",
        "$()",
        "$value", "\"$value\"", "a$value", "\"a${value}b\"", "$value.Length", "$($value)", "{ a }",
        "*.txt", "'*.txt'", "\"*.txt\"", "a*.txt b", "?.txt", "'?.txt'", "[ab].txt", "'[ab].txt'",
        "no*match", "$pattern", "\"$pattern\"", "~", "'~'", "\"~\"", "~/x", "'~/x'", "a~",
        "$HOME/x",
        "a\"b\"c", "a'b'c", "'a\"b'", "\"a'b\"", "'it''s'", "\"a\"\"b\"", "'a\\\"b'", "'a\\\\'",
        "`$value", "`\"a", "a` b", "a`tb", "'`$value'", "%PATH%", "'%PATH%'", "!x", "^x", "a^b",
        "'a|b'", "'a&b'", "'a;b'", "'a>b'", "'(a)'", "'#a'", "a#b", "'@a'", "a@b", "'@list'", "a=b",
        "=b", "'$(x)'", "\"`$(x)\"", "'é中😀'", "é中", "'‘a’'", "\"“a”\"", "[int]", "a[0]", "a:b",
        ":b",
        "http://x/?a=1", "'http://x/?a=1&b=2'", "10.0.0.0/8,.corp.example", "--% a \"b c\" *.txt",
        "\"a`nb\"", "\"a`r`nb\"", "\"`t\"", "' '", "'  a  '", "$true", "$false", "a.b", ".", "..",
        "./a.txt", "/", "//", "\"$(1 + 1)\"", "(1 + 1)", "('a' + 'b')", "a(1)", "$env:HOME",
        "${value}",
        "'--'", "'--' -x", "-x -- -y", "-x=$value", "--x=$value",
        "a b c d e",
        "-a -b -c", "-a:1 -b:2", "'-'", "'--%'", "`-x", "-é", "-x.y", "-x.y:z", "'\"'",
        "'\"\"'",
        "'\\'", "'\\\\\"'", "\\", "\\\\", "a\\b", "'a\\b c'", "\"a`\"b\"", "$number", "\"$number\"",
        "$hash.key", "\"$($hash.key)\"", "$list[0]", "-x 'y'", "--x \"$value\"", "\"$true\"",
        "'$env:HOME'", "'%'", "'[a]'", "-- '*.txt'", "'a  b'",
        "-z -- $value", "0", "-0", "1.0", "1..3", "a..b", "'1..3'", "-- --x=y", "\"$list\"",
    ]

    /// Those of `forms` that a way to hand arguments on may change.
    private static let delicate = forms.filter { form in form.contains { "'\"\\`".contains($0) } }

    @Test func `a wrapper, run and exec hand on what is typed as the plain command gets it`() throws
    {
        #expect(Self.forms.count >= 190)
        try compare(
            Self.forms, in: "Standard",
            [
                ("plain", "words"), ("plain", "proxyenv run plain"),
                ("proxyenv! plain", "proxyenv exec home -- plain"),
            ])
    }

    @Test(arguments: ["Legacy", "Windows"])
    func `a wrapper does so in each way of PowerShell's to hand arguments on`(_ mode: String) throws
    {
        try compare(Self.delicate, in: mode, [("plain", "words")])
    }

    /// Compares what arrives of `forms` behind the two commands of each pair.
    private func compare(
        _ forms: [String], in mode: String, _ pairs: [(plain: String, other: String)]
    ) throws {
        for file in ["a.txt", "b.txt"] { try sandbox.write("", to: file) }
        func list(_ words: [String]) -> String {
            words.map { word in
                "'\(["'", "‘", "’"].reduce(word) { $0.replacing($1, with: $1 + $1) })'"
            }.joined(separator: ", ")
        }
        let outcome = try sandbox.powerShell(
            """
            Set-Location '\(sandbox.home)'
            $global:PSNativeCommandArgumentPassing = '\(mode)'
            # The program itself, past the function.
            Set-Alias proxyenv! '\(sandbox.program)'
            $value = 'va lue'; $list = 'l 1', '-x:y', '3'; $pattern = '*.txt'; $number = 1.5
            $hash = @{ key = 'k' }
            function told($line) {
                try { (Invoke-Expression $line) -join "`n" -replace ' \\w*$' } catch { "$_" }
            }
            $plains = \(list(pairs.map { $0.plain }))
            $others = \(list(pairs.map { $0.other }))
            $count = 0
            foreach ($form in \(list(forms))) {
                $known = @{}
                for ($i = 0; $i -lt $others.Count; $i++) {
                    $start = @($plains)[$i] -replace '^proxyenv!', 'proxyenv! exec home --'
                    if (-not $known.$start) { $known.$start = told "$start $form" }
                    $other = told "$(@($others)[$i]) $form"
                    if ($other -cne $known.$start) { "$(@($others)[$i]) ${form}: $($known.$start) $other" } else { $count++ }
                }
            }
            $count
            """, limit: 120)
        #expect(outcome.lines.dropLast(2) == [], "\(outcome.errorText)")
        #expect(outcome.lines.dropLast().last == "\(forms.count * pairs.count)")
    }

    @Test func `bytes go through a wrapper as they are, into files, from and to programs`() throws {
        try sandbox.install("bytes", "#!/bin/sh\nexec cat ~/in\n")
        let bytes = (0..<10_240).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 251) }
        try sandbox.write(bytes, to: "in")
        let outcome = try sandbox.powerShell(
            """
            Set-Location '\(sandbox.home)'
            bytes > out1
            bytes | /bin/cat > out2
            /bin/cat in | head -c 20000 > out3
            """)
        #expect(outcome.errorText.isEmpty)
        for name in ["out1", "out2", "out3"] { #expect(sandbox.read(name) == bytes, "\(name)") }
    }

    @Test func `what is piped into a wrapper arrives at once, and not when its writer has ended`()
        throws
    {
        let seen = "\(sandbox.home)/seen"
        try sandbox.install(
            "writer", "#!/bin/sh\necho a\nwhile [ ! -e \(seen) ]; do sleep 0.02; done\necho b\n")
        try sandbox.install(
            "head", "#!/bin/sh\nread line\n: > \(seen)\necho \"<$line>\"\nexec cat\n")
        let outcome = try sandbox.powerShell("writer | head", limit: 30)
        #expect(!outcome.isLate)
        #expect(outcome.text == "<a>\nb\n")
    }

    @Test func `each command gets the profile of its rule, and PROXYENV_BYPASS counts`() throws {
        let outcome = try sandbox.powerShell(
            """
            words a; g++x b; plain c
            proxyenv use home; words d; plain e; proxyenv off
            $env:PROXYENV_BYPASS = 1; words f
            """)
        #expect(
            outcome.text == "<a> office\n<b> home\n<c> \n<d> home\n<e> home\n<f> \n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `a wrapper reads the file that --config has named when the hook was loaded`() throws
    {
        try sandbox.write(
            Self.config.replacing("127.0.0.1:12", with: "127.0.0.1:13"), to: "o ther.toml")
        try sandbox.install("rc", "#!/bin/sh\necho $https_proxy\n")
        let named = Sandbox.powerShellLine.replacing(
            "proxyenv hook", with: "proxyenv --config '\(sandbox.home)/o ther.toml' hook")
        let other = try sandbox.powerShell("rc", line: named)
        #expect(other.text == "http://127.0.0.1:13\n")
        let usual = try sandbox.powerShell("rc")
        #expect(usual.text == "http://127.0.0.1:12\n")
    }
}
