import TestSupport
import Testing

@testable import ProxyEnvCore

/// What each shell's language looks like, and what it can't hold.
@Suite struct ShellLanguageTests {
    /// The texts whose quoting is shown for each shell below.
    static let texts = [
        "", "a b", "'", "''", "a'b", "\"", "\\", "\\'", "$HOME `x` $(y) !z", "a\nb", "é漢😀",
        "\u{2018}\u{2019}\u{201A}\u{201B}", "%PATH%", "-n", "a\\",
    ]

    @Test(
        arguments: zip(
            texts,
            [
                "''", "'a b'", #"''\'''"#, #"''\'''\'''"#, #"'a'\''b'"#, "'\"'", #"'\'"#,
                #"'\'\'''"#,
                "'$HOME `x` $(y) !z'", "'a\nb'", "'é漢😀'", "'\u{2018}\u{2019}\u{201A}\u{201B}'",
                "'%PATH%'", "'-n'", #"'a\'"#,
            ]))
    func `sh, bash and zsh write single quotes, and a quote outside of them`(
        text: String, quoted: String
    ) throws {
        for shell in [Shell.sh, .bash, .zsh] {
            #expect(try shell.quoted([UInt8](text)).text == quoted)
            #expect(try shell.set("A_1", to: [UInt8](text)).text == "export A_1=\(quoted);")
        }
    }

    @Test(arguments: [
        ("sh", "unset -v A;"), ("bash", "unset -v A;"), ("zsh", "unset -v A;"),
        ("fish", "set -eg A;"), ("tcsh", "unsetenv A;"), ("elvish", "unset-env A;"),
        ("xonsh", "${...}.pop('A', None);"), ("cmd", "set \"A=\""),
        ("powershell", "$env:A = $null;"),
    ])
    func `a variable is unset as the shell does it`(name: String, statement: String) throws {
        let shell = try #require(Shells.named(name.utf8))
        #expect(try shell.unset("A").text == statement)
    }

    @Test(arguments: ["sh", "bash", "zsh"])
    func `what fails in a POSIX shell is false`(name: String) throws {
        #expect(try #require(Shells.named(name.utf8)).failingStatement == "false;")
    }

    @Test(
        arguments: zip(
            texts,
            [
                "''", "'a b'", #"'\''"#, #"'\'\''"#, #"'a\'b'"#, "'\"'", #"'\\'"#, #"'\\\''"#,
                "'$HOME `x` $(y) !z'", "'a\nb'", "'é漢😀'", "'\u{2018}\u{2019}\u{201A}\u{201B}'",
                "'%PATH%'", "'-n'", #"'a\\'"#,
            ]))
    func `fish writes single quotes, in which a backslash and a quote are escaped`(
        text: String, quoted: String
    ) throws {
        #expect(try Shell.fish.quoted([UInt8](text)).text == quoted)
        #expect(try Shell.fish.set("A_1", to: [UInt8](text)).text == "set -gx A_1 \(quoted);")
    }

    @Test(
        arguments: zip(
            texts,
            [
                "''", "'a b'", "''''", "''''''", "'a''b'", "'\"'", #"'\'"#, #"'\'''"#,
                "'$HOME `x` $(y) !z'", #"([regex]::Unescape('a\u000ab'))"#,
                #"([regex]::Unescape('\u00e9\u6f22\ud83d\ude00'))"#,
                #"([regex]::Unescape('\u2018\u2019\u201a\u201b'))"#,
                "'%PATH%'", "'-n'", #"'a\'"#,
            ]))
    func `PowerShell gets ASCII alone, as its console reads other bytes in its own way`(
        text: String, quoted: String
    ) throws {
        #expect(try Shell.powershell.quoted([UInt8](text)).text == quoted)
        #expect(try Shell.powershell.set("A_1", to: [UInt8](text)).text == "$env:A_1 = \(quoted);")
    }

    @Test func `PowerShell unsets by assignment, and can hold no bytes that are not UTF-8`() throws
    {
        #expect(try Shell.powershell.unset("A").text == "$env:A = $null;")
        let reason = Unrepresentable(
            form: "powershell", variable: "A", reason: "bytes that are not UTF-8")
        #expect(throws: reason) { try Shell.powershell.set("A", to: [0xE2, 0x80]) }
    }

    @Test
    func `PowerShell gets a comment where there is nothing to do, as it evaluates no empty text`()
        throws
    {
        let nothing = try Shell.powershell.script(for: EnvironmentPatch())
        #expect(Shell.powershell.guarded(nothing, changing: []).text == "# nothing to change\n")
    }

    @Test(arguments: [
        ("", "set \"A=\""), ("a b", "set \"A=a b\""), ("&|<>^()", "set \"A=&|<>^()\""),
        ("'", "set \"A='\""),
        ("%PATH%", "set \"A=%PATH%\""), ("é", "set \"A=é\""),
    ])
    func `cmd writes set with the whole assignment in double quotes`(text: String, line: String)
        throws
    {
        #expect(try Shell.cmd.set("A", to: [UInt8](text)).text == line)
    }

