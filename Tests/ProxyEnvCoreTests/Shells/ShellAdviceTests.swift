import Testing

@testable import ProxyEnvCore

@Suite struct ShellAdviceTests {
    /// What is typed in each shell: to set `A` to `b c`, to remove it, and to remove an alias and a function `f`.
    private static let typed: [(shell: String, lines: [String])] = [
        ("bash", ["export A='b c'", "unset A", "unalias f", "unset -f f"]),
        ("zsh", ["export A='b c'", "unset A", "unalias f", "unset -f f"]),
        ("sh", ["export A='b c'", "unset A", "unalias f", "unset -f f"]),
        ("ksh", ["export A='b c'", "unset A", "unalias f", "unset -f f"]),
        ("fish", ["set -gx A 'b c'", "set -e A", "functions -e f", "functions -e f"]),
        ("tcsh", ["setenv A 'b c'", "unsetenv A", "unalias f", "unalias f"]),
        ("elvish", ["set-env A 'b c'", "unset-env A", "del f~", "del f~"]),
        ("xonsh", ["$A = 'b c'", "del $A", "del aliases['f']", "del aliases['f']"]),
        ("nushell", ["$env.A = \"b c\"", "hide-env A", "hide f", "hide f"]),
        (
            "powershell",
            ["$env:A = 'b c'", "$env:A = $null", "Remove-Item Alias:f", "Remove-Item Function:f"]
        ),
        ("cmd", ["set \"A=b c\"", "set A=", "doskey f=", "doskey f="]),
    ]

    @Test func `each shell is advised in its own language`() throws {
        #expect(Set(Self.typed.map { $0.shell }) == Set(Shells.names))
        for (name, lines) in Self.typed {
            let shell = try #require(Shells.named(Array(name.utf8)))
            #expect(
                [
                    shell.setting("A", to: "b c"), shell.unsetting("A"), shell.removingAlias("f"),
                    shell.removingFunction("f"),
                ] == lines, "\(name)")
        }
    }

    @Test(arguments: [
        ("bash", "export A=1"), ("fish", "set -gx A 1"), ("powershell", "$env:A = '1'"),
        ("nushell", "$env.A = \"1\""), ("xonsh", "$A = '1'"),
    ])
    func `a plain value has quotes only where the language needs them`(
        _ name: String, _ line: String
    ) throws {
        #expect(try #require(Shells.named(Array(name.utf8))).setting("A", to: "1") == line)
    }

    @Test(arguments: [
        ("zsh", "A=1 codex"), ("fish", "A=1 codex"), ("nushell", "A=1 codex"),
        ("tcsh", "setenv A 1; codex"), ("elvish", "set-env A 1; codex"),
        ("xonsh", "$A = '1'; codex"),
        ("powershell", "$env:A = '1'; codex"), ("cmd", "set \"A=1\"; codex"),
    ])
    func `a command is started with a variable as the shell can`(
        _ name: String, _ line: String
    ) throws {
        let shell = try #require(Shells.named(Array(name.utf8)))
        #expect(shell.starting("codex", with: "A") == line)
    }

    @Test(arguments: [
        ("zsh", "export A=~/ca.pem"), ("tcsh", "setenv A ~/ca.pem"),
        ("powershell", "$env:A = '/home/me/ca.pem'"), ("xonsh", "$A = '/home/me/ca.pem'"),
    ])
    func `a file in the home folder is one for the shell`(_ name: String, _ line: String) throws {
        let shell = try #require(Shells.named(Array(name.utf8)))
        #expect(shell.setting("A", toFile: "~/ca.pem", home: Array("/home/me".utf8)) == line)
    }

    @Test(arguments: [
        ("zsh", "export A='/home/me/my NAME.pem'"),
        ("powershell", "$env:A = '/home/me/my NAME.pem'"),
    ])
    func `a path with a blank is quoted once, and no word of it is replaced`(
        _ name: String, _ line: String
    ) throws {
        let shell = try #require(Shells.named(Array(name.utf8)))
        #expect(shell.setting("A", toFile: "~/my NAME.pem", home: Array("/home/me".utf8)) == line)
        #expect(shell.setting("A", toFile: "/home/me/my NAME.pem", home: nil) == line)
    }
}
