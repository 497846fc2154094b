import Testing

/// `detect` with real proxies on ports that Clash's and mihomo's own files name.
@Suite struct DetectTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// Has `files`, ports by program and key, in the folder of settings.
    private func configure(_ program: String, _ text: String) throws {
        _ = try Runner(
            arguments: ["/bin/mkdir", "-p", "\(sandbox.home)/.config/\(program)"].map {
                Array($0.utf8)
            }, environment: []
        ).run()
        try sandbox.write(text, to: ".config/\(program)/config.yaml")
    }

    @Test func `a port that a program's file names is tried, and told by what it speaks`() throws {
        let http = try RealProxy(.tinyproxyWithPassword, in: sandbox)
        let socks = try RealProxy(.microsocksWithPassword, in: sandbox)
        try configure("mihomo", "mixed-port: \(http.port) # of all\r\nallow-lan: true\r\n")
        try configure("clash", "listeners:\n  port: 1\nsocks-port: \(socks.port)\nport: x\n")
        let begun = now()
        let outcome = try sandbox.proxyenv("detect")
        #expect(now() - begun < 2)
        #expect(outcome.status == 0)
        #expect(
            outcome.text.contains(
                """
                127.0.0.1:\(http.port)  HTTP, asks for a password  (~/.config/mihomo/config.yaml)
                  proxyenv import clash ~/.config/mihomo/config.yaml
                127.0.0.1:\(socks.port)  SOCKS 5, asks for a password  (~/.config/clash/config.yaml)
                  proxyenv import clash ~/.config/clash/config.yaml

                """), "\(outcome.text)")
    }

    @Test(arguments: [["-d", "there"], ["-f", "there/config.yaml"]])
    func `a Clash that runs has its port in the file with which it was started`(_ words: [String])
        throws
    {
        let socks = try RealProxy(.microsocks, in: sandbox)
        Files.makeFolder(sandbox.home + "/there", mode: 0o700)
        try sandbox.write("mixed-port: \(socks.port)\n", to: "there/config.yaml")
        let script = "cd; exec -a mihomo sh -c 'sleep 60; :' \"$@\""
        let process = try ServedProcess(
            [Binary.require("bash"), "-c", script, "bash"] + words, in: sandbox)
        ServedProcess.await(process.id, givenWord: "sleep 60; :")
        let outcome = try sandbox.proxyenv("detect")
        #expect(
            outcome.text.contains(
                "127.0.0.1:\(socks.port)  SOCKS 5  (~/there/config.yaml)\n"), "\(outcome.text)")
    }

    @Test func `with --add each has a profile, once`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        try configure("clash", "mixed-port: \(socks.port)\n")
        for _ in 0..<2 {
            #expect(try sandbox.proxyenv("detect", "--add").status == 0)
            let shown = try sandbox.proxyenv("show", "local-\(socks.port)")
            #expect(shown.text.contains("  socks5h://127.0.0.1:\(socks.port)\n"))
        }
        let text = sandbox.text(of: ".config/proxyenv/config.toml")
        #expect(text.ranges(of: "\(socks.port)\"").count == 1)
    }

    @Test func `with --dry-run the profile is shown and not added`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        try configure("clash", "mixed-port: \(socks.port)\n")
        let dry = try sandbox.proxyenv("detect", "--add", "--dry-run")
        #expect(dry.text.contains("+url = \"socks5h://127.0.0.1:\(socks.port)\""))
        #expect(!sandbox.has(".config/proxyenv/config.toml"))
    }

    @Test func `a profile that has the proxy is proposed`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        try configure("clash", "mixed-port: \(socks.port)\n")
        #expect(try sandbox.proxyenv("detect", "--add").status == 0)
        let again = try sandbox.proxyenv("detect")
        #expect(again.text.contains("proxyenv use local-\(socks.port)\n"))
    }

    @Test func `one that asks for a password is proposed with what it takes`() throws {
        let socks = try RealProxy(.microsocksWithPassword, in: sandbox)
        try configure("mihomo", "mixed-port: \(socks.port)\nauthentication:\n  - 'alice:secret'\n")
        let outcome = try sandbox.proxyenv("detect")
        let file = "~/.config/mihomo/config.yaml"
        #expect(
            outcome.text.contains(
                "asks for a password  (\(file))\n  proxyenv import clash \(file)\n"),
            "\(outcome.text)")
    }

    @Test func `one that asks for a password is added with what to type`() throws {
        let socks = try RealProxy(.microsocksWithPassword, in: sandbox)
        try configure("mihomo", "mixed-port: \(socks.port)\n")
        let added = try sandbox.proxyenv("detect", "--add")
        let name = "local-\(socks.port)"
        #expect(
            added.errorText.contains("asks for a password: `proxyenv set \(name) username YOU`"),
            "\(added.errorText)")
    }

    @Test func `a profile of the same name that leads elsewhere is not proposed`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        try configure("mihomo", "\"mixed-port\": '\(socks.port)'\n")
        let name = "local-\(socks.port)"
        try sandbox.write(
            "[profiles.\(name)]\nurl = 'socks5h://10.9.9.9:1'\n", to: ".config/proxyenv/config.toml"
        )
        let outcome = try sandbox.proxyenv("detect")
        #expect(
            outcome.text.contains("proxyenv use socks5h://127.0.0.1:\(socks.port)\n"),
            "\(outcome.text)")
    }

    @Test func `beside a profile of the same name another name is added`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        try configure("mihomo", "mixed-port: \(socks.port)\n")
        let name = "local-\(socks.port)"
        try sandbox.write(
            "[profiles.\(name)]\nurl = 'socks5h://10.9.9.9:1'\n", to: ".config/proxyenv/config.toml"
        )
        #expect(try sandbox.proxyenv("detect", "--add").status == 0)
        let shown = try sandbox.proxyenv("show", "\(name)-2")
        #expect(shown.text.contains("  socks5h://127.0.0.1:\(socks.port)\n"), "\(shown.text)")
    }

    @Test func `what may be a password is not shown, also where it stands for a port`() throws {
        let outcome = try sandbox.proxyenv("detect", with: ["HTTPS_PROXY": "http://alice:h4nd"])
        #expect(
            outcome.text.contains("HTTPS_PROXY=http://alice:***  is not a URL"), "\(outcome.text)")
    }

    @Test func `the variables of the environment are held against what answers there`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        let free = try ServedProcess.freePort()
        let outcome = try sandbox.proxyenv(
            "detect",
            with: [
                "http_proxy": "http://alice:h4nd@127.0.0.1:\(socks.port)",
                "https_proxy": "http://127.0.0.1:\(free)", "ALL_PROXY": "127.0.0.1:7890",
                "all_proxy": "socks5://127.0.0.1:\(socks.port)",
            ])
        for line in [
            "http_proxy=http://alice:***@127.0.0.1:\(socks.port)  127.0.0.1:\(socks.port) speaks SOCKS 5, but the URL says http\n",
            "https_proxy=http://127.0.0.1:\(free)  nothing listens on 127.0.0.1:\(free)\n",
            "all_proxy=socks5://127.0.0.1:\(socks.port)  answers\n",
            "ALL_PROXY=127.0.0.1:7890  is not a URL with a scheme and a port\n",
        ] { #expect(outcome.text.contains(line), "\(line) \(outcome.text)") }
    }

    @Test func `what is no proxy is named, and what is silent keeps nobody waiting`() throws {
        let faults = try FaultServer(in: sandbox)
        try configure(
            "clash",
            "port: \(faults.port(.api))\nsocks-port: \(faults.port(.silent))\n"
                + "mixed-port: \(faults.port(.drip))\n")
        let begun = now()
        let outcome = try sandbox.proxyenv("detect")
        #expect(now() - begun < 2.5)
        #expect(
            outcome.text.contains(
                "127.0.0.1:\(faults.port(.api)) is not a proxy: it is Clash's API\n"))
        #expect(
            outcome.text.contains(
                "127.0.0.1:\(faults.port(.silent)) accepts connections and says nothing\n"
            ), "\(outcome.text)")
    }

    /// A desktop that is set to `socks`.
    private func desktop(_ socks: RealProxy) throws {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "manual")
        try desktop.set("socks", "host", "127.0.0.1")
        try desktop.set("socks", "port", "\(socks.port)")
    }

    @Test func `what the desktop is set to is tried too`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        try desktop(socks)
        let outcome = try sandbox.proxyenv("detect", with: Desktop.variables)
        #expect(
            outcome.text.contains(
                "GNOME: socks5h://127.0.0.1:\(socks.port)  answers\n  proxyenv use system\n"),
            "\(outcome.text)")
        #expect(outcome.status == 0)
    }

    @Test func `with --add what the desktop is set to is made a profile of`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        try desktop(socks)
        #expect(try sandbox.proxyenv("detect", "--add", with: Desktop.variables).status == 0)
        let shown = try sandbox.proxyenv("show", "gnome")
        #expect(shown.text.contains("  socks5h://127.0.0.1:\(socks.port)\n"), "\(shown.text)")
    }

    @Test func `what is found on its port is not added for the desktop too`() throws {
        let socks = try RealProxy(.microsocks, in: sandbox)
        try desktop(socks)
        try configure("clash", "mixed-port: \(socks.port)\n")
        #expect(try sandbox.proxyenv("detect", "--add", with: Desktop.variables).status == 0)
        let names = try sandbox.proxyenv("list", "--json").text
        #expect(names.contains("\"local-\(socks.port)\"") && !names.contains("\"gnome\""))
    }

    /// A desktop that is set to a proxy with a password, on `port`.
    private func desktop(withPasswordFor port: UInt16) throws -> Desktop {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "manual")
        try desktop.set("http", "host", "127.0.0.1")
        try desktop.set("http", "port", "\(port)")
        try desktop.set("http", "use-authentication", "true")
        try desktop.set("http", "authentication-user", "bob")
        try desktop.set("http", "authentication-password", "hush")
        return desktop
    }

    @Test func `a desktop's proxy with a password is left to import`() throws {
        let proxy = try RealProxy(.tinyproxyWithPassword, in: sandbox)
        _ = try desktop(withPasswordFor: proxy.port)
        let secret = try sandbox.proxyenv("detect", "--add", with: Desktop.variables)
        #expect(secret.errorText.contains("`proxyenv import system` adds it"))
        #expect(!(secret.text + secret.errorText).contains("hush"))
        #expect(try !sandbox.proxyenv("list", "--json").text.contains("\"gnome\""))
    }

    @Test func `a desktop's password is hidden in JSON`() throws {
        let proxy = try RealProxy(.tinyproxyWithPassword, in: sandbox)
        _ = try desktop(withPasswordFor: proxy.port)
        let seen = try sandbox.proxyenv("detect", "--json", with: Desktop.variables)
        #expect(seen.text.contains("\"http://bob:***@127.0.0.1:\(proxy.port)\""))
        #expect(!seen.text.contains("hush"))
    }

    @Test func `a desktop's proxy that is dead is named and not proposed`() throws {
        _ = try desktop(withPasswordFor: ServedProcess.freePort())
        let dead = try sandbox.proxyenv("detect", with: Desktop.variables)
        #expect(dead.text.contains("  nothing listens on 127.0.0.1:"), "\(dead.text)")
        #expect(!dead.text.contains("use system"))
    }

    @Test func `a desktop's PAC file is named and never run`() throws {
        let desktop = try Desktop(in: sandbox)
        try desktop.set("mode", "auto")
        try desktop.set("autoconfig-url", "http://u:hush@h/p.pac")
        let script = try sandbox.proxyenv("detect", with: Desktop.variables)
        #expect(
            script.text.contains(
                "GNOME is set to the PAC file http://u:***@h/p.pac, which is never run\n  See which"
            ),
            "\(script.text)")
    }

    @Test func `a gsettings that hangs keeps it no longer than two seconds`() throws {
        try sandbox.install("gsettings", "#!/bin/sh\nsleep 9\n")
        let begun = now()
        let outcome = try sandbox.proxyenv("detect", "--json")
        #expect(now() - begun < 2)
        #expect(outcome.text.contains("\"system\": []"))
    }

    @Test func `options that do not go together are refused`() throws {
        #expect(try sandbox.proxyenv("detect", "--dry-run").status == 2)
        #expect(try sandbox.proxyenv("detect", "--add", "--json").status == 2)
    }
}
