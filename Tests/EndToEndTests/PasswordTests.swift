import Testing

/// Where a profile's password comes from, and where it never goes.
@Suite struct PasswordTests {
    private static let secret = "s3cr\u{E9}t@:/ %"
    private static let encoded = "s3cr%C3%A9t%40%3A%2F%20%25"
    private static let url = "http://alice%40corp:\(encoded)@127.0.0.1:11"

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        try sandbox.install(
            "ask", "#!/bin/sh\necho asked >> \"$HOME/asked\"\nprintf '%s\\n' '\(Self.secret)'\n")
        try sandbox.write("\(Self.secret)\n", to: "password")
    }

    private func configure(_ source: String, _ more: String = "") throws {
        try sandbox.write(
            """
            default = "office"
            [profiles.office]
            url = "http://127.0.0.1:11"
            username = "alice@corp"
            \(source)
            [profiles.home]
            url = "http://127.0.0.1:12"
            \(more)
            [commands]
            teller = true

            """, to: ".config/proxyenv/config.toml")
    }

    private var timesAsked: Int {
        sandbox.read("asked").map { $0.count(where: { $0 == 0x0A }) } ?? 0
    }

    private static let sources = [
        "password-command = ['ask']", "password-env = 'MY_PASSWORD'",
        "password-file = '~/password'",
        "password = '\(secret)'", "password-command = ['sh', '-c', 'ask; exit 0']",
    ]

    @Test(arguments: sources)
    func `every source gives the password, percent-encoded`(_ source: String) throws {
        try configure(source)
        let changes = ["MY_PASSWORD": Self.secret]
        let outcome = try sandbox.proxyenv("exec", "office", "env", "-0", with: changes)
        for name in ["http_proxy", "HTTPS_PROXY", "all_proxy"] {
            #expect(outcome.variables.text(name) == Self.url)
        }
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: sources)
    func `use sets the password, and keeps it out of the state`(_ source: String) throws {
        try configure(source)
        let use = try sandbox.run(
            "eval \"$(proxyenv use office)\"; env -0", in: .bash,
            with: ["MY_PASSWORD": Self.secret])
        #expect(use.variables.text("https_proxy") == Self.url)
        #expect(use.variables.text("PROXYENV_STATE")?.contains("s3cr") == false)
    }

    @Test(arguments: [
        "password-command = ['ask']", "password-file = '~/password'", "password = '\(secret)'",
    ])
    func `list, show, status, errors and JSON never hold it`(_ source: String) throws {
        try configure(source, "nonsense = 1")
        let active = [
            "https_proxy": Self.url, "HTTPS_PROXY": Self.url, "PROXYENV_ACTIVE": "office",
        ]
        for words in [
            ["list"], ["show", "office"], ["show"], ["status"], ["validate"], ["list", "-q"],
            ["show", "home"],
            ["off", "--shell", "cmd"], ["exec", "office", "nowhere"], ["run", "nowhere"],
            ["use", "hme"], ["hook", "zsh"],
        ] {
            for json in [[], ["--json"]] {
                let outcome = try Runner(
                    arguments: ([sandbox.program] + words + json).map { Array($0.utf8) },
                    environment: sandbox.entries(active.mapValues { $0 as String? })
                ).run()
                for text in [outcome.text, outcome.errorText] {
                    #expect(!text.contains("s3cr"), "\(words)")
                }
            }
        }
        #expect(timesAsked <= 2)
        #expect(
            try sandbox.proxyenv("show", "office").text.contains(
                "http://alice%40corp:***@127.0.0.1:11"))
    }

    @Test func `show --reveal prints it where no terminal is`() throws {
        try configure("password-command = ['ask']")
        let outcome = try sandbox.proxyenv("show", "office", "--reveal")
        #expect(outcome.text.contains("https_proxy=\(Self.url)\n"))
        #expect(timesAsked == 1)
    }

    @Test func `show and list do not ask for it`() throws {
        try configure("password-command = ['ask']")
        _ = try sandbox.proxyenv("show", "office")
        _ = try sandbox.proxyenv("list")
        #expect(timesAsked == 0)
    }

    @Test func `the command runs with the environment from before use, and is not asked again`()
        throws
    {
        try configure(
            "password-command = ['sh', '-c', 'env -0 > \"$HOME/seen\"; ask']",
            "env = { EXTRA = 'x' }")
        try sandbox.installTeller("teller")
        let script = """
            eval "$(proxyenv use home)"
            eval "$(proxyenv use office)"
            proxyenv run teller
            proxyenv exec office teller
            proxyenv wrapped teller
            """
        let outcome = try sandbox.run(script, in: .bash, with: ["https_proxy": "http://before:1"])
        let line = "teller office \(Self.url)\n"
        #expect(outcome.text == line + line + line)
        #expect(timesAsked == 1)
        let seen = Variables(sandbox.read("seen") ?? [])
        #expect(seen.text("https_proxy") == "http://before:1")
        #expect(seen.text("PROXYENV_BYPASS") == "1")
        for name in ["PROXYENV_ACTIVE", "PROXYENV_STATE", "EXTRA", "ALL_PROXY"] {
            #expect(seen[name] == nil)
        }
    }

    @Test func `the password is asked for again when the address is another`() throws {
        try configure("password-command = ['ask']")
        let script = """
            eval "$(proxyenv use office)"
            sed -i s/127.0.0.1:11/127.0.0.1:99/ "$HOME/.config/proxyenv/config.toml"
            proxyenv exec office env -0
            """
        let outcome = try sandbox.run(script, in: .bash)
        #expect(outcome.variables.text("https_proxy") == Self.url.replacing(":11", with: ":99"))
        #expect(timesAsked == 2)
    }

    @Test(
        arguments: [
            ("password-command = ['printf', 'one\\ntwo']", "gives more than one line"),
            ("password-command = ['printf', 'a\\r\\nb\\r\\n']", "gives more than one line"),
            ("password-command = ['true']", "gives an empty password"),
            ("password-command = ['sh', '-c', 'echo s3cr; exit 3']", "it ended with status 3"),
            ("password-command = ['no-such-program']", "cannot start `no-such-program`"),
            ("password-command = ['sh', '-c', 'kill -9 $$']", "gave no password"),
            ("password-env = 'NOT_SET'", "the variable `NOT_SET` is not set"),
            ("password-file = '~/nowhere'", "cannot read the password from ~/nowhere"),
            ("password-file = '~/'", "is not a file with a password"), ("password = ''", "empty"),
        ])
    func `a source that gives none is an error, and nothing is started`(
        _ source: String, _ message: String
    ) throws {
        let escaped = source.replacing("'", with: "\"")
        try configure(escaped)
        let use = try sandbox.proxyenv("use", "office", "--shell", "sh")
        #expect(use.text == "false;\n")
        #expect(use.status == 1)
        #expect(use.errorText.contains(message))
        #expect(!use.errorText.contains("s3cr"))
        for words in [["exec", "office"], ["run"], ["wrapped"]] {
            let command =
                words + (words == ["wrapped"] ? ["teller"] : ["touch", sandbox.home + "/canary"])
            let outcome = try Runner(
                arguments: ([sandbox.program] + command).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.status == 125)
            #expect(outcome.errorText.contains(message))
        }
        #expect(!sandbox.has("canary"))
    }

    @Test(
        arguments: [
            "password-command = ['ask']", "password-env = 'HOME'", "password-file = '~/password'",
            "password = 'x'",
        ])
    func `a file that others can write names no password`(_ source: String) throws {
        try configure(source)
        // A group that a user has alone may write; root's counts for none.
        for mode in [0o666, 0o602] + (Users.isRoot ? [0o620] : []) as [Files.Mode] {
            Files.setMode(sandbox.config, mode)
            let outcome = try sandbox.proxyenv("exec", "office", "touch", "\(sandbox.home)/canary")
            #expect(outcome.status == 125)
            #expect(outcome.errorText.contains("is refused, as others can write the file"))
        }
        #expect(timesAsked == 0)
        #expect(!sandbox.has("canary"))
        #expect(try sandbox.proxyenv("exec", "clash", "true").status == 0)
        Files.setMode(sandbox.config, 0o644)
        #expect(try sandbox.proxyenv("exec", "office", "true").status == 0)
    }

    @Test(arguments: ["PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES"])
    func `a file that others can write sets no variable that loads programs`(_ name: String) throws
    {
        try configure("", "env = { \(name) = '' }")
        #expect(try sandbox.proxyenv("exec", "home", "/bin/true").status == 0)
        Files.setMode(sandbox.config, 0o666)
        #expect(try sandbox.proxyenv("exec", "home", "/bin/true").status == 125)
    }

    @Test func `a file of another user names no password`() throws {
        guard Users.isRoot else { try Test.cancel("only root can give a file away") }
        try configure("password = 'x'")
        Files.setOwner(sandbox.config, (65_534, 65_534))
        let outcome = try sandbox.proxyenv("exec", "office", "true")
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("the file belongs to user 65534"))
    }

    @Test func `a password file that others can read is refused`() throws {
        try configure("password-file = '~/password'")
        Files.setMode(sandbox.home + "/password", 0o644)
        let outcome = try sandbox.proxyenv("exec", "office", "true")
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("Run `chmod 600 ~/password`."))
    }

    @Test func `a profile with a password is not stale when nothing has changed`() throws {
        try sandbox.write(
            "[profiles.p]\nurl = 'http://127.0.0.1:11'\nusername = 'u'\npassword = 'x*y'\n",
            to: ".config/proxyenv/config.toml")
        let script =
            "eval \"$(proxyenv use p)\"; proxyenv status; proxyenv set p username v; proxyenv status"
        let outcome = try sandbox.run(script, in: .bash)
        let reports = outcome.text.split(separator: "stale")
        #expect(outcome.text.contains("profile   p"))
        #expect(reports.count == 2, "\(outcome.text)")
        #expect(reports.last?.contains("p is now") == true)
    }
}
