import Testing

/// What the hook makes of a session of PowerShell.
@Suite struct PowerShellHookTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        for name in ["teller", "fixed", "plain", "other"] { try sandbox.installTeller(name) }
    }

    @Test
    func `options before the verb switch the shell and show no line, and use - works after off`()
        throws
    {
        let outcome = try sandbox.powerShell(
            """
            proxyenv -q use home; $env:https_proxy
            proxyenv --color never off; "[$env:https_proxy]"
            proxyenv use -; $env:PROXYENV_ACTIVE
            proxyenv --config '\(sandbox.config)' use office; $env:PROXYENV_ACTIVE
            proxyenv off; proxyenv off; "[$env:PROXYENV_ACTIVE]"
            Test-Path Env:PROXYENV_SHELL_VIEW, Env:PROXYENV_PREVIOUS
            """)
        #expect(outcome.errorText.isEmpty)
        #expect(
            outcome.text
                == "http://127.0.0.1:12\n[]\nhome\noffice\n[]\nFalse\nFalse\n")
    }

    @Test func `status, doctor, explain and proxyenv alone know the shell, in JSON too`() throws {
        let outcome = try sandbox.powerShell(
            """
            (proxyenv status --json | ConvertFrom-Json).hook
            (proxyenv -q status --json | ConvertFrom-Json).commands.state -join ' '
            proxyenv | Select-String hook | ForEach-Object { "$_" }
            $steps = (proxyenv doctor --json teller | ConvertFrom-Json).steps
            ($steps | Where-Object name -eq shell).text
            """)
        #expect(
            outcome.text == """
                powershell
                wrapped wrapped
                hook      loaded in powershell
                the hook is loaded in powershell, and goes before teller

                """)
    }

    @Test func `unwrap, wrap, edit and reload take wrappers away and make them`() throws {
        try sandbox.install("editor", "#!/bin/sh\nprintf '[commands]\\nother = true\\n' > \"$1\"\n")
        let outcome = try sandbox.powerShell(
            """
            function told { (Get-Command -Name teller, fixed, other, plain -CommandType Alias -ErrorAction Ignore).Name -join ' ' }
            told
            proxyenv unwrap teller; told
            proxyenv wrap plain; told
            plain x
            Set-Content -Path '\(sandbox.config)' -Value "[profiles.office]`nurl = 'http://127.0.0.1:11'`n[commands]`nfixed = true"
            proxyenv reload; told
            $env:EDITOR = 'editor'; proxyenv edit; told
            """)
        #expect(
            outcome.text == """
                teller fixed
                fixed
                fixed plain
                plain office http://127.0.0.1:11 <x>
                fixed
                other

                """)
    }

    @Test
    func `an alias or a function of the user's own stays, and status says that it goes first`()
        throws
    {
        let outcome = try sandbox.powerShell(
            """
            fixed a
            proxyenv status | Select-String 'teller:|fixed:' | ForEach-Object { "$_" }
            Set-Alias teller other; teller b
            proxyenv status | Select-String 'teller:' | ForEach-Object { "$_" }
            proxyenv reload; teller c
            """, line: "function fixed { \"own $args\" }\n" + Sandbox.powerShellLine)
        #expect(
            outcome.text == """
                own a
                command   fixed: not wrapped: a function or an alias of yours has this name
                command   teller: goes through its wrapper, profile office (the default)
                other plain none <b>
                command   teller: not wrapped: your alias skips the wrapper
                other plain none <c>

                """)
    }

    @Test func `an alias or a function proxyenv from before the line is no obstacle`() throws {
        for own in [
            "Set-Alias proxyenv '\(sandbox.program)'",
            "function proxyenv { & '\(sandbox.program)' @args }",
        ] {
            let outcome = try sandbox.powerShell(
                "proxyenv use home; $env:PROXYENV_ACTIVE", line: own + "\n" + Sandbox.powerShellLine
            )
            #expect(outcome.text == "home\n", "\(own)")
            #expect(outcome.errorText.isEmpty)
        }
    }

    @Test func `the line can be there twice, in strict mode, with Stop, WhatIf and own commands`()
        throws
    {
        let line = """
            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'
            $WhatIfPreference = $true
            $ConfirmPreference = 'Low'
            $PSDefaultParameterValues['Set-Alias:Option'] = 'ReadOnly'
            function Remove-Item { 'own' }
            \(Sandbox.powerShellLine)
            \(Sandbox.powerShellLine)
            """
        let outcome = try sandbox.powerShell(
            "proxyenv use home; $env:https_proxy; teller; proxyenv off; \"[$env:https_proxy]\"",
            line: line, with: ["FTP_PROXY": "x"])
        #expect(outcome.errorText.isEmpty)
        #expect(outcome.text == "http://127.0.0.1:12\nteller home http://127.0.0.1:12\n[]\n")
    }

    @Test func `in ConstrainedLanguage it does what it does elsewhere`() throws {
        let outcome = try sandbox.powerShell(
            """
            proxyenv use home; $env:https_proxy
            teller 'a b'
            proxyenv run plain 'a b' c
            proxyenv off; "[$env:https_proxy]"
            """,
            line: "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'\n"
                + Sandbox.powerShellLine)
        #expect(outcome.errorText.isEmpty)
        #expect(
            outcome.text == """
                http://127.0.0.1:12
                teller home http://127.0.0.1:12 <a b>
                plain home http://127.0.0.1:12 <a b> <c>
                []

                """)
    }

    @Test
    func `it is a module that Get-Help explains, Get-Command lists and Remove-Module takes away`()
        throws
    {
        let outcome = try sandbox.powerShell(
            """
            (Get-Help proxyenv).Synopsis
            (Get-Command -Module proxyenv).Name -join ' '
            (Get-Command -Module proxyenv -CommandType Alias).Name -join ' '
            Remove-Module proxyenv
            (Get-Command proxyenv, teller).CommandType -join ' '
            """)
        #expect(
            outcome.text == """
                Named proxy profiles, for this shell or for one command.
                proxyenv proxyenv.ps1
                fixed proxyenv teller
                Application Application

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test
    func `names that differ in case alone are not wrapped, as PowerShell can't tell them apart`()
        throws
    {
        try sandbox.write(
            "[commands]\nGET = true\nget = true\nteller = true\n",
            to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.powerShell(
            "(Get-Command -Module proxyenv -CommandType Alias).Name -join ' '")
        #expect(outcome.text == "proxyenv teller\n")
    }

    // MARK: What is wrong

    @Test
    func `with a broken file there is one message, the rest of the profile runs, and reload helps`()
        throws
    {
        try sandbox.write("[profiles\n", to: ".config/proxyenv/config.toml")
        let fixed = HookTests.config.replacing("'", with: "''")
        let outcome = try sandbox.powerShell(
            """
            'rest'
            plain a
            Set-Content -Path '\(sandbox.config)' -Value '\(fixed)'
            proxyenv reload
            teller b
            """, line: "$ErrorActionPreference = 'Stop'\n" + Sandbox.powerShellLine)
        #expect(
            outcome.text == "rest\nplain plain none <a>\nteller office http://127.0.0.1:11 <b>\n")
        #expect(outcome.errorText.hasPrefix("error: expected `]`"))
        #expect(!outcome.errorText.contains("Line |"), "\(outcome.errorText)")
    }

    @Test func `in a home that can't be written there is one message, and no wrapper`() throws {
        try sandbox.write("", to: "file")
        let outcome = try sandbox.powerShell(
            """
            teller a
            proxyenv use home; $env:PROXYENV_ACTIVE; teller b
            proxyenv list > $null && 'good'
            """, with: ["XDG_DATA_HOME": "\(sandbox.home)/file"])
        #expect(
            outcome.text
                == "teller plain none <a>\nhome\nteller home http://127.0.0.1:12 <b>\ngood\n")
        #expect(
            outcome.errorText
                == "proxyenv: no command is wrapped here, because of ~/file/proxyenv/wrappers/usual: its folders cannot be looked at\n"
        )
    }

    @Test func `when the program is gone, proxyenv says so once and the commands are plain again`()
        throws
    {
        let outcome = try sandbox.powerShell(
            """
            /bin/rm '\(sandbox.program)'
            proxyenv use home; "$? $LASTEXITCODE"
            teller a
            Get-Command -Name proxyenv -ErrorAction Ignore
            """)
        #expect(
            outcome.text == """
                WARNING: \(sandbox.program) is gone: this shell is without it and its wrappers now
                False 127
                teller plain none <a>

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: ["a b", "é", "it's", "$x", "[a]", "`n"])
    func `a home of any name will do`(_ name: String) throws {
        let home = "\(sandbox.home)/\(name)"
        for folder in ["", "/.config", "/.config/proxyenv", "/bin"] {
            Files.makeFolder(home + folder)
        }
        try sandbox.write(HookTests.config, to: "\(name)/.config/proxyenv/config.toml")
        Files.link("\(home)/bin/proxyenv", to: Binary.path)
        let outcome = try sandbox.powerShell(
            """
            [Console]::OutputEncoding = [System.Text.Encoding]::GetEncoding(1252)
            \(Sandbox.powerShellLine.replacing("hook", with: "--config \"$HOME/.config/proxyenv/config.toml\" hook"))
            teller 'a b'; proxyenv use home; $env:https_proxy
            """, line: "",
            with: ["HOME": home, "PATH": "\(home)/bin:\(sandbox.home)/bin:\(Binary.searchPath)"])
        #expect(outcome.errorText.isEmpty)
        #expect(outcome.text == "teller office http://127.0.0.1:11 <a b>\nhttp://127.0.0.1:12\n")
    }
}
