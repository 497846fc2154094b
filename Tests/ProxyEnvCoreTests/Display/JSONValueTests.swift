import Testing

@testable import ProxyEnvCore

@Suite struct JSONValueTests {
    @Test func `members keep their order, two spaces a level, and empty ones stay on their line`() {
        let value = JSONValue.object([
            ("z", .number(-1)), ("a", .array([.boolean(true), .null, .array([])])),
            ("o", .object([("k", .optional(nil)), ("e", .object([]))])), ("s", .optional("x")),
        ])
        #expect(
            value.serialized().text == """
                {
                  "z": -1,
                  "a": [
                    true,
                    null,
                    []
                  ],
                  "o": {
                    "k": null,
                    "e": {}
                  },
                  "s": "x"
                }
                """)
    }

    @Test(arguments: [
        ("\"\\/", #""\"\\/""#), ("\n\t\r", #""\n\t\r""#),
        ("\0\u{1B}[2J", #""\u0000\u001b[2J""#),
        ("\u{7F}\u{9B}", #""\u007f\u009b""#), ("\u{202E}\u{2028}", #""\u202e\u2028""#),
        ("é漢😀", #""é漢😀""#),
    ])
    func `text is escaped so that neither a parser nor a terminal takes it for something else`(
        text: String, expected: String
    ) {
        #expect(JSONValue.string(text).serialized().text == expected)
    }

    @Test func `bytes that are not UTF-8 become U+FFFD`() {
        #expect(JSONValue.string([0x61, 0xFF, 0x62]).serialized().text == "\"a\u{FFFD}b\"")
    }

    @Test func `values are equal when their members are, in the same order`() {
        #expect(JSONValue.object([("a", .null)]) == .object([("a", .null)]))
        #expect(
            JSONValue.object([("a", .null), ("b", .null)])
                != .object([("b", .null), ("a", .null)]))
        #expect(JSONValue.string("1") != .number(1))
    }
}
