/// The parts of a file that may be a password, and that no message shows.
///
/// They are found in the text and not in what the text means, as it may be wrong in just that place.
enum SecretParts {
    /// The offsets of what may be a password on the line of `file` at `offset`; where there is none, nothing.
    static func range(in file: SourceFile, around offset: Int) -> Range<Int> {
        let line = file.lineRange(around: offset)
        return value(in: file.bytes[line]) ?? userInformation(in: file.bytes[line])
            ?? line.upperBound..<line.upperBound
    }

    /// What follows the `=` behind the key `password`.
    private static func value(in line: ArraySlice<UInt8>) -> Range<Int>? {
        let key = "password"
        for index in line.indices where line[index...].hasPrefix(key) {
            // Not `password-command` and the like, which hold none.
            let rest = line[(index + key.utf8.count)...]
            guard rest.first != UInt8(ascii: "-"), let equals = rest.firstIndex(of: UInt8(ascii: "="))
            else { continue }
            return equals + 1..<line.endIndex
        }
        return nil
    }

    /// What stands between the first colon of a URL and the last `@`.
    private static func userInformation(in line: ArraySlice<UInt8>) -> Range<Int>? {
        guard let start = line.indices.first(where: { line[$0...].hasPrefix("://") }) else { return nil }
        let rest = line[(start + 3)...]
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
            let end = rest.lastIndex(of: UInt8(ascii: "@")), colon < end
        else { return nil }
        return colon + 1..<end
    }
}

extension Diagnostic {
    /// The message, in which `***` stands for text of `file` that may be a password.
    public func message(in file: SourceFile) -> String {
        guard case .syntax(let problem) = kind,
            SecretParts.range(in: file, around: range.lowerBound).overlaps(range)
        else { return message }
        return switch problem {
        case .unknownValue: SyntaxProblem.unknownValue("***").message
        case .unknownEscape: SyntaxProblem.unknownEscape("***").message
        case .unexpected(_, let expected):
            SyntaxProblem.unexpected(found: "`***`", expected: expected).message
        default: message
        }
    }
}
