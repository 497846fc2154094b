import Testing

@testable import ProxyEnvCore

@Suite struct SuggestionTests {
    private static let known = ["clash", "clash-verge", "direct", "tor", "url", "use", "list"]

    @Test(
        "the nearest word is at most two letters away, and less than half of them",
        arguments: [
            ("clahs", "clash"), ("CLASH", "clash"), ("clsh", "clash"),
            ("clash-vrege", "clash-verge"),
            ("lsit", "list"), ("ur", "url"), ("drect", "direct"), ("dircet", "direct"),
            ("tro", "tor"),
        ])
    func near(word: String, expected: String) {
        #expect(Suggestion.nearest(to: word.utf8, in: Self.known) == expected)
    }

    @Test(
        "a word that is near to none gets none",
        arguments: ["", "x", "xy", "clxyz", "nothing", String(repeating: "a", count: 1000)])
    func far(word: String) {
        #expect(Suggestion.nearest(to: word.utf8, in: Self.known) == nil)
    }

    @Test("a word that is known is never suggested in its own place")
    func itself() {
        #expect(Suggestion.nearest(to: "clash".utf8, in: ["clash"]) == nil)
        #expect(Suggestion.nearest(to: "clash".utf8, in: ["clash", "clasp"]) == "clasp")
    }

    @Test("of two that are as near the first is taken")
    func ties() {
        #expect(Suggestion.nearest(to: "case".utf8, in: ["cake", "care"]) == "cake")
    }

    @Test(
        "a swap of neighbours counts once",
        arguments: [
            ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "cab", 2),
        ])
    func distances(left: String, right: String, distance: Int) {
        #expect(Suggestion.distance([UInt8](left), [UInt8](right)) == distance)
        #expect(Suggestion.distance([UInt8](right), [UInt8](left)) == distance)
    }
}
