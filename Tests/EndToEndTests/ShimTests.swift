import Testing

/// Shims: proxyenv under a command's name, as programs that start programs find it.
@Suite struct ShimTests {
    private static let config = """
        default = "office"
        [profiles.office]
        url = "http://127.0.0.1:11"
        [profiles.home]
        url = "http://127.0.0.1:12"
        [commands]
        teller = true
        fixed = "home"

        """
    private static let office = "office http://127.0.0.1:11"

    private let sandbox: Sandbox
    private var folder: String { sandbox.home + "/.local/share/proxyenv/shims" }

    init() throws {
        sandbox = try Sandbox(Self.config)
        for name in ["teller", "fixed", "other", "gone"] { try sandbox.installTeller(name) }
        let outcome = try sandbox.proxyenv("shim", "add", "teller", "fixed", "other", "gone", "-q")
        #expect(outcome.status == 0)
    }

    /// The PATH that leads to `folders` before anything else.
    private func path(_ folders: String...) -> String {
        (folders + [sandbox.environment["PATH"] ?? ""]).joined(separator: ":")
    }

    /// What dash says, with the shims in front of PATH.
    private func dash(
        _ script: String, with changes: [String: String?] = [:]
    ) throws -> Outcome {
        let all: [String: String?] = ["PATH": path(folder)]
        return try sandbox.run(
            "cd; \(script)", in: .dash, with: all.merging(changes) { $1 })
    }

    @Test(
        arguments: [
            "teller 'a b'", "echo 'a b' | xargs -I{} teller {}", "env teller 'a b'",
            "timeout 9 teller 'a b'", "sh -c 'teller \"a b\"'", "nice teller 'a b'",
            "\"$(proxyenv shim path)/teller\" 'a b'",
            "cd .local/share/proxyenv/shims && ./teller 'a b'",
            "python3 -c 'import subprocess as s; s.run([\"teller\", \"a b\"])'",
        ])
    func `whatever starts a command starts its shim`(_ script: String) throws {
        let outcome = try dash(script)
        #expect(outcome.text == "teller \(Self.office) <a b>\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `a copy or a hard link under another name is no way back to itself`() throws {
        for name in ["copy", "hard"] {
            let outcome = try dash(
                "cp $(readlink bin/proxyenv) bin/copy; ln -f bin/copy bin/hard; \(name) use clash")
            #expect(outcome.status == 127, "\(outcome.errorText)")
            #expect(outcome.errorText.contains("proxyenv was started as `\(name)`"))
        }
    }

    @Test(arguments: [
        ("fixed", "fixed home http://127.0.0.1:12\n"), ("other", "other plain none\n"),
        ("proxyenv run other", "other \(office)\n"),
        ("PROXYENV_BYPASS=1 fixed", "fixed plain none\n"),
    ])
    func `a rule's own profile holds, and without a rule the command is plain`(
        _ line: String, _ told: String
    ) throws {
        #expect(try dash(line).text == told)
    }

    @Test func `it works through a symbolic link to the folder`()
        throws
    {
        Files.link(sandbox.home + "/link", to: folder)
        for folders in [path(sandbox.home + "/link"), path(sandbox.home + "/link", folder)] {
            let outcome = try dash("teller", with: ["PATH": folders])
            #expect(outcome.text == "teller \(Self.office)\n")
        }
    }

    @Test func `a link to a shim is a shim too`() throws {
        Files.makeFolder(sandbox.home + "/more")
        Files.link(sandbox.home + "/more/teller", to: folder + "/teller")
        let outcome = try dash("teller", with: ["PATH": path(sandbox.home + "/more", folder)])
        #expect(outcome.text == "teller \(Self.office)\n")
    }

    @Test(arguments: [
        ("proxyenv exec 77 -- fixed", "fixed http://127.0.0.1:77 http://127.0.0.1:77\n"),
        ("proxyenv run --profile office fixed", "fixed \(office)\n"),
        ("proxyenv wrapped fixed", "fixed home http://127.0.0.1:12\n"),
    ])
    func `the profile that exec and run name is not replaced by the shim's`(
        _ line: String, _ told: String
    ) throws {
        #expect(try dash(line).text == told)
    }

