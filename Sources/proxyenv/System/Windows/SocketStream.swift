import CWindows
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
            if descriptor >= 0 { windows_close_socket(descriptor) }
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
    /// The corresponding function of Windows is `send`.
    ///
    /// - Returns: How many went.
    /// - Throws: That the connection is broken off.
    func send(_ bytes: [UInt8]) throws(SystemError) -> Int {
        do throws(SystemError) {
            return try SystemError.checked(
                bytes.withUnsafeBufferPointer { windows_send(descriptor, $0.baseAddress, $0.count) }
            )
        } catch .again {
            return 0
        }
    }

    /// Reads what has come, at most 4 KB.
    ///
    /// The corresponding function of Windows is `recv`.
    func receive() -> Received {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBufferPointer {
            windows_receive(descriptor, $0.baseAddress, $0.count)
        }
        if count > 0 { return .bytes(Array(bytes[..<count])) }
        if count == 0 { return .end }
        return SystemError.last == .again ? .nothing : .failed(.last)
    }

    /// Ends the connection.
    ///
    /// The corresponding function of Windows is `closesocket`.
    func close() { windows_close_socket(descriptor) }

    /// Waits until one of `streams` can be read, or written where it wants to send.
    ///
    /// - Returns: For each, whether something can be done with it.
    static func wait(
        for streams: [(stream: SocketStream, sends: Bool)], milliseconds: Int
    ) -> [Bool] {
        let both = Sockets.Event.read | Sockets.Event.write
        return Sockets.wait(
            for: streams.map { ($0.stream.descriptor, $0.sends ? both : Sockets.Event.read) },
            milliseconds: milliseconds
        ).map { $0 != 0 }
    }
}
