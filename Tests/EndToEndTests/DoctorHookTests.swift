import Testing

/// The hook of one shell loaded in another, in real shells, and the line that cures it.
@Suite struct DoctorHookTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }

    init() throws { stage = try DoctorStage() }

    /// What `doctor` says for people in `shell`, after it has run `lines`.
    private func doctor(in shell: String, after lines: [String]) throws -> Outcome {
        let script = (lines + ["proxyenv doctor codex", ""]).joined(separator: "\n")
        try sandbox.write(script, to: "script")
        let program = try Binary.require(shell)
        let flags = shell == "zsh" ? ["-f"] : shell == "bash" ? ["--norc"] : []
        return try Runner(
            arguments: ([program] + flags + [sandbox.home + "/script"]).map { Array($0.utf8) },
            environment: sandbox.entries(), limit: 60
        ).run()
    }

    @Test(arguments: [
        ("sh", "zsh", "sh"), ("bash", "zsh", "bash"), ("ksh", "zsh", "ksh"),
        ("zsh", "bash", "zsh"), ("ksh", "bash", "ksh"),
    ])
    func `a hook in a shell that is not its own is named, and its own cures it`(
        _ hook: String, _ shell: String, _ told: String
    ) throws {
        let line = "eval \"$(proxyenv hook \(hook))\""
        let answer = try doctor(in: shell, after: [line])
        #expect(answer.status == 1, "\(answer.text)\(answer.errorText)")
        #expect(answer.text.contains("problem  shell.wrong-hook\n"), "\(answer.text)")
        #expect(
            answer.text.contains("the hook of \(told) is loaded in \(shell)\n"), "\(answer.text)")
        let fix = "eval \"$(proxyenv hook \(shell))\""
        #expect(answer.text.contains("  fix: \(fix)\n"), "\(answer.text)")
        #expect(answer.isHarmless)
        let cured = try doctor(in: shell, after: [line, fix])
        #expect(cured.status == 0, "\(cured.text)\(cured.errorText)")
        #expect(
            cured.text.contains("ok    shell     the hook is loaded in \(shell), and goes before"))
        #expect(cured.text.contains("codex gets through"))
    }

    @Test(arguments: [
        ("zsh", "zsh"), ("bash", "bash"), ("ksh", "ksh93"), ("ksh", "mksh"), ("sh", "dash"),
        ("sh", "bash"),
    ])
    func `its own hook, and that of sh in a shell of its kind, are none`(
        _ hook: String, _ shell: String
    ) throws {
        let answer = try doctor(in: shell, after: ["eval \"$(proxyenv hook \(hook))\""])
        #expect(answer.status == 0, "\(answer.text)\(answer.errorText)")
        #expect(
            answer.text.contains("ok    shell     the hook is loaded in \(hook), and goes before"))
        #expect(!answer.text.contains("shell.wrong-hook"))
    }
}
