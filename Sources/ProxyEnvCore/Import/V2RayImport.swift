/// What the configuration of V2Ray, Xray or sing-box says of where it listens.
public enum V2RayImport {
    /// What `text`, the file `path`, says: a profile for each inbound that speaks HTTP or SOCKS.
    ///
    /// - Throws: What is wrong with it.
    public static func findings(
        in text: [UInt8], path: String
    ) throws(ImportProblem) -> ImportFindings {
        let file = SourceFile(path: path, bytes: text)
        func line(_ node: JSONNode) -> Int { file.line(of: node.offset) }
        let root: JSONNode
        do throws(JSONReader.Problem) {
            root = try JSONReader.tree(of: text, allowsComments: true)
        } catch {
            throw ImportProblem(
                line: file.line(of: error.offset), "this is not JSON",
                hint: "V2Ray's own configuration is meant, in JSON, with comments or without.")
        }
        guard root.isObject else { throw ImportProblem(line: 1, "expected a JSON object") }
        if let port = V2RayNConfig.ports(of: root).first {
            throw ImportProblem(
                line: line(port),
                "this is v2rayN's own file, with the local port \(DisplayText.shortened(port.text ?? []))",
                hint: "`proxyenv detect` says what answers on that port.")
        }
        var findings = ImportFindings()
        for inbound in try inbounds(root, line)
        where findings.proposals.count <= ImportFindings.mostProposals {
            guard let proposal = try proposal(inbound, path, line(inbound), &findings) else {
                continue
            }
            findings.proposals.append(proposal)
        }
        if findings.proposals.isEmpty, findings.remarks.isEmpty {
            throw ImportProblem("no inbound in it speaks HTTP or SOCKS")
        }
        // The profile that more tools can use gets the name alone.
        let hasHTTP = findings.proposals.contains { $0.kinds.all?.scheme == .http }
        for index in findings.proposals.indices where hasHTTP {
            switch findings.proposals[index].kinds.all?.scheme {
            case .http?, nil: break
            case .https?: findings.proposals[index].suffix = "-https"
            default: findings.proposals[index].suffix = "-socks"
            }
        }
        return findings
    }

    /// The inbounds of today, and the `inbound` of V2Ray 3.
    private static func inbounds(
        _ root: JSONNode, _ line: (JSONNode) -> Int
    ) throws(ImportProblem) -> [JSONNode] {
        var nodes = root.member("inbound").map { [$0] } ?? []
        for name in ["inbounds", "inboundDetour"] {
            guard let list = root.member(name) else { continue }
            guard let elements = list.elements else {
                throw ImportProblem(line: line(list), "`\(name)` is not an array")
            }
            nodes += elements
        }
        for node in nodes where !node.isObject {
            throw ImportProblem(line: line(node), "an inbound is not an object")
        }
        return nodes
    }

    private static func proposal(
        _ inbound: JSONNode, _ path: String, _ line: Int, _ findings: inout ImportFindings
    ) throws(ImportProblem) -> Proposal? {
        let kind = (inbound.member("protocol") ?? inbound.member("type"))?.text ?? []
        let isSocks = kind.equalsIgnoringCase("socks")
        let isHTTP = kind.equalsIgnoringCase("http")
        guard isSocks || isHTTP || kind.equalsIgnoringCase("mixed") else { return nil }
        let port = (inbound.member("port") ?? inbound.member("listen_port"))?.text ?? []
        // Of several, `1080-1085` or `1080,1085`, one is enough.
        let first = port.prefix { $0.isDigit }
        let isList = "-,".utf8.contains(port.dropFirst(first.count).first ?? UInt8(ascii: ","))
        guard let number = ProxyURLParser.port(first), isList else {
            findings.remarks.append(
                "\(path):\(line) is passed over: the inbound's port is not a number")
            return nil
        }
        let listen = inbound.member("listen")?.text ?? Array("127.0.0.1".utf8)
        guard let host = ListenAddress.host(listen) else {
            findings.remarks.append(
                "\(path):\(line) is passed over: `\(DisplayText.shortened(listen))` is not an address"
            )
            return nil
        }
        let isInTLS =
            inbound.member("tls")?.member("enabled")?.isTrue == true
            || inbound.member("streamSettings")?.member("security")?.text?.equals("tls") == true
        if isInTLS, !isHTTP {
            findings.remarks.append(
                "\(path):\(line) is passed over: no tool speaks SOCKS inside TLS")
            return nil
        }
        let url = ProxyURL(
            scheme: isSocks ? .socks5h : isInTLS ? .https : .http,
            credentials: try credentials(inbound, isSocks: isSocks, line), host: host, port: number)
        return Proposal(
            kinds: ProxyKinds(all: url), description: "from \(path)", origin: "\(path):\(line)")
    }

    /// The first of the users; SOCKS has none but where its `auth` says so.
    private static func credentials(
        _ inbound: JSONNode, isSocks: Bool, _ line: Int
    ) throws(ImportProblem) -> ProxyURL.Credentials? {
        let settings = inbound.member("settings")
        let isOpen = isSocks && settings?.member("auth")?.text?.equals("password") != true
        let accounts = isOpen ? nil : settings?.member("accounts")
        guard let user = (accounts ?? inbound.member("users"))?.elements?.first,
            let name = (user.member("user") ?? user.member("username"))?.text
        else { return nil }
        let password = (user.member("pass") ?? user.member("password"))?.text
        return try ListenAddress.credentials(username: name, password: password, line: line)
    }
}
