import Testing

/// `edit` where something is in its way: what was typed is never lost, and what was not typed is not kept.
@Suite struct EditorFaultTests {
    private static let file = "[profiles.a]\nurl = \"http://h:1\"\n"

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(Self.file)
        try sandbox.install("types", "#!/bin/sh\necho '# typed' >>\"$1\"\n")
        try sandbox.install("breaks", "#!/bin/sh\necho '[oops' >>\"$1\"\n")
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

    /// That what was typed is in one file, which is named.
    private func checkKept(
        _ typed: String, _ shown: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let kept = try others()
        #expect(kept.count == 1, "\(kept)", sourceLocation: sourceLocation)
        let name = try #require(kept.first)
        #expect(
            shown.contains("What you have typed is in ~/.config/proxyenv/\(name)."), "\(shown)",
            sourceLocation: sourceLocation)
        let content = sandbox.read(".config/proxyenv/\(name)") ?? []
        #expect(
            String(decoding: content, as: UTF8.self) == typed, sourceLocation: sourceLocation)
    }

    @Test(arguments: ["false", "no-such-editor", "sh -c 'kill -9 $$'"])
    func `an editor that fails and has changed nothing leaves nothing`(_ editor: String) throws {
        let outcome = try sandbox.proxyenv("edit", with: ["EDITOR": editor])
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("ended with status"), "\(outcome.errorText)")
        #expect(!outcome.errorText.contains("typed"), "\(outcome.errorText)")
        #expect(text == Self.file)
        #expect(try others() == [])
    }

    @Test func `what was typed is kept where the file may not be written`() throws {
        Files.setMode(sandbox.config, 0o444)
        let outcome = try sandbox.proxyenv("edit", with: ["EDITOR": "types"])
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("chmod u+w"), "\(outcome.errorText)")
        #expect(text == Self.file)
        try checkKept(Self.file + "# typed\n", outcome.errorText)
    }

    @Test(arguments: [
        (
            "rm ~/.config/proxyenv/config.toml; mkdir ~/.config/proxyenv/config.toml",
            "is not a file"
        ),
        ("ln -sf nowhere ~/.config/proxyenv/config.toml", "is a link to"),
        ("echo '[oops' >~/.config/proxyenv/config.local.toml", "config.local.toml:1:"),
    ])
    func `what was typed is kept where something is in the way behind the editor`(
        _ script: String, _ message: String
    ) throws {
        try sandbox.install("types", "#!/bin/sh\necho '# typed' >>\"$1\"\n\(script)\n")
        let outcome = try sandbox.proxyenv("edit", with: ["EDITOR": "types"])
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        Files.remove(sandbox.home + "/.config/proxyenv/config.local.toml")
        try checkKept(Self.file + "# typed\n", outcome.errorText)
    }

    @Test func `what was typed is kept where the disk is full`() throws {
        let strace = try sandbox.requireInjection()
        let outcome = try Runner(
            arguments: [
                strace, "-o", "/dev/null", "-e", "inject=fsync:error=ENOSPC", sandbox.program,
                "edit",
            ].map { Array($0.utf8) }, environment: sandbox.entries(["EDITOR": "types"])
        ).run()
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("No space left on device"), "\(outcome.errorText)")
        #expect(text == Self.file)
        try checkKept(Self.file + "# typed\n", outcome.errorText)
    }

    @Test func `an editor gets its arguments, and the copy behind them`() throws {
        let outcome = try sandbox.proxyenv(
            "edit", with: ["VISUAL": "sh -c 'test $# = 2 && echo \"# $1\" >>\"$2\"' sh 'a  b'"])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(text == Self.file + "# a  b\n")
        #expect(try others() == [])
    }

    @Test func `the local file is edited likewise, and one that is not there is made`() throws {
        try sandbox.install("types", "#!/bin/sh\necho '[profiles.a]\nusername = \"b\"' >>\"$1\"\n")
        let outcome = try sandbox.proxyenv("edit", "--local", with: ["EDITOR": "types"])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(text == Self.file)
        #expect(try others() == ["config.local.toml"])
        #expect(Files.mode(sandbox.home + "/.config/proxyenv/config.local.toml") == 0o600)
    }

    @Test func `a terminal on which nobody can be asked does not open the editor for ever`() throws
    {
        _ = try Binary.require("setsid")
        let terminal = try sandbox.terminal(.bash, with: ["EDITOR": "breaks"])
        // The input is a terminal still, but not the new session's own.
        terminal.send("setsid -w proxyenv edit; echo \"end $?\"\n")
        let shown = try terminal.wait(for: "end 1", limit: 5)
        #expect(text == Self.file)
        try checkKept(Self.file + "[oops\n", shown)
    }

    @Test func `Ctrl-D at the question keeps what was typed`() throws {
        let terminal = try sandbox.terminal(.bash, with: ["EDITOR": "breaks"])
        terminal.send("proxyenv edit; echo \"end $?\"\n")
        try terminal.wait(for: "edit again (y), or leave")
        terminal.send("\u{4}")
        let shown = try terminal.wait(for: "end 1")
        try checkKept(Self.file + "[oops\n", shown)
    }
}
