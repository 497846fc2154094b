/// The hosts that other programs reach without a proxy, as a profile's `no-proxy` has them.
enum ForeignNoProxy {
    /// Adds what of `text`, separated by commas, semicolons or blanks, can stand in a profile's list.
    ///
    /// This machine, which is on every list, is left out.
    ///
    /// - Returns: The entries that were left out for another reason, for people.
    static func add(_ text: [UInt8], to list: inout [[UInt8]]) -> [String] {
        var leftOut: [String] = []
        var index = ByteIndex()
        func hash(_ entry: [UInt8]) -> UInt32 { ByteIndex.mixed(ByteIndex.hash(entry)) }
        for (number, entry) in list.enumerated() { index.insert(number, hash: hash(entry)) }
        for piece in text.pieces(separatedBy: { ",; \t\r\n|".utf8.contains($0) }) {
            guard let entry = entry(Array(piece)) else {
                leftOut.append(DisplayText.shortened(piece, to: 40))
                continue
            }
            let isOwn = ["localhost", "127.0.0.1", "::1"].contains { entry.equals($0) }
            let hash = hash(entry)
            guard !isOwn, index.find(hash, where: { list[$0] == entry }) == nil else { continue }
            index.insert(list.count, hash: hash)
            list.append(entry)
        }
        return leftOut
    }

    /// `text` as an entry that every tool can be given, or nil if it says something that none understands.
    private static func entry(_ text: [UInt8]) -> [UInt8]? {
        var text = text.map { $0.lowercased }
        if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") {
            text = Array(text.dropFirst().dropLast())
        }
        if let network = network(text) { text = network }
        return (try? NoProxyList.forms(of: text)) == nil ? nil : text
    }

    /// The network that `10.*`, `192.168.*.*` (Windows) or `169.254/16` (macOS) is, or nil.
    private static func network(_ text: [UInt8]) -> [UInt8]? {
        let slash = text.firstIndex(of: UInt8(ascii: "/"))
        var parts = text[..<(slash ?? text.count)]
            .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let count = parts.count
        while slash == nil, parts.last?.equals("*") == true { parts.removeLast() }
        let isShort = slash == nil ? parts.count < count : parts.count < 4
        guard isShort, (1...3).contains(parts.count) else { return nil }
        let address = Array(
            (parts.map { Array($0) } + Array(repeating: [0x30], count: 4 - parts.count))
                .joined(separator: [UInt8(ascii: ".")]))
        guard IPAddress.isIPv4(address) else { return nil }
        return address + (slash.map { Array(text[$0...]) } ?? Array("/\(parts.count * 8)".utf8))
    }
}
