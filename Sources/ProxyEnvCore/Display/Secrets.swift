/// The one rule for what is secret in a text that people see: `***` is shown for it.
///
/// `DisplayText` applies it to every value that is quoted, and `hiddenInProse` once more to whole messages and reports. Hidden are
/// a URL's password, a user name that does not look like a login, and words that begin as the tokens of well-known services do.
public enum Secrets {
    /// `value`, one quoted value, with `***` for what may be secret.
    ///
    /// Written for any value, also one that no proxy's URL should be: whatever may be a password is hidden.
    public static func hidden(in value: [UInt8]) -> [UInt8] {
        replaced(ranges(in: value[...]), in: value)
    }

    /// `text`, words of proxyenv's own with values between them, with `***` for what may be secret.
    public static func hiddenInProse(_ text: [UInt8]) -> [UInt8] {
        let words = text.pieces { $0 <= 0x20 || "\"'`".utf8.contains($0) }
        let found = words.flatMap { word in
            let user = userInformation(in: word)
            let port =
                user.isEmpty
                ? impossiblePort(in: word).flatMap { isNoPort(word[$0]) ? $0 : nil } : nil
            return user + (port.map { [$0] } ?? []) + tokens(in: word)
        }
        return replaced(found, in: text)
    }

    /// Whether `value` has a token in it, or a URL with a user's name or a password.
    static func holdsCredentials(_ value: ArraySlice<UInt8>) -> Bool {
        if holdsToken(value) { return true }
        return value.contains(UInt8(ascii: "@"))
            && value.firstOccurrence(of: Array("://".utf8)) != nil
    }

    /// The parts of `value` that may be secret, in their order; they may overlap.
    static func ranges(in value: ArraySlice<UInt8>) -> [Range<Int>] {
        // Most values are short words; a file may have 50,000 of them.
        if value.count <= shortestToken, !value.contains(where: { $0 == 0x3A || $0 == 0x40 }) {
            return []
        }
        var found = userInformation(in: value)
        if found.isEmpty, let port = impossiblePort(in: value) { found = [port] }
        if found.isEmpty, let rest = bareCredentials(in: value) { found = [rest] }
        return found + tokens(in: value)
    }

