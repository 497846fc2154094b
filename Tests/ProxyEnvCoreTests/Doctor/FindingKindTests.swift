import Testing

@testable import ProxyEnvCore

/// The list of findings.
@Suite struct FindingKindTests {
    @Test(arguments: FindingKind.allCases) func `its name begins with that of its group`(
        _ kind: FindingKind
    ) {
        #expect(
            kind.rawValue.split(separator: ".").first.map(String.init) == kind.facts.group.rawValue)
    }

    @Test func `those of a group stand together`() {
        var groups: [FindingKind.Group] = []
        for kind in FindingKind.allCases where groups.last != kind.facts.group {
            groups.append(kind.facts.group)
        }
        #expect(Set(groups).count == groups.count)
        #expect(Set(groups) == Set(FindingKind.Group.allCases))
    }

    @Test func `a proxy of another machine is a guess until one was found there`() {
        let windows = ProxyEnvCore.Finding.elsewhere(
            .windows, "127.0.0.1", isSure: false, evidence: [], fix: [], edit: nil)
        #expect(windows.kind == .platformWSL)
        #expect(windows.title.hasPrefix("this is WSL: 127.0.0.1 is Linux itself"))
        #expect(ProxyEnvCore.Finding.mirrored("127.0.0.1").severity == .warning)
        for isSure in [false, true] {
            let host = ProxyEnvCore.Finding.elsewhere(
                .containerHost, "127.0.0.1", isSure: isSure, evidence: [], fix: [], edit: nil)
            #expect(host.severity == (isSure ? .problem : .warning))
        }
    }

    @Test func `only what may block is survived by a command whose servers answer`() {
        for kind in FindingKind.allCases {
            let finding = ProxyEnvCore.Finding(kind, "x")
            let expected = kind.facts.effect == .blocks ? false : true
            #expect(finding.survived.isAside == expected, "\(kind)")
        }
    }
}
