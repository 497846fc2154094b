import Testing

/// What the system may do to a file while it is changed, besides what `Tests/faults` has it do.
@Suite struct EditFaultTests {
    private static let file = "# mine\n[profiles.a]\nurl = \"http://h:1\"\n"
    private static let changed = "# mine\n[profiles.a]\nurl = \"http://h:2\"\n"

    private let sandbox: Sandbox
    private let set = "proxyenv set a url http://h:2"

    init() throws { sandbox = try Sandbox(Self.file) }

    private var text: String {
        String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
    }

    /// Runs `script` in the home folder.
    ///
    /// Its exit status 77 skips the test, and its last line on standard error says why.
    @discardableResult
    private func shell(
        _ script: String, with changes: [String: String?] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        let outcome = try Runner(
            arguments: ["/bin/sh", "-c", "cd \"$HOME\" || exit\n\(script)"].map { Array($0.utf8) },
            environment: sandbox.entries(changes), limit: 60
        ).run()
        if outcome.status == 77 {
            try Test.cancel("\(outcome.errorText)", sourceLocation: sourceLocation)
        }
        return outcome
    }

    /// Mounts of its own for a script, which nobody else sees and which are gone with it.
    private func mounted(_ script: String) throws -> Outcome {
        _ = try Binary.require("unshare")
        try sandbox.write(script, to: "mounted")
        return try shell(
            """
            unshare -m true 2>/dev/null || { echo mounting is not allowed here >&2; exit 77; }
            exec unshare -m /bin/sh ./mounted
            """)
    }

