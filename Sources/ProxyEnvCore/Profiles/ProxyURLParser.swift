/// Reads a proxy's URL as people write it in a file, and says what is wrong with it and where.
///
/// Stricter than the tools, because they disagree: a value without a scheme is refused by one half of codex, one
/// without a port means 1080 to curl and 80 to Python, and `socks://` makes httpx crash and codex go direct.
public enum ProxyURLParser {
    /// What is wrong with a URL, and which of its bytes show it.
    public struct Problem: Error, Equatable {
        /// What is wrong.
        public let kind: Kind
        /// The offsets of the bytes in question, within the URL.
        public let range: Range<Int>
    }

    /// What can be wrong with a URL.
    public enum Kind: Sendable, Equatable {
        case empty
        case controlCharacter(UInt8)
        case blank
        case missingScheme
        case ambiguousSocks
        case unknownScheme(String)
        case missingHost
        case invalidHost(String)
        case invalidIPv6
        case missingPort
        case invalidPort(String?)
        case path
        case rawCharacterInCredentials(UInt8)
        case brokenPercentEncoding
        case nulInCredentials
    }

    /// The proxy that `text` names.
    ///
    /// - Parameter text: A URL with a scheme and a port; credentials in it are percent-encoded.
    /// - Returns: The proxy's address.
    /// - Throws: The first thing that is wrong.
    public static func parse(_ text: [UInt8]) throws(Problem) -> ProxyURL {
        guard !text.isEmpty else { throw Problem(kind: .empty, range: 0..<0) }
        if let index = text.firstIndex(where: { $0.isControl }) {
            throw Problem(kind: .controlCharacter(text[index]), range: index..<index + 1)
        }
        if let index = text.firstIndex(of: UInt8(ascii: " ")) {
            throw Problem(kind: .blank, range: index..<index + 1)
        }
        let (scheme, start) = try parseScheme(text)
        let end = try parseEnd(text, from: start)
        var hostStart = start
        var credentials: ProxyURL.Credentials?
        if let at = text[start..<end].lastIndex(of: UInt8(ascii: "@")) {
            credentials = try parseCredentials(text, start..<at)
            hostStart = at + 1
        }
        let (host, afterHost) = try parseHost(text, hostStart..<end)
        let port = try parsePort(text, afterHost..<end)
        return ProxyURL(scheme: scheme, credentials: credentials, host: host, port: port)
    }

    /// `word` as a URL where it is `host:port` or `name@host:port`, as people type it, or has full-width letters, as an input
    /// method types them; anything else as it is.
    ///
    /// A file gets no such help: what reads it besides might disagree.
    public static func completed(_ word: [UInt8]) -> [UInt8] {
        let word = MeantURL.narrowed(word) ?? word
        guard word.contains(UInt8(ascii: ":")), word.firstOccurrence(of: Array("://".utf8)) == nil
        else { return word }
        let url = Array("http://".utf8) + word
        return (try? parse(url)) == nil ? word : url
    }

    private static func parseScheme(
        _ text: [UInt8]
    ) throws(Problem) -> (scheme: ProxyScheme, end: Int) {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
            text[colon...].hasPrefix("://"), colon > 0
        else { throw Problem(kind: .missingScheme, range: 0..<text.count) }
        let name = text[..<colon]
        if let scheme = ProxyScheme(name) { return (scheme, colon + 3) }
        if name.equalsIgnoringCase("socks") {
            throw Problem(kind: .ambiguousSocks, range: 0..<colon)
        }
        let kind = Kind.unknownScheme(DisplayText.shortened(name, to: 20))
        throw Problem(kind: kind, range: 0..<colon)
    }

