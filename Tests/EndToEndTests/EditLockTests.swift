import Testing

/// Who can keep an edit waiting: another edit of the same user, and nobody else.
@Suite struct EditLockTests {
    private static let file = "[profiles.a]\nurl = \"http://h:1\"\n"
    private static let changed = "[profiles.a]\nurl = \"http://h:2\"\n"
    private static let set = "proxyenv set a url http://h:2"
    /// Holds whatever can be held of the folder, of the file and of the lock's own file.
    private static let hold = """
        import fcntl, os, sys, time
        held = []
        for name, flags in [(".", os.O_RDONLY), ("config.toml", os.O_RDONLY), (".proxyenv-lock", os.O_RDWR)]:
            try: file = os.open(name, flags)
            except OSError: continue
            for lock in (lambda: fcntl.flock(file, fcntl.LOCK_EX), lambda: fcntl.lockf(file, fcntl.LOCK_SH)):
                try: lock()
                except OSError: pass
            held.append(name)
        print(*held, flush=True)
        time.sleep(60)

        """

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(Self.file)
        try sandbox.write(Self.hold, to: "hold.py")
        try sandbox.write(Array(Self.hold.utf8), to: "hold.py", mode: 0o644)
        for folder in ["", ".config", ".config/proxyenv"] {
            Files.setMode("\(sandbox.home)/\(folder)", 0o755)
        }
        Files.setMode(sandbox.config, 0o644)
    }

    /// Runs `script` in the folder of the file.
    private func shell(_ script: String) throws -> Outcome {
        try Runner(
            arguments: ["/bin/sh", "-c", "cd ~/.config/proxyenv || exit\n\(script)"].map {
                Array($0.utf8)
            }, environment: sandbox.entries()
        ).run()
    }

    /// The file was changed without a word, and nothing is left.
    private func expectUnhindered(_ outcome: Outcome, _ held: String) {
        #expect(outcome.text == "\(held)\n0\nconfig.toml\n", "\(outcome.errorText)")
        #expect(outcome.errorText == "")
        #expect(sandbox.read(".config/proxyenv/config.toml") == Array(Self.changed.utf8))
    }

    /// A script in which `setpriv` and what else `start` says holds all it can while the file is changed.
    private func holding(_ start: String, before: String = ":") throws -> String {
        // One that other users can start too, if there is one.
        let python = try Binary.find("/usr/bin/python3") ?? Binary.require("python3")
        return """
            mkfifo ~/ready; \(before)
            \(start) '\(python)' ~/hold.py >~/ready & holder=$!
            read line <~/ready; echo "$line"
            \(Self.set); echo $?; kill -9 $holder; ls -A
            """
    }

    @Test func `locks on the folder and on the file keep nobody waiting`() throws {
        expectUnhindered(try shell(try holding("")), ". config.toml")
    }

    @Test(.enabled(if: Users.isRoot, "only root can start a program as another user"))
    func `another user's locks keep nobody waiting`() throws {
        let other = "\(try Binary.require("setpriv")) --reuid=12345 --regid=12345 --clear-groups"
        expectUnhindered(try shell(try holding(other)), ". config.toml")
    }

    @Test(.enabled(if: Users.isRoot, "only root can give a file away"))
    func `another user's file in the place of the lock's is taken away`() throws {
        let other = "\(try Binary.require("setpriv")) --reuid=12345 --regid=12345 --clear-groups"
        let before =
            "chmod 777 .; : >.proxyenv-lock; chmod 666 .proxyenv-lock; chown 12345 .proxyenv-lock"
        expectUnhindered(
            try shell(try holding(other, before: before)), ". config.toml .proxyenv-lock")
    }

    @Test(arguments: ["ln -s target", "ln -s ~/hold.py", "mkfifo", "mkdir", "umask 777; : >"])
    func `what else is in the place of the lock's file keeps nobody waiting`(
        _ make: String
    ) throws {
        let outcome = try shell("(\(make) .proxyenv-lock); \(Self.set); echo $?")
        #expect(outcome.text == "0\n")
        #expect(outcome.errorText == "")
        #expect(sandbox.read(".config/proxyenv/config.toml") == Array(Self.changed.utf8))
        #expect(!sandbox.has(".config/proxyenv/target"))
        #expect(sandbox.read("hold.py") == Array(Self.hold.utf8))
    }

    @Test(arguments: ["", "umask 777;"])
    func `edits wait for each other, whatever their environment`(_ umask: String) throws {
        let strace = try sandbox.requireInjection()
        let outcome = try shell(
            """
            \(umask) XDG_CACHE_HOME=~/one XDG_RUNTIME_DIR=~/one '\(strace)' -o /dev/null \
                -e trace=renameat2 -e inject=renameat2:delay_enter=1500000:when=1 \(Self.set) &
            until test -e .proxyenv-lock; do sleep 0.01; done
            PROXYENV_CONFIG=~/.config/proxyenv/config.toml XDG_CACHE_HOME=~/other HOME=~/other \
                proxyenv set a username bob; echo $?; wait $!; echo $?; ls -A
            """)
        #expect(outcome.text == "0\n0\nconfig.toml\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("waiting for another proxyenv"))
        let text = String(
            decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
        #expect(text == Self.changed + "username = \"bob\"\n")
    }

    @Test(.enabled(if: Users.isRoot, "only root can change another user's file"))
    func `what root leaves when it is killed does not keep the user waiting`() throws {
        let strace = try sandbox.requireInjection()
        let setpriv = try Binary.require("setpriv")
        let outcome = try shell(
            """
            chown -R 12345:12345 ~
            '\(strace)' -o /dev/null -e trace=renameat2 -e inject=renameat2:signal=KILL \(Self.set)
            ls -A | grep lock; stat -c %u:%g:%a .proxyenv-lock
            '\(setpriv)' --reuid=12345 --regid=12345 --clear-groups \(Self.set); echo $?; ls -A
            """)
        #expect(
            outcome.text.hasSuffix(".proxyenv-lock\n12345:12345:600\n0\nconfig.toml\n"),
            "\(outcome.text)\(outcome.errorText)")
        #expect(!outcome.errorText.contains("waiting"))
    }
}
