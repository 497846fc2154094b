import Testing

/// PAC files, the settings of desktops, and what cannot be imported.
extension ImportTests {
    /// A PAC file `p.pac` in the home folder.
    private func writePAC() throws {
        try sandbox.write(
            "function FindProxyForURL(u, h) { return 'PROXY h:2; SOCKS5 h:3'; }\n", to: "p.pac")
    }

    @Test func `a PAC file from the disk is read and not run`() throws {
        try writePAC()
        let local = try importing("pac", sandbox.home + "/p.pac", "-n")
        #expect(local.text.contains("url          http://h:2\n"))
        #expect(local.text.contains("url          socks5h://h:3\n"))
    }

    @Test func `a PAC file from a server is read, without a proxy`() throws {
        _ = try Binary.require("curl")
        try writePAC()
        try sandbox.write("proxy = http://127.0.0.1:1\n", to: ".curlrc")
        let server = try FileServer(in: sandbox)
        let outcome = try importing(
            "pac", "http://127.0.0.1:\(server.port)/p.pac",
            with: ["http_proxy": "http://127.0.0.1:1"])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(added.contains("[profiles.pac-2]\nurl = \"socks5h://h:3\""))
    }

    @Test func `a PAC file that is not there, is too long or has a pattern for its name`() throws {
        _ = try Binary.require("curl")
        try writePAC()
        try sandbox.write([UInt8](repeating: 0x20, count: 3 << 20), to: "long.pac")
        let server = try FileServer(in: sandbox)
        for (name, message) in [
            (
                "none",
                "cannot be fetched: the server answers with an error, as where there is no such file"
            ), ("long.pac", "is longer than 1 MB"), ("[p-q].pac", "cannot be fetched"),
        ] {
            let outcome = try importing("pac", "http://127.0.0.1:\(server.port)/\(name)")
            #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        }
    }

    @Test func `a PAC file's URL with a password is refused`() throws {
        let secret = try importing("pac", "http://u:\(Self.secret)@127.0.0.1:1/p.pac")
        #expect(secret.status == 2)
    }

    @Test func `a name that means something of its own is not taken away`() throws {
        for name in ["direct", "auto", "system"] {
            let outcome = try importing(
                "env", "--name", name, with: ["https_proxy": "http://h:1"])
            #expect(outcome.text.hasPrefix("\(name)-2 is added"), "\(outcome.text)")
        }
    }

    @Test func `what is passed over in the environment is told in true words`() throws {
        let outcome = try importing(
            "env", "-n", with: ["https_proxy": "", "HTTPS_PROXY": "http://h:1", "NO_PROXY": "*"])
        #expect(outcome.text.contains("url          http://h:1\n"), "\(outcome.text)")
        #expect(outcome.errorText.contains("https_proxy is empty, and hides HTTPS_PROXY from git"))
        #expect(outcome.errorText.contains("with it, nothing would go through the proxy"))
    }

    @Test func `a password that has changed elsewhere is said to be kept`() throws {
        for password in ["\(Self.secret)1", "\(Self.secret)2"] {
            let outcome = try importing("env", with: ["https_proxy": "http://u:\(password)@h:1"])
            #expect(outcome.status == 0, "\(outcome.errorText)")
            let isKept = outcome.text.contains(
                "its password stays as it is (proxyenv password env)")
            #expect(isKept == password.hasSuffix("2"), "\(outcome.text)")
        }
        #expect(text("config.local.toml").contains("\(Self.secret)1"))
    }

    @Test func `GNOME that is set to no proxy`() throws {
        _ = try Desktop(in: sandbox)
        let none = try importing("system", with: Desktop.variables)
        #expect(none.errorText == "proxyenv: GNOME is set to use no proxy\n")
    }

    @Test func `GNOME's proxy with a password`() throws {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "manual")
        try desktop.set("http", "host", "h")
        try desktop.set("http", "use-authentication", "true")
        try desktop.set("http", "authentication-user", "bob")
        try desktop.set("http", "authentication-password", Self.secret)
        try desktop.set("ignore-hosts", "['localhost', '.corp', '10.0.0.0/8']")
        let outcome = try importing("system", with: Desktop.variables)
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(
            added
                == "\n[profiles.gnome]\nurl = \"http://h:8080\"\ndescription = \"from the settings of GNOME\"\nusername = \"bob\"\nno-proxy = [\".corp\", \"10.0.0.0/8\"]\n"
        )
        #expect(text("config.local.toml").contains(Self.secret))
    }

