import Testing

/// `edit`: an editor works on a copy, and the file changes when the copy is right.
@Suite struct EditorTests {
    private static let file = "[profiles.a]\nurl = \"http://h:1\"\n"

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(Self.file)
        try sandbox.install("good", "#!/bin/sh\nsed -i s/h:1/h:2/ \"$1\"\n")
        try sandbox.install("bad", "#!/bin/sh\necho '[oops' >>\"$1\"\n")
        try sandbox.install("fails", "#!/bin/sh\necho '# typed' >>\"$1\"\nexit 3\n")
    }

    private var text: String {
        String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
    }

    /// The files beside the user's.
    private func others() throws -> [String] {
        let list = try Runner(
            arguments: ["/bin/ls", sandbox.home + "/.config/proxyenv"].map { Array($0.utf8) },
            environment: []
        ).run()
        return list.lines.filter { !$0.isEmpty && $0 != "config.toml" }
    }

    @Test(arguments: [
        ["EDITOR": "good"], ["VISUAL": "good", "EDITOR": "fails"], ["VISUAL": "env X=1 good"],
    ])
    func `what the editor leaves is taken over`(_ variables: [String: String]) throws {
        let outcome = try sandbox.proxyenv("edit", with: variables.mapValues { $0 })
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(text == "[profiles.a]\nurl = \"http://h:2\"\n")
        #expect(try others() == [])
    }

    @Test func `an editor that changes nothing leaves nothing`() throws {
        let outcome = try sandbox.proxyenv("edit", with: ["EDITOR": "true"])
        #expect(outcome.status == 0)
        #expect(text == Self.file)
        #expect(try others() == [])
    }

    @Test(arguments: [
        ("fails", "ended with status 3"), ("bad", "error: "),
    ])
    func `where it can't be taken over, the file is as it was, and what was typed is kept`(
        _ editor: String, _ message: String
    ) throws {
        let outcome = try sandbox.proxyenv("edit", with: ["EDITOR": editor])
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        #expect(text == Self.file)
        let kept = try #require(try others().first)
        #expect(outcome.errorText.contains("What you have typed is in ~/.config/proxyenv/\(kept)."))
    }

    @Test func `a file that is broken can be mended`() throws {
        try sandbox.write("[profiles.a\nurl = \"http://h:1\"\n", to: ".config/proxyenv/config.toml")
        try sandbox.install("mends", "#!/bin/sh\nsed -i 's/^\\[profiles.a$/[profiles.a]/' \"$1\"\n")
        #expect(try sandbox.proxyenv("edit", with: ["EDITOR": "mends"]).status == 0)
        #expect(text == Self.file)
    }

    @Test func `no lock is held while the editor runs`() throws {
        try sandbox.install(
            "slow", "#!/bin/sh\nproxyenv add b http://h:3 || exit\nsed -i s/h:1/h:2/ \"$1\"\n")
        let outcome = try sandbox.proxyenv("edit", with: ["EDITOR": "slow"])
        // There is no terminal to ask on whether what the other wrote may go.
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("was changed by another program while it was edited"))
        #expect(text.contains("[profiles.b]"))
    }

    /// What the program `twice` types is right the second time.
    private let twice =
        "#!/bin/sh\nif [ -e seen ]; then sed -i '/oops/d' \"$1\"; else touch seen; echo '[oops' >>\"$1\"; echo >>\"$1\"; fi\n"

    @Test func `on a terminal the editor is offered again until it is right`() throws {
        try sandbox.install("twice", twice)
        let terminal = try sandbox.terminal(.bash, with: ["EDITOR": "twice"])
        try terminal.run("cd")
        terminal.send("proxyenv edit; echo \"end $?\"\n")
        try terminal.wait(for: "edit again (y), or leave")
        terminal.send("e\n")
        try terminal.wait(for: "end 0")
        #expect(text == Self.file + "\n")
        #expect(try others() == [])
    }

    @Test func `on a terminal the editor may be left, and what was typed is not taken over`() throws
    {
        let terminal = try sandbox.terminal(.bash, with: ["EDITOR": "bad"])
        terminal.send("proxyenv edit; echo \"end $?\"\n")
        try terminal.wait(for: "edit again (y), or leave")
        terminal.send("q\n")
        try terminal.wait(for: "end 1")
        #expect(text == Self.file)
        #expect(try others() == [])
    }

    @Test(arguments: [("y", "h:2"), ("n", "h:1")])
    func `on a terminal it is asked whether what others wrote may go`(
        _ answer: String, _ port: String
    ) throws {
        try sandbox.install(
            "slow", "#!/bin/sh\nproxyenv add b http://h:3 2>/dev/null\nsed -i s/h:1/h:2/ \"$1\"\n")
        let terminal = try sandbox.terminal(.bash, with: ["EDITOR": "slow"])
        terminal.send("proxyenv edit; echo \"end $?\"\n")
        try terminal.wait(for: "Replace it (y/n)?")
        terminal.send("\(answer)\n")
        if answer == "n" {
            try terminal.wait(for: "edit again (y), or leave")
            terminal.send("q\n")
        }
        try terminal.wait(for: answer == "y" ? "end 0" : "end 1")
        #expect(text.contains(port))
        #expect(text.contains("[profiles.b]") == (answer == "n"))
    }
}
