import Testing

/// The built-in profile `system`, with GNOME's real program and KDE's file.
@Suite struct SystemProfileTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox("no-proxy = ['all.example']\n") }

    private func use(_ changes: [String: String?] = Desktop.variables) throws -> Outcome {
        try sandbox.proxyenv(
            "exec", "system", "--", "/usr/bin/env", "-0",
            with: changes.merging(["HTTP_PROXY": "http://old:1"]) { $1 })
    }

    @Test func `GNOME that is set to no proxy is a direct way`() throws {
        _ = try Desktop(in: sandbox)
        let none = try use()
        #expect(none.status == 0)
        #expect(
            none.variables.text("HTTP_PROXY") == nil && none.variables.text("https_proxy") == nil)
    }

    /// A desktop with a proxy of each kind, one of them with a password.
    private func setProxies() throws {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "manual")
        try desktop.set("http", "host", "h")
        try desktop.set("http", "use-authentication", "true")
        try desktop.set("http", "authentication-user", "bob")
        try desktop.set("http", "authentication-password", "hush 1")
        try desktop.set("socks", "host", "s")
        try desktop.set("socks", "port", "2")
        try desktop.set("ignore-hosts", "['localhost', 'a.example']")
    }

    @Test func `GNOME's proxies are those of the command`() throws {
        try setProxies()
        let outcome = try use()
        #expect(outcome.status == 0, "\(outcome.errorText)")
        let variables = outcome.variables
        #expect(variables.text("http_proxy") == "http://bob:hush%201@h:8080")
        #expect(variables.text("HTTPS_PROXY") == "socks5h://s:2")
        #expect(variables.text("all_proxy") == "socks5h://s:2")
        #expect(
            variables.text("no_proxy")
                == "localhost,127.0.0.1,::1,a.example,.a.example,all.example,.all.example")
        #expect(variables.text("PROXYENV_ACTIVE") == "system")
    }

    @Test func `show and use have GNOME's proxies, show without the password`() throws {
        try setProxies()
        let shown = try sandbox.proxyenv("show", "system", with: Desktop.variables)
        #expect(shown.text.contains("  http_proxy=http://bob:***@h:8080\n"), "\(shown.text)")
        #expect(!shown.text.contains("hush"))
        let code = try sandbox.proxyenv("use", "system", "--shell", "sh", with: Desktop.variables)
        #expect(
            code.text.contains("HTTPS_PROXY='socks5h://s:2'")
                || code.text.contains("HTTPS_PROXY=socks5h://s:2"))
    }

    @Test func `GNOME is asked anew each time`() throws {
        let desktop = try Desktop(in: sandbox)
        #expect(try use().variables.text("https_proxy") == nil)
        try desktop.set("mode", "manual")
        try desktop.set("socks", "host", "s")
        try desktop.set("socks", "port", "2")
        #expect(try use().variables.text("https_proxy") == "socks5h://s:2")
    }

    @Test func `GNOME's settings as a session keeps them, in dconf's own database`() throws {
        _ = try Desktop(in: sandbox)
        let session = try Binary.require("dbus-run-session")
        let script = """
            schema=org.gnome.system.proxy
            gsettings set $schema mode manual
            gsettings set $schema.https host '::1'
            gsettings set $schema.https port 3129
            gsettings set $schema ignore-hosts "['localhost', '10.0.0.0/8']"

            """
        let written = try Runner(
            arguments: [session, "--", "sh", "-c", script].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        try #require(written.status == 0, "\(written.errorText)")
        if !sandbox.has(".config/dconf/user") {
            try Test.cancel("there is no dconf-gsettings-backend")
        }
        // The session is over: the file alone is there.
        let outcome = try use([:])
        #expect(
            outcome.variables.text("https_proxy") == "http://[::1]:3129", "\(outcome.errorText)")
        #expect(outcome.variables.text("no_proxy")?.contains(",10.0.0.0/8,") == true)
    }

    @Test func `a script is an error that says what to do`() throws {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "auto")
        try desktop.set("autoconfig-url", "http://u:hush@h/p.pac")
        let outcome = try use()
        #expect(outcome.status == 125)
        #expect(
            outcome.errorText == """
                proxyenv: profile system: GNOME is set to the PAC file http://u:***@h/p.pac, which is never run
                  hint: See which proxies it names: `proxyenv import system --dry-run`.

                """)
        let code = try sandbox.proxyenv("use", "system", "--shell", "sh", with: Desktop.variables)
        #expect(code.text == "false;\n" && code.status == 1)
        #expect(try sandbox.proxyenv("show", "system", with: Desktop.variables).status == 1)
    }

    private func writeKDE() throws {
        try sandbox.write(
            "[Proxy Settings]\nProxyType=1\nhttpsProxy=http://h 2\nNoProxyFor=a\n",
            to: ".config/kioslaverc")
    }

    @Test func `KDE's file where the desktop is KDE`() throws {
        try writeKDE()
        let desktop: [String: String?] = ["XDG_CURRENT_DESKTOP": "X:KDE"]
        #expect(try use(desktop).variables.text("https_proxy") == "http://h:2")
    }

    @Test func `KDE's file where there is no gsettings`() throws {
        try writeKDE()
        try sandbox.install("gsettings", "#!/bin/sh\nexit 1\n")
        #expect(try use([:]).variables.text("https_proxy") == "http://h:2")
    }

    @Test func `KDE that is set to the variables is told with what to type`() throws {
        try sandbox.install("gsettings", "#!/bin/sh\nexit 1\n")
        try sandbox.write("[Proxy Settings]\nProxyType=4\n", to: ".config/kioslaverc")
        #expect(try use([:]).errorText.contains("`proxyenv import env`"))
    }

    @Test func `a pipe in the place of KDE's file keeps nothing waiting`() throws {
        try sandbox.install("gsettings", "#!/bin/sh\nexit 1\n")
        Files.makePipe(sandbox.home + "/.config/kioslaverc")
        #expect(try use([:]).errorText.contains("~/.config/kioslaverc is a pipe or a device"))
    }

    @Test func `where nothing is found, it is said what was looked for`() throws {
        try sandbox.install("gsettings", "#!/bin/sh\nexit 1\n")
        let outcome = try use([:])
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("no `gsettings`"))
        #expect(outcome.errorText.contains("~/.config/kioslaverc"))
    }

    @Test func `a program that does not answer is given one second`() throws {
        try sandbox.install("gsettings", "#!/bin/sh\nexec /bin/sleep 10\n")
        let start = now()
        let outcome = try use([:])
        #expect(outcome.status == 125)
        // A busy machine may take as long again, and more; the program itself takes ten.
        #expect((1..<5).contains(now() - start))
    }

    @Test func `settings that name no usable proxy are an error, and never a direct way`() throws {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "manual")
        try desktop.set("https", "host", "h")
        let outcome = try use()
        #expect(outcome.status == 125)
        #expect(
            outcome.errorText.contains("`https host` of GNOME is passed over: `0` is not a port"))
    }

    @Test func `it may be one of several that are tried`() throws {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "manual")
        let listener = try Listener()
        try desktop.set("http", "host", "127.0.0.1")
        try desktop.set("http", "port", "\(listener.port)")
        try sandbox.write(
            "[profiles.any]\nfirst-reachable = ['system', 'direct']\n",
            to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv(
            "exec", "any", "--", "/usr/bin/env", "-0", with: Desktop.variables)
        #expect(
            outcome.variables.text("https_proxy") == "http://127.0.0.1:\(listener.port)",
            "\(outcome.errorText)")
    }
}
