import Testing

/// Profiles and rules that are wrong in a file that is TOML.
@Suite struct BadProfileTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        try sandbox.installTeller("teller")
    }

    private func configure(_ text: String) throws {
        try sandbox.write(text, to: ".config/proxyenv/config.toml")
    }

    /// Checks that the profile `p` of the present file can't be used, that the error holds `message`, and that
    /// another profile can.
    private func check(_ message: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        let use = try sandbox.proxyenv("use", "p", "--shell", "fish")
        #expect(use.text == "false;\n", sourceLocation: sourceLocation)
        #expect(use.status == 1, sourceLocation: sourceLocation)
        #expect(use.errorText.contains(message), sourceLocation: sourceLocation)
        let exec = try sandbox.proxyenv("exec", "p", "touch", sandbox.home + "/canary")
        #expect(exec.status == 125, sourceLocation: sourceLocation)
        #expect(exec.errorText.contains(message), sourceLocation: sourceLocation)
        #expect(!sandbox.has("canary"), sourceLocation: sourceLocation)

        let other = try sandbox.proxyenv("exec", "clash", "env", "-0")
        #expect(
            other.variables.text("https_proxy") == "http://127.0.0.1:7890",
            sourceLocation: sourceLocation)
        #expect(other.errorText.split(separator: "\n").count == 1, sourceLocation: sourceLocation)
        #expect(other.errorText.contains("config.toml:"), sourceLocation: sourceLocation)
        #expect(other.errorText.contains("proxyenv validate"), sourceLocation: sourceLocation)
        let validate = try sandbox.proxyenv("validate")
        #expect(validate.status == 1, sourceLocation: sourceLocation)
        #expect(validate.errorText.contains(message), sourceLocation: sourceLocation)
        #expect(validate.errorText.contains("^"), sourceLocation: sourceLocation)
        for outcome in [use, exec, other, validate] {
            let isPlain = outcome.errors.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
            #expect(isPlain, sourceLocation: sourceLocation)
            #expect(!outcome.errorText.contains("s3cret"), sourceLocation: sourceLocation)
        }
    }

    @Test(
        arguments: [
            ("socks://h:1", "`socks` could be any of"), ("h:1", "has no scheme"),
            ("127.0.0.1:1", "has no scheme"),
            ("http://h", "has no port"), ("http://h:", "has no port"),
            ("http://h:0", "`0` is not a port"),
            ("http://h:99999", "`99999` is not a port"), ("http://h:1x", "is not a port"),
            ("http://h h:1", "blank"),
            (" http://h:1", "blank"), ("http://h:1\\r", "control character"),
            ("http://h:1\\n", "control character"),
            ("http://u:s3cret@x@h:1", "raw `@`"), ("http://u:s3cret#@h:1", "raw `#`"),
            ("http://u:s3cret/x@h:1", "raw `/`"),
            ("http://u:s3cret%zz@h:1", "`%` that is not followed"),
            ("http://u:s3cret%00@h:1", "NUL"), ("ftp://h:1", "`ftp` is not a protocol"),
            ("http://:1", "has no host"),
            ("http://h:1/path", "ends after the port"), ("http://[::1:1", "IPv6"), ("", "empty"),
            ("http://$(touch canary):1", "blank"), ("http://$(x):1", "cannot be a host"),
            ("http://h;x:1", "cannot be a host"),
            ("http://ü:1", "cannot be a host"),
        ])
    func `a URL that is wrong is an error with its place and a hint`(
        _ url: String, _ message: String
    ) throws {
        try configure("[profiles.p]\nurl = \"\(url)\"\n")
        try check(message)
    }

    @Test(
        arguments: [
            ("nonsense = 1", "unknown key `nonsense`"),
            ("usrname = 'u'", "Did you mean `username`?"),
            ("username = 1", "`username` is a string, found"),
            ("password = 'x'", "a password without a `username`"),
            ("first-reachable = ['direct']", "cannot both be given"),
            ("env = { \"A-B\" = 'x' }", "`A-B` cannot be"),
            ("env = { \"A\\nB\" = 'x' }", "cannot be a variable's name"),
            ("env = { \"1A\" = 'x' }", "`1A` cannot be"),
            ("env = { \"$(touch canary)\" = 'x' }", "cannot be a variable's name"),
            ("env = { \"A'B\" = 'x' }", "cannot be a variable's name"),
            ("env = { A = 1 }", "found"),
            ("env = { PROXYENV_BYPASS = '1' }", "one of proxyenv's own variables"),
            ("env = { PROXYENV_STATE = '1' }", "one of proxyenv's own variables"),
            ("env = { A = \"\\u0000\" }", "holds a NUL"), ("env = 'A=1'", "found"),
            ("no-proxy = ['*']", "would switch the proxy off"),
            ("no-proxy = 'a'", "array of strings"),
            ("no-proxy = ['a,b']", "more than one host"), ("no-proxy = ['']", "empty entry"),
            ("no-proxy-inherit = 'no'", "`true` or `false`"),
            ("password-command = 'ask'", "array of strings"),
            ("all = 'socks://h:1'", "`socks` could be any of"), ("https = 'h:1'", "has no scheme"),
        ])
    func `a key that is wrong is an error with its place`(_ line: String, _ message: String) throws
    {
        try configure("[profiles.p]\nurl = 'http://h:1'\n\(line)\n")
        try check(message)
    }

    @Test(arguments: [
        ("description = 'x'\n", "says nowhere where its proxy is"),
        (
            "first-reachable = ['q']\n[profiles.q]\nfirst-reachable = ['p']\n",
            "leads back to itself"
        ), ("first-reachable = ['p']\n", "leads back to itself"),
        ("first-reachable = ['nowhere']\n", "there is no profile `nowhere`"),
    ])
    func `a profile that leads nowhere is an error`(_ lines: String, _ message: String) throws {
        try configure("[profiles.p]\n\(lines)")
        try check(message)
    }

    private static let badNames = [
        "a b", "a\\nb", "a'b", "$(touch canary)", "-x", "7890", "", "a/b", "é", "\\u001b[31m",
    ]

    private func configure(profile name: String) throws {
        try configure("[profiles.\"\(name)\"]\nurl = 'http://h:1'\n")
    }

    @Test(arguments: badNames)
    func `a name that can't be a profile's is an error`(_ name: String) throws {
        try configure(profile: name)
        let validate = try sandbox.proxyenv("validate")
        #expect(validate.status == 1)
        #expect(validate.errorText.contains("cannot be a profile's name"))
        #expect(!validate.errors.contains(0x1B))
    }

    @Test(arguments: badNames)
    func `a name that can't be a profile's is not listed`(_ name: String) throws {
        try configure(profile: name)
        let list = try sandbox.proxyenv("list", "-q")
        #expect(list.status == 0)
        #expect(
            list.lines.dropLast().allSatisfy {
                !$0.isEmpty && !$0.contains("$") && !$0.contains("'")
            })
    }

    @Test(arguments: badNames)
    func `beside a name that can't be a profile's other profiles are good`(_ name: String) throws {
        try configure(profile: name)
        #expect(try sandbox.proxyenv("exec", "clash", "true").status == 0)
    }

    private static let badRules = [
        "cd", "if", "[[", "exec", "proxyenv", "echo", "time", "function", "a b", "a\\nb", "-x",
        "a/b", "$(touch canary)",
        "", "a;b", "x'y", String(repeating: "a", count: 65), "foreach", "test", "é",
    ]

    private func configure(rule name: String) throws {
        try configure("default = 'clash'\n[commands]\n\"\(name)\" = true\nteller = true\n")
    }

    @Test(arguments: badRules)
    func `a rule for what can't be wrapped is an error of the file`(_ name: String) throws {
        try configure(rule: name)
        let validate = try sandbox.proxyenv("validate")
        #expect(validate.status == 1)
        #expect(validate.errorText.contains("config.toml:3:"))
    }

    @Test(arguments: badRules)
    func `a rule for what can't be wrapped is left out of the hook alone`(_ name: String) throws {
        try configure(rule: name)
        let hook = try sandbox.proxyenv("hook", "bash")
        #expect(hook.errorText.hasPrefix("proxyenv: warning: ~/.config/proxyenv/config.toml:3:"))
        #expect(hook.text.contains("function teller {"))
        #expect(name.isEmpty || !hook.text.contains("function \(name) {") || name == "proxyenv")
    }

    @Test(arguments: badRules)
    func `a rule for what can't be wrapped is a warning to exec, and none with -q`(
        _ name: String
    ) throws {
        try configure(rule: name)
        let used = try sandbox.proxyenv("exec", "clash", "--", "true")
        #expect(used.errorText.hasPrefix("proxyenv: warning: ~/.config/proxyenv/config.toml:3:"))
        #expect(try sandbox.proxyenv("-q", "exec", "clash", "--", "true").errorText == "")
    }

    @Test(arguments: RealShell.allCases)
    func `rules for what can't be wrapped run nothing in a shell`(_ shell: RealShell) throws {
        let names = [
            "$(touch canary)", "`touch canary`", "a; touch canary", "a\\ntouch canary", "cd", "{",
        ]
        let rules = names.map { "\"\($0)\" = true\n" }.joined()
        try configure("default = 'clash'\n[commands]\n\(rules)teller = true\n")
        let script = "cd \(sandbox.home)\n\(shell.loadingHook)\nteller"
        let outcome = try sandbox.run(script, in: shell)
        #expect(outcome.text == "teller clash http://127.0.0.1:7890\n")
        #expect(!sandbox.has("canary"))
    }

    @Test(arguments: [
        ("1", "found"), ("{ profle = 'clash' }", "Did you mean `profile`?"),
        ("'nowhere'", "there is no profile"), ("{ env = { A = 1 } }", "found"),
        ("'a b'", "cannot be a profile"),
    ])
    func `a rule that says something else than a profile is an error`(
        _ value: String, _ message: String
    ) throws {
        try configure("[commands]\nteller = \(value)\n")
        let outcome = try sandbox.proxyenv("wrapped", "teller")
        #expect(outcome.status == 125)
        #expect(outcome.text.isEmpty)
        #expect(outcome.errorText.contains(message))
    }

    private func configureBadDefault() throws {
        try configure("default = 'nowhere'\n[commands]\nteller = true\nfixed = 'clash'\n")
        try sandbox.installTeller("fixed")
    }

    @Test func `a default that names no profile stops what needs it`() throws {
        try configureBadDefault()
        #expect(try sandbox.proxyenv("wrapped", "teller").status == 125)
        #expect(try sandbox.proxyenv("run", "teller").status == 125)
        #expect(try sandbox.proxyenv("use", "--shell", "sh").text == "false;\n")
    }

    @Test func `a default that names no profile leaves a rule with its own alone`() throws {
        try configureBadDefault()
        #expect(
            try sandbox.proxyenv("wrapped", "fixed").text == "fixed clash http://127.0.0.1:7890\n")
    }

    @Test func `what would not fit into a variable is an error and not a failing exec`() throws {
        let long = String(repeating: "x", count: 140_000)
        try configure("[profiles.p]\nurl = 'http://h:1'\nenv = { A = '\(long)' }\n")
        let exec = try sandbox.proxyenv("exec", "p", "true")
        #expect(exec.status == 125)
        #expect(exec.errorText.contains("A would be 140000 bytes long"))
    }

    @Test func `what would not fit into the state is an error of use`() throws {
        try configure("[profiles.p]\nurl = 'http://h:1'\nenv = { A = 'x' }\n")
        let use = try sandbox.proxyenv(
            "use", "p", "--shell", "sh", with: ["A": String(repeating: "y", count: 70_000)])
        #expect(use.text == "false;\n")
        #expect(use.errorText.contains("too long to be kept for `off`"))
    }
}
