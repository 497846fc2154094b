import CSystem
import ProxyEnvCore

/// A connection over which bytes go, and which never waits.
struct SocketStream {
    /// What could be read.
    enum Received {
        /// These bytes.
        case bytes([UInt8])
        /// Nothing yet.
        case nothing
        /// Nothing, and nothing more comes.
        case end
        /// Nothing, as the connection was broken off.
        case failed(SystemError)
    }

    /// Its descriptor.
    let descriptor: Int32

    /// Begins a connection to `address`.
    ///
    /// - Throws: That it failed at once.
    init(to address: SocketAddress) throws(SystemError) {
        let (descriptor, outcome) = Sockets.start(address)
        if case .failed(let error)? = outcome {
            if descriptor >= 0 { CSystem.close(descriptor) }
            throw error
        }
        self.descriptor = descriptor
    }

    /// Why the connection did not come about, once it has been waited for, or nil if it did.
    var connectionError: SystemError? {
        if case .failed(let error) = Sockets.result(of: descriptor) { error } else { nil }
    }

    /// Sends as many of `bytes` as go at once.
    ///
    /// The corresponding C function is `send`.
    ///
    /// - Returns: How many went.
    /// - Throws: That the connection is broken off.
    func send(_ bytes: [UInt8]) throws(SystemError) -> Int {
        do throws(SystemError) {
            return try retryingOnInterrupt {
                bytes.withUnsafeBytes { system_send(descriptor, $0.baseAddress, $0.count) }
            }
        } catch SystemError(code: EAGAIN) {
            return 0
        }
    }

    /// Reads what has come, at most 4 KB.
    func receive() -> Received {
        var bytes: [UInt8] = []
        do throws(SystemError) {
            let count = try Descriptor.read(descriptor, into: &bytes, count: 4096)
            return count == 0 ? .end : .bytes(bytes)
        } catch SystemError(code: EAGAIN) {
            return .nothing
        } catch {
            return .failed(error)
        }
    }

    /// Ends the connection.
    ///
    /// The corresponding C function is `close`.
    func close() { CSystem.close(descriptor) }

    /// Waits until one of `streams` can be read, or written where it wants to send.
    ///
    /// The corresponding C function is `poll`.
    ///
    /// - Returns: For each, whether something can be done with it.
    static func wait(
        for streams: [(stream: SocketStream, sends: Bool)], milliseconds: Int
    ) -> [Bool] {
        var requests = streams.map { entry in
            let events = entry.sends ? POLLIN | POLLOUT : POLLIN
            return pollfd(fd: entry.stream.descriptor, events: Int16(events), revents: 0)
        }
        let count = poll(&requests, nfds_t(requests.count), Int32(clamping: max(0, milliseconds)))
        if count <= 0 { return streams.map { _ in false } }
        return requests.map { $0.revents != 0 }
    }
}
