import Testing

/// What fish, which runs functions in front, does with a wrapped command, and what it says.
@Suite struct TypedFishTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        try sandbox.install(
            "teller", "#!/bin/sh\necho $$ > ~/pid\necho \"teller ${PROXYENV_ACTIVE-plain}\"\n")
    }

    @Test func `status says that fish runs wrappers in front, and offers a shim`() throws {
        let script = "\(RealShell.fish.loadingHook)\nproxyenv status\n"
        let outcome = try sandbox.run(script, in: .fish)
        #expect(
            outcome.lines.contains(
                "note      in fish, `fixed &` does not run in the background; a shim does: "
                    + "proxyenv shim add fixed"))
    }

    @Test func `wrap says so too, to somebody at a terminal`() throws {
        let terminal = try sandbox.terminal(.fish, startUp: RealShell.fish.loadingHook)
        #expect(
            try terminal.run("proxyenv wrap plain").contains("proxyenv shim add plain"))
    }

    @Test func `a name whose shim is found first has no wrapper, and its job is the command`()
        throws
    {
        let script = """
            \(RealShell.fish.loadingHook)
            set -gx PATH (proxyenv shim path) $PATH
            proxyenv shim add teller
            functions -q teller; or echo no function
            teller &
            set job $last_pid
            wait
            test $job = (cat ~/pid); and echo itself
            proxyenv status
            """
        let outcome = try sandbox.run(script, in: .fish)
        #expect(outcome.lines.prefix(3) == ["no function", "teller office", "itself"])
        #expect(outcome.text.contains("command   teller: goes through its shim, profile office"))
    }
}