    @Test func `GNOME's PAC file is read, beside a profile of GNOME's that is there`() throws {
        #expect(try sandbox.proxyenv("add", "gnome", "http://h:8080").status == 0)
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "auto")
        try sandbox.write("return 'PROXY pac.example:3128; DIRECT'\n", to: "p.pac")
        try desktop.set("autoconfig-url", "file://\(sandbox.home)/p.pac")
        let script = try importing("system", with: Desktop.variables)
        #expect(script.status == 0, "\(script.errorText)")
        #expect(script.errorText.contains("GNOME is set to a PAC file, whose text is read"))
        #expect(script.text.hasPrefix("gnome-2 is added"), "\(script.text)")
        #expect(script.text.contains("http://pac.example:3128"))
    }

    @Test func `GNOME that finds its proxy by itself`() throws {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "auto")
        try desktop.set("autoconfig-url", "")
        let none = try importing("system", with: Desktop.variables)
        #expect(none.status == 1)
        #expect(none.errorText.contains("set to find its proxy by itself (WPAD)"))
    }

    @Test func `KDE's file`() throws {
        try sandbox.install("gsettings", "#!/bin/sh\nexit 1\n")
        try sandbox.write(
            "[Proxy Settings]\nProxyType=1\nhttpProxy=http://h 2\n", to: ".config/kioslaverc")
        #expect(try importing("system").text.hasPrefix("kde is added"))
    }

    @Test func `Windows' program`() throws {
        try sandbox.install(
            "reg.exe",
            """
            #!/bin/sh
            [ "$1" = query ] || exit 1
            printf '\\r\\n%s\\r\\n    ProxyEnable    REG_DWORD    0x1\\r\\n' "$2"
            printf '    ProxyServer    REG_SZ    127.0.0.1:3\\r\\n'
            """)
        let windows = try importing("system", with: ["WSL_DISTRO_NAME": "Debian"])
        #expect(windows.text.hasPrefix("windows is added"))
        #expect(windows.errorText.contains("`{wsl-host}`"))
        #expect(text().contains("[profiles.windows]\nurl = \"http://127.0.0.1:3\""))
    }

    @Test(arguments: ["exit 1", "printf 'P\\0r\\0'"])
    func `where Windows' program fails or prints something else, Linux does not answer for it`(
        _ script: String
    ) throws {
        try sandbox.write(
            "[Proxy Settings]\nProxyType=1\nhttpProxy=http://h 2\n", to: ".config/kioslaverc")
        try sandbox.install("reg.exe", "#!/bin/sh\n\(script)\n")
        let odd = try importing("system", with: ["WSL_DISTRO_NAME": "Debian"])
        #expect(odd.status == 1)
        #expect(odd.errorText.contains("Windows' settings cannot be read"), "\(odd.errorText)")
    }

    @Test(
        arguments: [
            ([], 2, "`import` needs more"), (["nothing"], 2, "Known are `env`, `system`, `git`"),
            (["clsh", "x"], 2, "Did you mean `clash`?"), (["clash"], 2, "needs FILE"),
            (["clash", ""], 2, "needs FILE"), (["pac"], 2, "needs FILE or URL"),
            (["env", "x"], 2, "takes no further `x`"),
            (["env", "--name", "7"], 2, "cannot be a profile's name"),
            (["clash", "/nowhere"], 1, "cannot read /nowhere"), (["v2ray", "/"], 1, "is a folder"),
            (["v2ray", "/dev/null"], 1, "is a pipe or a device"),
            (["npm"], 1, "~/.npmrc or "), (["codex"], 1, "~/.codex/.env"),
            (["pac", "http://127.0.0.1:1/"], 1, "nothing answers there"),
        ] as [([String], Int32, String)])
    func `what can't be imported is said`(_ words: [String], _ status: Int32, _ message: String)
        throws
    {
        let outcome = try Runner(
            arguments: ([sandbox.program, "import"] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == status)
        #expect(outcome.text.isEmpty)
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        #expect(text() == Self.file)
    }

    @Test(arguments: ["clash", "v2ray", "pac"])
    func `an empty or a broken file`(_ source: String) throws {
        for (content, message) in [
            ("", "~/f is empty"), (" \n\r\n", "~/f is empty"),
            ("<html>\n</html>\n", "~/f"), ("\u{1B}[31m{\"", "~/f"),
        ] {
            try sandbox.write(content, to: "f")
            let outcome = try importing(source, sandbox.home + "/f")
            #expect(outcome.status == 1)
            #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
            #expect(!outcome.errorText.contains("\u{1B}"))
        }
        #expect(text() == Self.file)
    }

    @Test(arguments: [("clash", 16), ("v2ray", 4), ("pac", 1)])
    func `a file that is too long, and a pipe`(_ source: String, _ megabytes: Int) throws {
        let path = sandbox.home + "/f"
        try sandbox.write("", to: "f")
        Files.resize(path, to: 17 << 20)
        #expect(
            try importing(source, path).errorText.contains("~/f is longer than \(megabytes) MB"))
        Files.remove(path)
        Files.makePipe(path)
        #expect(try importing(source, path).errorText.contains("is a pipe or a device"))
        #expect(text() == Self.file)
    }

    @Test func `a value that is no proxy is passed over, and named by its line`() throws {
        try sandbox.write(
            "\nproxy=nope://u:\(Self.secret)@h:1\nhttps-proxy=http://h:2\n", to: ".npmrc")
        let outcome = try importing("npm")
        #expect(outcome.status == 0)
        #expect(
            outcome.errorText
                == "proxyenv: ~/.npmrc:2 (proxy) is passed over: it is not the URL of a proxy\n")
        #expect(added.contains("url = \"http://h:2\""))
    }

    @Test func `where no value is a proxy nothing is left to import`() throws {
        try sandbox.write("proxy=x\n", to: ".npmrc")
        let none = try importing("npm")
        #expect(none.status == 1)
        #expect(none.errorText.hasSuffix("proxyenv: nothing is left to import\n"))
    }

    @Test func `a pipe in the place of the file keeps nothing waiting`() throws {
        Files.makePipe(sandbox.home + "/.npmrc")
        #expect(try importing("npm").status == 1)
    }

    @Test func `the sources are completed`() throws {
        let words = try sandbox.proxyenv("complete", "--", "import", "")
        for source in [
            "env", "system", "git", "npm", "pip", "curl", "codex", "clash", "v2ray", "pac",
        ] {
            #expect(words.lines.contains { $0.hasPrefix(source + "\t") })
        }
    }

    @Test func `the options behind a source are completed`() throws {
        let options = try sandbox.proxyenv("complete", "--", "import", "env", "--")
        #expect(options.text.contains("--name\t"))
    }
}
