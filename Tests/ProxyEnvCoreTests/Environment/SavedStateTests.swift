import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct SavedStateTests {
    private static let state = SavedState(
        previous: "clash",
        records: [
            .init(name: "A", given: [UInt8]("1"), before: nil),
            .init(name: "B", given: nil, before: []),
            .init(name: "C", given: [], before: [0xFF, 0x0A, 0x27]),
        ])

    @Test func `absent, empty and a value are three things, in text that is safe in every shell`() {
        #expect(
            Self.state.text.text
                == "1.Y2xhc2g.A.af63ac4c86019afc.-.B.-..C.cbf29ce484222325._won")
        #expect(SavedState(Self.state.text) == Self.state)
    }

    @Test func `a state without a variable is the shortest`() {
        #expect(SavedState(previous: nil, records: []).text.text == "1.-")
        #expect(SavedState([UInt8]("1.-")) == SavedState(previous: nil, records: []))
    }

    @Test(arguments: [
        "", "1", "2.-", "1.-.", "1.-.A", "1.-.A.-", "1.-.A.-.-.", "1.=", "1.-.A.-.=",
        "1.-.A.x.-",
        "1.-.A.af63ac4c86019af.-", "1.-.A.AF63AC4C86019AFC.-", "1.-..-.-", "1.-.1A.-.-",
        "1.-.PATH=x.-.-",
        "1.-.A\nB.-.-", "1.-.A'.-.-", "1.-.$(x).-.-", "1.-.A B.-.-", "1.-.PROXYENV_STATE.-.-",
        "1.-.PROXYENV_X.-.-", "1.-.B.-.-.A.-.-", "1.-.A.-.-.A.-.-", "1.-.A.-.AA", "1.-.A.-.Zh",
        "1._w",
        "1.-\n", " 1.-", "1.-.é.-.-",
    ])
    func `text that proxyenv can't have written is refused`(text: String) {
        #expect(SavedState([UInt8](text)) == nil)
    }

    @Test func `a state longer than a variable may be is refused`() {
        let value = [UInt8](repeating: 0x61, count: SavedState.longest)
        let state = SavedState(
            previous: nil, records: [.init(name: "A", given: nil, before: value)])
        #expect(SavedState(state.text) == nil)
    }

    @Test func `what is read from any text is what would be written`() {
        var random = SplitMix64(for: "states")
        let pieces = ["1.", ".-", ".", "-", ".A.-.-", "PATH", "=", "\n", "'"].map { [UInt8]($0) }
        var count = 0
        for _ in 0..<10_000 {
            let text = random.mutated(Self.state.text, pieces)
            guard let state = SavedState(text) else { continue }
            count += 1
            #expect(state.text == text, "\(text.shown)")
            #expect(
                state.records.allSatisfy {
                    VariableName.isValid($0.name.utf8) && !$0.name.hasPrefix("PROXYENV_")
                })
        }
        #expect(count > 100)
    }
}
