import ProxyEnvCore

/// Which conversations are held with one endpoint, and what is concluded from them.
struct EndpointTalk {
    /// What is to be found out.
    let question: EndpointQuestion
    /// Where it listens.
    let address: SocketAddress

    private let begun = Clock.milliseconds
    private var hasDoubted = false

    /// A talk with what listens at `address`, to find out `question`.
    init(_ question: EndpointQuestion, at address: SocketAddress) {
        self.question = question
        self.address = address
    }

    /// What the conversations of `dialogues` show of this endpoint.
    func conclusion(_ dialogues: [Dialogue]) -> Conclusion {
        Conclusion(question, dialogues.map { $0.exchange })
    }

    private var proxy: ProxyURL { question.proxy }
    private var target: Target? { question.target }
    private var timeouts: ProbeTimeouts { question.timeouts }
    private var ownRole: Exchange.Role { question.ownRole }

    /// The conversations to begin with.
    func opening() -> [Dialogue] {
        var roles = [ownRole]
        for role in [Exchange.Role.http, .socks5] where role != ownRole { roles.append(role) }
        return roles.compactMap { dialogue($0) }
    }

    /// Looks at the conversations so far: shortens those that are no longer needed, and begins others.
    ///
    /// - Parameter dialogues: All that were begun with this endpoint, and may be with others.
    /// - Returns: Those to begin.
    mutating func next(_ dialogues: inout [Dialogue]) -> [Dialogue] {
        let conclusion = conclusion(dialogues)
        if conclusion.wantsPassword, proxy.credentials != nil,
            conclusion.find(.httpWithPassword) == nil
        {
            return dialogue(.httpWithPassword).map { [$0] } ?? []
        }
        if !hasDoubted, isDoubtful(conclusion) {
            hasDoubted = true
            let roles: [Exchange.Role] = [.page, .tunnel, .tls, .socks4]
            return roles.filter { $0 != .tunnel || target?.isSecure == false }
                .filter { conclusion.find($0) == nil }
                .compactMap { dialogue($0) }
        }
        if isSettled(conclusion) {
            let end = Clock.milliseconds + timeouts.grace
            for index in dialogues.indices
            where dialogues[index].exchange.endpoint == question.number {
                dialogues[index].deadline = min(dialogues[index].deadline, end)
            }
        }
        return []
    }

    /// Whether it is time to see whether it is something else than the profile says.
    private func isDoubtful(_ conclusion: Conclusion) -> Bool {
        if conclusion.isClear { return false }
        return conclusion.hasEnded(ownRole)
            || !conclusion.hasHeard(ownRole) && Clock.milliseconds - begun >= timeouts.patience
    }

    /// Whether nothing is to be learnt any more that matters.
    private func isSettled(_ conclusion: Conclusion) -> Bool {
        if conclusion.hasEnded(ownRole) {
            if conclusion.find(.httpWithPassword) != nil {
                return conclusion.hasEnded(.httpWithPassword)
            }
            return conclusion.isClear || conclusion.isWeb || conclusion.isTLS
        }
        // A SOCKS proxy says at once that it is one.
        return ownRole != .http && !conclusion.hasHeard(ownRole) && conclusion.isHTTPProxy
            && Clock.milliseconds - begun >= timeouts.patience
    }

    /// What a proxy is asked for where nobody wants to go anywhere: its own port, on which something listens for sure.
    private var own: Target? { Target(Array("https://127.0.0.1:\(proxy.port)".utf8)) }

    private func dialogue(_ role: Exchange.Role) -> Dialogue? {
        guard let place = target ?? own else { return nil }
        let isOwn = role == ownRole || role == .httpWithPassword
        let conversation: Conversation
        switch role {
        case .http: conversation = .http(HTTPConversation(request(place, nil)))
        case .httpWithPassword:
            conversation = .http(HTTPConversation(request(place, proxy.credentials)))
        case .tunnel:
            conversation = .http(HTTPConversation(HTTPRequest.connect(own ?? place)))
        case .page:
            conversation = .http(
                HTTPConversation(HTTPRequest.page(host: proxy.endpoint), bodyLimit: 512))
        case .socks5:
            conversation = .socks5(
                SOCKS5Conversation(to: isOwn ? target : nil, proxy.credentials))
        case .socks4: conversation = .socks4(SOCKS4Conversation(to: place, proxy.credentials))
        case .tls: conversation = .tls(TLSConversation(host: proxy.host))
        }
        // Others' answers don't wait for a target that is far away, but an HTTP proxy's does.
        let isFar = isOwn || role == .http
        return Dialogue(
            conversation, as: role, of: question.number, at: address,
            limit: isFar ? timeouts.answer : min(timeouts.connect, timeouts.answer))
    }

    private func request(_ place: Target, _ credentials: ProxyURL.Credentials?) -> [UInt8] {
        place.isSecure
            ? HTTPRequest.connect(place, credentials) : HTTPRequest.get(place, credentials)
    }
}
