/// Reads the challenges of `Proxy-Authenticate` and `WWW-Authenticate` (RFC 9110, section 11.6.1).
public enum AuthenticationSchemes {
    /// The most schemes that are read from one field.
    private static let most = 16

    /// The names of the schemes in a field's value, as `Basic` and `NTLM`: several may stand in one, between commas that
    /// are also between a challenge's parameters and in quoted texts.
    public static func names(in value: [UInt8]) -> [String] {
        var names: [String] = []
        for element in elements(of: value) {
            let element = element.trimmingBlanks
            let word = element.prefix { isTokenByte($0) }
            let rest = element[word.endIndex...].trimmingBlanks
            // `realm="x"` goes on with the challenge before it; `Negotiate abc==` and `NTLM` begin one.
            if word.isEmpty || rest.first == UInt8(ascii: "=") { continue }
            if word.endIndex < element.endIndex, !isBlank(element[word.endIndex]) { continue }
            names.append(DisplayText.shortened(word, to: 20))
            if names.count == most { break }
        }
        return names
    }

    /// The pieces between the commas that are in no quoted text.
    private static func elements(of value: [UInt8]) -> [ArraySlice<UInt8>] {
        var elements: [ArraySlice<UInt8>] = []
        var start = 0
        var isQuoted = false
        var isEscaped = false
        for (index, byte) in value.enumerated() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ","), !isQuoted {
                elements.append(value[start..<index])
                start = index + 1
            }
        }
        elements.append(value[start...])
        return elements
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether `byte` may be in a token (RFC 9110, section 5.6.2).
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
