import Testing

/// Whose the files are that lead a profile: no password, variable or certificate goes by what others have written.
@Suite struct FileTrustTests {
    private static let url = "[profiles.office]\nurl = \"http://proxy.corp.example:8080\"\n"
    private static let secret = "[profiles.office]\nusername = \"alice\"\npassword = \"geheim\"\n"

    private let sandbox: Sandbox
    private let team: String

    init() throws {
        sandbox = try Sandbox()
        team = sandbox.home + "/team"
        Files.makeFolder(team)
    }

    /// Whatever makes use of a profile.
    private static let uses = [
        ["exec", "office", "env"], ["use", "office", "--shell", "sh"], ["env", "office"],
        ["run", "--profile", "office", "env"],
        ["script", "env", "--profile", "office", "-o", "-", "--reveal"],
    ]

    private func proxyenv(_ words: [String], _ name: String = "my.toml") throws -> Outcome {
        let split = words.prefix(1) + ["--config", "\(team)/\(name)"] + words.dropFirst()
        return try Runner(
            arguments: ([sandbox.program] + split).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
    }

    /// Expects that nothing makes use of the profile, and that the file and the cure are named.
    private func expectRefusal(
        _ file: String, _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for words in Self.uses + [["validate"], ["doctor"]] {
            let outcome = try proxyenv(words)
            #expect(outcome.status != 0, "\(words)", sourceLocation: sourceLocation)
            let text = outcome.text + outcome.errorText
            #expect(!text.contains("geheim"), "\(words): \(text)")
            // A line that is refused is shown.
            #expect(!outcome.text.contains("evil") || words == ["doctor"], "\(words): \(text)")
            for part in [file] + parts where words != ["doctor"] || part.first != "`" {
                #expect(text.contains(part), "\(words): \(text)", sourceLocation: sourceLocation)
            }
        }
    }

    private func giveAway(_ path: String) throws {
        guard Users.isRoot else { try Test.cancel("only root can give a file away") }
        Files.setOwner(path, (12_345, 12_345))
    }

    @Test func `a local file of another user is not read, and that is said`() throws {
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: "team/my.toml")
        try sandbox.write(
            "[profiles.office]\nurl = 'http://evil:1'\nenv = { GIT_EXTERNAL_DIFF = 'evil' }\n",
            to: "team/my.local.toml")
        try giveAway(team + "/my.local.toml")
        for mode in [0o600, 0o644] as [Files.Mode] {
            Files.setMode(team + "/my.local.toml", mode)
            let outcome = try proxyenv(["exec", "office", "env"])
            #expect(outcome.status == 0, "\(outcome.errorText)")
            #expect(
                outcome.text.contains(
                    "https_proxy=http://alice:geheim@proxy.corp.example:8080\n"))
            #expect(!outcome.text.contains("evil"))
            #expect(outcome.errorText.contains("~/team/my.local.toml"))
            #expect(outcome.errorText.contains("the file belongs to user 12345"))
        }
    }

    @Test func `validate and doctor name a local file of another user`() throws {
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: "team/my.toml")
        try sandbox.write("[profiles.office]\nurl = 'http://evil:1'\n", to: "team/my.local.toml")
        try giveAway(team + "/my.local.toml")
        for command in ["validate", "doctor"] {
            let outcome = try proxyenv([command])
            let text = outcome.text + outcome.errorText
            #expect(outcome.status == 1)
            #expect(text.contains("~/team/my.local.toml") && text.contains("chown"), "\(text)")
            #expect(command == "validate" || text.contains("config.untrusted"), "\(text)")
            #expect(!text.contains("evil"))
        }
    }

    /// Puts a file into `team`, and beside it what another user may put there.
    private func writeBeside(_ kind: String) throws {
        try sandbox.write(Self.url, to: "team/my.toml")
        let path = team + "/my.local.toml"
        switch kind {
        case "link": Files.link(path, to: "my.toml")
        case "loop": Files.link(path, to: "my.local.toml")
        case "pipe": Files.makePipe(path)
        default: Files.makeFolder(path, mode: 0o700)
        }
        try giveAway(path)
    }

    @Test(arguments: ["link", "loop", "pipe", "folder"])
    func `what another user puts beside the file does not keep a command from starting`(
        _ kind: String
    ) throws {
        try writeBeside(kind)
        let outcome = try proxyenv(["exec", "office", "true"])
        #expect(outcome.status == 0, "\(outcome.errorText)")
    }

    @Test(arguments: ["link", "loop", "pipe", "folder"])
    func `what another user puts beside the file is left alone, and the file itself is changed`(
        _ kind: String
    ) throws {
        try writeBeside(kind)
        let set = try proxyenv(["set", "--local", "office", "url", "http://h:2"])
        #expect(set.status == 1 && set.errorText.contains("is left alone"), "\(set.errorText)")
        #expect(try proxyenv(["set", "office", "url", "http://h:2"]).status == 0)
    }

    @Test(arguments: [0o666, 0o602] as [Files.Mode])
    func `a URL in a file that others can write takes no password of another file along`(
        _ mode: Files.Mode
    ) throws {
        try sandbox.write(Array(Self.url.utf8), to: "team/my.toml", mode: mode)
        try sandbox.write(Self.secret, to: "team/my.local.toml")
        try expectRefusal(
            "~/team/my.toml:2:1", "the password or token of `office` would follow it",
            "others can write the file", "chmod go-w ~/team/my.toml")
        Files.setMode(team + "/my.toml", 0o644)
        #expect(try proxyenv(["exec", "office", "true"]).status == 0)
    }

    @Test func `a file of another user gives no password, and its cure is chown`() throws {
        try sandbox.write(Self.url, to: "team/my.toml")
        try sandbox.write(Self.secret, to: "team/my.local.toml")
        try giveAway(team + "/my.toml")
        Files.setMode(team + "/my.toml", 0o644)
        try expectRefusal(
            "~/team/my.toml:2:1", "the file belongs to user 12345", "chown 0 ~/team/my.toml")
    }

    @Test(
        arguments: [
            "RUSTC_WRAPPER", "MAVEN_OPTS", "LESSOPEN", "HOME", "GIT_CONFIG_GLOBAL",
            "DOTNET_STARTUP_HOOKS", "PYTHONHOME", "GCONV_PATH", "ANY",
        ])
    func `a file that others can write sets no variable at all`(_ name: String) throws {
        try sandbox.write(
            Array("\(Self.url)env = { \(name) = 'evil' }\n".utf8), to: "team/my.toml", mode: 0o666)
        try expectRefusal("~/team/my.toml:3:1", "`env` is refused", "others can write the file")
    }

    @Test(arguments: ["ca-file", "ca-bundle"])
    func `a file that others can write names no certificates`(_ key: String) throws {
        try sandbox.write(
            Array("\(Self.url)\(key) = '/evil.pem'\n".utf8), to: "team/my.toml", mode: 0o666)
        let outcome = try proxyenv(["exec", "office", "env"])
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("`\(key)` is refused, as others can write the file"))
    }

    @Test func `others choose neither a profile with a password nor a command's variables`()
        throws
    {
        try sandbox.write(
            Array(
                """
                [profiles.any]
                first-reachable = ["office"]
                [commands]
                env = "office"
                printenv = { env = { A = "evil" } }

                """.utf8), to: "team/my.toml", mode: 0o666)
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: "team/my.local.toml")
        for (words, key) in [
            (["exec", "any", "env"], "first-reachable"), (["run", "env"], "env"),
            (["wrapped", "printenv"], "env"), (["use", "any", "--shell", "sh"], "first-reachable"),
        ] {
            let outcome = try proxyenv(words)
            #expect(outcome.status != 0)
            #expect(outcome.errorText.contains("`\(key)` is refused"), "\(outcome.errorText)")
            #expect(!outcome.text.contains("geheim") && !outcome.text.contains("evil"))
        }
        #expect(try proxyenv(["exec", "office", "true"]).status == 0)
    }

    @Test func `a folder that others can write is as good as the file`() throws {
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: "team/my.toml")
        Files.setMode(team, 0o777)
        try expectRefusal(
            "~/team/my.toml", "others can write its folder ~/team", "`chmod go-w ~/team`")
    }

    @Test func `a folder that others can write is right where it is sticky`() throws {
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: "team/my.toml")
        Files.setMode(team, 0o1777)
        #expect(try proxyenv(["exec", "office", "true"]).status == 0)
    }

    @Test func `a folder of another user is as good as the file`() throws {
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: "team/my.toml")
        try giveAway(team)
        Files.setMode(team, 0o755)
        try expectRefusal("~/team/my.toml", "its folder ~/team belongs to user 12345")
    }

    /// A file behind links, through several folders.
    private func writeBehindLinks() throws {
        Files.makeFolder(team + "/a")
        Files.makeFolder(team + "/a/b")
        Files.makeFolder(team + "/links")
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: "team/a/b/real.toml")
        Files.link(team + "/links/folder", to: "../a/../a/b")
        Files.link(team + "/my.toml", to: "links/folder/./real.toml")
    }

    @Test func `a file behind links of the user's own is read`() throws {
        try writeBehindLinks()
        #expect(try proxyenv(["exec", "office", "true"]).status == 0)
    }

    @Test(arguments: ["a", "a/b", "links"])
    func `each folder on the way counts, and the real place behind a link`(
        _ folder: String
    ) throws {
        try writeBehindLinks()
        Files.setMode("\(team)/\(folder)", 0o777)
        try expectRefusal("~/team/my.toml", "others can write its folder ~/team/\(folder)")
        Files.setMode("\(team)/\(folder)", 0o755)
        #expect(try proxyenv(["exec", "office", "true"]).status == 0)
    }

    @Test func `a link of another user on the way counts`() throws {
        try writeBehindLinks()
        try giveAway(team + "/links/folder")
        try expectRefusal(
            "~/team/my.toml", "the link ~/team/links/folder belongs to user 12345")
    }

    @Test func `a relative path is looked at where it leads`() throws {
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: "team/my.toml")
        let script = "cd ~/team && proxyenv exec --config my.toml office true"
        #expect(try sandbox.run(script, in: .bash).status == 0)
        Files.setMode(team, 0o777)
        #expect(try sandbox.run(script, in: .bash).status == 125)
    }

    @Test func `under sudo with the caller's HOME the caller's file gives root nothing`() throws {
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: ".config/proxyenv/config.toml")
        try giveAway(sandbox.config)
        let outcome = try sandbox.proxyenv("exec", "office", "true", with: ["SUDO_UID": "12345"])
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("Run proxyenv without sudo"), "\(outcome.errorText)")
    }

    @Test func `what only the user's own group can write counts as private`() throws {
        guard Users.isRoot else { try Test.cancel("only root can become another user") }
        let setpriv = try Binary.require("setpriv")
        try sandbox.write(Self.url + Self.secret.dropFirst(18), to: ".config/proxyenv/config.toml")
        let copy = sandbox.home + "/bin/proxyenv-copy"
        _ = try sandbox.run("cp \(Binary.path) \(copy); chmod 755 \(copy)", in: .bash)
        let users = Users()
        for (pair, status) in [(users.alone, 0), (users.sharing, 125)] as [(Users.Identity?, Int32)]
        {
            guard let pair else { continue }
            let folders = ["", "/.config", "/.config/proxyenv"].map { sandbox.home + $0 }
            for path in folders + [sandbox.config] {
                Files.setOwner(path, pair)
                Files.setMode(path, path == sandbox.config ? 0o664 : 0o775)
            }
            let outcome = try Runner(
                arguments: [
                    setpriv, "--reuid=\(pair.user)", "--regid=\(pair.group)", "--clear-groups",
                    copy, "exec",
                    "office", "true",
                ].map { Array($0.utf8) }, environment: sandbox.entries()
            ).run()
            #expect(outcome.status == status, "\(outcome.errorText)")
        }
    }
}
