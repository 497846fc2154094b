import Testing

@testable import ProxyEnvCore

/// What a document says, in the JSON of toml-test.
@Suite struct TaggedJSONTests {
    /// The JSON of the document `text` on one line.
    private static func json(_ text: String) -> String {
        let document = ConfigDocument(parsing: [UInt8](text))
        #expect(document.diagnostics == [])
        let lines = TaggedJSON.value(of: document).serialized().text.split(separator: "\n")
        return lines.map { String($0.drop { $0 == " " }) }.joined(separator: " ")
    }

    /// The JSON of the document `v = value`.
    private static func json(value: String) -> String { json("v = \(value)") }

    @Test(arguments: [
        ("42", "integer", "42"), ("+42", "integer", "42"), ("-42", "integer", "-42"),
        ("-0", "integer", "0"), ("1_000_000", "integer", "1000000"),
        ("0xDEAD_beef", "integer", "3735928559"), ("0o755", "integer", "493"),
        ("0b1101_0110", "integer", "214"), ("0x0", "integer", "0"),
        ("9223372036854775807", "integer", "9223372036854775807"),
        ("-9223372036854775808", "integer", "-9223372036854775808"),
        ("0x7fffffffffffffff", "integer", "9223372036854775807"),
        ("1.5", "float", "1.5"), ("+1.5", "float", "1.5"), ("-0.0", "float", "-0.0"),
        ("6.626_070e-3_4", "float", "6.626070e-34"), ("1E+06", "float", "1E+06"),
        ("inf", "float", "inf"), ("+inf", "float", "inf"), ("-inf", "float", "-inf"),
        ("nan", "float", "nan"), ("+nan", "float", "nan"), ("-nan", "float", "nan"),
        ("true", "bool", "true"), ("false", "bool", "false"),
    ])
    func `a number is written as every language reads it`(text: String, type: String, value: String)
    {
        #expect(
            Self.json(value: text)
                == #"{ "v": { "type": "\#(type)", "value": "\#(value)" } }"#)
    }

    @Test(arguments: [
        ("1979-05-27T07:32:00Z", "datetime", "1979-05-27T07:32:00Z"),
        ("1979-05-27t07:32:00z", "datetime", "1979-05-27T07:32:00Z"),
        ("1979-05-27 00:32:00.999-07:00", "datetime", "1979-05-27T00:32:00.999-07:00"),
        ("1979-05-27T00:32:00+07:30", "datetime", "1979-05-27T00:32:00+07:30"),
        ("1979-05-27 07:32:00.5", "datetime-local", "1979-05-27T07:32:00.5"),
        ("1979-05-27", "date-local", "1979-05-27"),
        ("07:32:00", "time-local", "07:32:00"),
        ("00:32:00.123456", "time-local", "00:32:00.123456"),
    ])
    func `dates and times are of four kinds, written as RFC 3339 does`(
        text: String, type: String, value: String
    ) {
        #expect(
            Self.json(value: text)
                == #"{ "v": { "type": "\#(type)", "value": "\#(value)" } }"#)
    }

    @Test func `tables, however they are made, are objects, and arrays are arrays`() {
        let one = #"{ "type": "integer", "value": "1" }"#
        #expect(Self.json("") == "{}")
        #expect(Self.json("a.b = 1") == #"{ "a": { "b": \#(one) } }"#)
        #expect(Self.json("[a.b]\nc = 1") == #"{ "a": { "b": { "c": \#(one) } } }"#)
        #expect(Self.json("a = { b = 1 }") == #"{ "a": { "b": \#(one) } }"#)
        #expect(Self.json("[[a]]\n[[a]]\nb = 1") == #"{ "a": [ {}, { "b": \#(one) } ] }"#)
        #expect(Self.json("a = [[], [1]]") == #"{ "a": [ [], [ \#(one) ] ] }"#)
    }

    @Test func `a string is what it stands for, and so is a key`() {
        #expect(
            Self.json("\"\\u0061 é\" = 'x\\y'")
                == #"{ "a é": { "type": "string", "value": "x\\y" } }"#)
        #expect(
            Self.json(value: "\"\"\"\n  a\\\n  b\\u0000\"\"\"")
                == #"{ "v": { "type": "string", "value": "  ab\u0000" } }"#)
    }
}
