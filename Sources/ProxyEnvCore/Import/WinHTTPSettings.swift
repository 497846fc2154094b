/// What WinHTTP is set to, by which services of Windows get out, and no program that reads variables.
///
/// The form is that of the registry's value `WinHttpSettings`, which no document of its maker's describes: wine 8 reads and
/// writes it as `netsh winhttp set proxy` makes it. A text of another form is taken for not known.
public struct WinHTTPSettings: Sendable, Equatable {
    /// The proxies, as `ProxyServer` has them; empty for none.
    public let server: [UInt8]
    /// The hosts that are reached without them, as `ProxyOverride` has them.
    public let exemptions: [UInt8]

    /// The key that holds them, in the machine's part of the registry.
    public static let key = WindowsSettings.key + "\\Connections"
    /// The value's name.
    public static let value = "WinHttpSettings"

    /// What `bytes` say: a word of 32 bits for the size or the version, one that counts changes, one of flags, of which the bit 2 is
    /// for a proxy, and two texts behind their lengths; nil where they are something else.
    public init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        guard Self.number(&rest) != nil, Self.number(&rest) != nil, let flags = Self.number(&rest)
        else { return nil }
        guard flags & 2 != 0 else {
            (server, exemptions) = ([], [])
            return
        }
        guard let server = Self.text(&rest), let exemptions = Self.text(&rest) else { return nil }
        (self.server, self.exemptions) = (server, exemptions)
    }

    /// That services have a proxy of their own, for people; nil where they have none.
    public var remark: String? {
        if server.isEmpty { return nil }
        let besides =
            exemptions.isEmpty ? "" : ", without it \(DisplayText.shortened(exemptions, to: 200))"
        return
            "WinHTTP, by which Windows' services connect, has a proxy of its own, which is not taken: \(Self.shown(server))\(besides)"
    }

    /// `server` without a password, should one be in it.
    private static func shown(_ server: [UInt8]) -> String {
        let at = server.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? 0
        return (at > 0 ? "…@" : "") + DisplayText.shortened(server[at...], to: 200)
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= 4 else { return nil }
        let number = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        bytes = bytes.dropFirst(4)
        return number
    }

    private static func text(_ bytes: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard let length = number(&bytes), length <= bytes.count else { return nil }
        defer { bytes = bytes.dropFirst(length) }
        return Array(bytes.prefix(length))
    }
}
