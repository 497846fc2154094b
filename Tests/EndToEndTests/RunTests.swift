import Testing

/// `run` and `wrapped`: which profile a command gets.
@Suite struct RunTests {
    private static let config = """
        default = "office"
        [profiles.office]
        url = "http://127.0.0.1:11"
        [profiles.home]
        url = "http://127.0.0.1:12"
        [profiles.auto]
        url = "http://127.0.0.1:13"
        [commands]
        teller = true
        fixed = "home"
        never = false
        extra = { profile = "home", env = { EXTRA = "yes", https_proxy = "http://mine:1" } }
        gone = "nowhere"

        """

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(Self.config)
        for name in ["teller", "fixed", "never", "gone", "other"] {
            try sandbox.installTeller(name)
        }
    }

    private static let office = "office http://127.0.0.1:11\n"
    private static let home = "home http://127.0.0.1:12\n"

    @Test(arguments: ["run", "wrapped"], [("teller", office), ("fixed", home)])
    func `the rule's profile goes before the default`(
        _ verb: String, _ place: (command: String, profile: String)
    ) throws {
        #expect(
            try sandbox.proxyenv(verb, place.command).text == "\(place.command) \(place.profile)")
    }

    @Test(arguments: ["run", "wrapped"])
    func `the shell's profile goes before the default`(_ verb: String) throws {
        let line = "eval \"$(proxyenv use home)\"; proxyenv \(verb) teller"
        #expect(try sandbox.run(line, in: .bash).text == "teller " + Self.home)
    }

    @Test(arguments: ["run", "wrapped"])
    func `the rule's profile goes before the shell's`(_ verb: String) throws {
        let line = "eval \"$(proxyenv use office)\"; proxyenv \(verb) fixed"
        #expect(try sandbox.run(line, in: .bash).text == "fixed " + Self.home)
    }

    @Test(
        arguments: ["run", "wrapped"],
        [
            ("office", office), ("77", "http://127.0.0.1:77 http://127.0.0.1:77\n"), ("", home),
        ])
    func `PROXYENV_PROFILE comes before the rule, where it is not empty`(
        _ verb: String, _ place: (value: String, profile: String)
    ) throws {
        let outcome = try sandbox.proxyenv(
            verb, "fixed", with: ["PROXYENV_PROFILE": place.value])
        #expect(outcome.text == "fixed " + place.profile)
    }

    @Test(arguments: ["run", "wrapped"])
    func `PROXYENV_PROFILE comes before the shell`(_ verb: String) throws {
        let use = "eval \"$(proxyenv use home)\"; proxyenv \(verb) teller"
        let outcome = try sandbox.run(use, in: .bash, with: ["PROXYENV_PROFILE": "office"])
        #expect(outcome.text == "teller " + Self.office)
    }

    @Test(arguments: ["run", "wrapped"])
    func `PROXYENV_PROFILE that is no profile starts nothing`(_ verb: String) throws {
        let wrong = try sandbox.proxyenv(verb, "fixed", with: ["PROXYENV_PROFILE": "ofice"])
        #expect(wrong.status == 125)
        #expect(wrong.text.isEmpty)
    }

    @Test func `without a default it is auto`() throws {
        try sandbox.write(
            Self.config.replacing("default = \"office\"", with: ""),
            to: ".config/proxyenv/config.toml")
        #expect(try sandbox.proxyenv("run", "teller").text == "teller auto http://127.0.0.1:13\n")
    }

    @Test(arguments: [
        (["wrapped", "other", "a"], "other plain none <a>\n"),
        (["run", "other", "a"], "other office http://127.0.0.1:11 <a>\n"),
        (["wrapped", "never"], "never plain none\n"),
    ])
    func `a command without a rule is plain when it is wrapped, and gets the default with run`(
        _ words: [String], _ told: String
    ) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.text == told)
    }

    @Test func `a command without a rule keeps the shell's profile when it is wrapped`() throws {
        let plain = try sandbox.run(
            "eval \"$(proxyenv use home)\"; proxyenv wrapped other", in: .bash)
        #expect(plain.text == "other " + Self.home)
    }

    @Test func `a rule's env comes on top of the profile's`() throws {
        try sandbox.install("extra", "#!/bin/sh\nenv -0\n")
        let outcome = try sandbox.proxyenv("run", "extra", with: ["EXTRA": "no"])
        #expect(outcome.variables.text("EXTRA") == "yes")
        #expect(outcome.variables.text("https_proxy") == "http://mine:1")
        #expect(outcome.variables.text("HTTPS_PROXY") == "http://127.0.0.1:12")
    }

    @Test func `PROXYENV_BYPASS starts the plain command, whatever is wrong`() throws {
        let bypass: [String: String?] = ["PROXYENV_BYPASS": "1"]
        #expect(try sandbox.proxyenv("wrapped", "fixed", with: bypass).text == "fixed plain none\n")
        try sandbox.write("broken", to: ".config/proxyenv/config.toml")
        #expect(try sandbox.proxyenv("wrapped", "fixed", with: bypass).text == "fixed plain none\n")
    }

    @Test func `an empty PROXYENV_BYPASS counts for nothing`() throws {
        try sandbox.write("broken", to: ".config/proxyenv/config.toml")
        let empty = try sandbox.proxyenv("wrapped", "fixed", with: ["PROXYENV_BYPASS": ""])
        #expect(empty.status == 125)
    }

    @Test(.notForWindows("another shell is named there"))
    func `a rule for a profile that is not there is 125, and says the way round`() throws {
        let outcome = try sandbox.proxyenv("wrapped", "gone")
        #expect(outcome.status == 125)
        #expect(outcome.text.isEmpty)
        #expect(outcome.errorText.contains("there is no profile `nowhere`"))
        #expect(outcome.errorText.contains("PROXYENV_BYPASS=1 gone …"))
    }

    @Test func `what is wrong with another rule is one line`() throws {
        let other = try sandbox.proxyenv("wrapped", "teller")
        #expect(other.text == "teller " + Self.office)
        #expect(other.errorText.split(separator: "\n").count == 1)
        #expect(other.errorText.contains("there is no profile `nowhere`"))
    }

    @Test func `a wrapped command that is not installed is 127, without a hint about proxyenv`()
        throws
    {
        try sandbox.write(Self.config + "missing-tool = true\n", to: ".config/proxyenv/config.toml")
        for verb in ["run", "wrapped"] {
            let outcome = try sandbox.proxyenv(verb, "missing-tool", "--version")
            #expect(outcome.status == 127)
            #expect(!outcome.errorText.contains("BYPASS"))
        }
    }

    @Test func `a command inside a command gets the same profile`() throws {
        try sandbox.install("outer", "#!/bin/sh\nproxyenv run teller\n")
        let outcome = try sandbox.proxyenv("exec", "home", "outer")
        #expect(outcome.text == "teller " + Self.home)
    }

    @Test func `exec inside exec changes nothing more`() throws {
        let repeated = try sandbox.proxyenv(
            "exec", "home", "proxyenv", "exec", "home", "env", "-0", with: ["NO_PROXY": "a.example"]
        )
        let once = try sandbox.proxyenv(
            "exec", "home", "env", "-0", with: ["NO_PROXY": "a.example"])
        #expect(repeated.variables.stable == once.variables.stable)
    }
}
