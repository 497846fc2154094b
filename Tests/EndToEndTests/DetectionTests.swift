import Testing

/// Which shell's language `use` prints.
@Suite struct DetectionTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// The shell for which `text` was printed, as far as that can be seen.
    private func language(_ text: String) -> String {
        if text.contains("set -gx ") { return "fish" }
        if text.contains("$env:") { return "powershell" }
        if text.contains("set \"") { return "cmd" }
        if text.contains("setenv ") { return "tcsh" }
        if text.contains("set-env ") { return "elvish" }
        if text.contains("$HTTPS_PROXY = ") { return "xonsh" }
        if text.contains("\"HTTPS_PROXY\": ") { return "nushell" }
        return text.contains("export ") ? "posix" : "none"
    }

    /// The program below eight processes that are no shell, so that none is found.
    private func unseen(_ words: String..., with changes: [String: String?]) throws -> Outcome {
        let timeout = try Binary.require("timeout")
        let wrapper = Array(repeating: [timeout, "20"], count: 8).flatMap { $0 }
        return try Runner(
            arguments: (wrapper + [sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries(changes)
        ).run()
    }

    @Test(arguments: RealShell.allCases)
    func `the shell that it runs in is found, not the one in SHELL`(_ shell: RealShell) throws {
        let wanted = shell == .fish ? "fish" : "posix"
        let changes = ["SHELL": shell == .fish ? "/bin/bash" : "/usr/bin/fish"]
        for command in ["proxyenv use clash; true", "timeout 20 proxyenv use clash; true"] {
            let outcome = try sandbox.run(command, in: shell, with: changes)
            #expect(language(outcome.text) == wanted)
        }
    }

    @Test(arguments: RealShell.allCases)
    func `a script is told by its interpreter and not by its own name`(_ shell: RealShell) throws {
        let path = try Binary.require(shell.rawValue)
        let name = shell == .fish ? "zsh" : "fish"
        try sandbox.install(name, "#!\(path)\nproxyenv use clash\ntrue\n")
        let outcome = try Runner(
            arguments: [Array("\(sandbox.home)/bin/\(name)".utf8)], environment: sandbox.entries()
        ).run()
        #expect(language(outcome.text) == (shell == .fish ? "fish" : "posix"))
    }

    @Test func `a shell that was replaced by an upgrade is still known`() throws {
        let fish = try Binary.require("fish")
        let copy = "\(sandbox.home)/bin/fish"
        let script =
            "cp \(fish) \(copy); exec \(copy) --no-config -c 'rm \(copy); proxyenv use clash'"
        #expect(language(try sandbox.run(script, in: .dash).text) == "fish")
    }

    @Test func `python and the like are no shell, and those above them are`() throws {
        let python = try Binary.require("python3")
        let command =
            "\(python) -c 'import subprocess; subprocess.run([\"proxyenv\", \"use\", \"clash\"])' --zsh"
        #expect(language(try sandbox.run("\(command); true", in: .fish).text) == "fish")
    }

    @Test func `busybox is what its command line says`() throws {
        let busybox = try Binary.require("busybox")
        let outcome = try Runner(
            arguments: [busybox, "sh", "-c", "proxyenv use clash; true"].map { Array($0.utf8) },
            environment: sandbox.entries(["SHELL": "fish"])
        ).run()
        #expect(language(outcome.text) == "posix")
    }

    @Test(
        .notForWindows("SHELL is not asked there"),
        arguments: [
            ("/usr/bin/fish", "fish"), ("-fish", "fish"), ("fish-3.6", "fish"), ("FISH", "fish"),
            ("pwsh.exe", "powershell"), ("power-shell", "powershell"),
            ("C:\\Windows\\cmd.exe", "cmd"),
            ("/bin/zsh", "posix"), ("/bin/tcsh", "tcsh"), ("/usr/bin/elvish", "elvish"),
            ("xonsh", "xonsh"),
            ("/usr/bin/nu", "nushell"), ("", "posix"), ("nonsense", "posix"),
        ])
    func `without a shell above, SHELL says which`(_ value: String, _ wanted: String) throws {
        let outcome = try unseen("use", "clash", with: ["SHELL": value])
        #expect(language(outcome.text) == wanted)
    }

    @Test(.notForWindows("it is PowerShell there"))
    func `without a shell above and without SHELL it is sh`() throws {
        #expect(language(try unseen("use", "clash", with: [:]).text) == "posix")
    }

    @Test(
        .notForWindows("SHELL is not asked there"),
        arguments: [
            ("zsh", "posix"), ("-zsh", "posix"), ("/usr/bin/zsh", "posix"), ("zsh-5.9", "posix"),
            ("pwsh.exe", "powershell"), ("pwsh", "powershell"), ("power-shell", "powershell"),
            ("PowerShell", "powershell"), ("cmd.exe", "cmd"), ("-fish", "fish"), ("dash", "posix"),
            ("bash5", "posix"), ("ash", "posix"), ("mksh", "posix"), ("-ksh93", "posix"),
            ("nu", "nushell"), ("nu.exe", "nushell"), ("csh", "tcsh"), ("/bin/tcsh", "tcsh"),
            ("xonsh", "xonsh"), ("elvish", "elvish"),
        ])
    func `names are taken as people write them`(_ name: String, _ wanted: String) throws {
        let option = try sandbox.proxyenv("use", "clash", "--shell", name)
        #expect(language(option.text) == wanted)
        let variable = try sandbox.proxyenv("use", "clash", with: ["PROXYENV_SHELL": name])
        #expect(variable.output == option.output)
    }

    @Test func `PROXYENV_SHELL comes before the shell above`() throws {
        let changes = ["PROXYENV_SHELL": "fish"]
        #expect(
            language(try sandbox.run("proxyenv use clash", in: .bash, with: changes).text) == "fish"
        )
    }

    @Test func `the option comes before PROXYENV_SHELL`() throws {
        let changes = ["PROXYENV_SHELL": "fish"]
        let outcome = try sandbox.run("proxyenv use clash --shell cmd", in: .bash, with: changes)
        #expect(language(outcome.text) == "cmd")
    }

    @Test(arguments: ["bahs", "tsch", "", "/bin/", "--", "\u{1B}[31m"])
    func `an unknown shell is an error that lists the known ones`(_ name: String) throws {
        for command in ["use", "off"] {
            let operands = command == "use" ? ["clash"] : []
            let outcome = try Runner(
                arguments: ([sandbox.program, command] + operands + ["--shell", name]).map {
                    Array($0.utf8)
                },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.status == 2)
            #expect(outcome.text == "false;\n")
            #expect(
                outcome.errorText.contains(
                    "Known are `zsh`, `bash`, `fish`, `sh`, `ksh`, `tcsh`, `elvish`, `nushell`, `xonsh`, `powershell`, `cmd`."
                ))
            #expect(!outcome.errors.contains(0x1B))
        }
    }

    @Test(arguments: ["bahs", "tsch", "", "/bin/", "x", "\u{1B}[31m"])
    func `an unknown shell has no hook`(_ name: String) throws {
        let hook = try sandbox.proxyenv("hook", name)
        #expect(hook.status == 2)
        #expect(hook.text.isEmpty)
    }

    @Test func `the nearest known shell is named`() throws {
        let outcome = try sandbox.proxyenv("use", "clash", "--shell", "bahs")
        #expect(outcome.errorText.contains("Did you mean `bash`?"))
    }

    @Test(.notForWindows("the program has another name there"))
    func `the hook of cmd is macros, none without a command to wrap`() throws {
        let none = try sandbox.proxyenv("hook", "cmd")
        #expect(none.status == 0)
        #expect(none.text.isEmpty)
        #expect(none.errorText.contains("no command is wrapped yet"))
        _ = try sandbox.proxyenv("wrap", "codex")
        let hook = try sandbox.proxyenv("hook", "cmd")
        #expect(hook.status == 0)
        #expect(hook.errorText.isEmpty)
        #expect(hook.text.hasPrefix("codex=\""))
        #expect(hook.text.hasSuffix("/proxyenv\" wrapped codex $*\r\n"), "\(hook.text)")
    }
}
