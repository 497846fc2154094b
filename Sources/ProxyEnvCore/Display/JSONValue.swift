/// A JSON value whose members keep their order (RFC 8259).
public enum JSONValue: Sendable, Equatable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number.
    case number(Int)
    /// Text, as bytes; what is no valid UTF-8 in them becomes U+FFFD, as JSON can't hold it.
    case string([UInt8])
    /// An array.
    case array([JSONValue])
    /// An object, in the order given.
    case object([(name: String, value: JSONValue)])

    /// Text.
    public static func string(_ text: String) -> JSONValue { .string(Array(text.utf8)) }

    /// Text, or `null` where there is none.
    public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// Compares values, members in order.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        left.serialized() == right.serialized()
    }

    /// The text of this value, indented by two spaces a level, without a final newline.
    public func serialized() -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, depth: 0)
        return output
    }

    private func write(to output: inout [UInt8], depth: Int) {
        switch self {
        case .null: output += "null"
        case .boolean(let value): output += value ? "true" : "false"
        case .number(let value): output += String(value)
        case .string(let bytes): Self.write(text: bytes, to: &output)
        case .array(let values):
            Self.write("[", "]", count: values.count, to: &output, depth: depth) { output, index in
                values[index].write(to: &output, depth: depth + 1)
            }
        case .object(let members):
            Self.write("{", "}", count: members.count, to: &output, depth: depth) { output, index in
                Self.write(text: Array(members[index].name.utf8), to: &output)
                output += ": "
                members[index].value.write(to: &output, depth: depth + 1)
            }
        }
    }

    private static func write(
        _ open: String, _ close: String, count: Int, to output: inout [UInt8], depth: Int,
        element: (inout [UInt8], Int) -> Void
    ) {
        output += open
        for index in 0..<count {
            output += index == 0 ? "\n" : ",\n"
            output.append(contentsOf: repeatElement(0x20, count: 2 * (depth + 1)))
            element(&output, index)
        }
        if count > 0 {
            output.append(0x0A)
            output.append(contentsOf: repeatElement(0x20, count: 2 * depth))
        }
        output += close
    }

    /// Control characters go out as `\u00XX`, and so do DEL and C1, which a terminal would obey.
    private static func write(text: [UInt8], to output: inout [UInt8]) {
        output += "\""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\t": output += "\\t"
            case "\r": output += "\\r"
            case _ where DisplayText.isUnsafe(scalar):
                for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
                    let digits = String(unit, radix: 16)
                    output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: output += String(scalar)
            }
        }
        output += "\""
    }
}
