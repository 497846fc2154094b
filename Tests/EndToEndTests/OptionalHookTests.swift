import Testing

/// The hooks of Nushell and PowerShell, where these are.
@Suite struct OptionalHookTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        for name in ["teller", "plain"] { try sandbox.installTeller(name) }
    }

    @Test(arguments: Interpreter.optional)
    func `a wrapper, use and off do what they do elsewhere`(_ interpreter: Interpreter) throws {
        try interpreter.cancelUnlessThere()
        let hook = try sandbox.proxyenv("hook", interpreter.form)
        try sandbox.write(hook.output, to: "hook.nu")
        let load =
            interpreter.form == "nushell"
            ? "source '\(sandbox.home)/hook.nu'"
            : "Invoke-Expression ((& proxyenv hook powershell) -join \"`n\")"
        let outcome = try interpreter.run(
            [
                load, "teller 'a b'", "plain c", "proxyenv use home", "teller d", "plain e",
                "proxyenv off", "plain f",
            ].joined(separator: "\n"), in: sandbox)
        #expect(
            outcome.text == """
                teller office http://127.0.0.1:11 <a b>
                plain plain none <c>
                teller home http://127.0.0.1:12 <d>
                plain home http://127.0.0.1:12 <e>
                plain plain none <f>

                """)
        #expect(outcome.errorText.isEmpty)
    }
}
