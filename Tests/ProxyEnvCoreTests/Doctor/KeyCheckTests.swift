import Testing

@testable import ProxyEnvCore

/// The user's own key.
@Suite struct KeyCheckTests {
    private func check(_ tool: Tool, _ variables: [String], _ store: String? = nil) -> KeyCheck {
        KeyCheck(
            tool, Environment(entries: variables.map { Array($0.utf8) }),
            store: store.map { Array($0.utf8) })
    }

    private func reason(_ check: KeyCheck) -> String? {
        if case .absent(let reason) = check { reason } else { nil }
    }

    @Test func `the variable goes before the file`() {
        let found = check(.codex, ["CODEX_API_KEY=sk-a"], "{\"OPENAI_API_KEY\":\"sk-b\"}")
        guard case .key(let headers, let origin, _) = found else {
            Issue.record("no key")
            return
        }
        #expect(origin == "CODEX_API_KEY")
        #expect(headers.contains { $0.hasSuffix("sk-a") })
    }

    @Test func `why there is none is told`() {
        #expect(reason(check(.curl, [])) == "which key curl has is not known")
        #expect(reason(check(.codex, []))?.hasSuffix("there is no auth.json") == true)
        #expect(reason(check(.codex, [], "{}"))?.hasSuffix("there is no key in auth.json") == true)
        #expect(
            reason(check(.codex, ["CODEX_API_KEY=a\r\nX: b"]))?
                .hasSuffix("has a control character in it") == true)
    }

    @Test func `the file is that of the tool's folder`() {
        let environment = Environment(entries: [Array("HOME=/h".utf8)])
        #expect(KeyCheck.storePath(.codex, environment) == Array("/h/.codex/auth.json".utf8))
        #expect(KeyCheck.storePath(.curl, environment) == nil)
    }

    @Test func `a variable that codex does not read is no key`() {
        let environment = Environment(entries: [Array("OPENAI_API_KEY=x".utf8)])
        #expect(KeyCheck.mistake(.codex, environment)?.contains("OPENAI_API_KEY") == true)
        #expect(KeyCheck.mistake(.curl, environment) == nil)
    }
}
