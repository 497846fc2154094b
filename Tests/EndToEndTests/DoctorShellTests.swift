import Testing

/// What stands between the command that is typed and its profile: aliases, functions, paths, variables of proxyenv's own.
@Suite struct DoctorShellTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var world: OutsideWorld { stage.world }

    init() throws { stage = try DoctorStage() }

    /// What `doctor` and `words` say for people in `shell`, after it has run `lines`.
    private func doctor(
        in shell: String, after lines: [String], _ words: String = "codex"
    ) throws -> Outcome {
        let script = lines + ["proxyenv doctor \(words)", ""]
        try sandbox.write(script.joined(separator: "\n"), to: "script")
        let program = try Binary.require(shell)
        let flags =
            switch shell {
            case "zsh": ["-f"]
            case "bash": ["--norc", "-O", "expand_aliases"]
            case "fish": ["--no-config"]
            default: [] as [String]
            }
        return try Runner(
            arguments: ([program] + flags + [sandbox.home + "/script"]).map { Array($0.utf8) },
            environment: sandbox.entries(["PROXYENV_SHELL": shell]), limit: 60
        ).run()
    }

    private func hook(_ shell: String) -> String {
        shell == "fish" ? "proxyenv hook fish | source" : "eval \"$(proxyenv hook \(shell))\""
    }

    private func posixHook(_ shell: String) -> String {
        hook(["zsh", "bash"].contains(shell) ? shell : "ksh")
    }

    @Test(arguments: ["zsh", "bash", "ksh93", "mksh"])
    func `an alias for the name goes through the wrapper`(_ shell: String) throws {
        for alias in ["alias codex='codex --search'", "alias codex='A=b codex'"] {
            let below = try doctor(in: shell, after: [posixHook(shell), alias])
            #expect(below.status == 0, "\(below.text)\(below.errorText)")
            #expect(below.text.contains("goes before codex, below your alias"), "\(below.text)")
        }
    }

    @Test(arguments: ["zsh", "bash", "ksh93", "mksh"])
    func `an alias for a path leads past the wrapper`(_ shell: String) throws {
        let hook = posixHook(shell)
        let path = "\(sandbox.home)/bin/codex"
        for alias in ["alias codex=\(path)", "alias codex='\"\(path)\" --search'"] {
            let past = try doctor(in: shell, after: [hook, alias])
            #expect(past.status == 1, "\(past.text)\(past.errorText)")
            #expect(past.text.contains("problem  shell.alias\n"), "\(past.text)")
            #expect(past.text.contains("fix: unalias codex\n"))
            let cured = try doctor(in: shell, after: [hook, alias, "unalias codex"])
            #expect(cured.status == 0, "\(cured.text)\(cured.errorText)")
            let status = try doctor(in: shell, after: [hook, alias, "proxyenv status"])
            #expect(status.text.contains("codex: not wrapped: your alias"), "\(status.text)")
        }
    }

    @Test(arguments: [
        ("zsh", "function codex { :; }", "unset -f codex"),
        ("bash", "function codex { :; }", "unset -f codex"),
        ("fish", "function codex; end", "functions -e codex"),
    ])
    func `a function of one's own goes before the wrapper, and the fix takes it away`(
        _ shell: String, _ function: String, _ removal: String
    ) throws {
        let answer = try doctor(in: shell, after: [function, hook(shell)])
        #expect(answer.status == 1, "\(answer.text)\(answer.errorText)")
        #expect(answer.text.contains("problem  shell.function\n"), "\(answer.text)")
        let fix = "\(removal); proxyenv reload"
        #expect(answer.text.contains("fix: \(fix)\n"), "\(answer.text)")
        let cured = try doctor(in: shell, after: [function, hook(shell), fix])
        #expect(cured.status == 0, "\(cured.text)\(cured.errorText)")
        #expect(cured.text.contains("and goes before codex"), "\(cured.text)")
    }

    /// A line that makes `tool` a function of `shell`.
    private func function(_ shell: String) -> String {
        shell == "fish" ? "function tool; end" : "function tool { :; }"
    }

    @Test(arguments: ["zsh", "bash", "fish"])
    func `a function without a rule is named`(_ shell: String) throws {
        try sandbox.install("tool", "#!/bin/sh\n")
        let answer = try doctor(
            in: shell, after: [hook(shell), function(shell)], "tool --profile clash")
        #expect(answer.text.contains("tool is a function of this shell's own"), "\(answer.text)")
        #expect(answer.text.contains("the hook is loaded in \(shell)"), "\(answer.text)")
    }

    @Test(arguments: ["zsh", "bash", "fish"])
    func `a function without a rule and without a program is named`(_ shell: String) throws {
        let none = try doctor(in: shell, after: [hook(shell), function(shell)], "tool")
        #expect(none.status == 0, "\(none.text)")
        #expect(
            none.text.contains("tool is a function of this shell's own, and no program in PATH"))
    }

    @Test func `PROXYENV_BYPASS and a path lead past the wrapper`() throws {
        for (command, variable, fix) in [
            ("codex", "1", "unset PROXYENV_BYPASS"),
            ("\(sandbox.home)/bin/codex", "", "proxyenv run \(sandbox.home)/bin/codex"),
        ] {
            let answer = try stage.doctor([command], ["PROXYENV_BYPASS": variable])
            #expect(answer.cause == "shell.bypass", "\(answer.text)")
            #expect(answer.text.contains("\"\(fix)\""), "\(answer.text)")
            // What the shell has for everything holds for it too.
            let exported = stage.exported(
                "http://127.0.0.1:\(world.http)",
                ["PROXYENV_BYPASS": variable, "PROXYENV_ACTIVE": "clash"])
            let all = try stage.doctor([command], exported)
            #expect(all.cause == nil, "\(all.text)")
        }
    }

    @Test func `an empty PROXYENV_BYPASS leads nowhere`() throws {
        #expect(try stage.doctor(["codex"], ["PROXYENV_BYPASS": ""]).ids == [])
    }

    @Test func `PROXYENV_PROFILE goes before the rule, and is named`() throws {
        let dead = try ServedProcess.freePort()
        try stage.configure("[profiles.dead]\nurl = 'http://127.0.0.1:\(dead)'")
        let answer = try stage.doctor(["codex"], ["PROXYENV_PROFILE": "dead"])
        #expect(answer.cause == "proxy.refused", "\(answer.text)")
        #expect(answer.text.contains("dead, by PROXYENV_PROFILE"), "\(answer.text)")
    }

    @Test func `a profile of PROXYENV_PROFILE that is not there is named`() throws {
        let none = try stage.doctor(["codex"], ["PROXYENV_PROFILE": "nobody"])
        #expect(none.cause == "config.profile", "\(none.text)")
        #expect(none.text.contains("unset PROXYENV_PROFILE"), "\(none.text)")
    }

    @Test func `a variable that was changed after use is told of, and no change of the profile`()
        throws
    {
        try stage.configure(rule: false)
        let other = "http://localhost:\(world.http)"
        let names = ["https_proxy", "HTTPS_PROXY"]
        let script = names.map { "export \($0)=\(other)" }.joined(separator: "; ")
        let use = "proxyenv use clash --shell sh"
        let answer = try stage.cure("eval \"$(\(use))\"; \(script); true")
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(answer.ids == ["shell.changed"], "\(answer.text)")
        #expect(
            answer.text.contains("HTTPS_PROXY, https_proxy were modified since `use clash`"),
            "\(answer.text)")
        #expect(answer.text.contains("proxyenv use clash"), "\(answer.text)")
    }

    @Test func `the start-up file of another shell is no reason`() throws {
        try sandbox.write("eval \"$(proxyenv hook zsh)\"\n", to: ".bashrc")
        let answer = try doctor(in: "zsh", after: ["true"])
        #expect(answer.status == 0, "\(answer.text)\(answer.errorText)")
        #expect(answer.text.contains("warning  shell.wrong-hook\n"), "\(answer.text)")
        #expect(answer.text.contains("codex gets through"), "\(answer.text)")
    }

    /// Lines that export a proxy without a scheme, and the proxy's URL.
    private func withoutScheme() throws -> (lines: [String], url: String) {
        try stage.configure(rule: false)
        let place = "127.0.0.1:\(world.http)"
        return (["HTTPS_PROXY", "HTTP_PROXY"].map { "export \($0)=\(place)" }, "http://\(place)")
    }

    @Test(arguments: [
        ("zsh", "eval \"$(proxyenv use ", ")\""), ("fish", "proxyenv use ", " | source"),
    ])
    func `what is pasted without the hook lets the shell read the lines`(
        _ shell: String, _ start: String, _ end: String
    ) throws {
        let (lines, url) = try withoutScheme()
        let answer = try doctor(in: shell, after: lines)
        #expect(answer.text.contains("fix: \(start)\(url)\(end)\n"), "\(answer.text)")
    }

    @Test func `what is pasted with the hook is the command alone`() throws {
        let (lines, url) = try withoutScheme()
        let hooked = try doctor(in: "zsh", after: [hook("zsh")] + lines)
        #expect(hooked.text.contains("fix: proxyenv use \(url)\n"), "\(hooked.text)")
    }

    @Test func `a change of the shell's own profile reaches the shell by use`() throws {
        try stage.configure("no-proxy = ['openai.com']", rule: false)
        let use = "proxyenv use clash --shell sh"
        let set = "proxyenv unset clash no-proxy"
        let answer = try stage.cure("eval \"$(\(use))\"")
        #expect(answer.cause == "env.no-proxy-host", "\(answer.text)")
        #expect(answer.text.contains("\"\(set)\""), "\(answer.text)")
        #expect(answer.text.contains("$(proxyenv use clash)"), "\(answer.text)")
        let cured = try stage.cure("eval \"$(\(use))\" && \(set) && eval \"$(\(use))\"")
        #expect(cured.ids == [], "\(cured.text)")
    }

    @Test func `variables that differ are told of a command that gets through`() throws {
        try stage.configure(rule: false)
        let good = "http://127.0.0.1:\(world.http)"
        let differing = stage.exported(good, ["https_proxy": "http://localhost:\(world.http)"])
        let answer = try stage.doctor(["codex"], differing)
        #expect(answer.cause == "env.case", "\(answer.text)")
        #expect(answer.text.contains("codex gets through, but https_proxy and HTTPS_PROXY differ"))
    }

    @Test func `a file that beats the variables is told of a command that gets through`() throws {
        try stage.configure(rule: false)
        let good = "http://127.0.0.1:\(world.http)"
        try sandbox.write("HTTPS_PROXY=http://localhost:\(world.http)\n", to: ".codex/.env")
        let file = try stage.doctor(["codex"], stage.exported(good))
        #expect(file.cause == "file.overrides", "\(file.text)")
        #expect(file.text.contains("codex gets through, but ~/.codex/.env:1 (HTTPS_PROXY) beats"))
    }

    @Test func `of two spellings the one at which a proxy answers is proposed`() throws {
        try stage.configure(rule: false)
        let good = "http://127.0.0.1:\(world.http)"
        let dead = "http://127.0.0.1:\(try ServedProcess.freePort())"
        for name in ["https_proxy", "HTTPS_PROXY"] {
            let answer = try stage.doctor(["codex"], stage.exported(good, [name: dead]))
            #expect(answer.text.contains("env.case"), "\(answer.text)")
            #expect(answer.text.contains("proxyenv use \(good)"), "\(answer.text)")
            #expect(!answer.text.contains("use \(dead)"), "\(answer.text)")
        }
    }

    @Test func `a value with full-width dots, which curl takes, is looked at as curl takes it`()
        throws
    {
        try stage.configure(rule: false)
        let url = "http://127。0。0。1:\(world.http)"
        let answer = try stage.doctor(["curl"], stage.exported(url))
        #expect(answer.text.contains("env.letters"), "\(answer.text)")
        #expect(!answer.text.contains("without a proxy"), "\(answer.text)")
    }
}
