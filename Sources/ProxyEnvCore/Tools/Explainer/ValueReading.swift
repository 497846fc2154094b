/// What comes of a value by a rule.
extension ValueRule {
    /// What comes of a value.
    enum Reading: Equatable, Sendable {
        /// It goes through this proxy; `isSpoken` says whether it can speak to it.
        case proxy(text: String, isSpoken: Bool)
        /// It goes direct, as the value counts for nothing.
        case direct
        /// It refuses the value.
        case refused
    }

    /// What the tool makes of `value`, which is not empty, for a target that is `isSecure`.
    func read(_ value: [UInt8], isSecure: Bool) -> Reading {
        var text = value[...]
        if let odd = trim(&text), odd != .accepted { return odd == .refused ? .refused : .direct }
        text = withTwoSlashes(text)
        if takesSlashesAlone, text.hasPrefix("//") {
            return read(
                authority: text.dropFirst(2), scheme: Array("http".utf8), isSecure: isSecure,
                isSpoken: true)
        }
        guard let scheme = Self.scheme(of: text) else {
            return readWithoutScheme(text, isSecure: isSecure)
        }
        let lower = scheme.map { $0.lowercased }
        let rest = text[(text.startIndex + scheme.count + 3)...]
        if !takesUpperCaseScheme, lower != Array(scheme) { return .refused }
        var handling = handling(of: lower, isSecure: isSecure)
        if let upperCaseSocks, lower != Array(scheme), lower.hasPrefix("socks") {
            handling = upperCaseSocks
        }
        if let upperCaseHTTPS, lower != Array(scheme), lower.equals("https") {
            handling = upperCaseHTTPS
        }
        switch handling {
        case .refused: return .refused
        case .ignored: return .direct
        case .spoken, .misunderstood:
            return read(
                authority: rest, scheme: lower, isSecure: isSecure, isSpoken: handling == .spoken)
        }
    }

