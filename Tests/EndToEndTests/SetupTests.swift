import Testing

/// `setup` and `setup --undo`, with real shells that read what it has written.
@Suite struct SetupTests {
    private let stage: SetupStage
    private var sandbox: Sandbox { stage.sandbox }

    init() throws { stage = try SetupStage() }

    /// The block with the line for `shell`.
    private func block(_ line: String) -> String {
        "# >>> proxyenv >>>\n\(line)\n# <<< proxyenv <<<\n"
    }

    private let zshLine = "command -v proxyenv >/dev/null && eval \"$(proxyenv hook zsh)\""
    private let bashLine = "command -v proxyenv >/dev/null && eval \"$(proxyenv hook bash)\""

    /// What a start-up file holds that keeps the program in PATH where the system's own file has taken it out.
    private let path = "PATH=~/bin:$PATH\n"

    @Test(
        arguments: [
            ("zsh", [:]), ("zsh", [".zshrc": "unsetopt global_rcs"]),
            ("zsh", [".zshrc": "# one\n\n\n"]), ("fish", [:]),
            ("fish", [".config/fish/config.fish": "set -g a b"]),
            ("bash", [".profile": "PATH=~/bin:$PATH\n"]),
            ("bash", [".bashrc": "a=b", ".bash_profile": "PATH=~/bin:$PATH\n. ~/.bashrc\n"]),
            ("bash", [".bashrc": "a=b\r\n", ".profile": "PATH=~/bin:$PATH\n. ~/.bashrc"]),
        ] as [(String, [String: String])])
    func
        `a new shell has the proxy for a wrapped command alone, and everything is as before after --undo`(
            _ shell: String, _ files: [String: String]
        ) throws
    {
        _ = try Binary.require(shell)
        Files.makeFolder("\(sandbox.home)/.config/fish")
        for (name, text) in files { try sandbox.write(text, to: name) }
        // fish makes folders of its own when it is first started.
        #expect(try stage.told(in: shell).contains("codex plain none"))
        let before = try stage.snapshot()
        let outcome = try stage.setup(shell, "--yes")
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
        #expect(
            outcome.text.contains("In a new \(shell), codex sees \(stage.url).\n"),
            "\(outcome.text)")
        #expect(
            outcome.text.contains("proxyenv doctor codex says there:\n  codex "), "\(outcome.text)")
        let config = sandbox.text(of: ".config/proxyenv/config.toml")
        #expect(
            config.hasPrefix("default = \"office\"\n") || config.contains("\ndefault = \"office\""))
        #expect(config.contains("codex = true\n"))
        let told = try stage.told(in: shell)
        #expect(told.contains(stage.proxied), "\(told)")
        #expect(told.contains("other plain none"), "\(told)")
        let undone = try stage.undo()
        #expect(undone.status == 0, "\(undone.errorText)")
        #expect(try stage.snapshot() == before)
        #expect(try stage.told(in: shell).contains("codex plain none"))
    }

    @Test func `a second time nothing is changed`() throws {
        #expect(try stage.setup("zsh", "--yes").status == 0)
        let before = try stage.snapshot()
        let outcome = try stage.setup("zsh", "--yes")
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(outcome.text.contains("loaded in ~/.zshrc, as before"), "\(outcome.text)")
        #expect(try stage.snapshot() == before)
    }

    @Test func `zsh's file is the one below ZDOTDIR, also where only .zshenv says so`() throws {
        Files.makeFolder("\(sandbox.home)/z")
        let outcome = try stage.setup("zsh", "--yes", with: ["ZDOTDIR": sandbox.home + "/z"])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(sandbox.text(of: "z/.zshrc") == block(zshLine))
        #expect(!sandbox.has(".zshrc"))
        #expect(try stage.undo().status == 0)
        #expect(!sandbox.has("z/.zshrc"))
        try sandbox.write("ZDOTDIR=~/z\n", to: ".zshenv")
        #expect(try stage.setup("zsh", "--yes").status == 0)
        #expect(sandbox.text(of: "z/.zshrc") == block(zshLine))
        #expect(try stage.told(in: "zsh").contains(stage.proxied))
    }

    @Test func `a link stays one, and the file that it leads to keeps its mode`() throws {
        Files.makeFolder("\(sandbox.home)/dotfiles")
        try sandbox.write(Array("a=b".utf8), to: "dotfiles/zshrc", mode: 0o640)
        Files.link("\(sandbox.home)/.zshrc", to: "dotfiles/zshrc")
        #expect(try stage.setup("zsh", "--yes").status == 0)
        #expect(Files.target(of: "\(sandbox.home)/.zshrc") == "dotfiles/zshrc")
        #expect(Files.mode("\(sandbox.home)/dotfiles/zshrc") == 0o640)
        #expect(
            sandbox.text(of: "dotfiles/zshrc")
                == "a=b\n"
                + block(zshLine).replacing(" >>>\n", with: " >>> (the line above had no end)\n"))
        #expect(try stage.undo().status == 0)
        #expect(sandbox.text(of: "dotfiles/zshrc") == "a=b")
        #expect(Files.target(of: "\(sandbox.home)/.zshrc") == "dotfiles/zshrc")
    }

    @Test func `for a file that can't be written the line is shown`() throws {
        try sandbox.write(Array("a=b\n".utf8), to: ".zshrc", mode: 0o444)
        let outcome = try stage.setup("zsh", "--yes")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("~/.zshrc is read-only"), "\(outcome.errorText)")
        #expect(outcome.errorText.contains("Add it by hand: `\(zshLine)`"), "\(outcome.errorText)")
        #expect(outcome.errorText.contains("codex sees no proxy"), "\(outcome.errorText)")
        #expect(sandbox.text(of: ".zshrc") == "a=b\n")
        #expect(try stage.undo().status == 0)
        #expect(!sandbox.text(of: ".config/proxyenv/config.toml").contains("codex"))
    }

    @Test(arguments: [".zshrc", ".zshenv"])
    func `a line of one's own is enough`(_ name: String) throws {
        let text = "eval \"$(proxyenv hook zsh)\"\n"
        try sandbox.write(text, to: name)
        let outcome = try stage.setup("zsh", "--yes")
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(outcome.text.contains("loaded in ~/\(name), as before"), "\(outcome.text)")
        #expect(sandbox.text(of: name) == text)
        #expect(try stage.undo().status == 0)
        #expect(sandbox.text(of: name) == text)
    }

    @Test func `without a terminal nothing is asked, and nothing done`() throws {
        let before = try stage.snapshot()
        let outcome = try stage.setup("zsh")
        #expect(outcome.status == 2)
        #expect(outcome.errorText.contains("proxyenv setup --yes"), "\(outcome.errorText)")
        #expect(try stage.snapshot() == before)
    }

    @Test func `--dry-run shows all of it and writes nothing`() throws {
        let before = try stage.snapshot()
        let outcome = try stage.setup("bash", "--dry-run")
        #expect(outcome.status == 0, "\(outcome.errorText)")
        for line in [
            "office: \(stage.url) answers", "~/.bashrc, at its end:", "# >>> proxyenv >>>",
            bashLine, "~/.bash_profile, at its end:", "+codex = true", "+default = \"office\"",
        ] {
            #expect(outcome.text.contains(line), "\(line): \(outcome.text)")
        }
        #expect(try stage.snapshot() == before)
    }

    @Test func `what was changed since stays, and is named`() throws {
        try sandbox.write("a=b\n", to: ".zshrc")
        #expect(try stage.setup("zsh", "--yes").status == 0)
        #expect(try sandbox.proxyenv("default", "direct").status == 0)
        #expect(try sandbox.proxyenv("wrap", "own").status == 0)
        try sandbox.write(sandbox.text(of: ".zshrc") + "c=d\n", to: ".zshrc")
        let outcome = try stage.undo()
        #expect(outcome.status == 0)
        #expect(
            outcome.errorText.contains("default was changed since, and stays"),
            "\(outcome.errorText)")
        #expect(sandbox.text(of: ".zshrc") == "a=b\nc=d\n")
        let config = sandbox.text(of: ".config/proxyenv/config.toml")
        #expect(config.contains("default = \"direct\""))
        #expect(config.contains("own = true"))
        #expect(!config.contains("codex"))
    }

    @Test func `lines between the comments that somebody has changed stay`() throws {
        #expect(try stage.setup("zsh", "--yes").status == 0)
        let text = sandbox.text(of: ".zshrc").replacing("# <<<", with: "c=d\n# <<<")
        try sandbox.write(text, to: ".zshrc")
        let outcome = try stage.undo()
        #expect(outcome.errorText.contains("~/.zshrc: the lines were changed since, and stay"))
        #expect(outcome.status == 1)
        #expect(sandbox.text(of: ".zshrc") == text)
        #expect(try stage.undo().status == 1)
        #expect(sandbox.text(of: ".zshrc") == text)
    }

    @Test func `what is written behind the lines is no part of them`() throws {
        try sandbox.write("a=b", to: ".zshrc")
        #expect(try stage.setup("zsh", "--yes").status == 0)
        try sandbox.write(sandbox.text(of: ".zshrc") + "c=d\n", to: ".zshrc")
        #expect(try stage.undo().status == 0)
        #expect(sandbox.text(of: ".zshrc") == "a=b\nc=d\n")
    }

    @Test func `nothing of the proof stays, neither processes nor a password`() throws {
        try sandbox.write("setsid sh -c 'sleep 300; : setup' >/dev/null 2>&1 &\n", to: ".zshrc")
        Files.makeFolder(sandbox.home + "/.cache")
        Files.makeFolder(sandbox.home + "/.cache/proxyenv", mode: 0o700)
        Files.makeFolder(sandbox.home + "/.cache/proxyenv/setup-1", mode: 0o700)
        try sandbox.write("x", to: ".cache/proxyenv/setup-1/seen")
        #expect(try stage.setup("zsh", "--yes").status == 0)
        #expect(!sandbox.has(".cache/proxyenv/setup-1"))
        let left = try Runner(
            arguments: [
                "/bin/sh", "-c", "grep -lsaF 'PROXYENV_TRIAL=\(sandbox.home)' /proc/[0-9]*/environ",
            ]
            .map { Array($0.utf8) }, environment: sandbox.entries()
        ).run()
        #expect(left.text.isEmpty, "\(left.text)")
    }

    @Test func `a default that names no profile is told before anything is written`() throws {
        try sandbox.write("default = \"gone\"\n", to: ".config/proxyenv/config.toml")
        let outcome = try stage.setup("zsh", "--yes")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("there is no profile `gone`"), "\(outcome.errorText)")
        #expect(!sandbox.has(".zshrc"))
    }

    @Test func `a proxy is named where none answers, and without one nothing is done`() throws {
        try sandbox.configureAuto([])
        let before = try stage.snapshot()
        let named = try stage.setup("zsh", "--dry-run", "--profile", "127.0.0.1:7")
        #expect(named.text.contains("+default = \"http://127.0.0.1:7\""), "\(named.text)")
        let unknown = try stage.setup("zsh", "--yes", "--profile", "offise")
        #expect(unknown.errorText.contains("there is no profile `offise`"), "\(unknown.errorText)")
        #expect(try stage.snapshot() == before)
    }

    @Test(
        arguments: [
            ("tcsh", [".tcshrc"]), ("ksh", [".kshrc"]), ("elvish", [".config/elvish/rc.elv"]),
            ("xonsh", [".xonshrc"]),
            ("nushell", [".config/nushell/env.nu", ".config/nushell/config.nu"]),
            ("powershell", [".config/powershell/Microsoft.PowerShell_profile.ps1"]),
        ] as [(String, [String])])
    func `every shell gets its lines where it reads them, and loses them again`(
        _ shell: String, _ names: [String]
    ) throws {
        let before = try stage.snapshot()
        let outcome = try stage.setup(shell, "--yes")
        #expect(outcome.status == 0, "\(outcome.errorText)")
        for name in names {
            let text = sandbox.text(of: name)
            #expect(text.hasPrefix("# >>> proxyenv >>>\n"), "\(name): \(text)")
            #expect(text.hasSuffix("\n# <<< proxyenv <<<\n"), "\(name): \(text)")
            #expect(
                try stage.sandbox.proxyenv("help", "hook").text.contains(
                    text.split(separator: "\n")[1]))
        }
        #expect(try stage.undo().status == 0)
        #expect(try stage.snapshot() == before)
    }

    @Test(arguments: ["sh", "cmd"])
    func `where no file is known the line is shown`(_ shell: String) throws {
        let outcome = try stage.setup(shell, "--yes")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("proxyenv hook \(shell)"), "\(outcome.errorText)")
        #expect(try stage.undo().status == 0)
    }

    @Test func `a new Nushell has the proxy`() throws {
        let folder = try Binary.require("nu").split(separator: "/").dropLast()
        let path = try #require(stage.changes()["PATH"] ?? nil)
        let outcome = try stage.setup(
            "nushell", "--yes", with: ["PATH": path + ":/" + folder.joined(separator: "/")])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(
            outcome.text.contains("In a new nushell, codex sees \(stage.url).\n"), "\(outcome.text)"
        )
    }

    @Test func `where proxyenv is not in PATH of a new shell that is said`() throws {
        // The machine's own file for logins sets PATH anew.
        let outcome = try stage.setup("bash", "--yes")
        if outcome.status == 0 {
            try Test.cancel("this machine's /etc/profile leaves PATH as it was")
        }
        #expect(outcome.errorText.contains("proxyenv is not in PATH there"), "\(outcome.errorText)")
        #expect(outcome.errorText.contains("Put ~/bin into PATH"), "\(outcome.errorText)")
    }

    @Test func `a start-up file that goes on for ever is given up`() throws {
        try sandbox.write("sleep 60 & sleep 60\n", to: ".zshrc")
        let begun = now()
        let outcome = try stage.setup("zsh", "--yes")
        #expect(now() - begun < 10)
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("codex was not reached in 5 s"), "\(outcome.errorText)")
        let left = try Runner(
            arguments: ["/bin/sh", "-c", "grep -lz HOME=$HOME /proc/[0-9]*/environ | wc -l"].map {
                Array($0.utf8)
            }, environment: sandbox.entries()
        ).run()
        // The proxy of this test, and this look itself.
        #expect(Int(left.lines.first ?? "").map { $0 <= 4 } == true, "\(left.text)")
    }
}
