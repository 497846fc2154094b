/// The one way by which text from outside reaches a terminal.
///
/// A name in a file, a variable or a server's answer may hold an escape sequence that rewrites the screen, or a
/// bidirectional override that shows other words than are there (CVE-2021-42574). What could do that is spelt out, and `***` is
/// shown for what may be secret in it, by `Secrets`.
public enum DisplayText {
    /// `bytes`, one value, as text that is safe to print, without what is secret in it.
    public static func escaped(_ bytes: some Collection<UInt8>) -> String {
        plain(Secrets.hidden(in: Array(bytes)))
    }

    /// `lines` as a terminal may show them: what `escaped` does, but for the line ends and tabs, and word by word.
    public static func lines(_ lines: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        let hidden = Secrets.hiddenInProse(lines)
        for index in hidden.indices where hidden[index] == 0x0A || hidden[index] == 0x09 {
            result += plain(hidden[start..<index]).utf8
            result.append(hidden[index])
            start = index + 1
        }
        return result + Array(plain(hidden[start...]).utf8)
    }

    /// `bytes` as text that is safe to print, with the secrets in it.
    ///
    /// Control characters, U+2028/9 and bidirectional controls become `\u{…}`, bytes that are not UTF-8 `\xNN`.
    public static func plain(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        var result = ""
        var index = 0
        while index < bytes.count {
            if let (scalar, length) = UTF8Reader.scalar(in: bytes, at: index) {
                append(scalar, to: &result)
                index += length
            } else {
                result += "\\x" + (bytes[index] < 16 ? "0" : "") + String(bytes[index], radix: 16)
                index += 1
            }
        }
        return result
    }

    /// `bytes` as one line of at most `limit` characters, the rest cut off with `…`.
    public static func shortened(_ bytes: some Collection<UInt8>, to limit: Int = 60) -> String {
        // What is secret is hidden first: the cut may fall in front of the `@` that shows it.
        let text = plain(Secrets.hidden(in: Array(bytes)).prefix(4 * limit + 4))
        guard text.unicodeScalars.count > limit else { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.prefix(limit))
        return String(scalars) + "…"
    }

    /// `milliseconds` as `35 ms` or `2.5 s`.
    public static func duration(_ milliseconds: Int) -> String {
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        let tenths = milliseconds / 100
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }

    /// Whether a terminal would obey `scalar`, or show it as something that it isn't.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        if isUnsafe(scalar) {
            result += "\\u{" + String(scalar.value, radix: 16) + "}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
}
