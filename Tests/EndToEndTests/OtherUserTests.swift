import Testing

/// What another user of this machine gets by listening where a proxy is thought to be: no password, and no `auto`.
@Suite(.enabled(if: Users.isRoot, "only root can start a program as another user"))
struct OtherUserTests {
    private let sandbox: Sandbox
    private let port: UInt16
    private let server: ServedProcess

    /// Another user's program that answers as a proxy which asks for a password, and writes down all that it hears.
    init() throws {
        sandbox = try Sandbox()
        port = try ServedProcess.freePort()
        let setpriv = try Binary.require("setpriv")
        // One that other users can start too, if there is one.
        let python = try Binary.find("/usr/bin/python3") ?? Binary.require("python3")
        Files.setMode(sandbox.home, 0o755)
        let script = """
            import socket, sys
            listener = socket.create_server(("", \(port)), backlog=64)
            while True:
                s, _ = listener.accept()
                s.settimeout(0.2)
                try: data = s.recv(4096)
                except OSError: data = b""
                with open(sys.argv[1], "ab") as file: file.write(data)
                try: s.sendall(b"HTTP/1.1 407 No\\r\\nProxy-Authenticate: Basic realm=x\\r\\nContent-Length: 0\\r\\n\\r\\n")
                except OSError: pass
                s.close()

            """
        try sandbox.write(Array(script.utf8), to: "listen.py", mode: 0o644)
        try sandbox.write([], to: "heard", mode: 0o666)
        server = try ServedProcess(
            [
                setpriv, "--reuid=12345", "--regid=12345", "--clear-groups", python,
                sandbox.home + "/listen.py", sandbox.home + "/heard",
            ], in: sandbox)
        ServedProcess.await(port)
    }

    private var endpoint: String { "127.0.0.1:\(port)" }
    private var heard: String { String(decoding: sandbox.read("heard") ?? [], as: UTF8.self) }

    private func configure(_ more: String = "", host: String = "127.0.0.1") throws {
        try sandbox.write(
            "[profiles.office]\nurl = 'http://\(host):\(port)'\n\(more)",
            to: ".config/proxyenv/config.toml")
    }

    @Test func `auto passes it over and says so`() throws {
        let own = try Listener()
        try sandbox.configureAuto(
            [port],
            "[profiles.mine]\nfirst-reachable = ['clash', 'own']\n[profiles.own]\nurl = 'http://127.0.0.1:\(own.port)'\n"
        )
        let note =
            "proxyenv: user 12345, not you, listens on \(endpoint) (profile clash): passed over\n"
        // The second time the choice is remembered.
        for _ in 0..<2 {
            let outcome = try sandbox.proxyenv("exec", "mine", "env", "-0")
            #expect(outcome.variables.text("https_proxy") == "http://127.0.0.1:\(own.port)")
            #expect(outcome.errorText == note)
        }
    }

