/// The hosts that are reached without a proxy, as the value of `NO_PROXY`.
///
/// The tools' dialects share little. Plain lower-case names and addresses, commas and no blanks work in all; `x` reaches
/// sub-domains in most and `.x` in the rest, so both are written; globs and brackets work in few and are rewritten.
public struct NoProxyList: Sendable, Equatable {
    /// What is wrong with an entry.
    public enum Problem: Error, Equatable, Sendable {
        case empty
        /// `*`: no proxy for any host.
        case everything
        case separator
        case invalid(String)
    }

    /// The entries, each once.
    public private(set) var entries: [[UInt8]] = []
    private var index = ByteIndex()

    /// The list with this machine on it, which no tool leaves out by itself.
    public init() {
        for own in ["localhost", "127.0.0.1", "::1"] { append(Array(own.utf8)) }
    }

    /// The list as a variable's value.
    public var value: [UInt8] { Array(entries.joined(separator: [UInt8(ascii: ",")])) }

    /// Adds the forms of `entry` that are not there yet.
    ///
    /// - Parameter entry: A domain, `.domain`, `*.domain`, an address, a CIDR, or one of these with a port.
    /// - Throws: What is wrong with it.
    public mutating func add(_ entry: some RandomAccessCollection<UInt8>) throws(Problem) {
        for form in try Self.forms(of: entry) { append(form) }
    }

    /// Adds what a `NO_PROXY` from outside holds, separated by commas or blanks.
    ///
    /// - Returns: The entries left out, as no tool could use them or (`*`) they would switch the proxy off.
    public mutating func addInherited(_ value: [UInt8]) -> [[UInt8]] {
        var leftOut: [[UInt8]] = []
        for piece in value.pieces(separatedBy: {
            $0 == UInt8(ascii: ",") || $0 == 0x20 || $0 == 0x09
        }) {
            do { try add(piece) } catch { leftOut.append(Array(piece)) }
        }
        return leftOut
    }

    /// The forms in which `entry` is written.
    ///
    /// - Throws: What is wrong with it.
    static func forms(of entry: some RandomAccessCollection<UInt8>) throws(Problem) -> [[UInt8]] {
        var text = entry.map { $0.lowercased }
        if text.isEmpty { throw .empty }
        if text.equals("*") { throw .everything }
        if text.contains(where: { $0 == UInt8(ascii: ",") || $0 == 0x20 }) { throw .separator }
        if text.hasPrefix("*.") { text.removeFirst() }
        if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") {
            text = Array(text.dropFirst().dropLast())
            guard IPAddress.isIPv6(text) else { throw invalid(entry) }
        }
        if isAddress(text) || isNetwork(text) || isHostWithPort(text) { return [text] }
        let name = text.first == UInt8(ascii: ".") ? Array(text.dropFirst()) : text
        guard HostName.isValid(name), name.first != UInt8(ascii: ".") else { throw invalid(entry) }
        return name.equals("localhost") ? [name] : [name, [UInt8(ascii: ".")] + name]
    }

    private static func invalid(_ entry: some Collection<UInt8>) -> Problem {
        .invalid(DisplayText.shortened(entry, to: 40))
    }

    private static func isAddress(_ text: [UInt8]) -> Bool {
        IPAddress.isIPv4(text) || IPAddress.isIPv6(text)
    }

    /// Whether `text` is an address range such as `10.0.0.0/8` (RFC 4632).
    private static func isNetwork(_ text: [UInt8]) -> Bool {
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")),
            let length = decimal(text[(slash + 1)...])
        else { return false }
        let address = text[..<slash]
        return IPAddress.isIPv4(address) && length <= 32
            || IPAddress.isIPv6(address) && length <= 128
    }

    private static func isHostWithPort(_ text: [UInt8]) -> Bool {
        guard let colon = text.lastIndex(of: UInt8(ascii: ":")),
            ProxyURLParser.port(text[(colon + 1)...]) != nil
        else { return false }
        let host = text[..<colon]
        if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") {
            return IPAddress.isIPv6(host.dropFirst().dropLast())
        }
        return HostName.isValid(host.first == UInt8(ascii: ".") ? host.dropFirst() : host)
    }

    private static func decimal(_ text: ArraySlice<UInt8>) -> Int? {
        guard (1...3).contains(text.count), text.allSatisfy({ $0.isDigit }) else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func append(_ entry: [UInt8]) {
        let hash = ByteIndex.mixed(ByteIndex.hash(entry))
        guard index.find(hash, where: { entries[$0] == entry }) == nil else { return }
        index.insert(entries.count, hash: hash)
        entries.append(entry)
    }

    /// Compares the entries in their order.
    public static func == (left: NoProxyList, right: NoProxyList) -> Bool {
        left.entries == right.entries
    }
}
