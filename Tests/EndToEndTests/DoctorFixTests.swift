import Testing

/// What `doctor --fix` may change, and how it asks: a person's own profiles are theirs.
@Suite struct DoctorFixTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private let file = ".config/proxyenv/config.toml"

    init() throws { stage = try DoctorStage() }

    private func text(_ name: String) -> String { sandbox.text(of: name) }

    /// Runs `lines` on a machine on which one proxy answers, on Clash Verge's port; `config` is the file.
    private func onMachine(_ config: String, _ lines: String) throws {
        try sandbox.write(config, to: file)
        let script = """
            export SSL_CERT_FILE=\(stage.world.authority)
            rm -f ~/world.ports
            python3 ~/world.py ~ 7897 &
            while [ ! -e ~/world.ports ]; do sleep 0.1; done
            \(lines)
            kill "$!"

            """
        _ = try PrivateNetwork.run(script, in: sandbox)
    }

    private let idle = """
        default = "clash"
        [profiles.clash]
        url = "http://127.0.0.1:7890"
        [profiles.onion]
        url = "socks5h://127.0.0.1:9050"
        [profiles.office]
        url = "http://127.0.0.1:3128"
        username = "alice"
        password-env = "PW"
        [profiles.spare]
        url = "http://127.0.0.1:8118"

        """

    @Test func `profiles that nothing uses keep their ports, whatever answers elsewhere`() throws {
        try onMachine(
            idle,
            """
            export PW=secret
            proxyenv doctor --color never > ~/before
            proxyenv doctor --fix --yes --timeout 2 > ~/fixed 2>&1
            """)
        let before = text("before")
        for (name, port) in [("onion", 9050), ("office", 3128), ("spare", 8118)] {
            #expect(!before.contains("proxyenv set \(name)"), "\(before)")
            #expect(
                before.contains(
                    "profile   \(name): nothing listens on 127.0.0.1:\(port); nothing uses it now"),
                "\(before)")
        }
        #expect(before.contains("fix: proxyenv set clash url http://127.0.0.1:7897\n"), "\(before)")
        let changed = idle.replacing("127.0.0.1:7890", with: "127.0.0.1:7897")
        #expect(text(file) == changed, "\(text("fixed"))")
    }

    @Test func `a profile with a login, one of another scheme and one of another host stay`() throws
    {
        let profiles = """
            [profiles.onion]
            url = "socks5h://127.0.0.1:9050"
            [profiles.office]
            url = "http://127.0.0.1:3128"
            username = "alice"
            password-env = "PW"
            [profiles.remote]
            url = "http://no.invalid:3128"
            [commands]
            curl = "onion"
            git = "office"
            npm = "remote"

            """
        try onMachine(
            profiles,
            """
            export PW=secret
            for name in "" curl git npm; do
                proxyenv doctor $name --fix --yes --timeout 2 >> ~/fixed 2>&1
            done
            """)
        #expect(text(file) == profiles, "\(text("fixed"))")
        #expect(
            text("fixed").contains(
                "127.0.0.1:7897 is another proxy, which must not get the login of profile office."),
            "\(text("fixed"))")
    }

    @Test func `two profiles in use do not both become the one proxy that answers`() throws {
        let profiles = """
            [profiles.a]
            url = "http://127.0.0.1:7001"
            [profiles.b]
            url = "http://127.0.0.1:7002"
            [commands]
            curl = "a"
            git = "b"

            """
        try onMachine(profiles, "proxyenv doctor --fix --yes --timeout 2 > ~/fixed 2>&1")
        #expect(
            text(file) == profiles.replacing("127.0.0.1:7001", with: "127.0.0.1:7897"),
            "\(text("fixed"))")
        #expect(
            text("fixed").contains(
                "skipped, as another profile already uses this proxy: proxyenv set b url http://127.0.0.1:7897"
            ))
    }

    @Test func `without a terminal nothing is changed, and that is said`() throws {
        try onMachine(
            idle, "proxyenv doctor --fix --timeout 2 > ~/fixed 2> ~/said < /dev/null")
        #expect(text(file) == idle)
        #expect(
            text("said")
                == """
                proxyenv: proxyenv set clash url http://127.0.0.1:7897
                proxyenv: nothing is changed, as there is no terminal to ask on; with `--yes` it is done without a question

                """)
    }

    @Test(arguments: [("y", true), ("n", false), ("", false)])
    func `on a terminal each change is shown and asked for, and no is no`(
        _ answer: String, _ isMade: Bool
    ) throws {
        let list = "[\"corp.example\", \"openai.com\"]"
        try stage.configure("no-proxy = \(list)")
        let terminal = try Pseudoterminal(
            [sandbox.program, "doctor", "codex", "--fix", "--color", "never"],
            environment: sandbox.entries())
        let shown = try terminal.wait(for: "make this change? [y/N] ")
        #expect(
            shown.contains("proxyenv: proxyenv set clash no-proxy corp.example\r\n"), "\(shown)")
        #expect(shown.contains("-no-proxy = \(list)\r\n+no-proxy = "), "\(shown)")
        #expect(text(file).contains("openai.com"))
        terminal.send("\(answer)\n")
        if isMade { try terminal.wait(for: "no-proxy of clash is set") }
        try terminal.waitForEnd()
        #expect(text(file).contains("openai.com") != isMade)
    }

    @Test func `yes without fix is a mistake`() throws {
        let outcome = try sandbox.proxyenv("doctor", "--yes")
        #expect(outcome.status == 2)
        #expect(outcome.errorText.contains("`--yes` says yes to what `--fix` offers"))
    }

    @Test func `--fix changes proxyenv's own file, and says how`() throws {
        try stage.configure("no-proxy = ['anthropic.com']")
        let outcome = try sandbox.proxyenv("doctor", "claude", "--fix", "--yes")
        #expect(outcome.errorText.contains("proxyenv unset clash no-proxy"))
        #expect(try stage.doctor(["claude"]).ids == [])
    }

    @Test func `--dry-run without --fix is a mistake`() throws {
        #expect(try sandbox.proxyenv("doctor", "codex", "--dry-run").status == 2)
    }
}
