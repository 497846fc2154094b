import Testing

@testable import ProxyEnvCore

/// A choice that is kept is read back as it was, and anything else is none.
@Suite struct RememberedChoiceTests {
    private let key = Digest64(of: "auto".utf8)

    private func choice(_ time: Int = 1_000_000) -> RememberedChoice {
        RememberedChoice(key: key, time: time, name: "clash", scheme: .socks5h)
    }

    @Test(arguments: [.socks5h, nil] as [ProxyScheme?])
    func `its text is read back as the same choice`(_ scheme: ProxyScheme?) {
        var choice = choice()
        choice.scheme = scheme
        #expect(RememberedChoice(choice.text) == choice)
    }

    @Test func `its text is a line for each part`() {
        #expect(
            choice().text.text
                == "proxyenv choice 1\n\(key.hexadecimal.text)\n1000000\nclash\nsocks5h\n")
    }

    @Test func `no beginning of it is one, nor is it with a byte more`() {
        let text = choice().text
        for count in 0..<text.count { #expect(RememberedChoice(Array(text[..<count])) == nil) }
        #expect(RememberedChoice(text + [0x0A]) == nil)
        #expect(RememberedChoice([0x0A] + text) == nil)
    }

    @Test(arguments: [
        (0, "proxyenv choice 2"), (1, "g"), (2, "-5"), (2, "+5"), (2, "x"), (2, ""),
        (2, "99999999999999999999"), (3, ""), (4, "gopher"), (4, ""),
        (3, String(repeating: "a", count: 1024)),
    ])
    func `other lines make it none`(line: Int, text: String) {
        var lines = choice().text.text.split(separator: "\n", omittingEmptySubsequences: false)
        lines[line] = text[...]
        #expect(RememberedChoice(Array(lines.joined(separator: "\n").utf8)) == nil)
    }

    @Test func `a name that is not UTF-8 makes it none`() {
        var text = choice().text
        text[text.count - "lash\nsocks5h\n".utf8.count] = 0xFF
        #expect(RememberedChoice(text) == nil)
    }

    @Test(arguments: [
        (0, true), (30_000, true), (30_001, false), (-1, false), (Int.min + 1_000_000, false),
        (Int.max - 1_000_000, false),
    ])
    func `it is good for 30 seconds, and not before it was made`(age: Int, isGood: Bool) {
        #expect(choice().isGood(for: key, at: 1_000_000 + age) == isGood)
    }

    @Test func `it is good for nothing else`() {
        #expect(!choice().isGood(for: Digest64(of: "other".utf8), at: 1_000_000))
    }

    @Test func `no time is too long ago to be compared`() {
        #expect(!choice(Int.min).isGood(for: key, at: Int.max))
    }
}
