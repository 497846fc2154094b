/// The list of names and addresses that a machine keeps itself (`hosts(5)`).
public enum HostsFile {
    /// The addresses, of 4 or 16 bytes, that `text` gives `name`, which is in lower case.
    public static func addresses(of name: [UInt8], in text: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for line in text.split(separator: 0x0A) {
            let words = line.prefix { $0 != UInt8(ascii: "#") }.split { $0 <= 0x20 }
            guard let first = words.first,
                words.dropFirst().contains(where: { $0.map { $0.lowercased } == name }),
                let address = IPAddress.ipv4(first) ?? IPAddress.ipv6(first)
            else { continue }
            found.append(address)
        }
        return found
    }
}
