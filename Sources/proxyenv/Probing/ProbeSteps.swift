import ProxyEnvCore

/// The steps that a report tells of, in their order, in words for a stranger.
struct ProbeSteps {
    private let report: EndpointReport
    private let target: Target

    /// The steps of `report` on the way to `target`.
    init(_ report: EndpointReport, to target: Target) {
        self.report = report
        self.target = target
    }

    /// All that were taken.
    var all: [ProbeStep] {
        [name, connect, proxyProtocol, password, tunnel].compactMap { $0 }
            + Self.origin(report.origin, of: target, report.milliseconds)
    }

    private var name: ProbeStep? {
        let host = report.proxy.host
        guard let time = report.milliseconds.resolve else { return nil }
        if report.addresses.isEmpty {
            return ProbeStep(
                name: "name", outcome: .bad, text: "cannot resolve \(host)",
                milliseconds: time)
        }
        let shown = report.addresses.prefix(3).map { $0.text }.joined(separator: ", ")
        let more = report.addresses.count > 3 ? " and others" : ""
        return ProbeStep(
            name: "name", outcome: .good, text: "\(host) is \(shown)\(more)", milliseconds: time)
    }

    private var connect: ProbeStep? {
        let endpoint = report.proxy.endpoint
        let time = report.milliseconds.connect
        switch report.connection {
        case .connected:
            let owner = report.otherUser.map { ", and is user \($0)'s, not yours" }
            return ProbeStep(
                name: "connect", outcome: owner == nil ? .good : .bad,
                text: "\(endpoint) accepts connections\(owner ?? "")", milliseconds: time)
        case .refused: return bad("connect", "nothing listens on \(endpoint)")
        case .silent: return bad("connect", "\(endpoint) does not answer")
        case .unresolvable: return nil
        case .failed(let message): return bad("connect", "\(endpoint): \(message)")
        }
    }

    private var proxyProtocol: ProbeStep? {
        guard report.connection == .connected else { return nil }
        if let muteness = report.muteness { return bad("protocol", "it \(muteness)") }
        let scheme = report.proxy.scheme
        let spoken = Self.names(of: report.spoken)
        if report.spoken.contains(Self.needed(by: scheme)) {
            return ProbeStep(
                name: "protocol", outcome: .good, text: "\(spoken), as the URL says")
        }
        if let server = report.serverDescription, report.spoken.isDisjoint(with: .proxies) {
            return bad("protocol", "it is not a proxy: it is \(server)")
        }
        return bad("protocol", "it speaks \(spoken), and the URL says \(scheme.rawValue)")
    }

    private var password: ProbeStep? {
        let hasOne = report.proxy.credentials != nil
        switch report.authentication {
        case .unknown: return nil
        case .notAsked:
            return ProbeStep(
                name: "password", outcome: hasOne ? .unknown : .good,
                text: hasOne
                    ? "it asks for none, although it is given a user name"
                    : "it asks for none")
        case .accepted:
            return ProbeStep(
                name: "password", outcome: .good, text: "it takes the one that it is given")
        case .refused(let schemes) where report.proxy.credentials?.password == nil:
            return bad(
                "password", "it does not take a name alone\(Self.list(schemes))")
        case .refused(let schemes):
            return bad("password", "it does not take the one that it is given\(Self.list(schemes))")
        case .required(let schemes):
            return bad("password", "it asks for one, and is given none\(Self.list(schemes))")
        }
    }

    private var tunnel: ProbeStep? {
        switch report.authentication {
        // It is not opened for want of a password, and that is told already.
        case .required, .refused: return nil
        case .notAsked, .accepted, .unknown: break
        }
        let place = Self.place(target)
        switch report.tunnel {
        case .notTried: return nil
        case .open:
            return ProbeStep(
                name: "tunnel", outcome: .good, text: "open to \(place)",
                milliseconds: report.milliseconds.tunnel)
        case .refused(let status, let reason):
            let words = [status.map { String($0) } ?? "", reason].filter { !$0.isEmpty }
            return bad(
                "tunnel", "refused to \(place): \(words.joined(separator: " "))",
                report.milliseconds.tunnel)
        }
    }

