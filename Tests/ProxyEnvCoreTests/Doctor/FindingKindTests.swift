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

    @Test func `that this is WSL is said with what the address is there`() {
        let windows = ProxyEnvCore.Finding.elsewhere(
            .windows, "127.0.0.1", isSure: false, evidence: [], fix: [], edit: nil)
        #expect(windows.kind == .platformWSL)
        #expect(windows.title.hasPrefix("this is WSL: 127.0.0.1 is Linux itself"))
    }

    @Test func `where WSL has Windows' network it is a warning`() {
        #expect(ProxyEnvCore.Finding.mirrored("127.0.0.1").severity == .warning)
    }

    @Test(arguments: [false, true])
    func `a proxy of another machine is a guess until one was found there`(_ isSure: Bool) {
        let host = ProxyEnvCore.Finding.elsewhere(
            .containerHost, "127.0.0.1", isSure: isSure, evidence: [], fix: [], edit: nil)
        #expect(host.severity == (isSure ? .problem : .warning))
    }

    @Test func `what a command may get through all the same is known`() {
        let survivable = FindingKind.allCases.filter { kind in
            kind.facts.effect == .mayBlock
        }
        let expected = FindingKind.allCases.filter { kind in
            let aside: [FindingKind] = [
                .environmentCertificates, .environmentAllProxy, .environmentLocalhost,
            ]
            return kind.rawValue.hasPrefix("env.") && !aside.contains(kind)
                || kind == .shellStale || kind == .fileOverrides
        }
        #expect(Set(survivable) == Set(expected))
    }

    @Test func `only what a command may get through is put aside`() {
        #expect(ProxyEnvCore.Finding(.shellStale, "x").survived.isAside)
        #expect(!ProxyEnvCore.Finding(.proxyRefused, "x").survived.isAside)
    }
}
