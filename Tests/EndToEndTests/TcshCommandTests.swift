import Testing

/// What `proxyenv` is in tcsh, where it is an alias: pipes, redirections, words and `&&` as with a program.
@Suite struct TcshCommandTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        try sandbox.installTeller("teller")
    }

    private func run(_ script: String) throws -> Outcome {
        let tcsh = try Binary.require("tcsh")
        try sandbox.write("eval \"`proxyenv hook tcsh`\"\ncd\n\(script)\n", to: "script")
        return try Runner(
            arguments: [tcsh, "-f", sandbox.home + "/script"].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
    }

    @Test func `its output goes into a pipe, a file and a substitution`() throws {
        let outcome = try run(
            """
            proxyenv exec home teller a | sed 's/^/piped /'
            proxyenv exec home teller b > file
            proxyenv exec home teller c >> file
            cat file
            set word = "`proxyenv exec home teller d`"
            echo "substituted $word"
            """)
        #expect(
            outcome.text == """
                piped teller home http://127.0.0.1:12 <a>
                teller home http://127.0.0.1:12 <b>
                teller home http://127.0.0.1:12 <c>
                substituted teller home http://127.0.0.1:12 <d>

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `its messages go where they are sent, and its input comes from a file`()
        throws
    {
        let outcome = try run(
            """
            proxyenv use nope >& messages
            echo $status
            head -n 1 messages
            echo in > input
            proxyenv exec home cat < input
            """)
        #expect(outcome.text == "1\nproxyenv: there is no profile `nope`\nin\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `words arrive as they were, and the status decides what follows`() throws {
        let outcome = try run(
            #"""
            set two = 'a  b'
            proxyenv exec home -- teller 'a;b' '|' '>' "it's" '' "$two" \* '`id`' '\' '"' '$two'
            proxyenv use "home" && echo $PROXYENV_ACTIVE
            proxyenv use nope >& /dev/null && echo never
            proxyenv use nope >& /dev/null || echo failed
            """#)
        #expect(
            outcome.text == #"""
                teller home http://127.0.0.1:12 <a;b> <|> <>> <it's> <> <a  b> <*> <`id`> <\> <"> <$two>
                home
                failed

                """#)
        #expect(outcome.errorText.isEmpty)
    }
}
