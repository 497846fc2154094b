import Testing

@testable import ProxyEnvCore

/// Files in which others have a say, and what a profile still gets.
@Suite struct TrustTests {
    private static let open = Distrust(reason: "others can write it", cure: "Do so.")

    /// A configuration of files, the lowest first, in which others have a say where a text begins with `!`.
    private func configuration(_ texts: [String]) -> (Configuration, [MarkedText]) {
        let marked = texts.map { MarkedText($0.hasPrefix("!") ? String($0.dropFirst()) : $0) }
        let layers = zip(texts, marked).map { text, marked in
            Configuration.Layer(
                path: "c.toml", document: ConfigDocument(parsing: marked.bytes),
                distrust: text.hasPrefix("!") ? Self.open : nil)
        }
        return (Configuration(layers: layers), marked)
    }

    private static let password = "[profiles.a]\nusername = 'u'\npassword = 'p'\n"

    @Test(arguments: [
        ["![profiles.a]\n1️⃣url2️⃣ = 'http://h:1'", password],
        [password + "url = 'http://h:1'", "![profiles.a]\n1️⃣url2️⃣ = 'http://h:2'"],
        ["![profiles.a]\n1️⃣https2️⃣ = 'http://h:1'", password + "url = 'http://h:2'"],
        ["![profiles.a]\n1️⃣http2️⃣ = 'http://h:1'", password + "url = 'http://h:2'"],
        ["![profiles.a]\n1️⃣all2️⃣ = 'http://h:1'", password + "url = 'http://h:2'"],
        ["![profiles.a]\n1️⃣url2️⃣ = 'http://u:p@h:1'"],
        [
            "![profiles.a]\n1️⃣url2️⃣ = 'http://h:1'",
            "[profiles.a]\nusername = 'u'\npassword-command = ['x']",
        ],
    ])
    func `a password goes nowhere where others say to`(texts: [String]) throws {
        let (configuration, marked) = configuration(texts)
        let findings = configuration.findings
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        let range = marked[finding.layer].range
        let key = String(decoding: marked[finding.layer].bytes[range], as: UTF8.self)
        #expect(finding.range == range && !range.isEmpty)
        #expect(
            finding.message
                == "`\(key)` is refused: the password or token of `a` would follow it, and others can write it"
        )
        #expect(finding.hint == "Do so.")
        #expect(configuration.profile("a") == nil)
    }

    @Test func `what a file of the user's own has replaced leads nowhere any more`() {
        let own = "\(Self.password)url = 'http://h:1'"
        let (configuration, _) = configuration(["![profiles.a]\nurl = 'http://h:2'", own])
        #expect(configuration.profile("a")?.proxies?.https.host == "h")
        #expect(configuration.profile("a")?.proxies?.https.port == 1)
    }

    @Test func `without a password a profile may lead where others say, which is told of the file`()
    {
        let (configuration, _) = configuration(["![profiles.a]\nurl = 'http://h:1'"])
        #expect(configuration.profile("a") != nil)
        #expect(
            configuration.findings.map { $0.message }
                == ["others can write it: no password, `env` or certificates go with what it says"])
    }

    @Test(arguments: [
        "![profiles.l]\n1️⃣first-reachable2️⃣ = ['a']",
        "![profiles.l]\n1️⃣first-reachable2️⃣ = ['clash', 'm']\n[profiles.m]\nfirst-reachable = ['l', 'a']",
        "![commands]\n1️⃣codex2️⃣ = 'a'", "![commands]\ncodex = { 1️⃣profile2️⃣ = 'a' }",
        "!1️⃣default2️⃣ = 'a'", "!1️⃣default2️⃣ = 'l'\n",
    ])
    func `others choose no profile with a password`(text: String) throws {
        let holder = "[profiles.a]\nurl = 'http://u:p@h:1'\n"
        let list = text.contains("'l'\n") ? "[profiles.l]\nfirst-reachable = ['a']\n" : ""
        let (configuration, marked) = configuration([text, holder + list])
        let refused = configuration.findings.filter { $0.message.contains("would follow it") }
        #expect(refused.map { $0.range }.contains(marked[0].range))
        var reader = ConfigReader(configuration)
        for _ in 0..<2 {
            let before = reader.diagnostics.count
            let results = [
                text.contains("codex") ? reader.readRule(Array("codex".utf8)) == nil : true,
                text.contains("default") ? reader.readDefault() == nil : true,
                text.hasPrefix("![profiles.l]") ? reader.readProfile("l") == nil : true,
            ]
            #expect(results == [true, true, true])
            #expect(reader.diagnostics.count > before)
        }
    }

    @Test func `others may choose among profiles without a password`() {
        let (configuration, _) = configuration([
            "!default = 'a'\n[profiles.a]\nurl = 'http://h:1'\n[profiles.l]\nfirst-reachable = ['a', 'tor']\n[commands]\ncodex = 'l'"
        ])
        #expect(configuration.findings.count == 1)
        #expect(configuration.profile("l") != nil)
    }

    @Test func `of a file that is not read it is told alone that it is there`() {
        var foreign = Distrust(reason: "it is another's", cure: "Do so.", isForeign: true)
        foreign.isUnread = true
        let layer = Configuration.Layer(
            path: "c.toml", document: ConfigDocument(parsing: []), distrust: foreign)
        #expect(
            Configuration(layers: [layer]).findings.map { $0.message }
                == ["nothing of this file is read, as it is another's"])
    }

    @Test func `lists that lead to one another are walked once, and the first of them is told of`()
    {
        var text = "!"
        for number in 0..<1000 {
            text += "[profiles.p\(number)]\nfirst-reachable = ['p\(number + 1)']\n"
        }
        let (configuration, _) = configuration([
            text, "[profiles.p1000]\nurl = 'http://u:p@h:1'\n",
        ])
        #expect(configuration.findings.map { $0.range.lowerBound } == [14])
        #expect(configuration.profile("p999") == nil)
    }

    @Test(arguments: [
        "CDPATH", "PSModulePath", "fish_complete_path", "fish_function_path", "NU_LIB_DIRS",
        "chpwd_functions", "precmd_functions", "zshexit_functions", "any_functions",
    ])
    func `what a shell keeps for itself is set by no profile`(name: String) {
        let text = "[profiles.a]\nurl = 'http://h:1'\nenv = { \(name) = 'x' }"
        #expect(
            Configuration(text).findings.map { $0.message }
                == ["`\(name)` is a variable that shells keep for themselves"])
    }
}

