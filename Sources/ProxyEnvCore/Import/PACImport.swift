/// The proxies that a PAC file names in so many words; the script itself is never run.
public enum PACImport {
    /// What `text`, which came from `place`, names: a profile for each proxy.
    ///
    /// - Throws: That it names none.
    public static func findings(
        in text: [UInt8], place: String
    ) throws(ImportProblem) -> ImportFindings {
        var findings = ImportFindings()
        for string in ScriptStrings.strings(in: text) {
            for piece in string.text.split(separator: UInt8(ascii: ";")) {
                add(piece, "\(place):\(string.line)", "from the PAC file \(place)", &findings)
            }
        }
        if findings.proposals.isEmpty, findings.remarks.isEmpty {
            throw ImportProblem(
                "it names no proxy as `PROXY host:port` or `SOCKS host:port`",
                hint: "A PAC file is only read here, never run: add the proxy with `proxyenv add`.")
        }
        return findings
    }

    /// `PROXY h:1` and its like; the ports are those that Chromium takes where none is named.
    private static func add(
        _ piece: ArraySlice<UInt8>, _ origin: String, _ description: String,
        _ findings: inout ImportFindings
    ) {
        let words = piece.pieces { $0 == 0x20 || $0 == 0x09 }
        guard words.count == 2, let (scheme, port) = kind(words[0]),
            let url = findings.proxy(words[1], from: origin, scheme: scheme, port: port)
        else { return }
        let isPlain = words[0].equalsIgnoringCase("SOCKS")
        let isKnown = findings.proposals.contains {
            guard let known = $0.kinds.all else { return false }
            return known == url
                || isPlain && known.endpoint == url.endpoint && known.scheme != .http
        }
        if isKnown { return }
        if isPlain {
            findings.remarks.append("\(origin): SOCKS \(url.endpoint) is taken for SOCKS 5")
        }
        findings.proposals.append(
            Proposal(kinds: ProxyKinds(all: url), description: description, origin: origin))
    }

    private static func kind(_ word: ArraySlice<UInt8>) -> (scheme: ProxyScheme, port: UInt16)? {
        switch true {
        case word.equalsIgnoringCase("PROXY"), word.equalsIgnoringCase("HTTP"): (.http, 80)
        case word.equalsIgnoringCase("HTTPS"): (.https, 443)
        case word.equalsIgnoringCase("SOCKS"), word.equalsIgnoringCase("SOCKS5"): (.socks5h, 1080)
        case word.equalsIgnoringCase("SOCKS4"): (.socks4, 1080)
        default: nil
        }
    }
}
