/// What can be wrong with a file as TOML 1.0, as data; the words are below.
public enum SyntaxProblem: Sendable, Equatable {
    /// What an array or an inline table begins with.
    public enum Bracket: String, Sendable {
        case bracket = "["
        case brace = "{"
    }

    case unexpected(found: String, expected: String)
    case unterminatedString(isMultiline: Bool)
    case unclosed(Bracket)
    case controlCharacter(UInt8)
    case bareCarriageReturn
    case unknownEscape(String)
    case notAUnicodeScalar
    case unknownValue(String)
    case integerTooLarge(String)
    case redefined(String, first: Range<Int>)
    case nestedTooDeep
    case invalidUTF8(UInt8)
    case utf16

    /// The deepest nesting of arrays and tables, those counted that only a dotted key names.
    public static let deepestNesting = 128
}

extension SyntaxProblem {
    var message: String {
        switch self {
        case .unexpected(let found, let expected): "expected \(expected), found \(found)"
        case .unterminatedString: "this string has no end"
        case .unclosed(let bracket): "this `\(bracket.rawValue)` is never closed"
        case .controlCharacter(let byte): "control character `\(DisplayText.escaped([byte]))`"
        case .bareCarriageReturn: "carriage return without a line feed"
        case .unknownEscape(let text): "`\(text)` is not an escape that TOML knows"
        case .notAUnicodeScalar: "this escape is not a Unicode character"
        case .unknownValue(let text): "`\(text)` is not a value"
        case .integerTooLarge(let text): "`\(text)` takes more than 64 bits"
        case .redefined(let name, _): "`\(name)` stands here a second time"
        case .nestedTooDeep: "nested deeper than \(Self.deepestNesting) levels"
        case .invalidUTF8(let byte): "byte `\(DisplayText.escaped([byte]))` is not UTF-8"
        case .utf16: "this file is UTF-16, expected UTF-8"
        }
    }

    var hint: String? {
        switch self {
        case .unexpected: nil
        case .unterminatedString(isMultiline: false):
            "End it with the quote that it began with, on the same line."
        case .unterminatedString: "End it with the three quotes that it began with."
        case .unclosed(.bracket): "Add a `]`."
        case .unclosed(.brace): "Add a `}`, on the same line."
        case .controlCharacter(0): "Save the file as plain UTF-8 text."
        case .controlCharacter: "Inside `\"…\"`, write it as an escape such as `\\u001b`."
        case .bareCarriageReturn: "End lines with a line feed, or with both."
        case .unknownEscape: "Write `\\\\` for a backslash, or put the text in single quotes."
        case .notAUnicodeScalar: "Write `\\u` and 4 hexadecimal digits, or `\\U` and 8."
        case .unknownValue: "Put text in quotes: `\"…\"`."
        case .integerTooLarge: "Put it in quotes: `\"…\"`."
        case .redefined: "Keep one of the two."
        case .nestedTooDeep: nil
        case .invalidUTF8, .utf16: "Save the file as UTF-8."
        }
    }
}
