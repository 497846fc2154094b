import Testing

/// Whose a fault is: the profile's, a file's, a variable's, the proxy's or the server's; only what is its owner's is proposed.
@Suite struct DoctorRouteTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var world: OutsideWorld { stage.world }

    init() throws { stage = try DoctorStage() }

    @Test func `a server that has a fault of its own is no fault of the route`() throws {
        try world.behave("status=503@chatgpt.com")
        let one = try stage.doctor()
        #expect(one.status == 0)
        #expect(one.ids == ["answer.server"], "\(one.text)")
        #expect(one.text.contains("chatgpt.com answers 503: it has a fault"))
        #expect(one.text.contains("codex gets through (api.openai.com: 401"))
    }

    @Test func `servers that all have a fault of their own are the cause`() throws {
        try world.behave("status=503")
        let all = try stage.doctor()
        #expect(all.cause == "answer.server", "\(all.text)")
        #expect(all.text.contains("codex can connect, but api.openai.com answers 503"))
        #expect(all.text.contains("the same with chatgpt.com"))
    }

    @Test(arguments: [("403", "proxy.forbidden"), ("407", "proxy.password")])
    func `a proxy that refuses the way to one of the servers`(_ status: String, _ id: String) throws
    {
        try world.behave("refused=\(status)@chatgpt.com:443")
        let answer = try stage.doctor()
        #expect(answer.cause == id, "\(answer.text)")
        #expect(answer.ids == [id], "\(answer.text)")
        #expect(answer.text.contains("api.openai.com: 401, as it must"))
    }

    @Test func `a proxy that a file names is no matter of the profile's`() throws {
        let dead = try ServedProcess.freePort()
        try sandbox.write("HTTPS_PROXY=http://127.0.0.1:\(dead)\n", to: ".codex/.env")
        let answer = try stage.doctor(["codex"])
        #expect(answer.ids == ["file.overrides", "proxy.refused"], "\(answer.text)")
        #expect(!answer.text.contains("proxyenv set clash"), "\(answer.text)")
        #expect(answer.text.contains("~/.codex/.env:1 (HTTPS_PROXY) names it"))
        #expect(!answer.text.contains("proxyenv use"), "\(answer.text)")
    }

    @Test func `a password that a proxy of a file's wants is no matter of the profile's`() throws {
        try world.behave("password")
        try sandbox.write("HTTPS_PROXY=http://localhost:\(world.http)\n", to: ".codex/.env")
        let other = try stage.doctor(["codex"])
        #expect(other.cause == "file.overrides", "\(other.text)")
        #expect(!other.text.contains("proxyenv password clash"), "\(other.text)")
        #expect(!other.text.contains("profile clash has none"), "\(other.text)")
    }

    @Test func `a file that alone names a proxy is how its user wants it`() throws {
        try sandbox.install("npm", "#!/bin/sh\n")
        try sandbox.write(
            "registry=https://registry.npmjs.org/\nproxy=http://127.0.0.1:\(world.http)\ncafile=\(world.authority)\n",
            to: ".npmrc")
        let answer = try stage.doctor(["npm"])
        #expect(answer.ids == [], "\(answer.text)")
        #expect(answer.text.contains("npm gets through"))
    }

    @Test func `a rule that says direct is somebody's word, and is not changed for them`() throws {
        try stage.sandbox.write(
            """
            [profiles.clash]
            url = "http://127.0.0.1:\(world.http)"
            [commands]
            codex = 'direct'

            """, to: ".config/proxyenv/config.toml")
        let before = sandbox.read(".config/proxyenv/config.toml")
        let answer = try stage.doctor(["codex", "--fix", "--yes", "--timeout", "1"])
        #expect(answer.cause == "route.direct", "\(answer.text)")
        #expect(answer.text.contains("and the rule of codex says `direct`"), "\(answer.text)")
        #expect(sandbox.read(".config/proxyenv/config.toml") == before)
    }

    @Test func `a login that counts leaves an old key where it is`() throws {
        try sandbox.write(
            "{\"auth_mode\":\"chatgpt\",\"OPENAI_API_KEY\":\"sk-bad-old\"}", to: ".codex/auth.json")
        let login = try stage.doctor(["codex", "--with-key"])
        #expect(login.ids == [], "\(login.text)")
        #expect(login.text.contains("logged in with ChatGPT"))
        #expect(!world.requests.contains { $0.contains("sk-") })
    }

    @Test func `without a key no answer is put down to one`() throws {
        try sandbox.write(
            "{\"auth_mode\":\"chatgpt\",\"OPENAI_API_KEY\":\"sk-bad-old\"}", to: ".codex/auth.json")
        try world.behave("status=403")
        #expect(!(try stage.doctor().text.contains("--with-key")))
    }

    @Test func `a key that is wrong is changed where it stands`() throws {
        try sandbox.write(
            "{\"auth_mode\":\"chatgpt\",\"OPENAI_API_KEY\":\"sk-bad-old\"}", to: ".codex/auth.json")
        let bad = try stage.doctor(["codex", "--with-key"], ["CODEX_API_KEY": "sk-bad"])
        #expect(bad.cause == "answer.key", "\(bad.text)")
        #expect(bad.text.contains("Put a valid key into CODEX_API_KEY."), "\(bad.text)")
        #expect(!bad.text.contains("codex login"))
    }

    @Test func `what a program reads has no difference behind it`() throws {
        try stage.configure("no-proxy = ['anthropic.com']")
        for form in ["--json", "--report"] {
            let outcome = try sandbox.proxyenv("doctor", "claude", form, "--fix", "--dry-run")
            #expect(!outcome.text.contains("-no-proxy = "), "\(outcome.text)")
            #expect(outcome.errorText.contains("-no-proxy = ['anthropic.com']"))
        }
    }

    @Test func `a file that is not there is told without a command too`() throws {
        try stage.configure(rule: false, authority: "~/none.pem")
        let file = try stage.doctor([])
        #expect(file.text.contains("proxyenv unset clash ca-file"), "\(file.text)")
    }

    @Test func `SOCKS is not proposed to what can't speak it`() throws {
        try stage.configure(rule: false)
        let variables = stage.exported("socks://127.0.0.1:\(world.socks)")
        let claude = try stage.doctor(["claude"], variables)
        #expect(claude.cause == "env.socks", "\(claude.text)")
        #expect(!claude.text.contains("proxyenv use socks5h"), "\(claude.text)")
        #expect(claude.text.contains("claude cannot speak to socks5h://"), "\(claude.text)")
    }

    @Test func `a proxy for http alone`() throws {
        try stage.configure(rule: false)
        let good = "http://127.0.0.1:\(world.http)"
        let none: [String: String?] = [
            "https_proxy": nil, "HTTPS_PROXY": nil, "http_proxy": nil,
        ]
        let web = stage.exported(good, none)
        let answer = try stage.doctor(["codex", "--timeout", "1"], web)
        #expect(answer.cause == "env.https-missing", "\(answer.text)")
        #expect(
            answer.text.contains(
                "HTTP_PROXY is set and https_proxy is not: codex connects to https:// without a proxy"
            ))
        #expect(try stage.cure("proxyenv use \(good)", ["codex"], web).ids == [])
    }

    @Test func `a proxy for everything that claude may not have`() throws {
        try stage.configure(rule: false)
        let good = "http://127.0.0.1:\(world.http)"
        var all = stage.exported(
            good,
            ["https_proxy": nil, "HTTPS_PROXY": nil, "http_proxy": nil, "HTTP_PROXY": nil])
        all["ALL_PROXY"] = good
        all["NODE_EXTRA_CA_CERTS"] = world.authority
        let claude = try stage.doctor(["claude"], all)
        #expect(claude.cause == "env.all-proxy", "\(claude.text)")
        #expect(claude.text.contains("claude gets through, but claude sends its requests, the key"))
        #expect(try stage.cure("proxyenv use \(good)", ["claude"], all).ids == [])
    }

    @Test func `without a command, a profile that a rule names is no spare`() throws {
        let dead = try ServedProcess.freePort()
        try sandbox.write(
            """
            [profiles.office]
            url = "http://127.0.0.1:\(world.http)"
            ca-file = "\(world.authority)"
            [profiles.dead]
            url = "http://127.0.0.1:\(dead)"
            [profiles.first]
            first-reachable = ["dead", "office"]
            [commands]
            codex = "first"

            """, to: ".config/proxyenv/config.toml")
        let list = try stage.doctor([])
        #expect(list.ids == [], "\(list.text)")
        #expect(list.text.contains("first (office is used): 127.0.0.1:\(world.http) answers"))
        for change in ["wrap claude --profile dead", "default dead"] {
            let answer = try stage.cure("proxyenv \(change)", [])
            #expect(answer.ids == ["proxy.refused"], "\(change) \(answer.text)")
        }
    }

    @Test func `a list that ends without a proxy is said to, and a profile of one's own is found`()
        throws
    {
        let dead = try ServedProcess.freePort()
        try sandbox.write(
            """
            [profiles.mine]
            url = "http://127.0.0.1:\(world.http)"
            ca-file = "\(world.authority)"
            [profiles.dead]
            url = "http://127.0.0.1:\(dead)"
            [profiles.list]
            first-reachable = ["dead", "direct"]
            [commands]
            codex = "list"

            """, to: ".config/proxyenv/config.toml")
        let answer = try stage.doctor(["codex", "--timeout", "1"])
        #expect(answer.cause == "route.direct", "\(answer.text)")
        #expect(answer.text.contains("and profile list takes `direct`, as no proxy before it"))
        #expect(!answer.text.contains("says `direct`"), "\(answer.text)")
        #expect(answer.text.contains("127.0.0.1:\(world.http) answers as http"), "\(answer.text)")
        let fix = "proxyenv wrap codex --profile mine"
        #expect(answer.text.contains("\"\(fix)\""), "\(answer.text)")
        #expect(try stage.cure(fix).ids == [])
    }

    @Test func `what is merely tried is not needed`() throws {
        try stage.configure(rule: false)
        let list = DoctorStage.noProxy + ",gstatic.com"
        let variables = stage.exported(
            "http://127.0.0.1:\(world.http)", ["no_proxy": list, "NO_PROXY": list])
        let answer = try stage.doctor(["curl", "--timeout", "1"], variables)
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(!answer.text.contains("which curl needs"), "\(answer.text)")
    }

    @Test func `a profile that has changed reaches a command by its wrapper`() throws {
        let variable = ["PROXYENV_SHELL_VIEW": "sh/1 wrapper:codex"]
        let use = "eval \"$(proxyenv use clash --shell sh)\""
        let change = "proxyenv set clash url http://localhost:\(world.http)"
        let wrapped = try stage.cure("\(use) && \(change)", ["codex"], variable)
        #expect(wrapped.cause == nil, "\(wrapped.text)")
        #expect(wrapped.ids == ["shell.stale"], "\(wrapped.text)")
        #expect(wrapped.text.contains("codex gets through"))
    }
}
