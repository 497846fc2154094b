import Testing

@testable import ProxyEnvCore

/// Failures, as people and scripts get them.
@Suite struct FailureTests {
    @Test func `a failure is one line, and its hint another`() {
        let failure = Failure("it is gone", hint: "Make it again.")
        #expect(
            failure.rendered(in: TextStyle(isColored: false))
                == "proxyenv: it is gone\n  hint: Make it again.\n")
    }

    @Test func `the kind decides the exit status`() {
        let kinds: [(Failure.Kind, Int32)] = [
            (.usage, 2), (.user, 1), (.commandNotFound, 127), (.commandNotExecutable, 126),
            (.interrupted, 130), (.brokenPipe, 141),
        ]
        for (kind, status) in kinds {
            var failure = Failure("x")
            failure.kind = kind
            #expect(failure.status == status)
        }
    }

    @Test(
        arguments: [
            ("offce", "there is no profile `offce` | Did you mean `office`?"),
            ("offfice-two", "there is no profile `offfice-two` | Did you mean `office-two`?"),
            ("xyzzy", "there is no profile `xyzzy` | Add it. Known are `office`, `home`."),
        ])
    func `an unknown name gets the nearest one that is known, else the way out`(
        _ name: String, _ wanted: String
    ) {
        let isListed = name == "xyzzy"
        let failure = Failure.unknown(
            "profile", name.utf8, in: ["office", "home"], aliases: ["office-two"], hint: "Add it.",
            listsKnown: isListed)
        #expect(failure.shown == wanted)
    }

    @Test func `no more than a hundred diagnostics are shown, and the rest counted`() {
        let wrong = (0..<103).map { "[profiles.p\($0)]\nurl = 'nonsense://h'\n" }.joined()
        let configuration = Configuration(wrong)
        let diagnostics = ConfigReader.check(configuration)
        #expect(diagnostics.count == 103)
        let text = Failure.config(diagnostics, in: configuration)
            .rendered(in: TextStyle(isColored: false))
        #expect(text.hasSuffix("\nproxyenv: and 3 more\n"))
        #expect(text.hasPrefix("error: "))
    }
}
