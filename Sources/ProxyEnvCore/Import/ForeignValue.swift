/// A proxy as other programs' settings name it: with or without a scheme, its password encoded or not.
enum ForeignValue {
    /// Why a value names no proxy; nothing of a password is in the reason.
    struct Problem: Error, Equatable {
        /// The reason.
        let message: String
    }

    /// The proxy that `text` names.
    ///
    /// - Parameters:
    ///   - text: `SCHEME://NAME:PASSWORD@HOST:PORT`, of which only the host has to be there.
    ///   - scheme: What is spoken where none is named.
    ///   - port: The port where none is named; nil if the programs disagree on that.
    /// - Returns: The proxy.
    /// - Throws: Why there is none.
    static func proxy(
        _ text: some Collection<UInt8>, scheme: ProxyScheme = .http, port: UInt16? = nil
    ) throws(Problem) -> ProxyURL {
        var text = Array(Array(text).trimmingBlanks)
        if text.isEmpty { throw Problem(message: "it is empty") }
        if text.prefix(8).lowercasedText.hasPrefix("socks://") {
            text = Array("socks5h".utf8) + text[5...]
        } else if !hasScheme(text) {
            text = Array("\(scheme.rawValue)://".utf8) + text
        }
        var url = try parse(text, port: port)
        if let credentials = url.credentials {
            if credentials.username.isEmpty, (credentials.password ?? []).isEmpty {
                url.credentials = nil
            }
            try check(credentials)
        }
        return url
    }

    /// The proxy at `host` and `port`, which stand in two places.
    ///
    /// - Throws: Why there is none.
    static func proxy(
        host: [UInt8], port: [UInt8], scheme: ProxyScheme = .http
    ) throws(Problem) -> ProxyURL {
        let isBareIPv6 = IPAddress.isIPv6(host)
        guard let number = ProxyURLParser.port(port) else {
            let shown = DisplayText.shortened(port, to: 20)
            throw Problem(message: "`\(shown)` is not a port, expected 1 to 65535")
        }
        let bracketed = isBareIPv6 ? [0x5B] + host + [0x5D] : host
        return try proxy(bracketed + Array(":\(number)".utf8), scheme: scheme)
    }

    /// `url` with `credentials`, which come from elsewhere.
    ///
    /// - Throws: That no profile can hold them.
    static func proxy(
        _ url: ProxyURL, with credentials: ProxyURL.Credentials
    ) throws(Problem) -> ProxyURL {
        var url = url
        url.credentials = credentials
        return try proxy(url.text)
    }

    private static func hasScheme(_ text: [UInt8]) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
        // `alice:x://y@h:1` has none.
        return text[colon...].hasPrefix("://") && text[..<colon].allSatisfy { $0 != 0x40 }
    }

    private static func parse(_ text: [UInt8], port: UInt16?) throws(Problem) -> ProxyURL {
        do throws(ProxyURLParser.Problem) {
            return try ProxyURLParser.parse(text)
        } catch {
            if error.kind == .missingPort, error.range.isEmpty, let port {
                let end = error.range.lowerBound
                // Who has a port of its own for a proxy takes that of the web for one behind TLS (curl 7.88, git 2.39; tried).
                let port = text.prefix(8).lowercasedText.hasPrefix("https://") ? 443 : port
                return try parse(text[..<end] + Array(":\(port)".utf8) + text[end...], port: nil)
            }
            let pasted = PastedURL(text)
            guard let username = pasted.username else { throw Problem(message: error.kind.message) }
            // Whatever is wrong here may be a part of a password, which no message shows.
            let unnamed = Problem(message: "it is not the URL of a proxy")
            do throws(Problem) {
                var url = try parse(pasted.url, port: port)
                // curl looks for the last `@` likewise, and decodes what can be decoded.
                url.credentials = ProxyURL.Credentials(
                    username: PercentEncoding.decode(username) ?? username,
                    password: pasted.password.map { PercentEncoding.decode($0) ?? $0 })
                return url
            } catch { throw unnamed }
        }
    }

    /// A file in TOML has to hold the name, and the system's store the password, in one line.
    private static func check(_ credentials: ProxyURL.Credentials) throws(Problem) {
        if credentials.username.isEmpty, !(credentials.password ?? []).isEmpty {
            throw Problem(message: "it has a password and no user name")
        }
        let texts = [credentials.username, credentials.password ?? []]
        if texts.contains(where: { UTF8Reader.firstInvalidOffset(in: $0) != nil }) {
            throw Problem(message: "its user name or password is not UTF-8")
        }
        if texts.contains(where: { $0.contains { $0.isControl } }) {
            throw Problem(message: "its user name or password has a control character")
        }
    }
}

extension Collection<UInt8> {
    /// These bytes with the letters of ASCII in lower case.
    fileprivate var lowercasedText: [UInt8] { map { $0.lowercased } }
}
