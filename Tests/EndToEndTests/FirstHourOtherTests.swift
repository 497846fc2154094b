import Testing

/// `edit`, `doctor`, `detect`, `show`, `script` and `make install` in the first hour.
extension FirstHourTests {
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
        // The look is worth something: what uses the profile does start it.
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
    }

    @Test func `of a profile without a password show says nothing of it`() throws {
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

    @Test func `script refuses an unknown end`() throws {
        let home = sandbox.home
        let unknown = try sandbox.proxyenv("script", "claude", "-o", home + "/x.d/claude.txt")
        #expect(unknown.status == 2)
        #expect(
            unknown.errorText == """
                proxyenv: no script that is known ends with `.txt`
                  hint: Known are `.sh`, `.bat`, `.ps1`, `.command`, `.desktop`, `.plist`; or name the form: `--format sh`.

                """)
    }

    @Test func `script refuses a name that would start itself`() throws {
        let home = sandbox.home
        for name in ["claude", "claude.bat", "claude.ps1"] {
            let outcome = try sandbox.proxyenv(
                "script", "claude", "--profile", "clash", "-o", "\(home)/\(name)")
            #expect(outcome.status == 2)
            #expect(outcome.errorText.contains("would start itself"), "\(outcome.errorText)")
        }
    }

    @Test func `a script whose file has no end is one for sh`() throws {
        let plain = try sandbox.proxyenv(
            "script", "claude", "--profile", "clash", "-o", sandbox.home + "/tmp/start")
        #expect(plain.status == 0)
        #expect(sandbox.read("tmp/start")?.starts(with: Array("#!/bin/sh".utf8)) == true)
    }

    /// Runs `make install` as sudo does.
    private func install() throws -> Outcome {
        let make = try Binary.require("make")
        let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        try sandbox.install("swift", "#!/bin/sh\ntouch \"$HOME/was-built\"\n")
        return try Runner(
            arguments: [make, "-f", "/\(repository)/Makefile", "-C", sandbox.home, "install"]
                .map { Array($0.utf8) } + [Array("DESTDIR=\(sandbox.home)/root".utf8)],
            environment: sandbox.entries(["SUDO_USER": "alice"])
        ).run()
    }

    @Test func `make install builds nothing under sudo`() throws {
        let early = try install()
        #expect(early.status != 0)
        #expect(early.errorText.contains("nothing is built yet: run make first, without sudo\n"))
        #expect(!sandbox.has("was-built"))
    }

    @Test func `make install installs what was built`() throws {
        for folder in [
            ".build", ".build/release", "completions", "completions/scripts", "docs", "docs/man",
        ] {
            Files.makeFolder("\(sandbox.home)/\(folder)")
        }
        for page in ["proxyenv.1", "proxyenv-config.5"] {
            try sandbox.write("text\n", to: "docs/man/\(page)")
        }
        for shell in ["bash", "fish", "zsh"] {
            try sandbox.write("# text\n", to: "completions/scripts/completion.\(shell)")
        }
        try sandbox.write(Array("built".utf8), to: ".build/release/proxyenv", mode: 0o755)
        let outcome = try install()
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
