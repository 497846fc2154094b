import Testing

/// What `doctor` makes of a profile's password: one that is missing, wrong, in the URL, or for others to read.
@Suite struct DoctorPasswordTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var world: OutsideWorld { stage.world }

    init() throws { stage = try DoctorStage() }

    @Test func `a password that stands in the URL is not thrown away`() throws {
        let url = "https://alice:geheim@127.0.0.1:\(world.http)"
        try stage.configure(url: url)
        let answer = try stage.doctor(["curl", "--profile", "clash", "--fix", "--yes"])
        #expect(answer.cause == "proxy.protocol", "\(answer.text)")
        #expect(answer.text.contains("Let the URL of profile clash begin with `http://`"))
        #expect(!answer.text.contains("geheim"))
        let test = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
        #expect(
            test.text.contains(
                "    fix: proxyenv edit\n    fix: Let the URL of profile clash begin with `http://`, and leave the password that is in it.\n"
            ), "\(test.text)")
        let file = ".config/proxyenv/config.toml"
        #expect(
            sandbox.read(file).map { String(decoding: $0, as: UTF8.self) }?.contains(url) == true)
    }

    @Test func `a user name that stands in the URL is kept by the fix`() throws {
        try stage.configure(url: "https://alice@127.0.0.1:\(world.http)")
        let name = try stage.doctor()
        let fix = "proxyenv set clash url http://alice@127.0.0.1:\(world.http)"
        #expect(name.text.contains("\"\(fix)\""), "\(name.text)")
        #expect(try stage.cure(fix).cause == nil)
    }

    @Test func `a name without a password is no wrong password`() throws {
        try world.behave("password")
        try stage.configure("username = 'alice'")
        let answer = try stage.doctor()
        #expect(answer.cause == "proxy.password", "\(answer.text)")
        #expect(answer.text.contains("and profile clash has a user name alone"), "\(answer.text)")
        #expect(answer.text.contains("\"proxyenv password clash\""))
        let test = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
        #expect(test.text.contains("and profile clash has a user name alone\n"), "\(test.text)")
    }

    @Test func `a password that is not there is told without a command too`() throws {
        for (key, text) in [
            ("password-command = ['no-such-program']", "there is no program `no-such-program`"),
            ("password-env = 'NO_SUCH_VARIABLE'", "the variable `NO_SUCH_VARIABLE` is not set"),
        ] {
            try stage.configure("username = 'alice'\n\(key)", rule: false)
            let answer = try stage.doctor([])
            #expect(answer.cause == "config.profile", "\(answer.text)")
            #expect(answer.text.contains(text), "\(answer.text)")
        }
    }

    @Test func `no program is asked for a password without a command`() throws {
        let mark = sandbox.home + "/asked"
        try stage.configure(
            "username = 'alice'\npassword-command = ['touch', '\(mark)']", rule: false)
        #expect(try stage.doctor([]).ids == [])
        #expect(!sandbox.has("asked"))
    }

    @Test(arguments: ["username = 'a'\npassword = 'geheim'", "https = 'http://a:geheim@HOST'"])
    func `a password that others can read`(_ key: String) throws {
        let host = "127.0.0.1:\(world.http)"
        let parts = key.split(separator: "HOST", omittingEmptySubsequences: false)
        try stage.configure(parts.joined(separator: host), rule: false)
        let path = sandbox.home + "/.config/proxyenv/config.toml"
        Files.setMode(path, 0o644)
        let answer = try stage.doctor([])
        #expect(answer.ids == ["config.readable"], "\(answer.text)")
        #expect(!answer.text.contains("geheim"))
        #expect(try stage.cure("chmod 600 ~/.config/proxyenv/config.toml", []).ids == [])
    }

    @Test func `a file without a password may be read by others`() throws {
        try stage.configure("username = 'a'", rule: false)
        Files.setMode(sandbox.config, 0o644)
        #expect(try stage.doctor([]).ids == [])
    }

    @Test func `a password in the URL goes before any other, and is taken out`() throws {
        try world.behave("password")
        try stage.configure(url: "http://alice:geheim@127.0.0.1:\(world.http)")
        let answer = try stage.doctor()
        let removal = "proxyenv set clash url http://alice@127.0.0.1:\(world.http)"
        #expect(answer.cause == "proxy.password", "\(answer.text)")
        #expect(answer.text.contains("\"\(removal)\""), "\(answer.text)")
        #expect(answer.text.contains("\"proxyenv password clash\""), "\(answer.text)")
        let cure = "\(removal) && printf secret | proxyenv password clash"
        #expect(try stage.cure(cure).cause == nil)
    }

    @Test func `test too takes a password in the URL out`() throws {
        try world.behave("password")
        try stage.configure(url: "http://alice:geheim@127.0.0.1:\(world.http)")
        let removal = "proxyenv set clash url http://alice@127.0.0.1:\(world.http)"
        let test = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
        #expect(
            test.text.contains("    fix: \(removal)\n    fix: proxyenv password clash\n"),
            "\(test.text)")
    }

    @Test func `without a command, a password that is nowhere is missed`() throws {
        try world.behave("password")
        try stage.configure()
        let none = try stage.doctor([])
        #expect(none.cause == "proxy.password", "\(none.text)")
        #expect(none.text.contains("asks for a password, and profile clash has none"))
        try stage.configure("username = 'alice'\npassword = 'secret'")
        #expect(try stage.doctor([]).ids == [])
    }
}