    @Test func `a limit on the length of files is told, and leaves nothing behind`() throws {
        let outcome = try shell("ulimit -f 0; \(set); echo $?")
        #expect(outcome.text == "1\n", "\(outcome.errorText)")
        #expect(
            outcome.errorText
                == "proxyenv: cannot write ~/.config/proxyenv/config.toml: File too large\n")
        #expect(text == Self.file)
        #expect(!FileStatus.hasTemporaryFiles(in: sandbox))
    }

    @Test func `a disk without room is told, and leaves the old file whole`() throws {
        let outcome = try mounted(
            """
            mount -t tmpfs -o size=64k none .config 2>/dev/null || { echo a tmpfs is not allowed >&2; exit 77; }
            mkdir .config/proxyenv && cd .config/proxyenv || exit
            printf '# mine\\n[profiles.a]\\nurl = "http://h:1"\\n' >config.toml
            cat /dev/zero >filler 2>/dev/null
            \(set); echo $?; cat config.toml; ls -A; rm filler; \(set); echo $?; cat config.toml; ls -A
            """)
        #expect(
            outcome.text
                == "1\n\(Self.file)config.toml\nfiller\n0\n\(Self.changed)config.toml\n",
            "\(outcome.errorText)")
        #expect(
            outcome.errorText.contains(
                "cannot write ~/.config/proxyenv/config.toml: No space left on device\n"))
    }

    @Test func `a file system that can only be read is told`() throws {
        let outcome = try mounted(
            """
            mount --bind .config .config 2>/dev/null && mount -o remount,ro,bind .config 2>/dev/null ||
                { echo a bind mount is not allowed >&2; exit 77; }
            for words in "set a url http://h:2" "add b http://h:2" "wrap npm" "default a"; do
                proxyenv $words; echo $?
            done
            EDITOR=true proxyenv edit; echo $?
            """)
        #expect(outcome.text == "1\n1\n1\n1\n1\n", "\(outcome.errorText)")
        let lines = outcome.errorText.split(separator: "\n")
        #expect(lines.count == 5 && lines.allSatisfy { $0.contains("Read-only file system") })
        #expect(text == Self.file)
    }

    @Test(arguments: ["0", "077", "0177", "0277", "0777"])
    func `a new file and its folder are for their user, whatever the umask`(_ umask: String) throws
    {
        try sandbox.install(
            "look",
            "#!/bin/sh\nstat -c %a \"$1\"\necho '[profiles.c]\nurl = \"http://h:1\"' >\"$1\"\n")
        let outcome = try shell(
            """
            rm -r .config; umask \(umask)
            EDITOR=look proxyenv edit && proxyenv add b http://h:1 --local
            stat -c %a .config .config/proxyenv .config/proxyenv/config.toml .config/proxyenv/config.local.toml
            """)
        #expect(outcome.text == "600\n700\n700\n600\n600\n", "\(outcome.errorText)")
    }

    @Test func `a link that can't be read is not replaced by a file`() throws {
        let strace = try sandbox.requireInjection()
        try shell("mv .config/proxyenv/config.toml p.toml")
        for error in ["EIO", "EACCES"] {
            for number in 1...6 {
                let outcome = try shell(
                    """
                    ln -sf "$HOME/p.toml" .config/proxyenv/config.toml
                    '\(strace)' -o trace -e trace=readlink -e inject=readlink:error=\(error):when=\(number) \(set)
                    echo $?; readlink .config/proxyenv/config.toml; ls -A .config/proxyenv
                    """)
                #expect(
                    outcome.text == "1\n\(sandbox.home)/p.toml\nconfig.toml\n"
                        || outcome.text == "0\n\(sandbox.home)/p.toml\nconfig.toml\n",
                    "\(number): \(outcome.text)")
            }
        }
        #expect(sandbox.read("p.toml") == Array(Self.changed.utf8))
    }

    @Test(arguments: ["fchmod", "fsync", "renameat2", "fchown"], ["ENOSPC", "EIO", "EPERM"])
    func `what the system refuses each time is told in one line`(_ call: String, _ error: String)
        throws
    {
        let strace = try sandbox.requireInjection()
        let outcome = try shell(
            """
            cd .config/proxyenv || exit
            test "$(id -u)" != 0 || chown 1234:1235 config.toml
            before=$(stat -c %a:%u:%g:%i config.toml)
            '\(strace)' -o trace -e trace=\(call) -e inject=\(call):error=\(error) \(set); echo $?
            grep -q INJECTED trace || { echo there is no \(call) here >&2; exit 77; }
            test "$before" = "$(stat -c %a:%u:%g:%i config.toml)" && rm trace && ls -A
            """)
        #expect(outcome.text == "1\nconfig.toml\n", "\(outcome.errorText)")
        #expect(outcome.errorText.split(separator: "\n").count == 1, "\(outcome.errorText)")
        #expect(outcome.errorText.hasPrefix("proxyenv: cannot "), "\(outcome.errorText)")
        #expect(text == Self.file)
    }

    @Test(arguments: ["EINVAL", "ENOSYS"])
    func `a file system that can't exchange two files has the new one take the old one's place`(
        _ error: String
    ) throws {
        let strace = try sandbox.requireInjection()
        let run = "'\(strace)' -o /dev/null -e inject=renameat2:error=\(error)"
        let outcome = try shell(
            "\(run) \(set) && \(run) proxyenv add b http://h:1 --local && ls -A .config/proxyenv")
        #expect(outcome.text == "config.local.toml\nconfig.toml\n", "\(outcome.errorText)")
        #expect(text == Self.changed)
    }

    @Test func `killed while it changes two files, each is the old one or the new one`() throws {
        let strace = try sandbox.requireInjection()
        let local = "[profiles.a]\nusername = \"bob\"\n"
        var places = 0
        for call in ["openat", "write", "fsync", "close", "renameat2", "unlink", "flock"] {
            for number in 1...40 {
                try sandbox.write(Self.file, to: ".config/proxyenv/config.toml")
                try sandbox.write(local, to: ".config/proxyenv/config.local.toml")
                let outcome = try shell(
                    "'\(strace)' -o /dev/null -e trace=\(call) -e inject=\(call):signal=KILL:when=\(number) proxyenv rename a b"
                )
                if outcome.status == 0, outcome.signal == nil { break }
                places += 1
                let other = String(
                    decoding: sandbox.read(".config/proxyenv/config.local.toml") ?? [],
                    as: UTF8.self)
                #expect([Self.file, Self.file.replacing("s.a]", with: "s.b]")].contains(text))
                #expect([local, local.replacing("s.a]", with: "s.b]")].contains(other))
                let next = try shell("proxyenv wrap npm && proxyenv wrap pip --local")
                #expect(next.status == 0, "\(call) \(number): \(next.errorText)")
                #expect(!FileStatus.hasTemporaryFiles(in: sandbox), "\(call) \(number)")
            }
        }
        print("rename: killed at \(places) places")
        #expect(places > 25)
    }
}