    @Test func `where there is no other proxy auto is an error`() throws {
        try sandbox.configureAuto([port])
        let note =
            "proxyenv: user 12345, not you, listens on \(endpoint) (profile clash): passed over\n"
        let auto = try sandbox.proxyenv("exec", "auto", "true")
        #expect(auto.status == 125)
        #expect(
            auto.errorText.hasPrefix(note + "proxyenv: profile auto: none of its proxies answers"))
        #expect(heard.isEmpty)
    }

    @Test(arguments: [
        "127.0.0.1", "localhost", "localhost.", "proxy.localhost", "0.0.0.0", "127.1", "0x7f000001",
        "[::ffff:127.0.0.1]",
    ])
    func `no password goes there, and nothing is started`(_ host: String) throws {
        try sandbox.install("ask", "#!/bin/sh\ntouch \"$HOME/asked\"\necho hunter2\n")
        try configure("username = 'alice'\npassword-command = ['ask']\n", host: host)
        for words in [
            ["exec", "office", "touch", "\(sandbox.home)/canary"], ["use", "office"],
            ["test", "office", "http://127.0.0.1:1/"],
        ] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.status == (words[0] == "exec" ? 125 : 1))
            #expect(
                outcome.errorText.hasPrefix(
                    "proxyenv: profile office: user 12345, not you, listens on \(host):\(port), and would get the password or token\n  hint: See who that is (`id -un 12345`)."
                ), "\(outcome.errorText)")
            #expect(!outcome.text.contains("hunter2"))
        }
        #expect(!sandbox.has("canary") && !sandbox.has("asked"))
        #expect(!heard.contains("hunter2") && !heard.contains("Proxy-Authorization"), "\(heard)")
    }

    @Test(arguments: ["detect", "doctor curl"])
    func `no password of a variable goes there`(_ words: String) throws {
        _ = try sandbox.run(
            "proxyenv \(words)", in: .bash,
            with: ["https_proxy": "http://alice:hunter2@\(endpoint)"])
        #expect(!heard.contains("hunter2") && !heard.contains("Proxy-Authorization"), "\(heard)")
    }

    @Test func `no token in the place of a user's name goes there`() throws {
        let token = "ghp_0123456789abcdefABCDEF0123456789"
        for text in [
            "url = 'http://\(token)@\(endpoint)'",
            "url = 'http://\(endpoint)'\nusername = '\(token)'",
        ] {
            try sandbox.write("[profiles.office]\n\(text)\n", to: ".config/proxyenv/config.toml")
            let outcome = try sandbox.proxyenv("exec", "office", "true")
            #expect(outcome.status == 125)
            #expect(
                outcome.errorText.contains("would get the password or token"),
                "\(outcome.errorText)")
        }
    }

    @Test func `neither test nor doctor proposes it`() throws {
        let dead = try ServedProcess.freePort()
        try sandbox.write(
            "[profiles.idle]\nurl = 'http://\(endpoint)'\n[profiles.mine]\nurl = 'http://127.0.0.1:\(dead)'\n",
            to: ".config/proxyenv/config.toml")
        let proposals = try [
            sandbox.proxyenv("doctor", "curl", "--profile", "mine"),
            sandbox.proxyenv("doctor", "curl", "--profile", "mine", "--fix", "--yes"),
            sandbox.proxyenv("test", "mine", "http://127.0.0.1:1/"),
        ]
        for outcome in proposals {
            #expect(!outcome.text.contains(endpoint), "\(outcome.text)")
        }
    }

    @Test func `doctor says whose a profile's proxy is, and proposes no password for it`() throws {
        try sandbox.write(
            "[profiles.idle]\nurl = 'http://\(endpoint)'\n", to: ".config/proxyenv/config.toml")
        let asked = try sandbox.proxyenv("doctor", "curl", "--profile", "idle")
        #expect(asked.status == 1)
        #expect(asked.text.contains("user 12345, not you, listens on \(endpoint)"))
        #expect(!asked.text.contains("proxyenv password"), "\(asked.text)")
        #expect(!asked.text.contains("nothing is wrong"), "\(asked.text)")
    }

    @Test func `without a password a profile is used all the same, with a warning`() throws {
        try configure()
        let warning =
            "proxyenv: warning: user 12345, not you, listens on \(endpoint) and sees where you go (profile office)\n"
        for words in [["use", "office"], ["exec", "office", "true"]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries(["PROXYENV_PROBE": nil])
            ).run()
            #expect(outcome.status == 0)
            #expect(outcome.errorText == warning)
        }
    }

    @Test func `the user who has called sudo is no other user`() throws {
        try configure()
        let called = try sandbox.proxyenv(
            "exec", "office", "true", with: ["PROXYENV_PROBE": nil, "SUDO_UID": "12345"])
        #expect(called.errorText == "")
    }

    @Test func `detect says whose it is`() throws {
        Files.makeFolder(sandbox.home + "/.config/mihomo", mode: 0o700)
        try sandbox.write("mixed-port: \(port)\n", to: ".config/mihomo/config.yaml")
        let detect = try sandbox.proxyenv("detect")
        #expect(
            detect.text.contains("user 12345's, not yours: `auto` passes it over"), "\(detect.text)"
        )
        #expect(try sandbox.proxyenv("detect", "--json").text.contains("\"otherUser\": 12345"))
    }

    @Test func `test says whose it is`() throws {
        try configure()
        let test = try sandbox.proxyenv("test", "office", "http://127.0.0.1:1/")
        #expect(test.status == 1)
        #expect(
            test.text.contains("user 12345, not you, listens on \(endpoint) and "),
            "\(test.text)")
    }

    @Test func `doctor says whose it is`() throws {
        try configure("[commands]\ncodex = 'office'\n")
        let doctor = try sandbox.proxyenv("doctor", "--json")
        #expect(doctor.text.contains("\"proxy.other-user\""), "\(doctor.text)")
        let curl = try sandbox.proxyenv(
            "doctor", "curl", "--json", with: ["https_proxy": "http://\(endpoint)"])
        #expect(curl.text.contains("\"proxy.other-user\""), "\(curl.text)")
    }
}
