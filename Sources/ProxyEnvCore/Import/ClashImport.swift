/// What the configuration of Clash, mihomo or a program around them says of where it listens.
public enum ClashImport {
    /// What `text`, the file `path`, says.
    ///
    /// - Throws: What is wrong with it.
    public static func findings(
        in text: [UInt8], path: String
    ) throws(ImportProblem) -> ImportFindings {
        let entries = YAMLText.entries(in: text)
        func entry(_ key: String) -> YAMLText.Entry? { entries.last { $0.key.equals(key) } }
        let mixed = try port(entry("mixed-port") ?? entry("verge_mixed_port"))
        let http = try port(entry("port"))
        let socks = try port(entry("socks-port"))
        var findings = ImportFindings()
        guard let first = mixed ?? http ?? socks else {
            findings.proposals = try listeners(entry("listeners"), path, &findings)
            guard findings.proposals.isEmpty, findings.remarks.isEmpty else { return findings }
            throw ImportProblem(
                "no `mixed-port`, `port` or `socks-port` is in it",
                hint: "Name the file with the settings that Clash runs with.")
        }
        if let closes = entry("auto_close_connection"), closes.value.text.equals("true") {
            findings.remarks.append(
                "\(path):\(closes.value.line): Clash Verge closes open connections when its node changes (`auto_close_connection`): a codex that runs then has to reconnect"
            )
        }
        let host = try host(entry("bind-address"), isOpen: entry("allow-lan"))
        let credentials = try credentials(entry("authentication"), path, &findings)
        func url(_ scheme: ProxyScheme, _ port: UInt16) -> ProxyURL {
            ProxyURL(scheme: scheme, credentials: credentials, host: host, port: port)
        }
        var kinds = ProxyKinds()
        if let mixed {
            kinds.all = url(.http, mixed.number)
        } else {
            kinds.http = http.map { url(.http, $0.number) }
            kinds.https = kinds.http
            kinds.all = socks.map { url(.socks5h, $0.number) }
        }
        findings.proposals = [
            Proposal(
                kinds: kinds, description: "from Clash's \(path)", origin: "\(path):\(first.line)")
        ]
        return findings
    }

    /// A profile for each of mihomo's `listeners` that speaks HTTP or SOCKS (mihomo's documents, "Listeners").
    private static func listeners(
        _ entry: YAMLText.Entry?, _ path: String, _ findings: inout ImportFindings
    ) throws(ImportProblem) -> [Proposal] {
        var proposals: [Proposal] = []
        for listener in ClashConfig.listeners(entry)
        where proposals.count <= ImportFindings.mostProposals {
            guard !listener.hasUsers || !listener.users.isEmpty else {
                findings.remarks.append(
                    "\(path):\(listener.line) is passed over: its users cannot be read")
                continue
            }
            if listener.users.count > 1 {
                findings.remarks.append(
                    "\(path):\(listener.line): the first of \(listener.users.count) users is used")
            }
            var credentials: ProxyURL.Credentials?
            if let user = listener.users.first {
                credentials = try ListenAddress.credentials(
                    username: user.name, password: user.password, line: listener.line)
            }
            let url = ProxyURL(
                scheme: listener.isSocks ? .socks5h : .http, credentials: credentials,
                host: listener.host, port: listener.port)
            var proposal = Proposal(
                kinds: ProxyKinds(all: url), description: "from Clash's \(path)",
                origin: "\(path):\(listener.line)")
            if listener.isSocks { proposal.suffix = "-socks" }
            proposals.append(proposal)
        }
        // One alone gets the name as it is.
        if proposals.count == 1 { proposals[0].suffix = "" }
        return proposals
    }

    /// The port that `entry` gives, or nil if it gives none: 0 is none.
    private static func port(
        _ entry: YAMLText.Entry?
    ) throws(ImportProblem) -> (number: UInt16, line: Int)? {
        guard let entry else { return nil }
        let text = YAMLText.unquoted(entry.value.text) ?? Array(entry.value.text)
        if text.isEmpty, entry.items.isEmpty { return nil }
        if ["0", "null", "~"].contains(where: { text.equals($0) }) { return nil }
        guard let number = ProxyURLParser.port(text) else {
            let key = String(decoding: entry.key, as: UTF8.self)
            throw ImportProblem(
                line: entry.value.line,
                "`\(key)` is `\(DisplayText.shortened(text, to: 20))`, expected a port, 1 to 65535")
        }
        return (number, entry.value.line)
    }

    /// The address that is reached: another than this machine's own where Clash listens there alone.
    private static func host(
        _ entry: YAMLText.Entry?, isOpen: YAMLText.Entry?
    ) throws(ImportProblem) -> String {
        let open = isOpen.flatMap { YAMLText.unquoted($0.value.text) } ?? []
        guard let entry, open.equals("true") else { return "127.0.0.1" }
        var text = YAMLText.unquoted(entry.value.text) ?? []
        if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") {
            text = Array(text.dropFirst().dropLast())
        }
        return ListenAddress.host(text) ?? "127.0.0.1"
    }

    /// The first of the users.
    private static func credentials(
        _ entry: YAMLText.Entry?, _ path: String, _ findings: inout ImportFindings
    ) throws(ImportProblem) -> ProxyURL.Credentials? {
        guard let entry else { return nil }
        // What YAML has besides is not read, and must not be taken for a name.
        for scalar in [entry.value] + entry.items
        where scalar.text.first.map({ "&*!|>{%@`".utf8.contains($0) }) == true {
            throw ImportProblem(
                line: scalar.line, "a user in `authentication` is not plain text",
                hint: "Write each user as `- \"name:password\"`.")
        }
        var users: [[UInt8]] = []
        for item in entry.items {
            guard let user = YAMLText.unquoted(item.text) else {
                throw ImportProblem(
                    line: item.line, "a quote in `authentication` is not closed")
            }
            users.append(user)
        }
        if entry.value.text.first == UInt8(ascii: "[") {
            guard let items = YAMLText.flowItems(entry.rest) else {
                throw ImportProblem(
                    line: entry.value.line, "the list `authentication` does not end as one",
                    hint: "Write each user on a line of its own, behind a `-`.")
            }
            users = items
        }
        guard let user = users.first, !user.isEmpty else { return nil }
        let line = entry.items.first?.line ?? entry.value.line
        if users.count > 1 {
            findings.remarks.append("\(path):\(line): the first of \(users.count) users is used")
        }
        return try ListenAddress.credentials(user, line: line)
    }
}
