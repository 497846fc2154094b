/// The proxies that a PAC file names in so many words; the script itself is never run.
public enum PACImport {
    /// What `text`, which came from `place`, names: a profile for each proxy.
    ///
    /// - Throws: That it names none.
    public static func findings(
        in text: [UInt8], place: String
    ) throws(ImportProblem) -> ImportFindings {
        var findings = ImportFindings()
        var assembled: [Int] = []
        for string in ScriptStrings.strings(in: text) {
            if findings.proposals.count > ImportFindings.mostProposals { break }
            let origin = "\(place):\(string.line)"
            let pieces = string.text.split(separator: UInt8(ascii: ";"))
            // More are not wanted, and each is compared with all before it.
            for piece in pieces
            where findings.proposals.count <= ImportFindings.mostProposals + 1 {
                add(piece, origin, "from the PAC file \(place)", &findings)
            }
            if let last = pieces.last, isBeginning(last) {
                assembled.append(string.line)
            }
        }
        if findings.proposals.isEmpty, findings.remarks.isEmpty {
            throw ImportProblem(
                line: assembled.first,
                assembled.isEmpty
                    ? "it names no proxy as `PROXY host:port` or `SOCKS host:port`"
                    : "it puts its proxy together from pieces",
                hint: "A PAC file is only read here, never run: add the proxy with `proxyenv add`.")
        }
        findings.remarks += assembled.map {
            "\(place):\($0) is passed over: the script puts a proxy together there"
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

    /// Whether `piece` is the word before a proxy alone, with a blank behind it, to which a script adds the rest.
    private static func isBeginning(_ piece: ArraySlice<UInt8>) -> Bool {
        let words = piece.pieces { $0 == 0x20 || $0 == 0x09 }
        guard words.count == 1, let last = piece.last, last == 0x20 || last == 0x09 else {
            return false
        }
        return kind(words[0]) != nil
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
