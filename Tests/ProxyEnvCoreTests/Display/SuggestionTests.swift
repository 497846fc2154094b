import Testing

@testable import ProxyEnvCore

@Suite struct SuggestionTests {
    private static let known = ["clash", "clash-verge", "direct", "tor", "url", "use", "list"]

    @Test(arguments: [
        ("clahs", "clash"), ("CLASH", "clash"), ("clsh", "clash"),
        ("clash-vrege", "clash-verge"),
        ("lsit", "list"), ("ur", "url"), ("drect", "direct"), ("dircet", "direct"),
        ("tro", "tor"),
    ])
    func `the nearest word is at most two letters away, and less than half of them`(
        word: String, expected: String
    ) {
        #expect(Suggestion.nearest(to: word.utf8, in: Self.known) == expected)
    }

    @Test(arguments: ["", "x", "xy", "clxyz", "nothing", String(repeating: "a", count: 1000)])
    func `a word that is near to none gets none`(word: String) {
        #expect(Suggestion.nearest(to: word.utf8, in: Self.known) == nil)
    }

    @Test func `a word that is known is never suggested in its own place`() {
        #expect(Suggestion.nearest(to: "clash".utf8, in: ["clash"]) == nil)
        #expect(Suggestion.nearest(to: "clash".utf8, in: ["clash", "clasp"]) == "clasp")
    }

    @Test func `of two that are as near the first is taken`() {
        #expect(Suggestion.nearest(to: "case".utf8, in: ["cake", "care"]) == "cake")
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "cab", 2),
    ])
    func `a swap of neighbours counts once`(left: String, right: String, distance: Int) {
        #expect(Suggestion.distance([UInt8](left), [UInt8](right)) == distance)
        #expect(Suggestion.distance([UInt8](right), [UInt8](left)) == distance)
    }
}
