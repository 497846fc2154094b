/// The ports in a configuration of Clash or mihomo, as far as they stand in it as programs write them: a key, a number.
public enum ClashConfig {
    /// The keys whose ports are proxies.
    private static let keys = ["mixed-port", "port", "socks-port"]

    /// The ports of the keys at the top of `text`, in their order, each once.
    public static func ports(in text: [UInt8]) -> [UInt16] {
        var ports: [UInt16] = []
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            // A key that is indented belongs to another.
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                keys.contains(where: { line[..<colon].equals($0) })
            else { continue }
            let value = line[(colon + 1)...].prefix { $0 != UInt8(ascii: "#") }.trimmingBlanks
            if let port = ProxyURLParser.port(value), !ports.contains(port) { ports.append(port) }
        }
        return ports
    }
}
