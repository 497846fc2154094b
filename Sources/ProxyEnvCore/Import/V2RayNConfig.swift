/// The settings of v2rayN, a program for Windows around Xray and sing-box: the port on which these are to listen.
public enum V2RayNConfig {
    /// Its file on Windows, for whose user `places` are; none on another system.
    ///
    /// It stands there where v2rayN may not write into its own folder, which nothing tells (v2rayN's source, Utils.cs; read, not
    /// tried).
    public static func files(_ places: FilePlaces) -> [[UInt8]] {
        places.isWindows ? places.inLocal("/v2rayN/guiConfigs/guiNConfig.json") : []
    }

    /// The ports in `text`, in their order.
    public static func ports(in text: [UInt8]) -> [UInt16] {
        guard let root = try? JSONReader.tree(of: text, allowsComments: true) else { return [] }
        return ports(of: root).compactMap { $0.text.flatMap { ProxyURLParser.port($0) } }
    }

    /// The values of `inbound[].localPort`; names are in either case, as its versions write them.
    static func ports(of root: JSONNode) -> [JSONNode] {
        let inbounds = (root.member("Inbound") ?? root.member("inbound"))?.elements ?? []
        return inbounds.prefix(16).compactMap { $0.member("LocalPort") ?? $0.member("localPort") }
    }
}
