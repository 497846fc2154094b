import Glibc
import Testing

/// Whose a fault is: the profile's, a file's, a variable's, the proxy's or the server's; only what is its owner's is proposed.
@Suite struct DoctorWayTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var world: OutsideWorld { stage.world }

    init() throws { stage = try DoctorStage() }

    @Test func `a server that has a fault of its own is no fault of the way`() throws {
        try world.behave("status=503@chatgpt.com")
        let one = try stage.doctor()
        #expect(one.status == 0)
        #expect(one.ids == ["answer.server"], "\(one.text)")
        #expect(one.text.contains("chatgpt.com answers 503: it, or the proxy, has a fault"))
        #expect(one.text.contains("codex gets through (api.openai.com: 401"))
        try world.behave("status=503")
        let all = try stage.doctor()
        #expect(all.cause == "answer.server", "\(all.text)")
        #expect(all.text.contains("the way of codex is open, but api.openai.com answers 503"))
        #expect(all.text.contains("the same with chatgpt.com"))
    }

    @Test(arguments: [("403", "proxy.forbidden"), ("407", "proxy.password")])
    func `a proxy that refuses the way to one of the servers`(_ status: String, _ id: String) throws
    {
        try world.behave("refused=\(status)@chatgpt.com:443")
        let answer = try stage.doctor()
        #expect(answer.cause == id, "\(answer.text)")
        #expect(answer.ids == [id], "\(answer.text)")
        #expect(answer.text.contains("api.openai.com: 401, as it has to"))
    }

    @Test func `a password that stands in the URL is not thrown away`() throws {
        let url = "https://alice:geheim@127.0.0.1:\(world.http)"
        try stage.configure(url: url)
        let answer = try stage.doctor(["curl", "--profile", "clash", "--fix"])
        #expect(answer.cause == "proxy.protocol", "\(answer.text)")
        #expect(answer.text.contains("Let the URL of profile clash begin with `http://`"))
        #expect(!answer.text.contains("geheim"))
        let file = ".config/proxyenv/config.toml"
        #expect(
            sandbox.read(file).map { String(decoding: $0, as: UTF8.self) }?.contains(url) == true)
        try stage.configure(url: "https://alice@127.0.0.1:\(world.http)")
        let name = try stage.doctor()
        let fix = "proxyenv set clash url http://alice@127.0.0.1:\(world.http)"
        #expect(name.text.contains("\"\(fix)\""), "\(name.text)")
        #expect(try stage.cure(fix).cause == nil)
    }

    @Test func `a proxy that a file names is no matter of the profile's`() throws {
        let dead = try ServedProcess.freePort()
        try sandbox.write("HTTPS_PROXY=http://127.0.0.1:\(dead)\n", to: ".codex/.env")
        let answer = try stage.doctor(["codex"])
        #expect(answer.ids == ["file.overrides", "proxy.refused"], "\(answer.text)")
        #expect(!answer.text.contains("proxyenv set clash"), "\(answer.text)")
        #expect(answer.text.contains("~/.codex/.env:1 (HTTPS_PROXY) names it"))
        #expect(!answer.text.contains("proxyenv use"), "\(answer.text)")
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
}
