/// Variables that were meant to name a proxy, and whose names nothing reads.
struct MisspeltVariables {
    /// A variable, and the one that was meant.
    struct Slip: Equatable {
        /// The name as it is set.
        let name: String
        /// The name that was meant, in the case of the one that is set.
        let meant: String
        /// Its value.
        let value: [UInt8]
    }

    /// The names of other programs that are near to a proxy's variable; they take `SCHEME_PROXY` for more schemes.
    private static let others = [
        "ftps_proxy", "rtp_proxy", "rtmp_proxy", "smtp_proxy", "tftp_proxy", "sftp_proxy",
        "ntp_proxy", "tcp_proxy", "udp_proxy", "http2_proxy", "http3_proxy",
    ]

    /// The slips in `environment`, of those whose values are proxies; `tool` reads its own variables, whatever they are called.
    ///
    /// Nothing is said where a proxy is set by its right name: what is left over there does no harm.
    static func slips(in environment: Environment, of tool: Tool?) -> [Slip] {
        let pairs = [ProxyVariables.https, ProxyVariables.http, ProxyVariables.all]
        if pairs.contains(where: { $0.names.contains { environment.nonEmpty($0) != nil } }) {
            return []
        }
        let own =
            (tool?.ownVariables.map { $0.name } ?? [])
            + (tool?.transports.flatMap { $0.variables.http + $0.variables.https } ?? [])
        let takesAnyCase =
            environment.foldsNames
            || tool?.transports.contains { $0.variables.takesAnyCase } == true
        var slips: [Slip] = []
        for entry in environment.entries where entry.contains(where: { $0.lowercased == 0x70 }) {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")), equals <= 24 else {
                continue
            }
            let name = Array(entry[..<equals])
            let value = Array(entry[(equals + 1)...])
            guard let meant = meant(by: name), isProxy(value) else { continue }
            let isCase = name.equalsIgnoringCase(meant)
            if isCase ? takesAnyCase : own.contains(where: { name.equalsIgnoringCase($0) }) {
                continue
            }
            slips.append(
                Slip(name: String(decoding: name, as: UTF8.self), meant: meant, value: value))
        }
        return slips
    }

    /// The variable that was meant by `name`, or nil where it is one itself, another program's, or far from all.
    static func meant(by name: [UInt8]) -> String? {
        let known =
            ProxyVariables.https.names + ProxyVariables.http.names + ProxyVariables.all.names
        if known.contains(where: { name.equals($0) }) { return nil }
        let isUpper = name.contains { (0x41...0x5A).contains($0) }
        var plain = Array(
            name.trimmingBlanks.map { $0 == UInt8(ascii: "-") ? 0x5F : $0.lowercased })
        if plain.hasSuffix("_url") { plain.removeLast(4) }
        if plain.equals("proxy") { return isUpper ? "HTTPS_PROXY" : "https_proxy" }
        let others = Self.others + ProxyVariables.ofOthers + ProxyVariables.ofTools
        if others.contains(where: { plain.equalsIgnoringCase($0) }) { return nil }
        let targets = [ProxyVariables.https, ProxyVariables.http, ProxyVariables.all]
        let found =
            targets.first { plain.equals($0.lower) }
            ?? Suggestion.nearest(to: plain, in: targets.map { $0.lower })
            .flatMap { name in targets.first { $0.lower == name } }
            .flatMap { isSlip(plain, of: $0.lower) ? $0 : nil }
        return found.map { isUpper ? $0.upper : $0.lower }
    }

    /// Whether `plain` is near enough to `name`: of three letters two others make another word, as in API_PROXY and SSL_PROXY.
    private static func isSlip(_ plain: [UInt8], of name: String) -> Bool {
        name != ProxyVariables.all.lower || Suggestion.distance(plain, Array(name.utf8)) < 2
    }

    /// Whether `value` names a proxy, with a login or without.
    private static func isProxy(_ value: [UInt8]) -> Bool {
        if let url = try? ProxyURLParser.parse(value) { return url.port != 0 }
        guard let url = MeantURL.cleaned(value) else { return false }
        // A number alone, or a word with a colon, may be anything.
        return value.contains(UInt8(ascii: "/"))
            || value.contains(UInt8(ascii: ":")) && IPAddress.isIPv4(url.host.utf8)
    }
}
