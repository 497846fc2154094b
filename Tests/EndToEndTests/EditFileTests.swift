import Testing

/// What the file is on the disk while it is changed: links, modes, locks, and what can't be written.
@Suite struct EditFileTests {
    private static let file = "# mine\n[profiles.a]\nurl = \"http://h:1\"\n"
    private static let changed = "# mine\n[profiles.a]\nurl = \"http://h:2\"\n"

    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    /// Runs `script` in the home folder.
    @discardableResult
    private func shell(_ script: String, limit: Double = 60) throws -> Outcome {
        try Runner(
            arguments: ["/bin/sh", "-c", "cd \"$HOME\" || exit\n\(script)"].map { Array($0.utf8) },
            environment: sandbox.entries(), limit: limit
        ).run()
    }

    private let set = "proxyenv set a url http://h:2"

    @Test(.notForWindows("signals of this system; Tests/windows kills and races writers"))
    func `killed, refused and raced, the file is the old one or the new one`() throws {
        let python = try Binary.require("python3")
        // This file lies below the script.
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let outcome = try Runner(
            arguments: [python, "/\(folder)/faults", Binary.path].map { Array($0.utf8) },
            environment: sandbox.entries(), limit: 400
        ).run()
        print(outcome.text)
        #expect(outcome.status == 0, "\(outcome.errorText)")
        for part in ["killed at random: 150 runs", "add at once to a file: all there"] {
            #expect(outcome.text.contains(part))
        }
    }