    @Test func `the command gets its own path as its name, and the status is its own`() throws {
        try sandbox.install("teller", "#!/bin/sh\necho \"$0\"\nkill -TERM $$\n")
        let outcome = try dash("exec teller")
        #expect(outcome.text == "\(sandbox.home)/bin/teller\n")
        #expect(outcome.signal == Spawn.Signal.terminate.rawValue)
    }

    @Test func `a shim whose command is gone is 127`() throws {
        Files.remove(sandbox.home + "/bin/other")
        let outcome = try dash("other")
        #expect(outcome.status == 127)
        #expect(
            outcome.errorText == """
                proxyenv: there is no command `other` to start
                  hint: proxyenv was started as `other`, so it stands for the command of that name.

                """)
    }

    @Test func `a shim whose profile is gone is 125`() throws {
        try sandbox.write(
            Self.config + "gone = 'nowhere'\n", to: ".config/proxyenv/config.toml")
        let gone = try dash("gone")
        #expect(gone.status == 125)
        #expect(gone.errorText.contains("PROXYENV_BYPASS=1 gone …"))
    }

    @Test func `another manager's shim that calls back by name ends at the real command`() throws {
        Files.makeFolder(sandbox.home + "/manager")
        try sandbox.write(
            Array(
                """
                #!/bin/sh
                PATH=$(printf %s "$PATH" | sed "s|$HOME/manager:||")
                exec teller managed "$@"

                """.utf8), to: "manager/teller", mode: 0o755)
        let manager = sandbox.home + "/manager"
        for folders in [path(folder, manager), path(manager, folder)] {
            let outcome = try dash("teller x", with: ["PATH": folders])
            #expect(outcome.text == "teller \(Self.office) <managed> <x>\n")
        }
    }

    @Test(arguments: ["exec teller \"$@\"", "teller \"$@\"", "exec env teller \"$@\""])
    func `a loop through another tool ends with 126`(_ line: String) throws {
        Files.makeFolder(sandbox.home + "/manager")
        try sandbox.write(
            Array("#!/bin/sh\necho once >> ~/count\n\(line)\n".utf8), to: "manager/teller",
            mode: 0o755)
        let outcome = try dash(
            "teller x", with: ["PATH": path(folder, sandbox.home + "/manager")])
        #expect(outcome.status == 126)
        #expect(outcome.errorText.contains("the shim of `teller` comes back to itself"))
        #expect(sandbox.read("count")?.count(where: { $0 == 0x0A }) == 3)
    }

    @Test(arguments: [("3", 126), ("x.y", 0)] as [(String, Int32)])
    func `a depth that is reached ends with 126, and one that is no number counts for nothing`(
        _ depth: String, _ status: Int32
    ) throws {
        #expect(try dash("teller", with: ["PROXYENV_SHIM_DEPTH": depth]).status == status)
    }

    @Test func `a command that starts itself for other work is no loop`() throws {
        try sandbox.install(
            "teller",
            "#!/bin/sh\n[ $1 = 0 ] && exec echo done $https_proxy\nteller $(($1 - 1))\n")
        #expect(try dash("teller 20").text == "done http://127.0.0.1:11\n")
    }

    @Test func `arguments that change each time are a loop all the same`() throws {
        try sandbox.install("teller", "#!/bin/sh\nteller $(($1 + 1))\n")
        #expect(try dash("teller 0").status == 126)
    }

    @Test func `a password's program is not a shim, and finds none`() throws {
        try sandbox.write(
            Self.config + """
                secret = "secret"
                [profiles.secret]
                url = "http://127.0.0.1:13"
                username = "alice"
                password-command = ["secret"]

                """, to: ".config/proxyenv/config.toml")
        try sandbox.install("secret", "#!/bin/sh\necho \"$PATH\" >&2\necho s3cret\n")
        #expect(try sandbox.proxyenv("shim", "add", "secret", "-q").status == 0)
        let outcome = try dash("proxyenv exec secret -- teller")
        #expect(outcome.text == "teller secret http://alice:s3cret@127.0.0.1:13\n")
        #expect(outcome.errorText == "\(sandbox.environment["PATH"] ?? "")\n")
    }

    @Test func `path is the folder`() throws {
        #expect(try sandbox.proxyenv("shim", "path").text == folder + "\n")
    }

    @Test func `remove takes away the shims that are named`() throws {
        #expect(try sandbox.proxyenv("shim", "list").text == "fixed\ngone\nother\nteller\n")
        #expect(try sandbox.proxyenv("shim", "remove", "teller", "other").status == 0)
        #expect(try sandbox.proxyenv("shim", "list").text == "fixed\ngone\n")
    }

    @Test(.notForWindows("shims are files"), arguments: ["mine", "elsewhere"], ["add", "remove"])
    func `what is no link to proxyenv is left alone`(_ name: String, _ action: String) throws {
        try sandbox.write("mine", to: ".local/share/proxyenv/shims/mine")
        Files.link(folder + "/elsewhere", to: "/bin/true")
        let outcome = try sandbox.proxyenv("shim", action, "teller", name)
        #expect(outcome.status == 1)
        #expect(
            outcome.errorText.contains("\(name) is not a link to proxyenv, so it is left alone"))
        #expect(sandbox.has(".local/share/proxyenv/shims/mine"))
        #expect(try sandbox.proxyenv("shim", "list").text == "fixed\ngone\nother\nteller\n")
    }

    @Test func `a shim that is not there is not removed`() throws {
        let unknown = try sandbox.proxyenv("shim", "remove", "teler")
        #expect(
            unknown.errorText
                == "proxyenv: there is no shim of `teler`\n  hint: Did you mean `teller`?\n")
    }

    @Test(.notForWindows("shims are files there"))
    func `a shim leads to the program as it was found, so that an upgrade keeps it`() throws {
        #expect(Files.target(of: folder + "/teller") == sandbox.program)
    }

    @Test(.notForWindows("shims are files there"))
    func `list names a shim that leads nowhere`() throws {
        Files.remove(sandbox.program)
        let dangling = try Runner(
            arguments: [Binary.path, "shim", "list"].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(dangling.errorText.contains("teller leads nowhere"))
    }

    @Test(arguments: ["proxyenv", "proxyenv-x", "a/b", "..", "-x", "", "a b", "cd", "exec"])
    func `a name that can have no shim is refused`(_ name: String) throws {
        let outcome = try sandbox.proxyenv("shim", "add", "new", name)
        #expect(outcome.status == 2)
        #expect(!sandbox.has(".local/share/proxyenv/shims/new"))
    }

    @Test func `add says that PATH does not lead to the folder`() throws {
        let absent = try sandbox.proxyenv("shim", "add", "teller")
        #expect(absent.errorText.contains("shims is not in PATH: see `proxyenv help shim`"))
    }

    @Test func `add says what a shim does without a rule, and nothing of a folder in front`() throws
    {
        let behind = try dash("PATH=\"$PATH:/x\" proxyenv shim add teller other")
        #expect(
            behind.errorText
                == "proxyenv: without a rule a shim starts the plain command: `proxyenv wrap other`\n"
        )
    }

    @Test(.notForWindows("programs have another ending there"))
    func `add says which program stands before the shim`() throws {
        let late = try sandbox.proxyenv(
            "shim", "add", "teller",
            with: ["PATH": "\(sandbox.environment["PATH"] ?? ""):\(folder)"])
        #expect(
            late.errorText
                == "proxyenv: ~/bin/teller stands before the shim in PATH: put ~/.local/share/proxyenv/shims in front\n"
        )
    }

    @Test(.notForWindows("a path without a drive is not whole there"))
    func `XDG_DATA_HOME has the folder, if it is a whole path`() throws {
        for (value, wanted) in [
            ("/data", "/data/proxyenv/shims\n"), ("data", folder + "\n"), ("", folder + "\n"),
        ] {
            let outcome = try sandbox.proxyenv("shim", "path", with: ["XDG_DATA_HOME": value])
            #expect(outcome.text == wanted)
        }
    }

    @Test(.notForWindows("the user has a folder without HOME there"))
    func `without HOME there is no folder`() throws {
        let homeless = try sandbox.proxyenv("shim", "path", with: ["HOME": nil])
        #expect(homeless.status == 1)
    }

    @Test func `what shim can't do is a usage error`() throws {
        for words in ["shim", "shim ad x", "shim add", "shim list x"] {
            #expect(try dash("proxyenv \(words)").status == 2)
        }
    }

    @Test func `what shim can't do is told with the nearest that it can`() throws {
        #expect(
            try dash("proxyenv shim ad x").errorText.contains("Did you mean `proxyenv shim add`?"))
    }
}