/// The group that a user has alone.
@Suite struct PrivateGroupTests {
    private static let users = """
        root:x:0:0:root:/root:/bin/bash
        # a comment
        alice:x:1000:1000:Alice,,,:/home/alice:/bin/bash
        bob:x:1001:1001::/home/bob:/bin/zsh
        carol:x:1002:100::/home/carol:/bin/zsh
        dave:x:1003:100::/home/dave:/bin/zsh
        erin:x:1004:2000::/home/erin:/bin/zsh
        broken
        odd:x:99999999999999999999:1000x::/:

        """
    private static let groups = """
        root:x:0:
        alice:x:1000:
        bob:x:1001:alice
        users:x:100:
        erin:x:2000:erin
        wheel:x:10:alice

        """

    private func isPrivate(
        _ group: UInt32, _ user: UInt32, _ users: String = users, _ groups: String = groups
    ) -> Bool {
        PrivateGroup.isPrivate(
            group, of: user, users: Array(users.utf8), groups: Array(groups.utf8))
    }

    @Test(arguments: [
        (1000, 1000, true), (2000, 1004, true), (1001, 1001, false), (100, 1002, false),
        (10, 1000, false), (0, 0, false), (1000, 1001, false), (3000, 3000, false),
    ])
    func `a group is private that is a user's own primary one and has no other member`(
        group: UInt32, user: UInt32, expected: Bool
    ) {
        #expect(isPrivate(group, user) == expected)
    }

    @Test func `what the lists do not say counts as shared`() {
        #expect(!isPrivate(1000, 1000, "", Self.groups))
        #expect(!isPrivate(1000, 1000, Self.users, ""))
        #expect(!isPrivate(1000, 1000, "+\n" + Self.users, Self.groups))
        #expect(!isPrivate(1000, 1000, Self.users, Self.groups + "+:::\n"))
        #expect(!isPrivate(1000, 1000, Self.users, Self.groups + "also:x:1000:bob\n"))
        // Neither the user's name nor their number.
        #expect(!isPrivate(500, 1000, "alice:x:1000:500::/:\n", "staff:x:500:\n"))
        #expect(isPrivate(500, 1000, "alice:x:1000:500::/:\n", "alice:x:500:alice\n"))
    }
}

/// What makes a file one that others may not read.
@Suite struct HeldSecretTests {
    @Test(arguments: [
        ("[profiles.a]\npassword = 'x'", true),
        ("profiles = { a = { \"passw\\u006Frd\" = 'x' } }", true),
        ("[profiles.a]\nurl = 'http://u:p@h:1'", true),
        ("[profiles.a]\nenv = { X = 'ftp://u:p@h' }", true),
        ("[profiles.a]\nurl = 'http://ghp_0123456789abcdefABCDEF0123456789@h:1'", true),
        ("[profiles.a]\nenv = { X = 'ghp_0123456789abcdefABCDEF0123456789' }", true),
        ("[profiles.a]\nusername = 'ghp_0123456789abcdefABCDEF0123456789'", true),
        ("[profiles.a]\nenv = { API_KEY = 'x' }", true),
        ("[profiles.a]\nenv = { API_KEY = '' }", false),
        ("[profiles.a]\nurl = 'http://u@h:1'\nusername = 'u'", false),
        ("[profiles.a]\npassword-env = 'X'\npassword-command = ['a']", false),
        ("[profiles.a]\ndescription = 'ask: me@corp'", false), ("", false),
    ])
    func `a password or a token is found wherever it stands, and nothing else is taken for one`(
        text: String, expected: Bool
    ) {
        #expect(ConfigDocument(parsing: Array(text.utf8)).holdsSecret == expected)
    }
}
