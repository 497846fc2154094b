import Testing

/// Into which files passwords are written: only such as their owner alone can read.
@Suite struct SecretFileTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        // No store keeps a password here.
        for name in ["secret-tool", "pass"] { try sandbox.install(name, "#!/bin/sh\nexit 1\n") }
    }

    private func mode(_ name: String) -> Files.Mode? { Files.mode("\(sandbox.home)/\(name)") }

    private let shared = ".config/proxyenv/config.toml"
    private let local = ".config/proxyenv/config.local.toml"
    private let told =
        "holds a password or a token, and others could read it: only you can now (mode 600)"

    @Test(arguments: [0o644, 0o640, 0o604] as [Files.Mode])
    func `add with a password from standard input makes the file its owner's alone, and says so`(
        _ start: Files.Mode
    ) throws {
        try sandbox.write(Array("# mine\n".utf8), to: shared, mode: start)
        let outcome = try sandbox.proxyenv(
            "add", "office", "-", input: "http://alice:S3CRET@h:8080\n")
        #expect(outcome.status == 0)
        #expect(mode(shared) == 0o600)
        #expect(
            outcome.errorText.contains("~/\(shared) \(told)"),
            "\(outcome.errorText)")
        #expect(!outcome.errorText.contains("S3CRET"))
    }

    @Test func `a file that others can write is refused a password, and stays as it is`() throws {
        let text = "[profiles.office]\nurl = \"http://evil:1\"\nusername = \"alice\"\n"
        try sandbox.write(Array(text.utf8), to: shared, mode: 0o666)
        for words in [["add", "b", "-"], ["password", "office"]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries(),
                input: Array(words[0] == "add" ? "http://alice:S3CRET@h:1".utf8 : "S3CRET".utf8)
            ).run()
            #expect(outcome.status == 1)
            #expect(outcome.errorText.contains("chmod go-w ~/\(shared)"), "\(outcome.errorText)")
            #expect(!outcome.errorText.contains("S3CRET"))
        }
        #expect(sandbox.read(shared) == Array(text.utf8))
        #expect(!sandbox.has(local))
    }

    @Test(
        arguments: [
            ["set", "office", "url", "http://h:2"], ["rename", "office", "work"], ["remove", "b"],
            ["default", "office"], ["wrap", "codex"], ["add", "c", "7890"],
            ["set", "--local", "b", "url", "http://h:2"],
        ])
    func `whatever writes a file with a password in it anew keeps others from it`(_ words: [String])
        throws
    {
        let file = words.contains("--local") ? local : shared
        try sandbox.write("[profiles.b]\nurl = 'http://h:1'\n", to: shared)
        try sandbox.write(
            Array(
                """
                [profiles.office]
                url = "http://h:1"
                username = "alice"
                password = "geheim"
                [profiles.b]
                url = "http://h:3"

                """.utf8), to: file, mode: 0o644)
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(mode(file) == 0o600)
        #expect(outcome.errorText.contains("~/\(file) \(told)"))
        #expect(!outcome.errorText.contains("geheim"))
    }

    /// Both files, which others can read.
    private func writeReadable() throws {
        try sandbox.write(
            Array("[profiles.office]\nurl = 'http://h:1'\nusername = 'alice'\n".utf8), to: shared,
            mode: 0o644)
        try sandbox.write(Array("# mine\n".utf8), to: local, mode: 0o644)
    }

    @Test func `password writes the local file, for its owner alone`() throws {
        try writeReadable()
        let typed = try sandbox.proxyenv("password", "office", input: "geheim\n")
        #expect(typed.status == 0 && mode(local) == 0o600)
        #expect(typed.errorText.contains("~/\(local) \(told)"))
        #expect(mode(shared) == 0o644)
    }

    @Test func `import writes the local file, for its owner alone`() throws {
        try writeReadable()
        let imported = try sandbox.proxyenv(
            "import", "env", with: ["ALL_PROXY": "http://u:geheim@h:2"])
        #expect(imported.status == 0 && mode(local) == 0o600, "\(imported.errorText)")
        #expect(mode(shared) == 0o644)
    }

    @Test func `edit makes a file private into which a password is typed`() throws {
        try sandbox.write(
            Array("[profiles.office]\nurl = 'http://h:1'\n".utf8), to: shared, mode: 0o644)
        try sandbox.install(
            "types",
            "#!/bin/sh\numask 0; t=$(cat \"$1\"); rm \"$1\"; "
                + "printf '%s\\nusername = \"a\"\\npassword = \"geheim\"\\n' \"$t\" >\"$1\"\n")
        let edited = try sandbox.proxyenv("edit", with: ["EDITOR": "types"])
        #expect(edited.status == 0 && mode(shared) == 0o600, "\(edited.errorText)")
        #expect(edited.errorText.contains(told))
    }

    @Test func `edit tells of a password that others can read`() throws {
        try sandbox.write(
            Array("[profiles.office]\nusername = 'a'\npassword = 'geheim'\n".utf8), to: shared,
            mode: 0o644)
        let looked = try sandbox.proxyenv("edit", with: ["EDITOR": "true"])
        #expect(looked.errorText.contains("run `chmod 600 ~/\(shared)`"), "\(looked.errorText)")
    }

    @Test func `what an editor leaves behind, and is kept, is its owner's alone`() throws {
        try sandbox.write("[profiles.office]\nurl = 'http://h:1'\n", to: shared)
        try sandbox.install(
            "types", "#!/bin/sh\numask 0; rm \"$1\"; echo 'password = \"geheim\"' >\"$1\"; exit 3\n"
        )
        #expect(try sandbox.proxyenv("edit", with: ["EDITOR": "types"]).status == 1)
        let kept = try sandbox.run(
            "cd ~/.config/proxyenv; stat -c %a config.toml.*", in: .bash)
        #expect(kept.text == "600\n")
    }

    @Test func `a file behind a link becomes private, and the link stays`() throws {
        Files.makeFolder(sandbox.home + "/dotfiles")
        try sandbox.write(Array("# mine\n".utf8), to: "dotfiles/p.toml", mode: 0o644)
        Files.link(sandbox.config, to: "../../dotfiles/p.toml")
        let outcome = try sandbox.proxyenv("add", "office", "-", input: "http://a:geheim@h:1")
        #expect(outcome.status == 0)
        #expect(mode("dotfiles/p.toml") == 0o600)
        #expect(Files.target(of: sandbox.config) == "../../dotfiles/p.toml")
    }

    @Test
    func `the new file is private before the first byte is written, also with an access list`()
        throws
    {
        let strace = try Binary.require("strace")
        try sandbox.write(Array("# mine\n".utf8), to: shared, mode: 0o644)
        let outcome = try Runner(
            arguments: [
                strace, "-f", "-e", "trace=openat,fchmod,fsetxattr,write,renameat2,rename,chmod",
                "-o", sandbox.home + "/trace", sandbox.program, "add", "office", "-",
            ].map { Array($0.utf8) }, environment: sandbox.entries(),
            input: Array("http://alice:S3CRET@h:1".utf8)
        ).run()
        #expect(outcome.status == 0, "\(outcome.errorText)")
        let trace = String(decoding: sandbox.read("trace") ?? [], as: UTF8.self)
            .split(separator: "\n").map { String($0) }
        let opened = try #require(
            trace.firstIndex { $0.contains(".toml.proxyenv-") && $0.contains("O_CREAT") })
        #expect(trace[opened].contains("0600"))
        let written = try #require(
            trace.firstIndex { $0.contains("write(") && $0.contains("mine") })
        let modes = trace[opened...].filter { $0.contains("chmod(") }
        #expect(modes.allSatisfy { $0.contains("0600") }, "\(modes)")
        #expect(trace[opened..<written].contains { $0.contains("fchmod(") })
        let moved = try #require(
            trace.firstIndex { $0.contains("rename") && $0.contains("proxyenv-") })
        #expect(!trace[moved...].contains { $0.contains("chmod(") })
    }

    @Test func `no secret, no change of the mode`() throws {
        try sandbox.write(
            Array("[profiles.a]\nurl = 'http://u@h:1'\npassword-env = 'X'\n".utf8), to: shared,
            mode: 0o644)
        let outcome = try sandbox.proxyenv("set", "a", "url", "http://u@h:2")
        #expect(outcome.status == 0 && mode(shared) == 0o644)
        #expect(outcome.errorText.isEmpty)
    }
}
