/// An address to connect to: what a host's name stands for, and a port.
public enum SocketAddress: Sendable, Equatable {
    /// Four bytes.
    case ipv4([UInt8], port: UInt16)
    /// Sixteen bytes.
    case ipv6([UInt8], port: UInt16)

    /// The addresses that `host` stands for without asking anybody: a literal, or `localhost`.
    public static func literal(_ host: String, port: UInt16) -> [SocketAddress]? {
        let text = Array(host.utf8)
        if let bytes = IPAddress.ipv4(text) { return [.ipv4(bytes, port: port)] }
        if let bytes = IPAddress.ipv6(text) { return [.ipv6(bytes, port: port)] }
        guard host == "localhost" else { return nil }
        let six = Array(repeating: UInt8(0), count: 15) + [1]
        return [.ipv4([127, 0, 0, 1], port: port), .ipv6(six, port: port)]
    }

    /// The address as text, without its port.
    public var text: String {
        switch self {
        case .ipv4(let bytes, _): bytes.map { String($0) }.joined(separator: ".")
        case .ipv6(let bytes, _): IPAddress.text(ipv6: bytes)
        }
    }
}
