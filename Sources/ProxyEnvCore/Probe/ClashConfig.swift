/// The ports in a configuration of Clash or mihomo, as far as they stand in it as programs write them: a key, a number.
public enum ClashConfig {
    /// The keys whose ports are proxies.
    private static let keys = ["mixed-port", "port", "socks-port"]

    /// The ports of the keys at the top of `text`, in their order, each once.
    public static func ports(in text: [UInt8]) -> [UInt16] {
        var ports: [UInt16] = []
        for entry in YAMLText.entries(in: text) where keys.contains(where: { entry.key.equals($0) })
        {
            let value = YAMLText.unquoted(entry.value.text) ?? []
            if let port = ProxyURLParser.port(value), !ports.contains(port) { ports.append(port) }
        }
        return ports
    }
}
