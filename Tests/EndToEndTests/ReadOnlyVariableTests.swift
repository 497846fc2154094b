import Testing

/// A variable that the shell itself keeps as it is: `use` and `off` do all or nothing, and say why.
@Suite struct ReadOnlyVariableTests {
    private let sandbox: Sandbox
    private static let shells = Interpreter.all.filter {
        ["sh", "bash", "zsh", "ksh"].contains($0.form)
    }
    private static let tell =
        "echo \"$? [$HTTP_PROXY] [${https_proxy-}] [${ALL_PROXY-}] [${PROXYENV_ACTIVE-}]"
        + " [${PROXYENV_STATE+state}]\""

    init() throws {
        sandbox = try Sandbox("[profiles.home]\nurl = 'http://127.0.0.1:12'\n")
    }

    @Test(arguments: shells, [false, true])
    func `use with a read-only variable changes nothing, fails and names it`(
        _ interpreter: Interpreter, _ hasHook: Bool
    ) throws {
        let hook = hasHook ? "eval \"$(proxyenv hook \(interpreter.form))\"" : ""
        let use = hasHook ? "proxyenv use home" : interpreter.evaluating("use home --shell sh")
        let outcome = try interpreter.run(
            """
            \(hook)
            readonly HTTP_PROXY=http://mine:1
            export HTTP_PROXY
            \(use)
            \(Self.tell)
            """, in: sandbox)
        #expect(outcome.text == "1 [http://mine:1] [] [] [] []\n")
        #expect(outcome.errorText.contains("HTTP_PROXY"))
        #expect(
            outcome.errorText.contains(
                "proxyenv: nothing was changed: this shell has a read-only variable"))
    }

    @Test(arguments: shells)
    func `off with a variable that became read-only leaves the state, and works where it may`(
        _ interpreter: Interpreter
    ) throws {
        let outcome = try interpreter.run(
            """
            HTTP_PROXY=http://mine:1
            export HTTP_PROXY
            \(interpreter.evaluating("use home --shell sh"))
            (
            readonly ALL_PROXY
            \(interpreter.evaluating("off --shell sh"))
            \(Self.tell)
            )
            \(interpreter.evaluating("off --shell sh"))
            \(Self.tell)
            """, in: sandbox)
        let proxy = "[http://127.0.0.1:12]"
        #expect(
            outcome.text == """
                1 \(proxy) \(proxy) \(proxy) [home] [state]
                0 [http://mine:1] [] [] [] []

                """)
    }
}