    private static func replaced(_ ranges: [Range<Int>], in text: [UInt8]) -> [UInt8] {
        if ranges.isEmpty { return text }
        var result: [UInt8] = []
        var position = text.startIndex
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound >= position {
                result += text[position..<range.lowerBound]
                result += "***".utf8
            }
            position = max(position, range.upperBound)
        }
        return result + text[position...]
    }

    // MARK: URLs

    /// Schemes behind which `://` begins a host; behind any other word it may be part of a password.
    private static let schemes = ["ftp", "git", "socks", "ssh", "ws", "wss"]

    /// The password in front of the last `@`, from the first colon that no scheme stands before, and the user's name where it
    /// may be secret too.
    private static func userInformation(in value: ArraySlice<UInt8>) -> [Range<Int>] {
        guard let at = value.lastIndex(of: UInt8(ascii: "@")) else { return [] }
        var start = value.startIndex
        var colon = value[..<at].firstIndex(of: UInt8(ascii: ":"))
        var isURL = false
        if let first = colon, value[first...].hasPrefix("://") {
            let scheme = Array(value[..<first].reversed().prefix { $0.isLetter || $0.isDigit })
                .reversed().map { $0 }
            isURL =
                ProxyScheme(scheme[...]) != nil
                || schemes.contains { scheme.equalsIgnoringCase($0) }
            if isURL {
                start = first + 3
                colon = value[..<at].dropFirst(start - value.startIndex)
                    .firstIndex(of: UInt8(ascii: ":"))
            }
        }
        // What a message says of the form of a URL is none.
        if let colon, value[colon..<at].hasSuffix("NAME:PASSWORD") { return [] }
        if let colon {
            let isShown = UserName.isLogin(value[start..<colon], hasPassword: true)
            return isURL && !isShown ? [start..<at] : [colon + 1..<at]
        }
        // Without a password an `@` behind the host is part of the path.
        guard isURL, !value[start..<at].contains(where: { "/?#".utf8.contains($0) }) else {
            return []
        }
        return UserName.isLogin(value[start..<at], hasPassword: false) ? [] : [start..<at]
    }

    /// What stands where a URL's port should be, and is none: perhaps a password whose `@` and host were forgotten.
    private static func impossiblePort(in line: ArraySlice<UInt8>) -> Range<Int>? {
        for start in line.indices where line[start...].hasPrefix("://") {
            let authority = line[(start + 3)...].prefix { !"\"'/ ,\t".utf8.contains($0) }
            guard authority.first != UInt8(ascii: "["),
                let colon = authority.firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            let port = authority[(colon + 1)...]
            if !port.isEmpty, !port.allSatisfy({ $0.isDigit }) { return port.indices }
        }
        return nil
    }

    /// What follows `HOST:PORT:`, as proxies are sold: a user's name and a password.
    private static func bareCredentials(in value: ArraySlice<UInt8>) -> Range<Int>? {
        let parts = value.split(
            separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, HostName.isValid(parts[0]),
            parts[0].contains(where: { $0.isLetter || $0 == 0x2E }),
            (1...5).contains(parts[1].count), parts[1].allSatisfy({ $0.isDigit }),
            parts[2].contains(UInt8(ascii: ":")), parts[2].first?.isDigit == false
        else { return nil }
        return parts[2].indices
    }

    /// Whether `text`, where a port should be, is none either if the sentence goes on behind it, and no placeholder.
    private static func isNoPort(_ text: ArraySlice<UInt8>) -> Bool {
        let rest = text.drop { $0.isDigit }
        return rest.first?.isLetter == true && !text.hasPrefix("PORT")
            && !text.hasPrefix("PASSWORD@")
    }

    // MARK: Tokens

    /// Whether there is a service's token in `text`.
    static func holdsToken(_ text: ArraySlice<UInt8>) -> Bool {
        text.count > shortestToken && !tokens(in: text).isEmpty
    }

    /// The words that begin as a service's tokens do, go on for ten characters more, and have a digit there.
    private static func tokens(in text: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var rest = text
        // Without an array of the pieces: an edit looks at each string of a file.
        while let start = rest.firstIndex(where: isTokenCharacter) {
            let piece = rest[start...].prefix(while: isTokenCharacter)
            rest = rest[piece.endIndex...]
            let word = piece.drop { $0 == UInt8(ascii: "-") }
            guard word.count > shortestToken, let prefix = UserName.tokenPrefix(of: word) else {
                continue
            }
            let body = word.dropFirst(prefix.utf8.count)
            if body.count >= 10, body.contains(where: { $0.isDigit }) { found.append(word.indices) }
        }
        return found
    }

    /// What has no more characters is no service's token.
    private static let shortestToken = 12

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    // MARK: Names

    /// Whether the variable or the key `name` says that its value is secret: `API_KEY`, `token`, `DB_PASSWORD`.
    public static func isSecretName(_ name: some Collection<UInt8>) -> Bool {
        let words = Array(name).pieces { "_-.".utf8.contains($0) }
        func isOne(_ word: ArraySlice<UInt8>, of names: [String]) -> Bool {
            names.contains { word.equalsIgnoringCase($0) }
        }
        if words.count > 1, let last = words.last,
            isOne(last, of: ["key", "pwd", "pw", "pass", "auth"])
        {
            return true
        }
        return words.contains { word in
            secretEnds.contains { word.suffix($0.utf8.count).equalsIgnoringCase($0) }
        }
    }

    /// How a word ends that says that its value is secret: `PGPASSWORD`, `SSHPASS`, `AUTHTOKEN`.
    private static let secretEnds = [
        "password", "passwd", "passphrase", "sshpass", "secret", "token", "apikey", "credential",
        "credentials",
    ]

    /// What stands before a secret in a variable that holds options or headers.
    private static let secretLabels = ["authorization:", "bearer ", "password=", "sshpass -p"]

    /// Whether `value` has a secret behind a word that says so: `-Dhttp.proxyPassword=…`, `Authorization: …`.
    static func labelsSecret(_ value: ArraySlice<UInt8>) -> Bool {
        if value.count < 8 { return false }
        let text = value.map { $0.lowercased }
        return secretLabels.contains { text.firstOccurrence(of: Array($0.utf8)) != nil }
    }
}
