import Testing

/// What somebody types in the first hour, and what they are told.
@Suite struct FirstHourTests {
    private static let file = """
        default = "office"
        [profiles.office]
        url = "http://127.0.0.1:11"
        username = "alice"
        password = "hunter2"
        [commands]
        codex = "clash"
        npm = true
        pip = { profile = "office" }

        """

    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    private var text: String {
        String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
    }

    /// What a person sees on a terminal who types `line`, with the exit status behind it.
    private func seen(_ line: String) throws -> String {
        let terminal = try Pseudoterminal(
            ["/bin/sh", "-c", "\(line); echo \"end $?\"; read line"],
            environment: sandbox.entries())
        return try terminal.wait(for: "end ").replacing("\r\n", with: "\n")
    }

    // MARK: wrap

    @Test func `wrap says which command stays with its profile, and how that is changed`() throws {
        for name in ["codex", "pip"] {
            let profile = name == "codex" ? "clash" : "office"
            #expect(
                try seen("proxyenv wrap \(name)").hasPrefix(
                    """
                    \(name): already wrapped, always with profile \(profile)
                      for another profile: proxyenv wrap \(name) --profile NAME
                      for that of the shell: proxyenv unwrap \(name) && proxyenv wrap \(name)

                    """))
        }
        #expect(text == Self.file)
        #expect(try seen("proxyenv wrap npm").hasPrefix("npm: already wrapped\n"))
        #expect(try seen("proxyenv wrap git") == "git: wrapped\n")
        #expect(
            try seen("proxyenv wrap codex --profile tor")
                == "codex: wrapped, always with profile tor\n")
    }

    // MARK: Profiles that are built in, and suggestions

    @Test(arguments: [["password", "clash"], ["password", "auto"], ["use", "clash"]])
    func `no suggestion is what was typed`(_ words: [String]) throws {
        let outcome = try sandbox.proxyenv(words[0], words[1], input: "x\n")
        #expect(!outcome.errorText.contains("Did you mean"), "\(outcome.errorText)")
    }

    @Test func `password of a built-in profile says what to type, and works then`() throws {
        let refused = try sandbox.proxyenv("password", "clash", input: "hush\n")
        #expect(refused.status == 1)
        #expect(
            refused.errorText == """
                proxyenv: profile `clash` has no user name that the password could belong to
                  hint: It is built in. Add a user name first: `proxyenv set clash username NAME`.

                """)
        #expect(try sandbox.proxyenv("set", "clash", "username", "bob").status == 0)
        let path = ["PATH": "\(sandbox.home)/bin:/bin"]
        #expect(try sandbox.proxyenv("password", "clash", with: path, input: "hush\n").status == 0)
        let shown = try sandbox.proxyenv("show", "clash", "--reveal").text
        #expect(shown.contains("https_proxy=http://bob:hush@127.0.0.1:7890\n"), "\(shown)")
        let none = try sandbox.proxyenv("password", "auto", input: "hush\n")
        #expect(none.status == 1)
        #expect(none.errorText.contains("profile `auto` is built in and has no proxy of its own"))
    }

    // MARK: off

    @Test func `the command that off ends with on a terminal is its own`() throws {
        #expect(
            try seen("https_proxy=http://h:1 proxyenv off --shell bash").hasSuffix(
                "proxyenv: these lines are for the shell to read: eval \"$(proxyenv off)\"\n"))
        #expect(
            try seen("proxyenv off --shell bash")
                == "no profile is active in this shell, and no proxy variable is set\n")
        #expect(
            try seen("proxyenv use 7890 --shell fish").contains(
                "these lines are for the shell to read: proxyenv use 7890 | source\n"))
    }

    @Test(arguments: RealShell.allCases)
    func `use - after off goes back to what was active, and off still leaves no variable`(
        _ shell: RealShell
    ) throws {
        let tell = "echo \"[$PROXYENV_ACTIVE]\""
        let list = "env | grep -v -e '^_=' -e '^SHLVL=' | sort"
        let script = """
            \(shell.loadingHook)
            \(list) > before
            proxyenv use 7777
            proxyenv use clash
            proxyenv off
            \(list) > after
            cmp before after && echo same
            proxyenv use -
            \(tell)
            proxyenv off
            proxyenv off
            proxyenv use 7777
            proxyenv use -
            \(tell)
            """
        let outcome = try sandbox.run("cd\n\(script)", in: shell)
        #expect(outcome.text == "same\n[clash]\n[clash]\n", "\(outcome.errorText)")
    }

    @Test func `use - where nothing was active says what to do`() throws {
        let plain = try sandbox.proxyenv("use", "-", "--shell", "sh")
        #expect(plain.status == 1)
        #expect(plain.text == "false;\n")
        #expect(
            plain.errorText == """
                proxyenv: no profile was active in this shell before
                  hint: Name a profile. After `off`, `use -` works only with the hook: `proxyenv help hook`.

                """)
        let hooked = try sandbox.run("\(RealShell.bash.loadingHook)\nproxyenv use -", in: .bash)
        #expect(
            hooked.errorText.contains(
                "hint: Name one: `proxyenv use NAME`; `proxyenv list` shows them.\n"))
    }

    // MARK: A proxy without a scheme

    @Test func `host and port are enough wherever a profile is asked for`() throws {
        let url = "http://127.0.0.1:7890"
        #expect(
            try sandbox.proxyenv("use", "127.0.0.1:7890", "--shell", "sh").text.contains(
                "https_proxy='\(url)'"))
        #expect(try sandbox.proxyenv("show", "127.0.0.1:7890").text.hasPrefix("\(url)\n"))
        let exec = try sandbox.proxyenv(
            "exec", "proxy.corp.example:8080", "sh", "-c", "echo $https_proxy")
        #expect(exec.text == "http://proxy.corp.example:8080\n")
        let chosen = try sandbox.proxyenv(
            "run", "sh", "-c", "echo $https_proxy", with: ["PROXYENV_PROFILE": "[::1]:80"])
        #expect(chosen.text == "http://[::1]:80\n")
        #expect(
            try sandbox.proxyenv("env", "localhost:1", "--format", "json").text.contains(
                "http://localhost:1"))
        #expect(try sandbox.proxyenv("default", "127.0.0.1:7890").status == 0)
        #expect(text.hasPrefix("default = \"\(url)\"\n"))
        #expect(try sandbox.proxyenv("wrap", "git", "--profile", "h:1").status == 0)
        #expect(text.hasSuffix("git = \"http://h:1\"\n"))
        #expect(try sandbox.proxyenv("add", "x", "127.0.0.1:8080").status == 0)
        #expect(text.contains("[profiles.x]\nurl = \"http://127.0.0.1:8080\"\n"))
        #expect(try sandbox.proxyenv("set", "x", "all", "h:1080").status == 0)
        #expect(text.contains("all = \"http://h:1080\"\n"))
        #expect(
            try sandbox.proxyenv("add", "y", "-", input: "proxy:3128\n").status == 0)
        let pasted = "[profiles.y]\nurl = \"http://proxy:3128\"\n"
        #expect(text.contains(pasted), "\(text)")
    }

    @Test(arguments: ["bob:hunter3@h:1", "bob:hunt@er3@h:1"])
    func `a password in front of host and port is refused and not shown`(_ word: String) throws {
        for words in [["use", word], ["add", "x", word], ["set", "office", "url", word]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.status == 2)
            #expect(!outcome.errorText.contains("er3"), "\(outcome.errorText)")
        }
        #expect(text == Self.file)
    }

    @Test(
        arguments: [
            (["add", "x", "foo"], 2, "this proxy's URL has no scheme, found `foo`"),
            (["set", "office", "url", "socks://h:1"], 2, "`socks` could be any of SOCKS"),
            (["add", "x", "http://h:1", "--https", "ftp://h:1"], 2, "`ftp` is no protocol"),
            (["wrap", "git", "--profile", "nosuch"], 1, "there is no profile `nosuch`"),
            (["default", "ofice"], 1, "Did you mean `office`?"),
            (["set", "office", "no-proxy", "*"], 1, "`*` in `no-proxy`"),
            (["unset", "office", "url"], 1, "profile `office` says nowhere where its proxy is"),
        ] as [([String], Int32, String)])
    func `the error of a command line quotes no line of a file`(
        _ words: [String], _ status: Int32, _ message: String
    ) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == status)
        #expect(outcome.errorText.hasPrefix("proxyenv: "), "\(outcome.errorText)")
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        #expect(!outcome.errorText.contains("config.toml:"), "\(outcome.errorText)")
        #expect(!outcome.errorText.contains(" | "), "\(outcome.errorText)")
        #expect(text == Self.file)
    }

    @Test func `a name that is no profile is the command line's fault, whatever rule has it too`()
        throws
    {
        try sandbox.write(
            Self.file + "git = \"nosuch\"\n", to: ".config/proxyenv/config.toml")
        for words in [["use", "nosuch", "--shell", "sh"], ["exec", "nosuch", "true"]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(
                outcome.errorText
                    == "proxyenv: there is no profile `nosuch`\n  hint: See `proxyenv list`.\n")
        }
        // A rule is the file's.
        try sandbox.installTeller("git")
        let ruled = try sandbox.proxyenv("run", "git")
        #expect(ruled.status == 125)
        #expect(ruled.errorText.contains("git = \"nosuch\""), "\(ruled.errorText)")
    }

    // MARK: Others

    @Test(arguments: ["n", "no", "q"])
    func `edit's question takes no for an answer`(_ answer: String) throws {
        try sandbox.install("bad", "#!/bin/sh\necho '[oops' >>\"$1\"\n")
        let terminal = try Pseudoterminal(
            ["/bin/sh", "-c", "EDITOR=bad proxyenv edit; echo \"end $?\"; read line"],
            environment: sandbox.entries())
        try terminal.wait(for: "edit again (y), or leave ~/.config/proxyenv/config.toml as it was")
        terminal.send("\(answer)\n")
        try terminal.wait(for: "end 1")
        #expect(text == Self.file)
    }

    @Test func `doctor without a command starts no password-command`() throws {
        let mark = sandbox.home + "/asked"
        try sandbox.installTeller("teller")
        try sandbox.write(
            """
            [profiles.office]
            url = "http://127.0.0.1:11"
            username = "alice"
            password-command = ["touch", "\(mark)"]
            [commands]
            teller = "office"
            curl = "office"

            """, to: ".config/proxyenv/config.toml")
        for words in [["doctor"], ["doctor", "--json"]] {
            let outcome = try sandbox.run("proxyenv \(words.joined(separator: " "))", in: .bash)
            #expect(outcome.text.contains("office"), "\(outcome.errorText)")
            #expect(!sandbox.has("asked"))
        }
        // What uses the profile does start it.
        _ = try sandbox.proxyenv("exec", "office", "true")
        #expect(sandbox.has("asked"))
    }

    @Test func `detect names the variables of one value together`() throws {
        let port = try ServedProcess.freePort()
        let url = "http://127.0.0.1:\(port)"
        let names = [
            "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
        ]
        var changes: [String: String?] = [:]
        for name in names { changes[name] = url }
        let outcome = try sandbox.proxyenv("detect", with: changes)
        #expect(
            outcome.text.contains(
                "\(names.joined(separator: ", "))\n  =\(url)  nothing listens on 127.0.0.1:\(port)\n"
            ),
            "\(outcome.text)")
        #expect(outcome.text.components(of: url) == 1)
        #expect(outcome.lines.allSatisfy { $0.count <= 80 })
    }

    @Test func `show says why a terminal gets no password, and how one is shown`() throws {
        let shown = try seen("proxyenv show office --reveal")
        #expect(!shown.contains("hunter2"))
        #expect(
            shown.contains(
                "proxyenv: a terminal shows no password: proxyenv show office --reveal | cat\n"))
        #expect(try seen("proxyenv show office --reveal | cat").contains("alice:hunter2@"))
        #expect(!(try seen("proxyenv show clash --reveal")).contains("a terminal shows"))
    }

    @Test(arguments: ["command", "sh", "desktop", "plist"])
    func `script takes the form from the file's end, also under the command's own name`(
        _ ending: String
    ) throws {
        Files.makeFolder("\(sandbox.home)/Desktop")
        let path = "\(sandbox.home)/Desktop/claude.\(ending)"
        let outcome = try sandbox.proxyenv("script", "claude", "--profile", "clash", "-o", path)
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(sandbox.has("Desktop/claude.\(ending)"))
    }

    @Test func `script refuses an unknown end, and a name that would start itself`() throws {
        let home = sandbox.home
        let unknown = try sandbox.proxyenv("script", "claude", "-o", home + "/x.d/claude.txt")
        #expect(unknown.status == 2)
        #expect(
            unknown.errorText == """
                proxyenv: no script that is known ends with `.txt`
                  hint: Known are `.sh`, `.bat`, `.ps1`, `.command`, `.desktop`, `.plist`; or name the form: `--format sh`.

                """)
        for name in ["claude", "claude.bat", "claude.ps1"] {
            let outcome = try sandbox.proxyenv(
                "script", "claude", "--profile", "clash", "-o", "\(home)/\(name)")
            #expect(outcome.status == 2)
            #expect(outcome.errorText.contains("would start itself"), "\(outcome.errorText)")
        }
        let plain = try sandbox.proxyenv(
            "script", "claude", "--profile", "clash", "-o", home + "/tmp/start")
        #expect(plain.status == 0)
        #expect(sandbox.read("tmp/start")?.starts(with: Array("#!/bin/sh".utf8)) == true)
    }

    @Test func `make install installs what was built, and builds nothing under sudo`() throws {
        let make = try Binary.require("make")
        let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        func install(_ changes: [String: String?]) throws -> Outcome {
            try Runner(
                arguments: [make, "-f", "/\(repository)/Makefile", "-C", sandbox.home, "install"]
                    .map { Array($0.utf8) } + [Array("DESTDIR=\(sandbox.home)/root".utf8)],
                environment: sandbox.entries(changes)
            ).run()
        }
        try sandbox.install("swift", "#!/bin/sh\ntouch \"$HOME/was-built\"\n")
        let early = try install(["SUDO_USER": "alice"])
        #expect(early.status != 0)
        #expect(early.errorText.contains("nothing is built yet: run make first, without sudo\n"))
        for folder in [".build", ".build/release", "completions", "completions/scripts"] {
            Files.makeFolder("\(sandbox.home)/\(folder)")
        }
        for shell in ["bash", "fish", "zsh"] {
            try sandbox.write("# text\n", to: "completions/scripts/completion.\(shell)")
        }
        try sandbox.write(Array("built".utf8), to: ".build/release/proxyenv", mode: 0o755)
        let outcome = try install(["SUDO_USER": "alice"])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(sandbox.read("root/usr/local/bin/proxyenv") == Array("built".utf8))
        #expect(!sandbox.has("was-built"))
    }

    @Test func `a fix of doctor has no variable's name where a path is meant`() throws {
        let view = "bash/1 alias:mine=mine=/opt/mine"
        let outcome = try sandbox.proxyenv("doctor", "mine", with: ["PROXYENV_SHELL_VIEW": view])
        #expect(outcome.text.contains("proxyenv doctor /path/to/mine"), "\(outcome.text)")
    }
}

extension String {
    /// How often `text` is in it.
    fileprivate func components(of text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
