/// What the URL of a proxy was meant to be where an input method, cmd or a slip of the hand has spoilt it.
public enum MeantURL {
    /// `text` with ASCII letters in the place of full-width ones (`：`, `／`, `。`), but for a name and a password, in which every
    /// character may be meant; nil where nothing changes.
    ///
    /// Full-width letters are U+FF01 to U+FF5E, in the order of ASCII (Unicode, "Halfwidth and Fullwidth Forms").
    public static func narrowed(_ text: [UInt8]) -> [UInt8]? {
        guard text.contains(where: { $0 >= 0xE3 }) else { return nil }
        var letters: [(old: ArraySlice<UInt8>, new: UInt8?)] = []
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Reader.scalar(in: text, at: index) ?? ("\u{FFFD}", 1)
            letters.append((text[index..<index + length], narrow(scalar)))
            index += length
        }
        let plain = letters.map { $0.new ?? $0.old.first ?? 0 }
        // A name and a password stand between `://` and the last `@`.
        let start = plain.firstOccurrence(of: Array("://".utf8)).map { $0 + 3 } ?? 0
        let end = plain.lastIndex(of: UInt8(ascii: "@")) ?? start
        var result: [UInt8] = []
        for (index, letter) in letters.enumerated() {
            let isLogin = index >= start && index < end
            if let new = letter.new, !isLogin { result.append(new) } else { result += letter.old }
        }
        return result == text ? nil : result
    }

    /// `value` of a variable as it was meant, if that can be told and nothing secret is in it.
    ///
    /// Blanks and quotes around it go; `http//h:1` and `http:/h:1` get what they lack, `h:1` a scheme, and a port alone is one of
    /// this machine.
    public static func cleaned(_ value: [UInt8]) -> ProxyURL? {
        var text = withoutQuotes(narrowed(value) ?? value)
        let number = text.first == UInt8(ascii: ":") ? Array(text.dropFirst()) : text
        if let port = ProxyURLParser.port(number) { return .local(port) }
        if text.hasPrefix("socks://") { text = Array("socks5h://".utf8) + text.dropFirst(8) }
        if let slashes = text.firstOccurrence(of: Array("//".utf8)), slashes > 0,
            ProxyScheme(text[..<slashes]) != nil
        {
            text.insert(UInt8(ascii: ":"), at: slashes)
        }
        if let slash = text.firstOccurrence(of: Array(":/".utf8)), slash > 0,
            ProxyScheme(text[..<slash]) != nil, !text[slash...].hasPrefix("://")
        {
            text.insert(UInt8(ascii: "/"), at: slash + 1)
        }
        if !text.contains(UInt8(ascii: "/")) { text = Array("http://".utf8) + text }
        guard let url = try? ProxyURLParser.parse(text), url.credentials == nil else { return nil }
        return url
    }

    /// The proxy that `value` names or was meant to name, without a login.
    static func endpoint(_ value: [UInt8]) -> ProxyURL? {
        var url = (try? ProxyURLParser.parse(value)) ?? cleaned(value)
        url?.credentials = nil
        return url
    }

    /// The variable whose name `value` is, left as it stands: `$HTTP_PROXY`, `${HTTP_PROXY}`, `%HTTP_PROXY%`,
    /// `$env:HTTP_PROXY`, `$env.HTTP_PROXY`.
    public static func unexpanded(_ value: [UInt8]) -> String? {
        var name = withoutQuotes(value)[...]
        if value.trimmingBlanks.contains(0x20) { return nil }
        if name.first == UInt8(ascii: "%"), name.last == UInt8(ascii: "%"), name.count > 2 {
            name = name.dropFirst().dropLast()
        } else if name.first == UInt8(ascii: "$") {
            name = name.dropFirst()
            if name.first == UInt8(ascii: "{"), name.last == UInt8(ascii: "}") {
                name = name.dropFirst().dropLast()
            }
            let isOfShell = ["env:", "env."].contains { name.prefix(4).equalsIgnoringCase($0) }
            if isOfShell { name = name.dropFirst(4) }
        } else {
            return nil
        }
        return VariableName.isValid(name) ? String(decoding: name, as: UTF8.self) : nil
    }

    /// `text` without blanks, control characters and quotes, straight or curly.
    private static func withoutQuotes(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Reader.scalar(in: text, at: index) ?? ("\u{FFFD}", 1)
            if !isQuote(scalar), scalar.value > 0x20, scalar.value != 0x7F, scalar.value != 0x3000 {
                result += text[index..<index + length]
            }
            index += length
        }
        return result
    }

    /// Whether `scalar` is a quote: straight, curly or a low one.
    static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x22, 0x27, 0x2018...0x201F: true
        default: false
        }
    }

    /// The ASCII letter for a full-width one, or nil.
    private static func narrow(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)
        case 0x3002: UInt8(ascii: ".")
        default: nil
        }
    }
}
