import Testing

/// Faults of profiles, of their entries of `NO_PROXY`, and of proxies that are nowhere.
extension DoctorFaultTests {
    // MARK: An entry that exempts the server

    private static let exempting = [
        ("'corp.example', '.openai.com'", "proxyenv set clash no-proxy corp.example"),
        ("'openai.com'", "proxyenv unset clash no-proxy"),
        ("'*.corp.example', 'openai.com'", "proxyenv set clash no-proxy '*.corp.example'"),
    ]

    @Test(arguments: exempting)
    func `an entry of the profile that exempts the server, told once`(
        _ list: String, _ fix: String
    ) throws {
        try stage.configure("no-proxy = [\(list)]")
        let answer = try stage.doctor()
        #expect(answer.ids == ["env.no-proxy-host"], "\(answer.text)")
        #expect(
            answer.text.contains("it is from ~/.config/proxyenv/config.toml:4"), "\(answer.text)")
        #expect(answer.text.contains("\"\(fix)\""), "\(answer.text)")
        #expect(try stage.cure(fix).ids == [])
    }

    @Test(arguments: exempting)
    func `an entry that exempts the server is taken out by --fix`(
        _ list: String, _ fix: String
    ) throws {
        try stage.configure("no-proxy = [\(list)]")
        let outcome = try sandbox.proxyenv("doctor", "codex", "--fix", "--yes")
        #expect(outcome.errorText.contains("proxyenv: \(fix)\n"), "\(outcome.errorText)")
        #expect(try stage.doctor().ids == [])
    }

    @Test(arguments: [true, false])
    func `without a proxy, where one answers on a known port`(_ isOwn: Bool) throws {
        let certificates = "ca-file = '\(stage.world.authority)'\n"
        let profile = "[profiles.mine]\nurl = 'http://127.0.0.1:7890'\n"
        try sandbox.write(isOwn ? profile + certificates : "", to: ".config/proxyenv/config.toml")
        let script = """
            export SSL_CERT_FILE=\(stage.world.authority)
            python3 ~/world.py ~ 7890 &
            for _ in 1 2 3 4 5 6 7 8 9 10; do
                sleep 0.2
                proxyenv detect | grep -q 7890 && break
            done
            proxyenv doctor codex --json > ~/before
            proxyenv doctor codex --fix --yes > ~/fixed 2>&1
            proxyenv doctor codex --json > ~/after
            kill "$!"

            """
        let outcome = try PrivateNetwork.run(script, in: sandbox)
        func text(_ name: String) -> String {
            String(decoding: sandbox.read(name) ?? [], as: UTF8.self)
        }
        let name = isOwn ? "mine" : "clash"
        #expect(text("before").contains("\"cause\": \"route.direct\""), "\(outcome.errorText)")
        #expect(text("before").contains("127.0.0.1:7890 answers as http"))
        #expect(text("before").contains("proxyenv exec \(name) -- codex"), "\(text("before"))")
        #expect(text("fixed").contains("proxyenv: proxyenv wrap codex --profile \(name)\n"))
        #expect(text("after").contains("\"cause\": null"), "\(text("after"))")
    }

    /// A file whose default is the list `names`, of which `office` does not answer.
    private func configure(list names: String, _ dead: UInt16) throws {
        try sandbox.write(
            """
            default = 'any'
            [profiles.any]
            first-reachable = [\(names)]
            [profiles.office]
            url = 'http://127.0.0.1:\(dead)'
            [profiles.home]
            url = 'http://127.0.0.1:\(world.http)'
            """, to: ".config/proxyenv/config.toml")
    }

    @Test func `what does not answer in a list of which another does is no fault`() throws {
        let dead = try ServedProcess.freePort()
        try configure(list: "'office', 'home'", dead)
        let answer = try stage.doctor([])
        #expect(answer.ids == [], "\(answer.text)")
        #expect(answer.text.contains("office: nothing listens on 127.0.0.1:\(dead)"))
    }

    @Test func `a list of which none answers is a fault`() throws {
        try configure(list: "'office'", ServedProcess.freePort())
        #expect(try stage.doctor([]).ids == ["config.profile"])
    }

    @Test func `what is pasted keeps the key, and names its file as one word`() throws {
        Files.makeFolder(sandbox.home + "/my dir", mode: 0o700)
        try sandbox.write("{}", to: "my dir/config.json")
        let variables = ["CODEX_HOME": "\(sandbox.home)/my dir"]
        let answer = try stage.doctor(["codex"], variables)
        let fix = "mv ~/'my dir/config.json' ~/'my dir/config.json.bak'"
        #expect(answer.text.contains(fix), "\(answer.text)")
        #expect(try stage.cure(fix, ["codex"], variables.mapValues { $0 }).ids == [])
        #expect(sandbox.has("my dir/config.json.bak"))
    }

    @Test func `a variable that was changed by hand is no fault of the profile's`() throws {
        let dead = try ServedProcess.freePort()
        var variables = stage.exported(
            "http://127.0.0.1:\(world.http)", ["https_proxy": "http://127.0.0.1:\(dead)"])
        variables["PROXYENV_ACTIVE"] = "clash"
        let answer = try stage.doctor(["curl"], variables)
        #expect(answer.ids.contains("proxy.refused"), "\(answer.text)")
        #expect(!answer.text.contains("proxyenv set clash"), "\(answer.text)")
    }

    @Test(arguments: [
        ("no.invalid:1", "proxy.unresolvable", "cannot resolve no.invalid"),
        ("255.255.255.255:9", "proxy.unreachable", "cannot connect to 255.255.255.255:9: "),
    ])
    func `a proxy that is nowhere`(_ place: String, _ id: String, _ title: String) throws {
        try stage.configure(url: "http://\(place)")
        let answer = try stage.doctor()
        #expect(answer.cause == id, "\(answer.text)")
        #expect(answer.text.contains("codex does not get through: \(title)"), "\(answer.text)")
        #expect(try stage.cure("proxyenv set clash url http://127.0.0.1:\(world.http)").ids == [])
    }

    @Test func `a proxy that answers no connection`() throws {
        // One whose queue is full: the kernel says nothing to those who come then.
        try sandbox.write(
            """
            import os, socket, sys, time
            server = socket.create_server(("127.0.0.1", 0), backlog=0)
            waiting = [socket.socket() for _ in range(4)]
            for one in waiting:
                one.setblocking(False)
                one.connect_ex(server.getsockname())
            with open(sys.argv[1] + "/full.new", "w") as f: f.write(str(server.getsockname()[1]))
            os.rename(sys.argv[1] + "/full.new", sys.argv[1] + "/full.port")
            time.sleep(60)

            """, to: "full.py")
        let process = try ServedProcess(
            [Binary.require("python3"), sandbox.home + "/full.py", sandbox.home], in: sandbox)
        let end = now() + 15
        while !sandbox.has("full.port"), now() < end { pause(0.02) }
        let port = String(decoding: sandbox.read("full.port") ?? [], as: UTF8.self)
        try stage.configure(url: "http://127.0.0.1:\(port)")
        let begun = now()
        let answer = try stage.doctor()
        #expect(now() - begun < 5)
        #expect(answer.cause == "proxy.silent", "\(answer.text)")
        #expect(answer.text.contains("127.0.0.1:\(port) does not answer"))
        withExtendedLifetime(process) {}
    }

    @Test func `what a rule names is looked at too, and changed where it stands`() throws {
        let dead = try ServedProcess.freePort()
        try sandbox.write(
            """
            [commands]
            claude = 'http://127.0.0.1:\(dead)'
            codex = 'socks5h://127.0.0.1:\(world.http)'
            curl = 'http://127.0.0.1:\(world.socks)'
            npm = 'warp'

            """, to: ".config/proxyenv/config.toml")
        let all = try stage.doctor([])
        #expect(all.text.contains("claude: nothing listens on 127.0.0.1:\(dead)"), "\(all.text)")
        #expect(all.text.contains("warp: "))
        let fixes = [
            "proxyenv wrap codex --profile http://127.0.0.1:\(world.http)",
            "proxyenv wrap curl --profile socks5h://127.0.0.1:\(world.socks)",
        ]
        for fix in fixes { #expect(all.text.contains(fix), "\(fix) \(all.text)") }
        let codex = try stage.doctor(["codex"])
        #expect(codex.text.contains(fixes[0]), "\(codex.text)")
        let cured = try stage.cure(fixes[0], ["codex"], ["SSL_CERT_FILE": world.authority])
        #expect(cured.ids == [], "\(cured.text)")
    }

    @Test func `a profile that can't be used is told, and hides no other`() throws {
        try sandbox.write(
            """
            [profiles.broken]
            url = 'http://127.0.0.1:1'
            ca-file = '~/none.pem'
            [profiles.good]
            url = 'http://127.0.0.1:\(stage.world.http)'
            [commands]
            codex = 'broken'

            """, to: ".config/proxyenv/config.toml")
        let all = try stage.doctor([])
        #expect(all.ids.contains("config.profile"))
        #expect(all.text.contains("good: 127.0.0.1:\(stage.world.http) answers"), "\(all.text)")
        #expect(all.text.contains("~/none.pem") || all.text.contains("/none.pem"))
        // What such a command does is not known, and nobody is asked for it.
        let codex = try stage.doctor(["codex"])
        #expect(codex.ids == ["config.profile"], "\(codex.text)")
        #expect(stage.world.requests.isEmpty)
        try sandbox.write(sandbox.read("ca.pem") ?? [], to: "none.pem")
        #expect(try stage.doctor(["codex"]).cause == "proxy.refused")
    }

    @Test func `a password whose program fails is told, with the way out`() throws {
        try stage.configure("username = 'u'\npassword-command = ['false']")
        let command = try stage.doctor(["codex"])
        #expect(command.ids == ["config.profile"], "\(command.text)")
        #expect(command.text.contains("keep the password with `proxyenv password clash`"))
    }

    @Test func `a path at which there is no program`() throws {
        let path = try stage.doctor(["./none/codex"])
        #expect(path.cause == "command.missing")
        #expect(path.text.contains("there is no program `./none/codex`"), "\(path.text)")
    }

    @Test func `an entry that all profiles share is named with its line`() throws {
        let file = sandbox.read(".config/proxyenv/config.toml") ?? []
        try sandbox.write(
            Array("no-proxy = ['openai.com']\n".utf8) + file, to: ".config/proxyenv/config.toml")
        let answer = try stage.doctor()
        #expect(answer.ids.first == "env.no-proxy-host", "\(answer.text)")
        #expect(
            answer.text.contains("Take `openai.com` out of ~/.config/proxyenv/config.toml:1."),
            "\(answer.text)")
        #expect(!answer.text.contains("proxyenv set clash no-proxy"))
    }
}
