import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct ShellsTests {
    @Test(arguments: [
        ("zsh", "zsh"), ("-zsh", "zsh"), ("/usr/bin/zsh", "zsh"), ("zsh-5.9", "zsh"),
        ("ZSH", "zsh"),
        ("bash5", "bash"), ("bash-5.2.15", "bash"), ("/opt/homebrew/bin/bash", "bash"),
        ("bash.exe", "bash"),
        ("sh", "sh"), ("dash", "sh"), ("ash", "sh"), ("posix", "sh"), ("-sh", "sh"),
        ("fish", "fish"),
        ("pwsh", "powershell"), ("pwsh.exe", "powershell"), ("power-shell", "powershell"),
        ("C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\PowerShell.EXE", "powershell"),
        ("pwsh-preview", "powershell"),
        ("pwsh-7.4", "powershell"), ("cmd", "cmd"), ("cmd.exe", "cmd"),
    ])
    func `a shell is known by what people write`(text: String, name: String) {
        #expect(Shells.named(text.utf8)?.name == name)
    }

    @Test(arguments: [
        "", "-", ".exe", "5", "/", "/usr/bin/", "zsh ", "zshx", "xzsh", "python3", "--zsh",
        "zsh\n", "é",
    ])
    func `nothing else is one`(text: String) {
        #expect(Shells.named(text.utf8) == nil)
    }

    @Test func `the shells are listed in this order`() {
        #expect(
            Shells.names == [
                "zsh", "bash", "fish", "sh", "ksh", "tcsh", "elvish", "nushell", "xonsh",
                "powershell", "cmd",
            ])
    }

    @Test func `names and aliases are in lower case and stand for one shell each`() {
        let words = Shells.all.flatMap { [$0.name] + $0.aliases }
        #expect(Set(words).count == words.count)
        for word in words { #expect(word.utf8.allSatisfy { $0.lowercased == $0 }) }
    }

    @Test func `random text is no crash`() {
        var random = SplitMix64(for: "shells")
        for _ in 0..<5000 {
            let text = random.mutated(
                random.pick(["-zsh", "/bin/bash-5.2.exe", "pwsh.exe"].map { [UInt8]($0) }), [[0x2D]]
            )
            if let shell = Shells.named(text) { #expect(Shells.names.contains(shell.name)) }
        }
    }

    @Test func `a name of absurd length is none`() {
        #expect(Shells.named([UInt8](repeating: 0x2F, count: 5000) + [UInt8]("zsh")) == nil)
    }

    private static let line = "proxyenv use http://127.0.0.1:1"

    @Test(arguments: Shells.names.filter { $0 != "cmd" })
    func `every shell but cmd can evaluate what a line prints`(name: String) throws {
        let text = try #require(Shells.named(name.utf8)).evaluation(of: Self.line)
        #expect(text.contains(Self.line))
        #expect(text != Self.line && !text.contains("clash"))
    }

    @Test func `in cmd the line itself has to do`() {
        #expect(Shell.cmd.evaluation(of: Self.line) == Self.line)
    }

    @Test func `sh evaluates what the line prints`() {
        #expect(Shell.sh.evaluation(of: Self.line) == "eval \"$(\(Self.line))\"")
    }

    @Test func `a shell's view of itself is read`() throws {
        let view = try #require(
            ShellView(
                [UInt8](
                    "zsh/1 wrapper:codex  function:npm alias:pip=pip='nice\u{1F}pip' wrapper:g++ new:x "
                )
            ))
        #expect(view.shell == "zsh")
        #expect(view.wrappers == ["codex", "g++"])
        #expect(view.functions == ["npm"])
        #expect(view.aliases == ["pip"])
        #expect(view.target(ofAlias: "pip") == .other)
        #expect(view.target(ofAlias: "npm") == nil)
        #expect(
            ["pip", "npm", "codex"].map { view.kind(of: $0) } == ["an alias", "a function", nil])
    }

    @Test func `a view by a name that is an alias is that of the shell`() {
        #expect(ShellView([UInt8]("dash/1"))?.shell == "sh")
    }

    @Test(arguments: [
        "", " ", "zsh", "zsh/2", "/1", "x/1", "zsh/1 codex", "zsh/1 wrapper:",
        "zsh/1 wrapper:a;b", "zsh/1 alias:cd",
        "zsh/1 wrapper:$(x)", "zsh/1\nwrapper:x", "zsh/1 wrapper:é",
    ])
    func `a view of another version or by somebody else is none`(text: String) {
        #expect(ShellView([UInt8](text)) == nil)
    }

    @Test func `a random view holds only names that can be wrapped`() {
        var random = SplitMix64(for: "shell views")
        let text = [UInt8]("bash/1 wrapper:codex function:npm alias:pip")
        var count = 0
        for _ in 0..<5000 {
            guard let view = ShellView(random.mutated(text, [[0x20], [0x3A], [0x0A]])) else {
                continue
            }
            let names = view.wrappers + view.functions + view.aliases
            #expect(names.allSatisfy { CommandName.isValid([UInt8]($0)) })
            count += names.count
        }
        #expect(count > 1000)
    }

    @Test(arguments: [
        ("zsh", ["7z", "POST", "post", "g++"]), ("sh", ["POST", "post"]),
        ("ksh", ["POST", "post"]),
        ("nushell", ["POST", "post", "g++"]), ("powershell", ["7z", "g++"]),
    ])
    func `a shell wraps the commands whose names it can tell apart`(
        _ shell: String, _ names: [String]
    ) {
        let rules = ["7z", "POST", "post", "g++", "proxyenv-old"]
        let wrappable = Shells.named(shell.utf8)?.wrappable(rules).filter { $0 != "proxyenv-old" }
        #expect(wrappable == names)
        #expect(Shell.powershell.wrappable(["proxyenv-old"]).isEmpty)
    }
}
