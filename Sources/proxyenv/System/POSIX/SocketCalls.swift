import CSystem
import ProxyEnvCore

/// The calls that begin a connection and wait for it.
extension Sockets {
    /// Connects to all `addresses` at once.
    ///
    /// - Parameters:
    ///   - addresses: Where to connect.
    ///   - limit: The milliseconds after which what has not answered is silent.
    ///   - isEnough: Told of the outcomes so far, nil where there is none yet; true ends the waiting.
    /// - Returns: What came of each.
    static func connect(
        _ addresses: [SocketAddress], limit: Int,
        until isEnough: ([Outcome?]) -> Bool = { _ in false }
    ) -> [Outcome] {
        var outcomes: [Outcome?] = []
        var descriptors: [Int32] = []
        for address in addresses {
            let (descriptor, outcome) = start(address)
            descriptors.append(descriptor)
            outcomes.append(outcome)
        }
        defer { for descriptor in descriptors where descriptor >= 0 { close(descriptor) } }
        let end = Clock.milliseconds + limit
        while outcomes.contains(nil), !isEnough(outcomes) {
            let waiting = outcomes.indices.filter { outcomes[$0] == nil }
            var requests = waiting.map {
                pollfd(fd: descriptors[$0], events: Int16(POLLOUT), revents: 0)
            }
            let left = end - Clock.milliseconds
            guard left > 0 else { break }
            let count = poll(&requests, nfds_t(requests.count), Int32(clamping: left))
            if count < 0, system_errno() != EINTR { break }
            guard count > 0 else { continue }
            for (request, index) in zip(requests, waiting) where request.revents != 0 {
                outcomes[index] = result(of: request.fd)
            }
        }
        return outcomes.map { $0 ?? .silent }
    }

    /// Whether `address` refuses connections at once: nothing listens there.
    static func isRefused(_ address: SocketAddress, limit: Int) -> Bool {
        let (descriptor, outcome) = start(address)
        defer { if descriptor >= 0 { close(descriptor) } }
        if let outcome { return outcome == .failed(.refused) }
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&request, 1, Int32(clamping: limit)) > 0
            && result(of: descriptor) == .failed(.refused)
    }

    /// Begins a connection without waiting for it.
    static func start(_ address: SocketAddress) -> (descriptor: Int32, outcome: Outcome?) {
        let isIPv4 = if case .ipv4 = address { true } else { false }
        let descriptor = system_stream_socket(isIPv4 ? AF_INET : AF_INET6)
        guard descriptor >= 0 else { return (-1, .failed(.last)) }
        _ = system_fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = system_fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let status =
            switch address {
            case .ipv4(let bytes, let port): connect(descriptor, bytes, port)
            case .ipv6(let bytes, let port): connect6(descriptor, bytes, port)
            }
        if status == 0 { return (descriptor, .accepted) }
        return (descriptor, system_errno() == EINPROGRESS ? nil : .failed(.last))
    }

    /// Whether `address` is one of this machine's own, so that a socket can be bound to it.
    ///
    /// The corresponding C function is `bind`.
    static func isOwn(_ address: SocketAddress) -> Bool {
        let isIPv4 = if case .ipv4 = address { true } else { false }
        let descriptor = system_stream_socket(isIPv4 ? AF_INET : AF_INET6)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        switch address {
        case .ipv4(let bytes, _):
            var place = name4(bytes, port: 0)
            return system_bind4(descriptor, &place) == 0
        case .ipv6(let bytes, _):
            var place = name6(bytes, port: 0)
            return system_bind6(descriptor, &place) == 0
        }
    }

    private static func connect(_ descriptor: Int32, _ bytes: [UInt8], _ port: UInt16) -> Int32 {
        var address = name4(bytes, port: port)
        return system_connect4(descriptor, &address)
    }

    private static func connect6(_ descriptor: Int32, _ bytes: [UInt8], _ port: UInt16) -> Int32 {
        var address = name6(bytes, port: port)
        return system_connect6(descriptor, &address)
    }

    private static func name4(_ bytes: [UInt8], port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &address.sin_addr) { $0.copyBytes(from: bytes.prefix(4)) }
        return address
    }

    private static func name6(_ bytes: [UInt8], port: UInt16) -> sockaddr_in6 {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        withUnsafeMutableBytes(of: &address.sin6_addr) { $0.copyBytes(from: bytes.prefix(16)) }
        return address
    }

    /// What came of a connection that was begun.
    ///
    /// The corresponding C function is `getsockopt`.
    static func result(of descriptor: Int32) -> Outcome {
        var error: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length)
        return error == 0 ? .accepted : .failed(SystemError(code: error))
    }
}
