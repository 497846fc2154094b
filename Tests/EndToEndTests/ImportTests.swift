import Testing

/// `import` from each source, into a file with comments and another profile.
@Suite struct ImportTests {
    static let file =
        "# mine\n[profiles.a]\nurl = 'http://h:9'   # a\n\n[commands]\nnpm = true"
    static let secret = "hush-1"

    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    /// Runs `import`; whatever it is given, no password is printed.
    func importing(_ words: String..., with changes: [String: String?] = [:]) throws
        -> Outcome
    {
        let outcome = try Runner(
            arguments: ([sandbox.program, "import"] + words).map { Array($0.utf8) },
            environment: sandbox.entries(changes)
        ).run()
        #expect(!outcome.text.contains(Self.secret) && !outcome.errorText.contains(Self.secret))
        return outcome
    }

    func text(_ name: String = "config.toml") -> String {
        String(decoding: sandbox.read(".config/proxyenv/\(name)") ?? [], as: UTF8.self)
    }

    /// What stands in front of the file's rules: the new profile.
    var added: String {
        let text = self.text()
        let start = "# mine\n[profiles.a]\nurl = 'http://h:9'   # a\n"
        #expect(text.hasPrefix(start) && text.hasSuffix("\n[commands]\nnpm = true"), "\(text)")
        return String(text.dropFirst(start.count).dropLast("\n[commands]\nnpm = true".count))
    }

