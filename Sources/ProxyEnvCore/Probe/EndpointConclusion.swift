extension Conclusion {
    /// Completes `report`, which knows the connection already.
    public func complete(_ report: inout EndpointReport) {
        report.spoken = spoken
        report.serverDescription = serverDescription
        if report.spoken.isEmpty { report.muteness = muteness }
        switch question.proxy.scheme {
        case .http where report.spoken.contains(.http): completeHTTP(&report)
        // Where nothing is to be reached, the port's kind is all that is wanted, whatever it is.
        case .http:
            if question.target == nil, let socks = socks5 { complete(&report, socks) }
        case .https: break
        case .socks5, .socks5h: if let socks = socks5 { complete(&report, socks) }
        case .socks4, .socks4a:
            if let socks = socks4 { complete(&report, socks) }
        }
        measure(&report)
    }

    /// What the endpoint speaks, as far as it has shown it.
    public var spoken: EndpointReport.Protocols {
        var spoken: EndpointReport.Protocols = []
        if isHTTPProxy { spoken.insert(.http) }
        if socks5 != nil { spoken.insert(.socks5) }
        if socks4 != nil { spoken.insert(.socks4) }
        if isTLS { spoken.insert(.tls) }
        if isWeb { spoken.insert(.web) }
        if spoken.isEmpty, strangeWords != nil { spoken.insert(.other) }
        return spoken
    }

    /// What it says, if that is of no protocol which is known here.
    private var strangeWords: [UInt8]? {
        foreign.first { FirstBytes($0) == .other }
    }

    private var serverDescription: String? {
        if isWeb, let head = self.head(.page) {
            if case .http(let page)? = find(.page)?.conversation,
                case .answered(_, let body) = page.result,
                body.indices.contains(where: { body[$0...].hasPrefix("\"hello\":\"clash") })
            {
                return "Clash's API"
            }
            let server = head.value(of: "Server").map { ", \(DisplayText.shortened($0, to: 40))" }
            return "a web server or an API (status \(head.status)\(server ?? ""))"
        }
        return strangeWords.map { words in
            let line = words.prefix { $0 != 0x0D && $0 != 0x0A }
            // No more is read than is needed to tell.
            let isCut = line.count == words.count && words.count >= FirstBytes.count
            return "something that says `\(DisplayText.shortened(line))\(isCut ? "…" : "")`"
        }
    }

    /// How it behaves that shows no protocol.
    private var muteness: String? {
        guard let exchange = find(question.ownRole) else { return nil }
        switch exchange.end {
        case .late? where exchange.hasHeard: return "began an answer and did not end it in time"
        case .late?, nil: return "accepts connections and says nothing"
        case .failed(let message)?: return "breaks connections off: \(message)"
        case .told?: break
        }
        if case .http(let conversation) = exchange.conversation, conversation.result == .tooLong {
            return "answers with a head of more than \(HTTPConversation.longestHead / 1024) KB"
        }
        return exchange.hasHeard
            ? "closes connections in the middle of its answer"
            : "closes connections without a word"
    }

    // MARK: The route

    private func completeHTTP(_ report: inout EndpointReport) {
        let head = self.head(.http)
        let hasPassword = question.proxy.credentials != nil
        if let head, head.status == 407 {
            let second = self.head(.httpWithPassword)
            if hasPassword {
                // tinyproxy answers a wrong password with the status of a server.
                let isAccepted = second.map { ![401, 407].contains($0.status) } ?? false
                report.authentication =
                    isAccepted ? .accepted : .refused(schemes: head.proxySchemes)
            } else {
                report.authentication = .required(schemes: head.proxySchemes)
            }
        } else if head != nil {
            report.authentication = .notAsked
        }
        guard question.target?.isSecure == true else { return }
        let last = find(.httpWithPassword) ?? find(.http)
        guard
            let answer = find(.httpWithPassword) == nil
                ? head : self.head(.httpWithPassword)
        else {
            report.tunnel = .refused(status: nil, reason: unanswered(last))
            return
        }
        report.tunnel =
            (200..<300).contains(answer.status)
            ? .open
            : .refused(
                status: answer.status, reason: DisplayText.shortened(answer.reason, to: 80))
    }

    private func complete(_ report: inout EndpointReport, _ socks: SOCKS5Conversation) {
        let schemes = ["name and password"]
        report.authentication = socks.wantsPassword ? .accepted : .notAsked
        var reason: String?
        switch socks.result {
        case .open: break
        case .greeted(let wantsPassword):
            if wantsPassword { report.authentication = .required(schemes: schemes) }
            return
        case .noMethod:
            report.authentication = .required(schemes: ["something else than a password"])
            reason = "it accepts no login"
        case .passwordWanted:
            report.authentication = .required(schemes: schemes)
            reason = "it asks for a password"
        case .passwordTooLong, .passwordRefused:
            report.authentication = .refused(schemes: schemes)
            reason = "it does not accept the password"
        case .refused(let code):
            reason = SOCKS5Conversation.meaning(of: code)
            // "Connection not allowed by ruleset" (RFC 1928, section 6).
            report.isDenied = code == 2
        case .pending, .foreign, .closed: reason = unanswered(find(.socks5))
        }
        guard question.target != nil else { return }
        report.tunnel = reason.map { .refused(status: nil, reason: $0) } ?? .open
    }

    private func complete(_ report: inout EndpointReport, _ socks: SOCKS4Conversation) {
        guard question.target != nil else { return }
        switch socks.result {
        case .open: report.tunnel = .open
        case .refused(let code):
            report.tunnel = .refused(status: nil, reason: SOCKS4Conversation.meaning(of: code))
        case .pending, .foreign, .closed:
            report.tunnel = .refused(status: nil, reason: unanswered(find(.socks4)))
        }
        report.authentication = .notAsked
    }

    private func unanswered(_ exchange: Exchange?) -> String {
        switch exchange?.end {
        case .failed(let message)?: "it broke the connection off: \(message)"
        case .told?: "it closed the connection"
        case .late?, nil: "no answer within \(DisplayText.duration(question.timeouts.answer))"
        }
    }

    private func measure(_ report: inout EndpointReport) {
        guard let own = find(question.ownRole), let connected = own.connected else { return }
        report.milliseconds.connect = connected - own.begun
        guard own.end == .told else { return }
        let last = find(.httpWithPassword) ?? own
        report.milliseconds.tunnel = last.ended - connected
    }
}
