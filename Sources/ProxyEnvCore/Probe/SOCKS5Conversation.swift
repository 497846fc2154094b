/// A conversation with a SOCKS 5 proxy (RFC 1928, and RFC 1929 for the password).
public struct SOCKS5Conversation: Sendable {
    /// What came of it.
    public enum Result: Sendable, Equatable {
        /// Nothing yet, or not enough.
        case pending
        /// It speaks SOCKS 5, and nothing more was wanted.
        case greeted(wantsPassword: Bool)
        /// It lets nobody in by no password, nor by name and password.
        case noMethod
        /// It wants a name and a password, and there is none to tell it.
        case passwordWanted
        /// Name or password is longer than the protocol has room for: 255 bytes.
        case passwordTooLong
        /// It did not take the name and the password.
        case passwordRefused
        /// It has opened the route to the target.
        case open
        /// It has not, for the reason of this number.
        case refused(UInt8)
        /// Something that is no SOCKS 5; its first bytes.
        case foreign([UInt8])
        /// The connection was closed before the end.
        case closed(afterBytes: Int)
    }

    private enum State { case method, password, reply, done }

    /// What is sent at the beginning: that no password will do, and that a name and a password can be told.
    public let opening: [UInt8] = [5, 2, 0, 2]
    /// What came of it so far.
    public private(set) var result = Result.pending
    /// Whether it has asked for a name and a password.
    public private(set) var wantsPassword = false
    /// Whether it speaks SOCKS 5.
    public private(set) var isSOCKS = false

    private let target: Target?
    private let credentials: ProxyURL.Credentials?
    private var state = State.method
    private var received: [UInt8] = []
    private var total = 0

    /// A conversation about the route to `target`, or only a greeting without one.
    public init(to target: Target?, _ credentials: ProxyURL.Credentials? = nil) {
        self.target = target
        self.credentials = credentials
    }

    /// Whether nothing more is wanted.
    public var isDone: Bool { state == .done }

    /// Takes what has come.
    ///
    /// - Returns: What is to be sent.
    public mutating func take(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var answer: [UInt8] = []
        for byte in bytes where state != .done {
            received.append(byte)
            total += 1
            switch state {
            case .method: answer += readMethod()
            case .password: answer += readPassword()
            case .reply: readReply()
            case .done: break
            }
        }
        return answer
    }

    /// Learns that nothing more comes.
    public mutating func end() {
        guard state != .done else { return }
        if state == .method, let first = received.first, first != 5 {
            finish(.foreign(received))
        } else {
            // RFC 1929 has a server close the connection instead of an answer, too.
            finish(state == .password ? .passwordRefused : .closed(afterBytes: total))
        }
    }

    private mutating func finish(_ result: Result) {
        self.result = result
        state = .done
    }

    /// The next state, in which nothing has been read.
    private mutating func enter(_ next: State) {
        state = next
        received = []
    }

    private mutating func readMethod() -> [UInt8] {
        guard received.first == 5 else {
            if received.count >= FirstBytes.count { finish(.foreign(received)) }
            return []
        }
        guard received.count == 2 else { return [] }
        isSOCKS = true
        switch received[1] {
        case 0: return request()
        case 2:
            wantsPassword = true
            return tellPassword()
        case 0xFF: finish(.noMethod)
        default:
            isSOCKS = false
            finish(.foreign(received))
        }
        return []
    }

    private mutating func tellPassword() -> [UInt8] {
        guard target != nil else {
            finish(.greeted(wantsPassword: true))
            return []
        }
        guard let credentials else {
            finish(.passwordWanted)
            return []
        }
        let password = credentials.password ?? []
        guard let nameCount = UInt8(exactly: credentials.username.count),
            let passwordCount = UInt8(exactly: password.count)
        else {
            finish(.passwordTooLong)
            return []
        }
        enter(.password)
        return [1, nameCount] + credentials.username + [passwordCount] + password
    }

    private mutating func readPassword() -> [UInt8] {
        guard received.count == 2 else { return [] }
        guard received[1] == 0 else {
            finish(.passwordRefused)
            return []
        }
        return request()
    }

    /// The request for a connection (RFC 1928, section 4), the target's name for the proxy to look up.
    private mutating func request() -> [UInt8] {
        guard let target, let port = UInt16(exactly: target.port) else {
            finish(.greeted(wantsPassword: wantsPassword))
            return []
        }
        enter(.reply)
        let end = [UInt8(port >> 8), UInt8(port & 255)]
        if let address = target.ipv4 { return [5, 1, 0, 1] + address + end }
        if let address = target.ipv6 { return [5, 1, 0, 4] + address + end }
        let host = target.host.prefix(255)
        return [5, 1, 0, 3, UInt8(truncatingIfNeeded: host.count)] + host + end
    }

    /// Version, reply, a zero, and the address that the proxy uses (RFC 1928, section 6).
    private mutating func readReply() {
        guard received.first == 5 else { return finish(.foreign(received)) }
        guard received.count >= 5 else { return }
        let length: Int
        switch received[3] {
        case 1: length = 10
        case 3: length = 7 + Int(received[4])
        case 4: length = 22
        // An address of no known kind has no end that could be waited for.
        default: length = 5
        }
        if received.count >= length {
            finish(received[1] == 0 ? .open : .refused(received[1]))
        }
    }

    /// What a proxy means by `reply` (RFC 1928, section 6).
    public static func meaning(of reply: UInt8) -> String {
        switch reply {
        case 1: "general failure"
        case 2: "denied by the proxy's rules"
        case 3: "network unreachable"
        case 4: "host unreachable"
        case 5: "connection refused"
        case 6: "TTL expired"
        case 7: "command not supported"
        case 8: "address type not supported"
        default: "reply \(reply)"
        }
    }
}
