import Testing

@testable import ProxyEnvCore

/// What `doctor` says of what it found.
@Suite struct DoctorReportTests {
    private func report(
        _ command: String? = "codex", _ steps: [ProbeStep] = [],
        _ findings: [ProxyEnvCore.Finding] = []
    ) -> DoctorReport {
        var diagnosis = Diagnosis()
        diagnosis.note(steps)
        diagnosis.add(findings)
        return DoctorReport(command: command, diagnosis: diagnosis, version: "1")
    }

    private let answer = ProbeStep(.answer, .good, "api.openai.com: 200")

    @Test func `the verdict of a command that connects has the answer`() {
        #expect(report("codex", [answer]).verdict == "codex gets through (api.openai.com: 200)")
    }

    @Test func `the verdict names the cause`() {
        let refused = ProxyEnvCore.Finding.refused("127.0.0.1:7890", isLocal: true)
        #expect(
            report("codex", [], [refused]).verdict
                == "codex does not get through: nothing listens on 127.0.0.1:7890")
    }

    @Test func `a quota is no fault of the connection`() {
        let key = ProxyEnvCore.Finding.quota("api.openai.com", [], hasProxy: true)
        #expect(report("codex", [], [key]).verdict.hasPrefix("codex can connect, but "))
    }

    @Test func `a problem aside leaves the command its answer`() {
        let aside = ProxyEnvCore.Finding.websocket("codex", to: "api.openai.com", "426")
        #expect(report("codex", [answer], [aside]).verdict.hasPrefix("codex gets through, but "))
    }

    @Test func `without a command and without a finding all is well`() {
        #expect(report(nil).verdict == "all is well")
    }

    @Test func `a warning is no problem`() {
        let warning = ProxyEnvCore.Finding.ssh(profile: "clash")
        #expect(report("git", [answer], [warning]).isHealthy)
    }

    @Test func `the fix of the cause stands last, and that of another at its place`() {
        let refused = ProxyEnvCore.Finding.refused("127.0.0.1:7890", isLocal: true)
        let warning = ProxyEnvCore.Finding.ssh(profile: "clash")
        let text = report("git", [], [refused, warning]).text(TextStyle(isColored: false))
        #expect(text.contains("\nwarning  tool.ssh\n"))
        #expect(text.contains("    fix: proxyenv set clash ssh true\n"))
        #expect(text.hasSuffix("settings for the port.\n"))
        #expect(!text.contains("    fix: Start the proxy program"))
    }

    @Test func `a cell of the report for others holds no bar of a table`() {
        let step = ProbeStep(.file, .good, "a|b")
        #expect(report("codex", [step]).markdown.contains("| file | good | a\\|b |\n"))
    }

    @Test func `what may block is put aside where every server answers, and only then`() {
        let stale = ProxyEnvCore.Finding.stale("clash", "url", matters: true)
        for (steps, isAside) in [
            ([answer], true), ([], false), ([answer, ProbeStep(.route, .bad, "")], false),
            ([answer, ProbeStep(.answer, .unknown, "")], false),
            ([answer, ProbeStep(.answer, .bad, "")], false),
        ] {
            var diagnosis = Diagnosis()
            diagnosis.note(steps)
            diagnosis.add(stale)
            diagnosis.putAsideWhatWasSurvived()
            #expect(diagnosis.findings.first?.isAside == isAside, "\(steps)")
        }
    }

    @Test func `the same is found once`() {
        var diagnosis = Diagnosis()
        for _ in 0..<2 { diagnosis.add(.refused("127.0.0.1:1", isLocal: true)) }
        diagnosis.add(.refused("127.0.0.1:2", isLocal: true))
        #expect(diagnosis.findings.count == 2)
    }

    @Test func `all findings of a kind are taken out together`() {
        var diagnosis = Diagnosis()
        for port in 1...2 { diagnosis.add(.refused("127.0.0.1:\(port)", isLocal: true)) }
        diagnosis.remove(.proxyRefused)
        #expect(diagnosis.findings.isEmpty)
    }
}
