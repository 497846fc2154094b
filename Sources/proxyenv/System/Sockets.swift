import ProxyEnvCore

/// Connections to see whether something listens; no byte is sent.
enum Sockets {
    /// An address to connect to.
    enum Address: Equatable {
        /// Four bytes.
        case ipv4([UInt8], port: UInt16)
        /// Sixteen bytes.
        case ipv6([UInt8], port: UInt16)

        /// The addresses that `host` stands for without asking anybody: a literal, or `localhost`.
        static func literal(_ host: String, port: UInt16) -> [Address]? {
            let text = Array(host.utf8)
            if let bytes = IPAddress.ipv4(text) { return [.ipv4(bytes, port: port)] }
            if let bytes = IPAddress.ipv6(text) { return [.ipv6(bytes, port: port)] }
            guard host == "localhost" else { return nil }
            let six = Array(repeating: UInt8(0), count: 15) + [1]
            return [.ipv4([127, 0, 0, 1], port: port), .ipv6(six, port: port)]
        }
    }

    /// What came of a connection.
    enum Outcome: Equatable {
        /// Something listens.
        case accepted
        /// Nothing does, or nobody lets us there.
        case failed(SystemError)
        /// There was no answer in time.
        case silent
    }
}