    /// Where host and port end: at the end of the text, or before its one final slash.
    private static func parseEnd(_ text: [UInt8], from start: Int) throws(Problem) -> Int {
        var end = start
        while end < text.count, !isDelimiter(text[end]) { end += 1 }
        if end == text.count { return end }
        if end == text.count - 1, text[end] == UInt8(ascii: "/") { return end }
        // An `@` further on shows that the delimiter was meant as part of a password.
        let kind: Kind =
            text[end...].contains(UInt8(ascii: "@"))
            ? .rawCharacterInCredentials(text[end]) : .path
        throw Problem(kind: kind, range: end..<(kind == .path ? text.count : end + 1))
    }

    /// Whether `byte` ends host and port (RFC 3986, section 3.2).
    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    private static func parseCredentials(
        _ text: [UInt8], _ range: Range<Int>
    ) throws(Problem) -> ProxyURL.Credentials {
        if let at = text[range].firstIndex(of: UInt8(ascii: "@")) {
            throw Problem(kind: .rawCharacterInCredentials(text[at]), range: at..<at + 1)
        }
        let colon = text[range].firstIndex(of: UInt8(ascii: ":"))
        let username = try decode(text, range.lowerBound..<(colon ?? range.upperBound))
        guard let colon else { return ProxyURL.Credentials(username: username) }
        let password = try decode(text, colon + 1..<range.upperBound)
        return ProxyURL.Credentials(username: username, password: password)
    }

    private static func decode(_ text: [UInt8], _ range: Range<Int>) throws(Problem) -> [UInt8] {
        guard let decoded = PercentEncoding.decode(text[range]) else {
            throw Problem(kind: .brokenPercentEncoding, range: range)
        }
        if decoded.contains(0) { throw Problem(kind: .nulInCredentials, range: range) }
        return decoded
    }

    private static func parseHost(
        _ text: [UInt8], _ range: Range<Int>
    ) throws(Problem) -> (host: String, end: Int) {
        if range.isEmpty { throw Problem(kind: .missingHost, range: range) }
        if text[range.lowerBound] == UInt8(ascii: "[") {
            guard let close = text[range].firstIndex(of: UInt8(ascii: "]")),
                IPAddress.isIPv6(text[(range.lowerBound + 1)..<close])
            else { throw Problem(kind: .invalidIPv6, range: range) }
            return (lowercased(text[(range.lowerBound + 1)..<close]), close + 1)
        }
        let end = text[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
        // More than one colon and no bracket: an IPv6 address is meant.
        if text[range].count(where: { $0 == UInt8(ascii: ":") }) > 1 {
            throw Problem(kind: .invalidIPv6, range: range)
        }
        guard end > range.lowerBound else { throw Problem(kind: .missingHost, range: range) }
        let host = text[range.lowerBound..<end]
        guard HostName.isValid(host) || HostPlaceholder(host) != nil else {
            let kind = Kind.invalidHost(DisplayText.shortened(host, to: 40))
            throw Problem(kind: kind, range: range.lowerBound..<end)
        }
        return (lowercased(host), end)
    }

    private static func parsePort(_ text: [UInt8], _ range: Range<Int>) throws(Problem) -> UInt16 {
        guard !range.isEmpty, text[range.lowerBound] == UInt8(ascii: ":"), range.count > 1 else {
            throw Problem(kind: .missingPort, range: range)
        }
        let digits = range.lowerBound + 1..<range.upperBound
        guard let port = port(text[digits]) else {
            // What is no number may be a password whose `@` and host were forgotten: it is not repeated.
            let isNumber = text[digits].allSatisfy { $0.isDigit }
            let kind = Kind.invalidPort(
                isNumber ? DisplayText.shortened(text[digits], to: 20) : nil)
            throw Problem(kind: kind, range: digits)
        }
        return port
    }

    /// The port that `text` names: decimal digits, 1 to 65535; else nil.
    public static func port(_ text: some Collection<UInt8>) -> UInt16? {
        guard (1...5).contains(text.count), text.allSatisfy({ $0.isDigit }) else { return nil }
        let value = text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return value > 0 ? UInt16(exactly: value) : nil
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0.lowercased }, as: UTF8.self)
    }
}
