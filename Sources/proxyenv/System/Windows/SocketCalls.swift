import CWindows
import ProxyEnvCore

/// The calls that begin a connection and wait for it.
extension Sockets {
    /// What is asked of a socket, and what can be done with it.
    enum Event {
        /// It can be read.
        static let read: Int32 = 1
        /// It can be written: the connection is there.
        static let write: Int32 = 2
    }

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
        defer {
            for descriptor in descriptors where descriptor >= 0 { windows_close_socket(descriptor) }
        }
        let end = Clock.milliseconds + limit
        while outcomes.contains(nil), !isEnough(outcomes) {
            let waiting = outcomes.indices.filter { outcomes[$0] == nil }
            let left = end - Clock.milliseconds
            guard left > 0 else { break }
            let events = wait(
                for: waiting.map { (descriptors[$0], Event.write) }, milliseconds: left)
            for (event, index) in zip(events, waiting) where event != 0 {
                outcomes[index] = result(of: descriptors[index])
            }
        }
        return outcomes.map { $0 ?? .silent }
    }

    /// Whether `address` refuses connections at once: nothing listens there.
    static func isRefused(_ address: SocketAddress, limit: Int) -> Bool {
        let (descriptor, outcome) = start(address)
        defer { if descriptor >= 0 { windows_close_socket(descriptor) } }
        if let outcome { return outcome == .failed(.refused) }
        return wait(for: [(descriptor, Event.write)], milliseconds: limit) != [0]
            && result(of: descriptor) == .failed(.refused)
    }

    /// What can be done with each of `sockets`, within `milliseconds`; 0 is nothing.
    ///
    /// The corresponding function of Windows is `select`.
    static func wait(
        for sockets: [(descriptor: Int32, event: Int32)], milliseconds: Int
    ) -> [Int32] {
        var events = sockets.map { $0.event }
        let descriptors = sockets.map { $0.descriptor }
        let count = Int32(sockets.count)
        _ = descriptors.withUnsafeBufferPointer { descriptors in
            events.withUnsafeMutableBufferPointer { events in
                windows_wait_sockets(
                    descriptors.baseAddress, events.baseAddress, count,
                    Int32(clamping: max(0, milliseconds)))
            }
        }
        return events
    }

    /// Begins a connection without waiting for it.
    ///
    /// The corresponding functions of Windows are `WSASocketW` and `connect`.
    static func start(_ address: SocketAddress) -> (descriptor: Int32, outcome: Outcome?) {
        let (bytes, port) = parts(of: address)
        let descriptor = windows_socket(bytes.count == 4 ? 0 : 1)
        guard descriptor >= 0 else { return (-1, .failed(.last)) }
        let status = bytes.withUnsafeBufferPointer {
            windows_connect(descriptor, $0.baseAddress, Int32($0.count), Int32(port))
        }
        switch status {
        case 0: return (descriptor, .accepted)
        case 1: return (descriptor, nil)
        default: return (descriptor, .failed(.last))
        }
    }

    /// Whether `address` is one of this machine's own, so that a socket can be bound to it.
    ///
    /// The corresponding function of Windows is `bind`.
    static func isOwn(_ address: SocketAddress) -> Bool {
        parts(of: address).bytes.withUnsafeBufferPointer {
            windows_is_own_address($0.baseAddress, Int32($0.count)) != 0
        }
    }

    private static func parts(of address: SocketAddress) -> (bytes: [UInt8], port: UInt16) {
        switch address {
        case .ipv4(let bytes, let port), .ipv6(let bytes, let port): (bytes, port)
        }
    }

    /// What came of a connection that was begun.
    ///
    /// The corresponding function of Windows is `getsockopt`.
    static func result(of descriptor: Int32) -> Outcome {
        let error = windows_socket_error(descriptor)
        return error == 0 ? .accepted : .failed(SystemError(code: error))
    }
}
