import Testing

/// What is kept in a cache is believed only where nobody but the user can have put it there.
@Suite struct CacheTrustTests {
    private static let roots = "-----BEGIN CERTIFICATE-----\nUk9PVA==\n-----END CERTIFICATE-----\n"
    private static let own = "-----BEGIN CERTIFICATE-----\nT1dO\n-----END CERTIFICATE-----\n"
    private static let all = roots + "\n" + own
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            "[profiles.corp]\nurl = 'http://127.0.0.1:11'\nca-file = '~/own.pem'\n")
        try sandbox.write(Self.own, to: "own.pem")
        try sandbox.write(Self.roots, to: "roots.pem")
    }

    private var start: String { "proxyenv exec corp -- sh -c 'cat \"$SSL_CERT_FILE\"'" }
    private var place: String { "proxyenv exec corp -- sh -c 'echo \"$SSL_CERT_FILE\"'" }

    /// Runs `script` in the home folder, where the system's roots are those of the test.
    private func shell(_ script: String, _ changes: [String: String?] = [:]) throws -> Outcome {
        var changes = changes
        changes["SSL_CERT_FILE"] = sandbox.home + "/roots.pem"
        return try Runner(
            arguments: ["/bin/sh", "-c", "cd \"$HOME\" || exit\n\(script)"].map { Array($0.utf8) },
            environment: sandbox.entries(changes)
        ).run()
    }

    /// Ways in which another content of the same length gets into the place of the bundle `$b`.
    @Test(arguments: [
        "tr TW XX <\"$b\" >copy; cat copy >\"$b\"", "chmod 666 \"$b\"", "chmod 620 \"$b\"",
        "cp \"$b\" copy; ln -sf ~/copy \"$b\"", "tr TW XX <\"$b\" >copy; ln -f copy \"$b\"",
        "rm \"$b\"; mkfifo \"$b\"",
    ])
    func `a bundle with another content, or that others can write, is made anew`(
        _ change: String
    ) throws {
        let outcome = try shell("b=$(\(place)); \(change); \(start); stat -c '%a %F' \"$b\"")
        #expect(outcome.text == Self.all + "600 regular file\n", "\(outcome.errorText)")
    }

    @Test(.enabled(if: Users.isRoot, "only root can give a file away"))
    func `another user's bundle is made anew`() throws {
        let outcome = try shell("b=$(\(place)); chown 12345 \"$b\"; \(start); stat -c %u \"$b\"")
        #expect(outcome.text == Self.all + "0\n", "\(outcome.errorText)")
    }

    @Test(arguments: [
        (
            "mkdir -m 777 open; mkdir -m 700 open/mine; export XDG_CACHE_HOME=$HOME/open/mine",
            "~/open"
        ),
        ("mkdir -m 1777 open; export XDG_CACHE_HOME=$HOME/open", "~/open"),
        (
            "mkdir -m 777 open; mkdir -m 700 real; ln -s ../real open/link; export XDG_CACHE_HOME=$HOME/open/link",
            "~/open"
        ),
        (
            "mkdir -m 777 open; mkdir -m 700 open/real; ln -s open/real link; export XDG_CACHE_HOME=$HOME/link",
            "~/open"
        ),
        ("mkdir -m 700 .cache; mkdir -m 777 .cache/proxyenv", "~/.cache/proxyenv"),
        ("mkdir -m 770 .cache", "~/.cache"),
    ])
    func `where others can write a folder on the way it is an error with what to type`(
        _ prepare: String, _ open: String
    ) throws {
        let outcome = try shell("\(prepare); \(start); echo $?; chmod go-w \(open); \(start)")
        #expect(outcome.text == "125\n" + Self.all, "\(outcome.errorText)")
        #expect(
            outcome.errorText.hasPrefix(
                "proxyenv: profile corp: others can write \(open): certificates in "))
        #expect(outcome.errorText.contains("hint: Run `chmod go-w \(open)`"))
    }

    @Test(.enabled(if: Users.isRoot, "only root can give a file away"))
    func `another user's folder is an error with what to type`() throws {
        let outcome = try shell(
            "mkdir -p .cache/proxyenv; chown 12345 .cache/proxyenv; XDG_CACHE_HOME= \(asUser(23456)) \(start)"
        )
        #expect(outcome.errorText.contains("user 12345, not you"), "\(outcome.errorText)")
        #expect(
            outcome.errorText.contains(
                "look into this one and remove it: `sudo rm -r ~/.cache/proxyenv`"))
    }

    /// What makes a command that of the user `id`, to whom all in the home folder but its cache belongs then.
    private func asUser(_ id: Int) throws -> String {
        let setpriv = try Binary.require("setpriv")
        return """
            chown \(id) . .config .config/proxyenv .config/proxyenv/* .cache *.pem
            '\(setpriv)' --reuid=\(id) --regid=\(id) --clear-groups
            """.replacing("\n'", with: "; '")
    }

    @Test(.enabled(if: Users.isRoot, "only root can start a program in another user's home folder"))
    func `root leaves nothing in another user's home folder, and that user's commands go on`()
        throws
    {
        let setpriv =
            "'\(try Binary.require("setpriv"))' --reuid=12345 --regid=12345 --clear-groups"
        for prepare in [":", "mkdir -p .cache/proxyenv"] {
            let outcome = try shell(
                """
                chown 0 ~; rm -rf .cache; \(prepare)
                own=$(mktemp -d -p /tmp); cp .config/proxyenv/config.toml "$own"; chown -R 12345:12345 ~
                export PROXYENV_CONFIG="$own/config.toml"
                \(start); b=$(\(place)); echo "$b"; rm "$b"; find ~ -user 0
                unset PROXYENV_CONFIG; rm -r "$own"; \(setpriv) \(start)
                """)
            let lines = outcome.text.split(separator: "\n").filter { $0.contains("/") }
            #expect(lines.count == 1, "\(outcome.text)\(outcome.errorText)")
            #expect(lines.first?.hasPrefix("/var/cache/proxyenv/ca-") == true)
            let text = outcome.text.replacing("\(lines.first ?? "")\n", with: "")
            #expect(text == Self.all + Self.all)
        }
    }

    @Test(.enabled(if: Users.isRoot, "only root can have made one"))
    func `a bundle that root has left in a user's cache is made anew`() throws {
        let setpriv =
            "'\(try Binary.require("setpriv"))' --reuid=12345 --regid=12345 --clear-groups"
        let outcome = try shell(
            """
            chown -R 12345:12345 ~; b=$(\(setpriv) \(place)); chown 0:0 "$b"
            \(setpriv) \(start); stat -c %u "$b"
            """)
        #expect(outcome.text == Self.all + "12345\n", "\(outcome.errorText)")
    }

    @Test func `a user's own group may write a folder on the way`() throws {
        guard Users.isRoot else { try Test.cancel("only root can start a program as another user") }
        guard let (user, group) = Users().alone else {
            try Test.cancel("no user here has a group of their own")
        }
        let setpriv =
            "'\(try Binary.require("setpriv"))' --reuid=\(user) --regid=\(group) --clear-groups"
        let outcome = try shell(
            "mkdir .cache; chown -R \(user):\(group) ~; chmod 775 .cache; \(setpriv) \(start)")
        #expect(outcome.text == Self.all, "\(outcome.errorText)")
    }

    @Test func `a group that others may be in may not write one`() throws {
        guard Users.isRoot else { try Test.cancel("only root can start a program as another user") }
        let setpriv =
            "'\(try Binary.require("setpriv"))' --reuid=12345 --regid=12345 --clear-groups"
        let outcome = try shell(
            "mkdir .cache; chown -R 12345:12345 ~; chmod 775 .cache; \(setpriv) \(start)")
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("others can write ~/.cache"), "\(outcome.errorText)")
    }
}