    /// Whether `value` leaves the next variable its turn; one that is a URL but for its port does not (reqwest 0.12, tried).
    func overlooks(_ value: [UInt8], isSecure: Bool) -> Bool {
        guard read(value, isSecure: isSecure) == .direct else { return false }
        guard let scheme = Self.scheme(of: value[...]) else { return true }
        let authority = value[(scheme.count + 3)...].prefix { !"/?#".utf8.contains($0) }
        let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] }
        guard let colon = (host ?? authority).lastIndex(of: UInt8(ascii: ":")) else { return true }
        let port = authority[(colon + 1)...]
        return port.isEmpty || port.contains { $0 <= 0x20 || $0 >= 0x7F || $0 == 0x22 }
            || ProxyURLParser.port(port) != nil
    }

    /// Takes off what stands around the value; what the tool does with it, or nil if there is nothing.
    private func trim(_ text: inout ArraySlice<UInt8>) -> Odd? {
        var found: Odd?
        func note(_ odd: Odd) { if found == nil || odd != .accepted { found = odd } }
        while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D || last == 0x0A {
            note(last == 0x0D ? carriageReturn : last == 0x0A ? newline : trailingBlanks ?? blanks)
            text.removeLast()
        }
        while let first = text.first,
            first == 0x20 || first == 0x09 || first == 0x0A || first == 0x0D
        {
            note(blanks)
            text.removeFirst()
        }
        return found
    }

    private func handling(of scheme: [UInt8], isSecure: Bool) -> Handling {
        if scheme.equals("http") { return .spoken }
        if scheme.equals("https") { return isSecure ? httpsForSecureTargets ?? https : https }
        if !isSecure, let socksForPlainTargets, scheme.hasPrefix("socks") {
            return socksForPlainTargets
        }
        if scheme.equals("socks") { return bareSocks }
        if scheme.hasPrefix("socks") {
            return socks.contains { scheme.equals($0) } ? .spoken : otherSocks
        }
        return otherSchemes ?? (garbage == .ignored ? .ignored : .refused)
    }

    private func readWithoutScheme(_ text: ArraySlice<UInt8>, isSecure: Bool) -> Reading {
        let authority = text.prefix { !"/?#".utf8.contains($0) }
        let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] }
        // `http:/h` is neither a host nor a URL.
        let isTorn = authority.last == UInt8(ascii: ":") && authority.count < text.count
        guard !isTorn || garbage != .ignored, let endpoint = Self.endpoint(host ?? authority)
        else {
            return garbage == .ignored ? .direct : .refused
        }
        let isName = endpoint.host.contains { $0.isLetter }
        let head = text.prefix {
            $0.isLetter || $0.isDigit || "+-".utf8.contains($0)
                || takesDotsInSchemes && $0 == UInt8(ascii: ".")
        }
        let mayBeScheme = head.first?.isLetter == true && text[head.endIndex...].first == 0x3A
        var handling =
            mayBeScheme && nameWithoutScheme != .accepted ? nameWithoutScheme : withoutScheme
        if endpoint.port == nil {
            handling = hostAlone ?? withoutScheme
            // A word that names nothing: it is looked for in vain.
            let isWord = isName && !endpoint.host.contains(UInt8(ascii: "."))
            if handling == .accepted, isWord, !endpoint.host.equals("localhost") { return .refused }
        }
        if handling == .accepted, authority.count < text.count {
            handling = pathWithoutScheme ?? handling
        }
        if handling == .accepted, host != nil || authority.first == UInt8(ascii: "[") {
            handling = oddWithoutScheme ?? handling
        }
        switch handling {
        case .accepted:
            let scheme = takesSchemeOfTarget && isSecure ? "https" : "http"
            return read(
                authority: text, scheme: Array(scheme.utf8), isSecure: isSecure, isSpoken: true)
        case .refused: return .refused
        case .ignored: return .direct
        }
    }

    private func read(
        authority text: ArraySlice<UInt8>, scheme: [UInt8], isSecure: Bool, isSpoken: Bool
    ) -> Reading {
        let text = endsHostAtBackslash ? text.prefix { $0 != UInt8(ascii: "\\") } : text
        var (rest, user): (ArraySlice<UInt8>, ArraySlice<UInt8>?) = (text, nil)
        if let at = text.lastIndex(of: UInt8(ascii: "@")) {
            let found = text[..<at]
            user = found
            rest = text[(at + 1)...]
            if found.contains(UInt8(ascii: "@")), !takesRawAt { return .refused }
            if found.contains(UInt8(ascii: "#")), !takesRawHash { return .refused }
            if found.contains(UInt8(ascii: "/")) || found.contains(UInt8(ascii: "?")) {
                return .refused
            }
            if !takesNonASCII, found.contains(where: { $0 >= 0x80 }) {
                return garbage == .ignored ? .direct : .refused
            }
            if !takesRawPercent, Self.hasBrokenEscape(found) { return .refused }
        }
        rest = rest.prefix { !"/?#".utf8.contains($0) }
        guard let endpoint = Self.endpoint(rest) else {
            return garbage == .ignored ? .direct : .refused
        }
        let standard = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : 1080
        var missing = portFollowsTarget && isSecure ? 443 : defaultPort ?? standard
        if scheme.equals("https") { missing = 443 }
        if scheme.hasPrefix("socks") { missing = socksPort ?? standard }
        let port = endpoint.port ?? missing
        // `socks://` is SOCKS 4 to those who take it.
        var shown =
            scheme.equals("socks") ? "socks4://" : String(decoding: scheme, as: UTF8.self) + "://"
        if let user {
            let name = user.prefix { $0 != UInt8(ascii: ":") }
            let hasPassword = name.count < user.count
            let isShown = UserName.isLogin(name, hasPassword: hasPassword)
            shown += isShown ? DisplayText.escaped(name) + (hasPassword ? ":***@" : "@") : "***@"
        }
        shown += DisplayText.escaped(endpoint.host) + ":\(port)"
        return .proxy(text: shown, isSpoken: isSpoken)
    }

    /// `http:` and what stands behind it with two slashes between, where the number of them will do.
    private func withTwoSlashes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for scheme in ["http:", "https:"] where slashes.count > 1 {
            let head = text.prefix(scheme.utf8.count)
            guard head.equalsIgnoringCase(scheme) else { continue }
            let rest = text.dropFirst(head.count)
            let count = rest.prefix { $0 == UInt8(ascii: "/") }.count
            guard slashes.contains(count) else { continue }
            return (Array(head) + Array("//".utf8) + rest.dropFirst(count))[...]
        }
        return text
    }

    /// The scheme in front of `://`, or nil.
    private static func scheme(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let scheme = text.prefix { $0.isLetter || $0.isDigit || "+.-".utf8.contains($0) }
        guard !scheme.isEmpty, text[scheme.endIndex...].hasPrefix("://") else { return nil }
        return scheme
    }

    /// Host and port in `text`, or nil if there is something else.
    private static func endpoint(
        _ text: ArraySlice<UInt8>
    ) -> (host: ArraySlice<UInt8>, port: Int?)? {
        var host = text
        var port: Int?
        if text.first == UInt8(ascii: "[") {
            guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = text[...end]
        } else {
            host = text.prefix { $0 != UInt8(ascii: ":") }
        }
        let rest = text[host.endIndex...]
        if rest.first == UInt8(ascii: ":"), rest.count > 1 {
            guard let number = ProxyURLParser.port(rest.dropFirst()) else { return nil }
            port = Int(number)
        } else if !rest.isEmpty, rest.count != 1 || rest.first != UInt8(ascii: ":") {
            return nil
        }
        let isHost = host.allSatisfy {
            $0.isLetter || $0.isDigit || $0 >= 0x80 || "-._[]:%".utf8.contains($0)
        }
        return isHost && !host.isEmpty ? (host, port) : nil
    }

    private static func hasBrokenEscape(_ text: ArraySlice<UInt8>) -> Bool {
        text.indices.contains { index in
            guard text[index] == UInt8(ascii: "%") else { return false }
            let digits = text[(index + 1)...].prefix(2)
            return digits.count < 2 || !digits.allSatisfy { $0.hexDigitValue != nil }
        }
    }
}
