import TestSupport
import Testing

/// Many who change the file at once, also such as know nothing of its lock.
@Suite struct EditRaceTests {
    private let sandbox: Sandbox

    init() throws {
        var file = "# many\n"
        for number in 0..<16 {
            file += "\n[profiles.p\(number)]   # \(number)\nurl = \"http://h:\(number + 1)\"\n"
        }
        sandbox = try Sandbox(file)
    }

    private var text: String {
        String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
    }

    /// Starts the program and does not wait for it.
    private func start(_ words: String...) throws -> Spawn.ID {
        try Spawn(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries(),
            streams: [.nothing, .nothing, .end(of: sandbox.home + "/errors")]
        ).start()
    }

    private var errors: String {
        sandbox.read("errors").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Test func `32 processes set two keys of 16 profiles at once, and all is there`() throws {
        var expected = text
        var processes: [Spawn.ID] = []
        for number in 0..<16 {
            processes.append(try start("set", "p\(number)", "username", "u\(number)"))
            processes.append(try start("set", "p\(number)", "url", "http://new:\(number + 1)"))
            expected = expected.replacing(
                "\"http://h:\(number + 1)\"\n",
                with: "\"http://new:\(number + 1)\"\nusername = \"u\(number)\"\n")
        }
        #expect(processes.allSatisfy { Spawn.wait(for: $0) == 0 }, "\(errors)")
        #expect(text == expected)
        #expect(!FileStatus.hasTemporaryFiles(in: sandbox))
    }

    @Test(.notForWindows("it is timed for a start of this system; Tests/windows races writers"))
    func `what a writer without a lock puts in the file's place is not lost`() throws {
        var random = SplitMix64(for: "a writer without a lock")
        let start = Array(text.utf8)
        let path = sandbox.config
        var changed = 0
        for round in 0..<400 {
            try sandbox.write(start, to: ".config/proxyenv/config.toml")
            let process = try self.start("set", "p0", "username", "u\(round)")
            let time = now() + Double.random(in: 0...0.005, using: &random)
            while now() < time {}
            // As an editor saves: what is there and a line more, in another file that takes the place of the first.
            let before = sandbox.read(".config/proxyenv/config.toml") ?? []
            try sandbox.write(before + Array("\n# theirs\n".utf8), to: ".config/proxyenv/theirs")
            Files.rename("\(sandbox.home)/.config/proxyenv/theirs", to: path)
            #expect(Spawn.wait(for: process) == 0, "\(errors)")
            #expect(text.contains("# theirs\n"), "round \(round)")
            if text.contains("\"u\(round)\"") { changed += 1 }
        }
        // Where the other one has read before proxyenv wrote and written behind it, it is the other's to look again.
        print("a writer without a lock: 400 rounds, \(changed) with both changes")
        #expect(changed > 0)
        #expect(!FileStatus.hasTemporaryFiles(in: sandbox))
    }

    @Test(arguments: [
        ("rename", "echo '# theirs' >>new && mv new config.toml"),
        ("append", "rm new; echo '# theirs' >>config.toml"),
    ])
    func `at the last moment too a writer without a lock does not lose what it wrote`(
        _ name: String, _ script: String
    ) throws {
        let strace = try sandbox.requireInjection()
        let outcome = try Runner(
            arguments: [
                "/bin/sh", "-c",
                """
                cd "$HOME/.config/proxyenv" && cp -p config.toml new || exit
                '\(strace)' -o /dev/null -e trace=renameat2 -e inject=renameat2:delay_enter=1500000:when=1 \
                    proxyenv set p0 username bob &
                sleep 0.3; \(script); wait $!; echo $?
                """,
            ].map { Array($0.utf8) }, environment: sandbox.entries()
        ).run()
        #expect(outcome.text == "0\n", "\(outcome.errorText)")
        #expect(text.contains("\nusername = \"bob\"\n") && text.hasSuffix("# theirs\n"), "\(text)")
        #expect(!FileStatus.hasTemporaryFiles(in: sandbox))
    }

    @Test func `a file that others make at the last moment is kept`() throws {
        let strace = try sandbox.requireInjection()
        let outcome = try Runner(
            arguments: [
                "/bin/sh", "-c",
                """
                cd "$HOME/.config/proxyenv" && rm config.toml || exit
                '\(strace)' -o /dev/null -e trace=renameat2 -e inject=renameat2:delay_enter=1500000:when=1 \
                    proxyenv add b http://h:1 &
                sleep 0.3; echo '# theirs' >config.toml; wait $!; echo $?
                """,
            ].map { Array($0.utf8) }, environment: sandbox.entries()
        ).run()
        #expect(outcome.text == "0\n", "\(outcome.errorText)")
        #expect(text == "# theirs\n\n[profiles.b]\nurl = \"http://h:1\"\n")
    }
}
