import Testing

/// `test`, `doctor`, `detect` and `import` with the programs that people run: V2Ray, Dante and mitmproxy.
@Suite struct DoctorProxyTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var world: OutsideWorld { stage.world }

    init() throws { stage = try DoctorStage() }

    private func test(_ words: String...) throws -> Outcome {
        try Runner(
            arguments: ([sandbox.program, "test"] + words).map { Array($0.utf8) },
            environment: sandbox.entries(["CURL_CA_BUNDLE": world.authority])
        ).run()
    }

    // MARK: V2Ray

    @Test func `V2Ray's own file becomes its profiles, and the way through each is open`() throws {
        let v2ray = try V2Ray(before: world, in: sandbox)
        let imported = try sandbox.proxyenv("import", "v2ray", v2ray.file, "--name", "mine")
        #expect(imported.status == 0, "\(imported.errorText)")
        #expect(imported.text.contains("http://127.0.0.1:\(v2ray.http)"), "\(imported.text)")
        for (name, spoken) in [("mine", "HTTP"), ("mine-socks", "SOCKS 5")] {
            let outcome = try test(name, "https://api.openai.com")
            #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
            #expect(outcome.text.contains("ok    protocol  \(spoken), as the URL says"))
            #expect(outcome.text.contains("ok    tunnel    open to api.openai.com:443"))
            #expect(outcome.text.contains("ok    answer    api.openai.com: 401"))
        }
        for name in ["mine", "mine-socks"] {
            let set = try sandbox.proxyenv("set", name, "ca-file", world.authority)
            #expect(set.status == 0, "\(set.errorText)")
        }
        let codex = try stage.doctor(["codex", "--profile", "mine"])
        #expect(codex.ids == [], "\(codex.text)")
        let curl = try stage.doctor(["curl", "--profile", "mine-socks"])
        #expect(curl.ids == [], "\(curl.text)")
        let refused = try stage.doctor(["claude", "--profile", "mine-socks"])
        #expect(refused.cause == "tool.scheme", "\(refused.text)")
    }

    @Test func `V2Ray's inbounds taken for each other are set right`() throws {
        let v2ray = try V2Ray(before: world, in: sandbox)
        try stage.configure(url: "http://127.0.0.1:\(v2ray.socks)")
        let answer = try stage.doctor(["curl", "--profile", "clash"])
        #expect(answer.cause == "proxy.protocol", "\(answer.text)")
        let fix = "proxyenv set clash url socks5h://127.0.0.1:\(v2ray.socks)"
        #expect(answer.text.contains(fix), "\(answer.text)")
        let cured = try stage.cure(fix, ["curl", "--profile", "clash"])
        #expect(cured.ids == [], "\(cured.text)")
        try stage.configure(url: "socks5h://127.0.0.1:\(v2ray.http)")
        let other = try stage.doctor(["curl", "--profile", "clash"])
        #expect(other.cause == "proxy.protocol", "\(other.text)")
        #expect(other.text.contains("proxyenv set clash url http://127.0.0.1:\(v2ray.http)"))
    }

    @Test func `V2Ray on its usual ports is found there`() throws {
        let v2ray = try Binary.require("v2ray")
        try sandbox.write(
            """
            { "inbounds": [
                { "listen": "127.0.0.1", "port": 10808, "protocol": "socks" },
                { "listen": "127.0.0.1", "port": 10809, "protocol": "http" } ],
              "outbounds": [ { "protocol": "freedom" } ] }

            """, to: "usual.json")
        let script = """
            "$1" -config ~/usual.json > /dev/null 2>&1 &
            for _ in 1 2 3 4 5 6 7 8 9 10; do
                sleep 0.5
                proxyenv detect > ~/found
                grep -q 10808 ~/found && grep -q 10809 ~/found && break
            done
            kill "$!"

            """
        let outcome = try PrivateNetwork.run(script, [v2ray], in: sandbox)
        let text = String(decoding: sandbox.read("found") ?? [], as: UTF8.self)
        #expect(text.contains("127.0.0.1:10808  SOCKS 5"), "\(text)\(outcome.errorText)")
        #expect(text.contains("  proxyenv use socks5h://127.0.0.1:10808\n"), "\(text)")
        #expect(text.contains("127.0.0.1:10809  HTTP  ("), "\(text)")
        #expect(text.contains("  proxyenv use v2ray\n"), "\(text)")
    }

    // MARK: Dante

    @Test func `Dante's password is asked for, refused and taken`() throws {
        let dante = try Dante(in: sandbox)
        let git = try Binary.require("git")
        let target = "https://code.example:\(world.origin)"
        for words in [["init", "-q", "."], ["remote", "add", "origin", "\(target)/a/b"]] {
            _ = try Runner(
                arguments: ([git, "-C", sandbox.home] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
        }
        let url = "socks5h://127.0.0.1:\(dante.port)"
        let words = ["git", "--profile", "clash"]
        try stage.configure(url: url)
        let none = try stage.cure("true", words)
        #expect(none.cause == "proxy.password", "\(none.text)")
        #expect(none.text.contains("asks for a password, and profile clash has none"))
        #expect(none.text.contains("\"proxyenv password clash\""))
        let step = try test("clash", target)
        #expect(step.status == 1)
        #expect(step.text.contains(" asks for a password, and profile clash has none"))

        try stage.configure(url: url, "username = 'alice'\npassword-env = 'PW'")
        let wrong = try stage.cure("true", words, ["PW": "geheim"])
        #expect(wrong.cause == "proxy.password", "\(wrong.text)")
        #expect(wrong.text.contains("does not accept the password of profile clash"))
        #expect(!wrong.text.contains("geheim"))
        let right = try stage.cure("true", words, ["PW": "secret"])
        #expect(right.ids == [], "\(right.text)")
        #expect(right.text.contains("git gets through (code.example: 401"), "\(right.text)")
        #expect(!right.text.contains("secret"))
        let whole = try sandbox.proxyenv("test", "clash", target, with: ["PW": "secret"])
        #expect(whole.status == 0, "\(whole.text)")
        #expect(whole.text.contains("ok    password  it accepts the password"))
        #expect(whole.text.contains("ok    tunnel    open to code.example:\(world.origin)"))
    }

    // MARK: mitmproxy

    @Test func `mitmproxy looks inside TLS: whose the certificate is, and the file that cures it`()
        throws
    {
        let proxy = try Mitmproxy(before: world, in: sandbox)
        let url = "http://127.0.0.1:\(proxy.port)"
        // The authority of the world is no help, as that of the proxy takes its place.
        for authority in ["", world.authority] {
            try stage.configure(url: url, authority: authority)
            let answer = try stage.doctor()
            #expect(answer.cause == "route.certificate", "\(answer.text)")
            #expect(answer.ids == ["route.certificate"], "\(answer.text)")
            #expect(answer.text.contains("CN = mitmproxy"), "\(answer.text)")
            #expect(answer.text.contains("the same with chatgpt.com, auth.openai.com"))
            let step = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
            #expect(step.status == 1)
            #expect(step.text.contains("FAIL  TLS"), "\(step.text)")
            #expect(
                step.text.contains("is by CN = mitmproxy, O = mitmproxy, which this machine"),
                "\(step.text)")
            #expect(step.text.contains("    fix: proxyenv set clash ca-file FILE\n"))
            let fix = "proxyenv set clash ca-file ~/.mitmproxy/mitmproxy-ca-cert.pem"
            #expect(answer.text.contains("\"\(fix)\""), "\(answer.text)")
            let cured = try stage.cure(fix)
            #expect(cured.ids == [], "\(cured.text)")
            #expect(cured.text.contains("codex gets through"))
        }
        let file = String(
            decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
        #expect(file.contains("ca-file = \"\(proxy.authority)\""), "\(file)")
        let whole = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
        #expect(whole.status == 0, "\(whole.text)")
        #expect(
            whole.text.contains(
                "ok    TLS       the certificate is trusted only by the profile's certificates, by CN = mitmproxy"
            ), "\(whole.text)")
        // What it has opened it has sent on.
        #expect(world.requests.contains { $0.hasPrefix("api.openai.com GET ") })
    }
}
