import Testing

/// A file that can't be read when a shell starts: the function `proxyenv` is there, and `reload` once the file is mended.
@Suite struct BrokenStartTests {
    private let sandbox: Sandbox
    private static let broken = "[commands\n"

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        try sandbox.installTeller("teller")
        try sandbox.write(HookTests.config, to: "good.toml")
        try sandbox.write(Self.broken, to: "broken.toml")
    }

    @Test(arguments: Interpreter.all.filter { $0.form != "elvish" })
    func `a shell that started with a broken file has no wrapper, and reload once it is mended`(
        _ interpreter: Interpreter
    ) throws {
        try sandbox.write(Self.broken, to: ".config/proxyenv/config.toml")
        let outcome = try interpreter.run(
            """
            \(interpreter.evaluating("hook \(interpreter.form)"))
            teller a
            cp ~/good.toml ~/.config/proxyenv/config.toml
            proxyenv reload
            teller b
            """, in: sandbox)
        #expect(
            outcome.text == "teller plain none <a>\nteller office http://127.0.0.1:11 <b>\n")
        #expect(outcome.errorText.ranges(of: "config.toml:1:").count == 1)
    }

    @Test(arguments: Interpreter.all.filter { $0.form != "elvish" })
    func `the wrappers of an earlier load stay when reload finds a broken file`(
        _ interpreter: Interpreter
    ) throws {
        let outcome = try interpreter.run(
            """
            \(interpreter.evaluating("hook \(interpreter.form)"))
            cp ~/broken.toml ~/.config/proxyenv/config.toml
            proxyenv reload
            cp ~/good.toml ~/.config/proxyenv/config.toml
            teller a
            """, in: sandbox)
        #expect(outcome.text == "teller office http://127.0.0.1:11 <a>\n")
        #expect(outcome.errorText.contains("config.toml:1:"))
    }

    @Test func `a missing named file and one that can't be read leave the function too`() throws {
        Files.makeFolder(sandbox.home + "/folder")
        for path in ["/nowhere/no.toml", sandbox.home + "/folder"] {
            let outcome = try sandbox.proxyenv("--config", path, "hook", "bash")
            #expect(outcome.text.contains("function proxyenv"))
            #expect(outcome.status == 1)
            #expect(outcome.errorText.split(separator: "\n").count == 1)
        }
    }

    @Test func `elvish goes on with its start-up file, and reload keeps the wrappers`() throws {
        try sandbox.write(Self.broken, to: ".config/proxyenv/config.toml")
        let terminal = try sandbox.terminal(.elvish, startUp: OtherShell.elvish.loadingHook)
        try terminal.run("cp ~/good.toml ~/.config/proxyenv/config.toml")
        try terminal.run("proxyenv reload")
        #expect(try terminal.run("teller a").contains("teller office http://127.0.0.1:11 <a>"))
        try terminal.run("cp ~/broken.toml ~/.config/proxyenv/config.toml")
        #expect(try terminal.run("proxyenv reload").contains("stay as they are"))
        try terminal.run("cp ~/good.toml ~/.config/proxyenv/config.toml")
        #expect(try terminal.run("teller b").contains("teller office http://127.0.0.1:11 <b>"))
    }
}