    @Test(arguments: [
        ("a\"b", "a double quote"), ("a\nb", "a newline"), ("a\r", "a carriage return"),
        (String(repeating: "x", count: 8000), "more than 8000 bytes"), ("a\0", "a NUL"),
    ])
    func `cmd refuses what it can't write`(text: String, reason: String) {
        let patch = EnvironmentPatch([.unset(name: "A"), .set(name: "B", value: [UInt8](text))])
        #expect(throws: Unrepresentable(form: "cmd", variable: "B", reason: reason)) {
            try Shell.cmd.script(for: patch)
        }
    }

    @Test(arguments: Shells.names)
    func `no shell takes a NUL`(name: String) throws {
        let shell = try #require(Shells.named(name.utf8))
        #expect(throws: Unrepresentable(form: name, variable: "A", reason: "a NUL")) {
            try shell.script(for: EnvironmentPatch([.set(name: "A", value: [0x61, 0, 0x62])]))
        }
    }

    @Test(arguments: [
        ("sh", "export A='it'\\''s';\nunset -v B;\nexport c='';\n"),
        ("zsh", "export A='it'\\''s';\nunset -v B;\nexport c='';\n"),
        ("bash", "export A='it'\\''s';\nunset -v B;\nexport c='';\n"),
        (
            "fish",
            "set -gx A 'it\\'s';\nset -eg B;\nset -gx c '';\n"
        ),
        (
            "powershell",
            """
            $env:A = 'it''s';
            $env:B = $null;
            $env:c = '';

            """
        ), ("cmd", "set \"A=it's\"\nset \"B=\"\nset \"c=\"\n"),
    ])
    func `a script is a line for each change, in the order of the patch`(
        name: String, script: String
    ) throws {
        let shell = try #require(Shells.named(name.utf8))
        let patch = EnvironmentPatch([
            .set(name: "c", value: []), .unset(name: "B"), .set(name: "A", value: [UInt8]("it's")),
        ])
        #expect(try shell.script(for: patch).text == script)
    }

    @Test(arguments: Shells.names.filter { $0 != "nushell" })
    func `without a change there is no script`(name: String) throws {
        let shell = try #require(Shells.named(name.utf8))
        #expect(try shell.script(for: EnvironmentPatch()) == [])
    }

    @Test func `tcsh writes single quotes, and escapes the mark that recalls a command`() throws {
        #expect(try Shell.tcsh.quoted([UInt8]("it's !x \\ `$`")).text == #"'it'\''s \!x \ `$`'"#)
        #expect(try Shell.tcsh.set("A", to: [UInt8]("b")).text == "setenv A 'b';")
    }

    @Test(
        arguments: [
            ("tcsh", [0x0A], "a newline"), ("elvish", [0xFF], "bytes that are not UTF-8"),
        ] as [(String, [UInt8], String)])
    func `tcsh and elvish refuse what they can't hold`(
        name: String, value: [UInt8], reason: String
    ) throws {
        let shell = try #require(Shells.named(name.utf8))
        #expect(throws: Unrepresentable(form: name, variable: "A", reason: reason)) {
            try shell.script(for: EnvironmentPatch([.set(name: "A", value: value)]))
        }
    }

    @Test func `elvish doubles a single quote`() throws {
        #expect(try Shell.elvish.set("A", to: [UInt8]("it's\n\\")).text == "set-env A 'it''s\n\\';")
    }

    @Test func `xonsh writes ASCII, and a byte that is not UTF-8 as its surrogate`() throws {
        #expect(
            try Shell.xonsh.quoted([UInt8]("it's\n\\\u{E9}\u{2028}\u{1F600}") + [0xFF]).text
                == #"'it\'s\x0a\\\xe9\u2028\U0001f600\udcff'"#)
    }

    @Test(arguments: [
        ("A", "b", "$A = 'b';"),
        ("A_PATH", "~/b", "${...}.register('A_PATH', type='str'); $A_PATH = '~/b';"),
    ])
    func `xonsh is told of a list that it is text`(
        name: String, value: String, statement: String
    ) throws {
        #expect(try Shell.xonsh.set(name, to: [UInt8](value)).text == statement)
    }

    @Test func `Nushell gets an object, in which null is for what is unset`() throws {
        let patch = EnvironmentPatch([.set(name: "A", value: [UInt8]("it's\n")), .unset(name: "B")])
        #expect(
            try Shell.nushell.script(for: patch).text
                == "{\n  \"A\": \"it's\\n\",\n  \"B\": null\n}\n")
    }

    @Test(arguments: ["zsh", "bash", "fish", "sh", "ksh", "tcsh"])
    func `bytes that are not UTF-8 go out as they came in`(name: String) throws {
        let shell = try #require(Shells.named(name.utf8))
        let bytes: [UInt8] = [0xFF, 0x80, 0xC3]
        let quoted = try shell.quoted(bytes)
        #expect(quoted.dropFirst().dropLast() == bytes[...])
    }

    @Test func `what a POSIX shell, fish or PowerShell reads back is what was written`() throws {
        var random = SplitMix64(for: "quoting")
        for _ in 0..<10_000 {
            let text = random.bytes(upTo: 12, from: [UInt8]("'\\\u{2018}\"$` \n")).filter {
                $0 != 0
            }
            #expect(try Unquoting.posix(Shell.bash.quoted(text)) == text)
            #expect(try Unquoting.fish(Shell.fish.quoted(text)) == text)
        }
        let pieces = "'\\\u{2018}\"$` \n\u{E9}\u{1F600}un0".map { [UInt8](String($0).utf8) }
        for _ in 0..<10_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
                random.pick(pieces)
            }
            #expect(try Unquoting.powerShell(Shell.powershell.quoted(text)) == text)
        }
    }
}

extension Shell {
    /// The statement that sets `variable`.
    fileprivate func set(_ variable: String, to value: [UInt8]) throws -> [UInt8] {
        try statement(.set(name: variable, value: value))
    }

    /// The statement that unsets `variable`.
    fileprivate func unset(_ variable: String) throws -> [UInt8] {
        try statement(.unset(name: variable))
    }

    private func statement(_ change: EnvironmentPatch.Change) throws -> [UInt8] {
        let lines = try script(for: EnvironmentPatch([change]))
        #expect(lines.last == 0x0A)
        return lines.dropLast()
    }
}
