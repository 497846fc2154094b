import Testing

@testable import ProxyEnvCore

@Suite struct DisplayTextTests {
    @Test(arguments: [
        ("", ""), ("a é 漢 😀 \\", "a é 漢 😀 \\"),
        ("\0\t\n\r\u{1B}[2J", "\\u{0}\\u{9}\\u{a}\\u{d}\\u{1b}[2J"),
        ("\u{7F}\u{80}\u{9F}\u{A0}", "\\u{7f}\\u{80}\\u{9f}\u{A0}"),
        ("\u{202A}\u{202E}\u{2066}\u{2069}", "\\u{202a}\\u{202e}\\u{2066}\\u{2069}"),
        (
            "\u{2028}\u{2029}\u{200E}\u{200F}\u{61C}",
            "\\u{2028}\\u{2029}\\u{200e}\\u{200f}\\u{61c}"
        ),
        ("\u{FEFF}", "\\u{feff}"), ("\r\n", "\\u{d}\\u{a}"),
    ])
    func `what a terminal would obey, or show as something else, is spelt out`(
        text: String, shown: String
    ) {
        #expect(DisplayText.escaped(text.utf8) == shown)
    }

    @Test func `bytes that are not UTF-8 are shown one by one`() {
        #expect(
            DisplayText.escaped([0x61, 0xFF, 0xC3, 0x0A, 0xE2, 0x82])
                == "a\\xff\\xc3\\u{a}\\xe2\\x82")
        #expect(DisplayText.escaped([0xED, 0xA0, 0x80]) == "\\xed\\xa0\\x80")
    }

    @Test func `long text is cut off after as many characters as are wanted`() {
        #expect(DisplayText.shortened("abc".utf8, to: 3) == "abc")
        #expect(DisplayText.shortened("abcd".utf8, to: 3) == "abc…")
        #expect(DisplayText.shortened("😀😀😀😀😀😀".utf8, to: 3) == "😀😀😀…")
        #expect(DisplayText.shortened(Array(repeating: 0xFF, count: 1000), to: 4) == "\\xff…")
        #expect(DisplayText.shortened(Array(repeating: 0x61, count: 1 << 20)).count == 61)
    }
}
