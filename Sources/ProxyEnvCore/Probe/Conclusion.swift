/// What the conversations with an endpoint show, together.
public struct Conclusion {
    let question: EndpointQuestion
    private let exchanges: [Exchange]

    /// What those of `exchanges` show that were held with the endpoint of `question`.
    public init(_ question: EndpointQuestion, _ exchanges: [Exchange]) {
        self.question = question
        self.exchanges = exchanges.filter { $0.endpoint == question.number }
    }

    /// The conversation in `role`, if there was one.
    public func find(_ role: Exchange.Role) -> Exchange? { exchanges.first { $0.role == role } }

    /// Whether one of the conversations goes on.
    public var isOpen: Bool { exchanges.contains { $0.end == nil } }

    /// Whether the conversation in `role` is over.
    public func hasEnded(_ role: Exchange.Role) -> Bool { find(role)?.end != nil }

    /// Whether a byte has come in `role`.
    public func hasHeard(_ role: Exchange.Role) -> Bool { find(role)?.hasHeard == true }

    /// The head of the answer in `role`, if there was one.
    public func head(_ role: Exchange.Role) -> HTTPHead? {
        guard case .http(let conversation)? = find(role)?.conversation,
            case .answered(let head, _) = conversation.result
        else { return nil }
        return head
    }

    /// The conversation in SOCKS 5, if it was one.
    public var socks5: SOCKS5Conversation? {
        guard case .socks5(let conversation)? = find(.socks5)?.conversation, conversation.isSOCKS
        else { return nil }
        return conversation
    }

    /// The conversation in SOCKS 4, if it was one.
    public var socks4: SOCKS4Conversation? {
        guard case .socks4(let conversation)? = find(.socks4)?.conversation, conversation.isSOCKS
        else { return nil }
        return conversation
    }

    /// Whether it speaks TLS.
    public var isTLS: Bool {
        if case .tls(let conversation)? = find(.tls)?.conversation, conversation.result == .spoken {
            return true
        }
        return !opensTunnels && foreign.contains { FirstBytes($0) == .tls }
    }

    /// What was said that is not of the protocol which was tried.
    public var foreign: [[UInt8]] {
        exchanges.compactMap { exchange in
            switch exchange.conversation {
            case .http(let it): if case .foreign(let bytes) = it.result { bytes } else { nil }
            case .socks5(let it): if case .foreign(let bytes) = it.result { bytes } else { nil }
            case .socks4(let it): if case .foreign(let bytes) = it.result { bytes } else { nil }
            case .tls(let it): if case .foreign(let bytes) = it.result { bytes } else { nil }
            }
        }
    }

    // MARK: HTTP

    /// Whether it asks for a password by a scheme by which it can be told.
    public var wantsPassword: Bool {
        guard let head = head(.http), head.status == 407 else { return false }
        return head.proxySchemes.contains {
            $0.utf8.elementsEqual("basic".utf8) { $0.lowercased == $1 }
        }
    }

    /// Whether it is an HTTP proxy.
    public var isHTTPProxy: Bool {
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
        case .late?: !question.timeouts.wantsProof
        case .told?, .failed?: true
        }
    }

    /// Whether it is a web server or an API.
    public var isWeb: Bool { head(.page) != nil && !isHTTPProxy && !isTLS }

    /// Whether the protocol of the profile is spoken, beyond doubt.
    public var isClear: Bool {
        switch question.ownRole {
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
        head.isOfProxy || question.target?.isSecure != false && Self.isOfTunnel(head)
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