    /// The steps of the way to `target` without a proxy.
    static func direct(
        to target: Target, _ origin: EndpointReport.Origin, _ times: EndpointReport.Milliseconds
    ) -> [ProbeStep] {
        let steps = Self.origin(origin, of: target, times)
        guard let connect = times.connect else { return steps }
        let step = ProbeStep(
            name: "connect", outcome: .good, text: "\(place(target)) accepts connections",
            milliseconds: (times.resolve ?? 0) + connect)
        return [step] + steps
    }

    /// The steps of the target itself, through a proxy or without.
    static func origin(
        _ origin: EndpointReport.Origin, of target: Target, _ times: EndpointReport.Milliseconds
    ) -> [ProbeStep] {
        switch origin {
        case .notTried: return []
        case .skipped(let reason):
            return [ProbeStep(name: "answer", outcome: .unknown, text: "not tried: \(reason)")]
        case .failed(let message):
            let step =
                times.connect == nil
                ? "connect" : target.isSecure && times.tls == nil ? "TLS" : "answer"
            return [ProbeStep(name: step, outcome: .bad, text: message)]
        case .tlsFailure(let failure):
            return [ProbeStep(name: "TLS", outcome: .bad, text: failure.text)]
        case .answered(let answer):
            var steps: [ProbeStep] = []
            if let isPublic = answer.isPublicCA {
                let trust =
                    isPublic
                    ? "trusted by this system" : "trusted only by the profile's certificates"
                let whose = answer.issuer.map { ", by \($0)" } ?? ""
                steps.append(
                    ProbeStep(
                        name: "TLS", outcome: .good, text: "the certificate is \(trust)\(whose)",
                        milliseconds: times.tls))
            }
            let refusal = OriginRefusal(answer)
            let isGood = answer.status < 500 && answer.status != 407 && refusal == nil
            let why = refusal.map { ": \($0.text)" } ?? ""
            steps.append(
                ProbeStep(
                    name: "answer", outcome: isGood ? .good : .bad,
                    text: "status \(answer.status)\(why)", milliseconds: times.answer))
            return steps
        }
    }

    private func bad(_ name: String, _ text: String, _ time: Int? = nil) -> ProbeStep {
        ProbeStep(name: name, outcome: .bad, text: text, milliseconds: time)
    }

    // MARK: Words

    /// What a proxy of `scheme` has to speak.
    static func needed(by scheme: ProxyScheme) -> EndpointReport.Protocols {
        switch scheme {
        case .http: .http
        case .https: .tls
        case .socks5, .socks5h: .socks5
        case .socks4, .socks4a: .socks4
        }
    }

    /// The protocols for people.
    static func names(of spoken: EndpointReport.Protocols) -> String {
        var names: [String] = []
        if spoken.contains(.http) { names.append("HTTP") }
        if spoken.contains(.socks5) { names.append("SOCKS 5") }
        if spoken.contains(.socks4) { names.append("SOCKS 4") }
        if spoken.contains(.tls) { names.append("TLS") }
        if spoken.contains(.web) { names.append("HTTP, but as a server") }
        if spoken.contains(.other) { names.append("something else") }
        return names.joined(separator: " and ")
    }

    /// A target's host and port for people.
    static func place(_ target: Target) -> String {
        let host = DisplayText.shortened(target.host)
        return host.utf8.contains(0x3A) ? "[\(host)]:\(target.port)" : "\(host):\(target.port)"
    }

    private static func list(_ schemes: [String]) -> String {
        schemes.isEmpty ? "" : " (it takes: \(schemes.joined(separator: ", ")))"
    }

    /// The programs that tell a proxy who is there in one of `schemes`, so that others need not.
    static func speakers(of schemes: [String]) -> String {
        let isWindows = schemes.contains { scheme in
            ["ntlm", "negotiate"].contains { scheme.utf8.equalsIgnoringCase($0) }
        }
        return isWindows ? "Px or CNTLM" : "Px"
    }
}