    @Test(
        arguments: [
            ("npm", ".npmrc", "proxy=http://h:2\n", "h:2", "npm's ~/.npmrc"),
            ("curl", ".curlrc", "socks5-hostname = h:2\n", "h:2", "curl's ~/.curlrc"),
            ("pip", ".pip/pip.conf", "[global]\nproxy = h:2\n", "h:2", "pip's ~/.pip/pip.conf"),
            ("codex", ".codex/.env", "HTTPS_PROXY=http://h:2\n", "h:2", "codex's ~/.codex/.env"),
            ("git", ".gitconfig", "[http]\n\tproxy = h:2\n", "h:2", "git's ~/.gitconfig"),
        ])
    func `a tool's own file`(
        _ source: String, _ file: String, _ text: String, _ endpoint: String, _ place: String
    ) throws {
        if source == "git" { _ = try Binary.require("git") }
        for folder in [".pip", ".codex"] { Files.makeFolder("\(sandbox.home)/\(folder)") }
        try sandbox.write(text, to: file)
        let outcome = try importing(source)
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(outcome.errorText.isEmpty, "\(outcome.errorText)")
        let scheme = source == "curl" ? "socks5h" : "http"
        #expect(
            added
                == "\n[profiles.\(source)]\nurl = \"\(scheme)://\(endpoint)\"\ndescription = \"from \(place)\"\n"
        )
        #expect(sandbox.read(file).map { String(decoding: $0, as: UTF8.self) } == text)
        let again = try importing(source)
        #expect(again.status == 0)
        #expect(again.text.hasPrefix("\(source) is there already, with the proxy of ~/"))
    }

    /// Imports variables with a password as the profile `office`, where there is no store.
    private func importOffice(_ options: String...) throws -> Outcome {
        let words = ["import", "env", "--name", "office"] + options
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries([
                "HTTPS_PROXY": "http://al%40ice:\(Self.secret)@h:2",
                "no_proxy": "localhost,A,10.*,*", "PATH": "/nonexistent",
            ])
        ).run()
        #expect(outcome.status == 0)
        #expect(!outcome.text.contains(Self.secret) && !outcome.errorText.contains(Self.secret))
        return outcome
    }

    private static let office = """
        office is added to ~/.config/proxyenv/config.toml
          url          http://h:2
          description  from the environment
          username     al@ice
          no-proxy     a, 10.0.0.0/8
          password     ***
          found in     HTTPS_PROXY

        """

    @Test(.notForWindows("a password goes to the system's store there"))
    func `a variable's password goes to the local file, and nothing prints it`() throws {
        let outcome = try importOffice()
        #expect(outcome.text == Self.office)
        #expect(outcome.errorText.contains("`*` of no_proxy is passed over"))
        #expect(text("config.local.toml") == "[profiles.office]\npassword = \"\(Self.secret)\"\n")
        #expect(
            added
                == "\n[profiles.office]\nurl = \"http://h:2\"\ndescription = \"from the environment\"\nusername = \"al@ice\"\nno-proxy = [\"a\", \"10.0.0.0/8\"]\n"
        )
    }

    @Test(.notForWindows("a password goes to the system's store there"))
    func `a dry run says what would be added, and changes nothing`() throws {
        let dry = try importOffice("-n")
        #expect(dry.text == Self.office.replacing("is added", with: "would be added"))
        #expect(text() == Self.file && !sandbox.has(".config/proxyenv/config.local.toml"))
    }

    @Test func `what was imported is used with its password`() throws {
        _ = try importOffice()
        let used = try sandbox.proxyenv("env", "office", "--format", "json")
        #expect(used.text.contains("\"http://al%40ice:\(Self.secret)@h:2\""))
    }

    @Test(.notForWindows("a password goes to the system's store there"))
    func `a local file that others could read is its owner's alone from then on`() throws {
        try sandbox.write("# mine\n", to: ".config/proxyenv/config.local.toml")
        let path = sandbox.home + "/.config/proxyenv/config.local.toml"
        Files.setMode(path, 0o644)
        let outcome = try importing(
            "env", with: ["ALL_PROXY": "http://u:\(Self.secret)@h:2", "PATH": "/nonexistent"])
        #expect(
            outcome.errorText.contains(
                "~/.config/proxyenv/config.local.toml holds a password or a token"))
        #expect(Files.mode(path) == 0o600)
        #expect(text("config.local.toml").contains(Self.secret))
        #expect(text("config.local.toml").hasPrefix("# mine\n"))
    }

    @Test func `a store that fails once loses nothing that a second import does not bring`() throws
    {
        try sandbox.install(
            "secret-tool",
            "#!/bin/sh\n[ \"$1\" = store ] && { /bin/cat >/dev/null; exit 0; }\nexit 1\n")
        let variables = ["ALL_PROXY": "http://u:\(Self.secret)@h:2"]
        let failed = try importing(
            "env", with: variables.merging(["PATH": sandbox.home + "/bin"]) { $1 })
        #expect(failed.status == 1)
        #expect(failed.text.hasPrefix("env is added"))
        let again = try importing("env", with: variables.merging(["PATH": "/nonexistent"]) { $1 })
        #expect(again.status == 0 && again.text.hasPrefix("env is there already"))
        #expect(text("config.local.toml").contains(Self.secret))
        let third = try importing("env", with: variables.merging(["PATH": "/nonexistent"]) { $1 })
        #expect(third.status == 0 && !third.errorText.contains("keychain"))
    }

    @Test func `a password goes to the store where there is one, by its standard input`() throws {
        try sandbox.install(
            "secret-tool",
            """
            #!/bin/sh
            printf '%s ' "$@" >>"$HOME/arguments"
            case $1 in store) /bin/cat >"$HOME/kept" ;; *) /bin/cat "$HOME/kept" ;; esac

            """)
        let outcome = try importing(
            "env",
            with: ["ALL_PROXY": "socks5h://u:\(Self.secret)@h:2", "PATH": sandbox.home + "/bin"])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(sandbox.read("kept").map { String(decoding: $0, as: UTF8.self) } == Self.secret)
        let told = String(decoding: sandbox.read("arguments") ?? [], as: UTF8.self)
        #expect(told.contains("store ") && !told.contains(Self.secret))
        #expect(!text().contains(Self.secret))
        #expect(added.contains("password-command = [\"secret-tool\", \"lookup\""))
    }

    @Test func `the environment is the one from before use`() throws {
        let json = try sandbox.proxyenv(
            "use", "clash", "--shell", "sh", with: ["https_proxy": "http://h:2"])
        let script = json.text + "exec \"$0\" import env --dry-run"
        let outcome = try Runner(
            arguments: ["/bin/sh", "-c", script, sandbox.program].map { Array($0.utf8) },
            environment: sandbox.entries(["https_proxy": "http://h:2"])
        ).run()
        #expect(outcome.text.contains("url          http://h:2\n"), "\(outcome.text)")
    }

    @Test func `without a variable there is nothing to import`() throws {
        let none = try importing("env")
        #expect(none.status == 1)
        #expect(none.errorText.contains("none of the variables"))
    }

    @Test func `another profile of that name stays, and the next free number is taken`() throws {
        for (port, name) in [(2, "a-2"), (3, "a-3"), (2, "a-2"), (9, "a")] {
            let outcome = try importing(
                "env", "--name", "a", with: ["https_proxy": "http://h:\(port)"])
            #expect(outcome.status == 0)
            #expect(outcome.text.hasPrefix(name + " is "), "\(outcome.text)")
        }
        #expect(text().contains("[profiles.a-2]\nurl = \"http://h:2\""))
        #expect(text().contains("[profiles.a-3]\nurl = \"http://h:3\""))
        #expect(!text().contains("a-4"))
    }

    @Test func `a clash that is the built-in profile is there already`() throws {
        try sandbox.write("mixed-port: 7890\n", to: "c.yaml")
        let same = try importing("clash", sandbox.home + "/c.yaml")
        #expect(same.text == "clash is there already, with the proxy of ~/c.yaml:1\n")
        #expect(text() == Self.file)
    }

    @Test(.notForWindows("a password goes to the system's store there"))
    func `a clash of other ports is a profile`() throws {
        try sandbox.write(
            "port: 1\nsocks-port: 2\nauthentication:\n  - \"u:\(Self.secret)\"\n", to: "c.yaml")
        let outcome = try importing("clash", sandbox.home + "/c.yaml")
        #expect(outcome.status == 0)
        #expect(
            added
                == "\n[profiles.clash]\nurl = \"http://127.0.0.1:1\"\nall = \"socks5h://127.0.0.1:2\"\ndescription = \"from Clash's ~/c.yaml\"\nusername = \"u\"\n"
        )
        #expect(text("config.local.toml").contains(Self.secret))
    }

    @Test func `v2ray's inbounds are a profile each`() throws {
        try sandbox.write(
            """
            { // mine
              "inbounds": [
                {"port": 10808, "protocol": "socks"},
                {"port": 10810, "protocol": "http"}
              ]
            }

            """, to: "v.json")
        let outcome = try importing("v2ray", sandbox.home + "/v.json", "--name", "mine", "--local")
        #expect(outcome.status == 0)
        #expect(text() == Self.file)
        #expect(
            text("config.local.toml") == """
                [profiles.mine-socks]
                url = "socks5h://127.0.0.1:10808"
                description = "from ~/v.json"

                [profiles.mine]
                url = "http://127.0.0.1:10810"
                description = "from ~/v.json"

                """)
    }
}
