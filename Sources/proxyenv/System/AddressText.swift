import ProxyEnvCore

extension Sockets.Address {
    /// The address as text, without its port.
    var text: String {
        switch self {
        case .ipv4(let bytes, _): bytes.map { String($0) }.joined(separator: ".")
        case .ipv6(let bytes, _): IPAddress.text(ipv6: bytes)
        }
    }
}
