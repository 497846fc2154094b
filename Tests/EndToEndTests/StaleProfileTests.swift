import Testing

/// The hint of the one line about a proxy that is not there: it helps where it is given, and changes nothing else.
@Suite struct StaleProfileTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// What `line` says, with `config`, where an HTTP proxy answers on Clash Verge's port, and a mute program on v2rayN's.
    private func said(_ line: String, _ config: String = "") throws -> String {
        try sandbox.write(config, to: ".config/proxyenv/config.toml")
        try sandbox.write(
            """
            import os, socket, sys, threading
            def proxy(s):
                with s:
                    try:
                        if s.recv(4096)[:1].isalpha(): s.sendall(b"HTTP/1.1 400 Bad Request\\r\\nContent-Length: 0\\r\\n\\r\\n")
                    except OSError: pass
            l = socket.create_server(("127.0.0.1", 7897), backlog=64)
            mute = socket.create_server(("127.0.0.1", 10808), backlog=64)
            open(sys.argv[1] + "/up", "w").close()
            while True: threading.Thread(target=proxy, args=(l.accept()[0],), daemon=True).start()

            """, to: "proxy.py")
        let script = """
            rm -f ~/up
            python3 ~/proxy.py ~ & proxy=$!
            while [ ! -e ~/up ]; do sleep 0.05; done
            unset PROXYENV_PROBE
            # The look at other ports is short: on a busy machine this proxy may answer too late for it.
            for try in 1 2 3 4 5; do
                { \(line); } > /dev/null 2> ~/said
                if grep -q ' does: ' ~/said; then break; fi
            done
            kill "$proxy"

            """
        _ = try PrivateNetwork.run(script, in: sandbox)
        return sandbox.text(of: "said")
    }

    private func line(_ hint: String) -> String {
        "proxyenv: nothing listens on 127.0.0.1:7890 (profile clash); 7897 does: \(hint)\n"
    }

    @Test(arguments: [
        ("proxyenv use clash --shell sh", "proxyenv use clash-verge"),
        ("proxyenv exec clash -- true x", "proxyenv exec clash-verge -- true"),
        ("proxyenv run --profile clash true", "proxyenv run --profile clash-verge true"),
        ("proxyenv run pinned", "proxyenv wrap pinned --profile clash-verge"),
        ("proxyenv wrapped pinned", "proxyenv wrap pinned --profile clash-verge"),
        ("PROXYENV_PROFILE=clash proxyenv run true", "proxyenv run --profile clash-verge true"),
        ("PROXYENV_ACTIVE=clash proxyenv run true", "proxyenv use clash-verge"),
        ("proxyenv run true", "proxyenv default clash-verge"),
    ])
    func `the hint is for the way by which the profile was chosen`(
        _ line: String, _ hint: String
    ) throws {
        try sandbox.install("pinned", "#!/bin/sh\n")
        let said = try said(line, "default = 'clash'\n[commands]\npinned = 'clash'\n")
        #expect(said == self.line(hint))
    }

    @Test(arguments: [
        ("exec clash true", ""), ("use clash --shell sh", " && proxyenv use clash"),
    ])
    func `a profile of one's own gets the port that answers`(
        _ words: String, _ rest: String
    ) throws {
        let own = "[profiles.clash]\nurl = 'http://127.0.0.1:7890'\n"
        #expect(
            try said("proxyenv \(words)", own)
                == line("proxyenv set clash url http://127.0.0.1:7897\(rest)"))
    }

    @Test func `a profile with a login is not changed`() throws {
        let office = "[profiles.office]\nurl = 'http://127.0.0.1:3128'\nusername = 'a'\n"
        #expect(
            try said("PW=x proxyenv exec office true", office + "password-env = 'PW'\n")
                == "proxyenv: nothing listens on 127.0.0.1:3128 (profile office); 7897 does: proxyenv exec clash-verge -- true\n"
        )
    }

    @Test func `for a profile that is spoken to otherwise nothing is proposed`() throws {
        #expect(
            try said("proxyenv exec tor true")
                == "proxyenv: nothing listens on 127.0.0.1:9050 (profile tor)\n")
    }
}
