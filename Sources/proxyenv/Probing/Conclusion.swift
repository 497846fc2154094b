import ProxyEnvCore

/// What the conversations with an endpoint show, together.
struct Conclusion {
    private let talk: EndpointTalk
    private let dialogues: [Dialogue]

    /// What those of `dialogues` show that were held with the endpoint of `talk`.
    init(_ talk: EndpointTalk, _ dialogues: [Dialogue]) {
        self.talk = talk
        self.dialogues = dialogues.filter { $0.endpoint == talk.number }
    }

    /// The conversation in `role`, if there was one.
    func find(_ role: Dialogue.Role) -> Dialogue? { dialogues.first { $0.role == role } }

    /// Whether the conversation in `role` is over.
    func hasEnded(_ role: Dialogue.Role) -> Bool { find(role)?.end != nil }

    /// Whether a byte has come in `role`.
    func hasHeard(_ role: Dialogue.Role) -> Bool { find(role)?.hasHeard == true }

    /// The head of the answer in `role`, if there was one.
    func head(_ role: Dialogue.Role) -> HTTPHead? {
        guard case .http(let conversation)? = find(role)?.conversation,
            case .answered(let head, _) = conversation.result
        else { return nil }
        return head
    }

    /// The conversation in SOCKS 5, if it was one.
    var socks5: SOCKS5Conversation? {
        guard case .socks5(let conversation)? = find(.socks5)?.conversation, conversation.isSOCKS
        else { return nil }
        return conversation
    }

    /// The conversation in SOCKS 4, if it was one.
    var socks4: SOCKS4Conversation? {
        guard case .socks4(let conversation)? = find(.socks4)?.conversation, conversation.isSOCKS
        else { return nil }
        return conversation
    }

    /// Whether it speaks TLS.
    var isTLS: Bool {
        if case .tls(let conversation)? = find(.tls)?.conversation, conversation.result == .spoken {
            return true
        }
        return !opensTunnels && foreign.contains { FirstBytes($0) == .tls }
    }

    /// What was said that is not of the protocol which was tried.
    var foreign: [[UInt8]] {
        dialogues.compactMap { dialogue in
            switch dialogue.conversation {
            case .http(let it): if case .foreign(let bytes) = it.result { bytes } else { nil }
            case .socks5(let it): if case .foreign(let bytes) = it.result { bytes } else { nil }
            case .socks4(let it): if case .foreign(let bytes) = it.result { bytes } else { nil }
            case .tls(let it): if case .foreign(let bytes) = it.result { bytes } else { nil }
            }
        }
    }

    // MARK: HTTP

    /// Whether it asks for a password in a way in which it can be told.
    var wantsPassword: Bool {
        guard let head = head(.http), head.status == 407 else { return false }
        return head.proxySchemes.contains {
            $0.utf8.elementsEqual("basic".utf8) { $0.lowercased == $1 }
        }
    }

    /// Whether it is an HTTP proxy.
    var isHTTPProxy: Bool {
        if opensTunnels { return true }
        if let head = head(.http), isOfProxy(head) { return true }
        if isTLS { return false }
        // What a web server answers with its page, a proxy refuses.
        if let page = head(.page) { return page.status == 400 || page.isOfProxy }
        return head(.http) != nil && hasNoPage
    }

    /// Whether there is no page, for sure where that is wanted: on a busy machine one may only be late.
    private var hasNoPage: Bool {
        switch find(.page)?.end {
        case nil: false
        case .late?: !talk.limits.wantsProof
        case .told?, .failed?: true
        }
    }

    /// Whether it is a web server or an API.
    var isWeb: Bool { head(.page) != nil && !isHTTPProxy && !isTLS }

    /// Whether the protocol of the profile is spoken, beyond doubt.
    var isClear: Bool {
        switch talk.ownRole {
        case .http, .httpWithPassword, .page, .tunnel: head(.http).map { isOfProxy($0) } ?? false
        case .socks5: socks5 != nil
        case .socks4: socks4 != nil
        case .tls: isTLS
        }
    }

    /// Whether it has answered a request for a tunnel as a proxy does, where the target itself needs none.
    private var opensTunnels: Bool { head(.tunnel).map { Self.isOfTunnel($0) } ?? false }

    /// Whether only a proxy answers the request so; one without a tunnel may be answered by the target itself.
    private func isOfProxy(_ head: HTTPHead) -> Bool {
        head.isOfProxy || talk.target?.isSecure != false && Self.isOfTunnel(head)
    }

    /// Whether only a proxy answers a request for a tunnel so.
    private static func isOfTunnel(_ head: HTTPHead) -> Bool {
        switch head.status {
        case 200..<300:
            // An opened tunnel has no body (RFC 9110, section 9.3.6).
            let length = head.value(of: "Content-Length")
            return head.value(of: "Transfer-Encoding") == nil && (length == nil || length == [0x30])
        case 300..<400, 400, 401, 404, 405, 426, 501: return head.isOfProxy
        default: return true
        }
    }
}