    @Test func `a link stays one, and the file that it leads to keeps its mode`() throws {
        let outcome = try shell(
            """
            mkdir dotfiles && mv .config/proxyenv/config.toml dotfiles/p.toml && chmod 640 dotfiles/p.toml
            ln -s ../../dotfiles/p.toml dotfiles/link && rm dotfiles/link
            ln -s p.toml dotfiles/link && ln -s ../../dotfiles/link .config/proxyenv/config.toml
            \(set) && readlink .config/proxyenv/config.toml dotfiles/link && stat -c %a dotfiles/p.toml
            ls -A .config/proxyenv dotfiles
            """)
        #expect(
            outcome.text
                == "../../dotfiles/link\np.toml\n640\n.config/proxyenv:\nconfig.toml\n\ndotfiles:\nlink\np.toml\n",
            "\(outcome.errorText)")
        #expect(sandbox.read("dotfiles/p.toml") == Array(Self.changed.utf8))
    }

    @Test func `the file keeps its extended attributes and its access list`() throws {
        let python = try Binary.require("python3")
        let outcome = try shell(
            """
            cat >attributes.py <<'END'
            import os, struct, sys
            file, act = ".config/proxyenv/config.toml", sys.argv[1]
            # acl(5): the owner, user 1000, the group, the mask, the others.
            entries = [(1, 6, -1), (2, 4, 1000), (4, 0, -1), (16, 4, -1), (32, 0, -1)]
            access = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
            wanted = {"user.note": b"a\\0b", "user.empty": b"", "system.posix_acl_access": access}
            try:
                for name, value in wanted.items():
                    if act == "set": os.setxattr(file, name, value)
                    elif os.getxattr(file, name) != value: sys.exit(name)
            except OSError as error:
                sys.exit(77 if act == "set" else str(error))
            END
            '\(python)' attributes.py set || exit 77
            stat -c %a .config/proxyenv/config.toml
            \(set) && '\(python)' attributes.py check && stat -c %a .config/proxyenv/config.toml
            """)
        if outcome.status == 77 { try Test.cancel("this file system has no such attributes") }
        #expect(outcome.text == "640\n640\n", "\(outcome.errorText)")
    }

    @Test func `a link to another file system is followed`() throws {
        let outcome = try shell(
            """
            other=$(mktemp -d /dev/shm/proxyenv-test-XXXXXX) || exit 77
            mv .config/proxyenv/config.toml "$other/c.toml" && ln -s "$other/c.toml" .config/proxyenv/config.toml
            \(set); cat "$other/c.toml"; test -L .config/proxyenv/config.toml; echo $?; rm -r "$other"
            """)
        if outcome.status == 77 { try Test.cancel("there is no /dev/shm here") }
        #expect(outcome.text == Self.changed + "0\n", "\(outcome.errorText)")
    }

    @Test(
        arguments: [
            ("ln -sf nowhere config.toml", "is a link to"),
            ("rm config.toml; ln -s config.toml config.toml", "levels of symbolic links"),
            ("rm config.toml && mkdir config.toml", "is not a file, but a folder"),
            ("rm config.toml && mkfifo config.toml", "is not a file, but a folder, a pipe"),
            ("ln -sf /dev/zero config.toml", "is not a file"),
            ("chmod 444 config.toml", "is read-only (mode 444)"),
        ])
    func `where no file can be changed, it is said why, and nothing waits`(
        _ script: String, _ message: String
    ) throws {
        try shell("cd .config/proxyenv && \(script)")
        let outcome = try sandbox.proxyenv("set", "a", "url", "http://h:2")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        #expect(!FileStatus.hasTemporaryFiles(in: sandbox))
    }

    @Test(arguments: ["600", "644", "640", "666"])
    func `the file keeps its mode, whatever the umask`(_ mode: String) throws {
        let path = ".config/proxyenv/config.toml"
        let outcome = try shell("chmod \(mode) \(path); umask 077; \(set); stat -c %a \(path)")
        #expect(outcome.text == "\(mode)\n")
    }

    @Test func `a new file is for its user alone, whatever the umask`() throws {
        let outcome = try shell(
            "umask 0; rm -r .config; \(set.replacing("set a url", with: "add a")); stat -c %a .config/proxyenv .config/proxyenv/config.toml"
        )
        #expect(outcome.text == "700\n600\n")
    }

    @Test func `as root the file of another user stays theirs`() throws {
        let outcome = try shell(
            "test \"$(id -u)\" = 0 || exit 77; cd .config/proxyenv; chown 1234:1235 config.toml; \(set); stat -c %u:%g config.toml"
        )
        // Who is not root has no file of others to change.
        if outcome.status == 77 { return }
        #expect(outcome.text == "1234:1235\n", "\(outcome.errorText)")
    }

    @Test
    func `others are waited for, which is said after a moment, and a holder that dies lets go`()
        throws
    {
        let python = try Binary.require("python3")
        let hold =
            "import fcntl, os, time; fd = os.open('.config/proxyenv/.proxyenv-lock', os.O_RDWR | os.O_CREAT, 0o600); fcntl.flock(fd, fcntl.LOCK_EX); print('held', flush=True)"
        let outcome = try shell(
            """
            mkfifo ready; '\(python)' -c "\(hold); time.sleep(60)" >ready & holder=$!
            read line <ready; (sleep 1.2; kill -9 $holder) & \(set); echo $?
            """)
        #expect(outcome.text == "0\n")
        #expect(
            outcome.errorText.contains(
                "waiting for another proxyenv to be done with ~/.config/proxyenv\n"))
        #expect(sandbox.read(".config/proxyenv/config.toml") == Array(Self.changed.utf8))
    }

    @Test func `what nobody changes is not written`() throws {
        let outcome = try shell(
            "cd .config/proxyenv; before=$(stat -c %i config.toml); \(set.replacing("h:2", with: "h:1")); test $before = $(stat -c %i config.toml); echo $?"
        )
        #expect(outcome.text == "0\n")
    }

    @Test func `a full file system leaves the old file`() throws {
        // A limit on the size of files is a disk that is full, for this one process.
        let outcome = try shell("trap '' XFSZ; ulimit -f 0; \(set); echo $?")
        #expect(outcome.text == "1\n")
        #expect(
            outcome.errorText
                == "proxyenv: cannot write ~/.config/proxyenv/config.toml: File too large\n")
        #expect(sandbox.read(".config/proxyenv/config.toml") == Array(Self.file.utf8))
        #expect(!FileStatus.hasTemporaryFiles(in: sandbox))
    }

    @Test func `a writer that takes no lock does not lose what it wrote`() throws {
        let strace = try Binary.require("strace")
        // The other one writes while proxyenv waits between its writing and its looking again.
        let outcome = try shell(
            """
            '\(strace)' -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=700000:when=1 \(set) &
            sleep 0.3; printf '\\n[commands]\\ncodex = true\\n' >>.config/proxyenv/config.toml; wait $!; echo $?
            """)
        #expect(outcome.text == "0\n", "\(outcome.errorText)")
        let text = String(
            decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
        #expect(text == Self.changed + "\n[commands]\ncodex = true\n")
    }
}
