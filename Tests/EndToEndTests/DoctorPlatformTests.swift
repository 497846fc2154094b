import Testing

/// A container, whose 127.0.0.1 is not its host's: one that is made of a network and a mark of its own.
@Suite struct DoctorPlatformTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// What `doctor` says in a container whose host is at 127.0.0.2, after `lines`; the file is as it was left.
    private func doctor(after lines: String, _ words: String = "") throws -> DoctorStage.Answer {
        let (unshare, ip) = (try Binary.require("unshare"), try Binary.require("ip"))
        try sandbox.write(
            "[profiles.clash]\nurl = 'http://127.0.0.1:4555'\n[commands]\ncurl = 'clash'\n",
            to: ".config/proxyenv/config.toml")
        let script = """
            : >~/began
            \(ip) link set lo up && \(ip) route add default via 127.0.0.2 dev lo
            mount -t tmpfs none /run && : >/run/.containerenv
            \(lines)
            proxyenv doctor curl --timeout 1 --json \(words)
            """
        let outcome = try Runner(
            arguments: [unshare, "-rnm", "/bin/sh", "-c", script].map { Array($0.utf8) },
            environment: sandbox.entries(), limit: 60
        ).run()
        guard sandbox.has("began") else { try Test.cancel("unshare: \(outcome.errorText)") }
        // The stage leaves out what is said of the machine on which the tests run, which is this one here.
        return DoctorStage.Answer(outcome, keepsPlatform: true)
    }

    @Test func `a proxy of the host that does not answer is no more than a guess`() throws {
        let answer = try doctor(after: "", "--fix")
        #expect(answer.cause == "proxy.refused", "\(answer.text)")
        #expect(answer.ids == ["proxy.refused", "platform.container"], "\(answer.text)")
        #expect(answer.text.contains("the host is at 127.0.0.2"))
        #expect(answer.text.contains("Allow LAN"))
        #expect(answer.text.contains("proxyenv set clash url 'http://{docker-host}:4555'"))
        #expect(file.contains("127.0.0.1:4555"))
    }

    @Test func `one that does is the cause, and its address the cure`() throws {
        let tinyproxy = try Binary.require("tinyproxy")
        try sandbox.write(
            "Port 4555\nListen 127.0.0.2\nTimeout 60\nAllow 127.0.0.0/8\nConnectPort 443\n",
            to: "host.conf")
        let start = """
            \(tinyproxy) -d -c ~/host.conf >/dev/null 2>&1 &
            trap 'kill $!' EXIT
            for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                curl -s -o /dev/null http://127.0.0.2:4555/ && break
                sleep 0.1
            done
            """
        let answer = try doctor(after: start, "--fix --yes")
        #expect(answer.cause == "platform.container", "\(answer.text)")
        #expect(answer.text.contains("127.0.0.2:4555 answers as http"))
        #expect(file.contains("url = 'http://{docker-host}:4555'"), "\(file)")
    }

    private var file: String {
        String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
    }
}
