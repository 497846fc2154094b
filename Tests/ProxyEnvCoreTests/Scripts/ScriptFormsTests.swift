import Testing

@testable import ProxyEnvCore

/// What each form of a start-up script looks like, and what it can't hold.
@Suite struct ScriptFormsTests {
    private let patch = EnvironmentPatch([
        .set(name: "A", value: [UInt8]("it's %1 $x")), .unset(name: "B"),
        .set(name: "C", value: [UInt8]("<&>")),
    ])

    private func script(
        _ command: String = "codex", _ method: StartScript.Method? = nil
    ) -> StartScript {
        StartScript(
            command: [UInt8](command), profile: "office", version: "1.2",
            remaking: ["proxyenv", "script", command].map { [UInt8]($0) },
            method: method ?? .variables(patch))
    }

    private func text(_ form: String, _ script: StartScript) throws -> String {
        try #require(ScriptForms.named([UInt8](form))).text(of: script).text
    }

    @Test func `a script for sh sets, unsets and becomes the command`() throws {
        #expect(
            try text("sh", script()) == """
                #!/bin/sh
                # Starts codex, with the profile office.
                # Made by proxyenv 1.2. To make it again:
                #   proxyenv script codex
                unset -v B
                export A='it'\\''s %1 $x'
                export C='<&>'
                exec codex "$@"

                """)
    }

    @Test func `a script for the Finder is one for sh`() throws {
        #expect(try text("command", script()) == text("sh", script()))
    }

    @Test func `a script that calls proxyenv sets nothing`() throws {
        let words = ["/opt/a b/proxyenv", "run", "--"].map { [UInt8]($0) }
        let via = script("codex", .proxyenv(words))
        #expect(try text("sh", via).hasSuffix("\nexec '/opt/a b/proxyenv' run -- codex \"$@\"\n"))
        #expect(
            try text("desktop", via).contains("\nExec=\"/opt/a b/proxyenv\" run -- codex %F\n"))
        #expect(try text("plist", via).contains("<string>/opt/a b/proxyenv</string>"))
        #expect(try text("ps1", via).contains("@('/opt/a b/proxyenv', 'run', '--', 'codex')\n"))
    }

    @Test func `a batch file keeps the caller's variables and its arguments from call`() throws {
        #expect(
            try text("bat", script("C:\\a b\\codex.cmd"))
                == """
                @echo off
                rem Starts C:\\a b\\codex.cmd, with the profile office.
                rem Made by proxyenv 1.2. To make it again:
                rem   proxyenv script 'C:\\a b\\codex.cmd'
                setlocal EnableExtensions DisableDelayedExpansion
                set "A=it's %%1 $x"
                set "B="
                set "C=<&>"
                set PROXYENV_ARGUMENTS=%*
                call "C:\\a b\\codex.cmd" %%PROXYENV_ARGUMENTS%%
                set PROXYENV_STATUS=%errorlevel%
                if "%PROXYENV_STATUS%"=="0" exit /b 0
                if defined PROXYENV_ARGUMENTS exit /b %PROXYENV_STATUS%
                set "PROXYENV_LINE=%cmdcmdline:"=%"
                call set "PROXYENV_REST=%%PROXYENV_LINE:%~f0=%%"
                if not "%PROXYENV_REST%"=="%PROXYENV_LINE%" pause
                exit /b %PROXYENV_STATUS%

                """.replacing("\n", with: "\r\n"))
    }

    @Test func `a script for PowerShell puts back what was there before`() throws {
        #expect(
            try text("ps1", script()) == """
                #!/usr/bin/env pwsh
                # Starts codex, with the profile office.
                # Made by proxyenv 1.2. To make it again:
                #   proxyenv script codex
                $global:LASTEXITCODE = 127
                $before = @($env:A, $env:B, $env:C)
                try {
                    $env:B = $null;
                    $env:A = 'it''s %1 $x';
                    $env:C = '<&>';
                    $words = @('codex')
                    $start = ''
                    foreach ($value in $args) {
                        if ($value -is [string] -and $value -clike '-*:' -and $value.psobject.Properties['<CommandParameterName>']) {
                            $start = $value
                            continue
                        }
                        if ($value -is [array] -and $MyInvocation.Line -match '^[^$@(]+$') { $value = $value -join ',' }
                        foreach ($word in $value) { $words += "$start$word"; $start = '' }
                    }
                    $call = '&'
                    for ($index = 0; $index -lt $words.Count; $index++) { $call += ' "$($words[' + $index + '])"' }
                    if ($MyInvocation.ExpectingInput) { $piped = @($input); $call = '$piped | ' + $call }
                    Invoke-Expression $call
                } finally {
                    $env:A = $before[0];
                    $env:B = $before[1];
                    $env:C = $before[2];
                }
                exit $LASTEXITCODE

                """)
    }

    @Test func `a script for PowerShell is ASCII alone, and has no byte order mark`() throws {
        let accented = EnvironmentPatch([.set(name: "A", value: [UInt8]("é"))])
        let written = try text("ps1", script("é", .variables(accented)))
        #expect(written.hasPrefix("#!"))
        #expect(written.utf8.allSatisfy { $0 < 0x7F })
    }

    @Test func `an entry of a menu escapes for Exec and then for the file`() throws {
        #expect(
            try text("desktop", script()) == """
                # Starts codex, with the profile office.
                # Made by proxyenv 1.2. To make it again:
                #   proxyenv script codex
                [Desktop Entry]
                Type=Application
                Name=codex (office)
                Exec=env -u B "A=it's %%1 \\\\$x" "C=<&>" codex %F
                Terminal=true

                """)
    }

    @Test func `a backslash is escaped for both`() {
        #expect(ScriptForm.desktopQuoted([UInt8]("a\\b\tc\"")).text == #""a\\\\b\tc\\"""#)
    }

    @Test(arguments: [
        ("sh", "a\nb", "a control character"), ("bat", "a\"b", "a double quote"),
        ("bat", "50%", "a percent sign"), ("bat", "a^b", "a caret"),
        (
            "bat", "é",
            "a character that is not ASCII, and that each Windows reads differently"
        ),
        ("desktop", "a=b", "an equals sign"), ("plist", "a?>b", "a question mark"),
        ("ps1", "a\u{1B}b", "a control character"),
    ])
    func `what no form or one form can't hold of a command`(
        form: String, command: String, reason: String
    ) throws {
        let form = try #require(ScriptForms.named([UInt8](form)))
        #expect(throws: Unrepresentable(form: form.name, variable: "", reason: reason)) {
            try form.text(of: script(command))
        }
    }

    @Test(arguments: [
        ("bat", "a\nb", "a newline"),
        (
            "bat", "é",
            "a character that is not ASCII, and that each Windows reads differently"
        ),
        ("desktop", "a\nb", "a control character"), ("plist", "a\u{1}b", "a control character"),
    ])
    func `what one form can't hold of a value`(form: String, value: String, reason: String) throws {
        let form = try #require(ScriptForms.named([UInt8](form)))
        let patch = EnvironmentPatch([.set(name: "V", value: [UInt8](value))])
        #expect(throws: Unrepresentable(form: form.name, variable: "V", reason: reason)) {
            try form.text(of: script("codex", .variables(patch)))
        }
    }

    @Test(arguments: [
        ("BAT", "bat"), ("cmd", "bat"), ("pwsh", "ps1"), ("a/b.command", "command"),
        ("x.desktop", "desktop"), ("x.CMD", "bat"), ("x.txt", nil), ("none", nil),
    ])
    func `a form by a name, and by the end of a file's`(text: String, form: String?) {
        let found = ScriptForms.named([UInt8](text)) ?? ScriptForms.of(file: [UInt8](text))
        #expect(found?.name == form)
    }

    @Test func `a file's name without its folder and a program's ending`() {
        #expect(FileName.stem(of: [UInt8]("/usr/bin/codex")).text == "codex")
        #expect(FileName.stem(of: [UInt8]("C:\\bin\\codex.CMD")).text == "codex")
        #expect(FileName.stem(of: [UInt8](".cmd")).text == ".cmd")
    }
}
