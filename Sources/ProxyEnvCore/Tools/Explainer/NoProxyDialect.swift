/// How a tool reads NO_PROXY.
struct NoProxyDialect: Sendable {
    /// When `*` means everything.
    enum Star: Sendable {
        case never
        /// If the list is nothing else, blanks included.
        case alone
        /// If the list is nothing else, whatever blanks stand around it.
        case aloneInBlanks
        /// As any entry of the list.
        case anywhere
        /// As any entry of the list, for names and not for addresses.
        case names
    }

    /// Which spelling of `no_proxy` is read, and what an empty one means.
    let spelling: VariableRule.Case
    /// Whether an empty value in the spelling that counts hides the other one.
    let emptyHides: Bool
    /// Whether every list in a file adds to those before it and to the variable's, and an empty one takes them away.
    var addsUp = false
    /// Whether blanks part entries too.
    var splitsAtBlanks = false
    /// Whether a blank in an entry ends it, and the list with it.
    var endsAtBlanks = false
    /// Whether blanks around an entry are taken off.
    var trimsBlanks = true
    /// Whether the ends of lines around an entry are taken off too.
    var trimsLineEnds = false
    /// Whether the dot at the end of a name and of an entry is taken off.
    var dropsTrailingDots = false
    /// Whether an entry is compared label by label from the end, also with an address, empty labels of it left out.
    var comparesLabels = false
    /// Whether an entry also stands for what ends in a dot and it where that is an address, and any dots before it are dropped.
    var takesEndsOfAddresses = false
    /// Whether a name also ends others without a dot between, as `notexample.com` with `example.com`.
    var isPlainSuffix = false
    /// Whether `.example.com` stands for `example.com` too.
    var dotMatchesApex = true
    /// Whether `*.example.com` means what is below it.
    var takesWildcards = false
    /// What an entry `*` means.
    var star = Star.alone
    /// Whether networks as `10.0.0.0/8` are understood.
    var takesNetworks = false
    /// Whether a network of length 0 holds all addresses, not its own alone.
    var takesNetworksOfAll = true
    /// Whether networks as `fd00::/8` are, where others are.
    var takesIPv6Networks = true
    /// Whether an entry may name a port.
    var takesPorts = false
    /// Whether that port has to stand in the URL too.
    var comparesNamedPorts = false
    /// Whether `::1` stands for the host `[::1]`.
    var takesIPv6 = true
    /// Whether any way to write the address stands for it, not that of the URL alone.
    var takesAnyIPv6 = false
    /// Whether `[::1]` does.
    var takesBracketedIPv6 = false
    /// Whether an entry in brackets, or with a port that is none, ends the program with an error.
    var failsAtOddHosts = false
    /// Whether the case of an entry does not count.
    var ignoresCase = true
    /// Whether `http://example.com` stands for the host in it.
    var takesURLs = false
    /// Whether this machine is reached without a proxy, whatever the list says.
    var sparesLoopback = false

    /// Whether these are rules of its own besides urllib's, which sees no list where the lower spelling is empty.
    var asksUrllib = false
    /// Whether it is Java's: `|` between entries, and `*` at an end of one for anything.
    var isJava = false

    /// These rules where urllib sees no list.
    var withoutUrllib: NoProxyDialect {
        var own = self
        own.dotMatchesApex = false
        own.star = .never
        own.takesEndsOfAddresses = false
        return own
    }

    /// All that any tool understands.
    private static let widest = NoProxyDialect(
        spelling: .lowerFirst, emptyHides: false, takesWildcards: true, star: .anywhere,
        takesNetworks: true, takesPorts: true, takesBracketedIPv6: true)

    /// The entries of `list` that exempt `target` for some tool, and not here.
    func missed(_ target: Target, in list: [UInt8]) -> [[UInt8]] {
        if isJava { return [] }
        return entries(list).filter { Self.widest.match(target, in: Array($0)) != nil }
            .map { Array($0) }
    }

    /// The entry of `list` by which `target` is reached directly, or nil if there is none.
    func match(_ target: Target, in list: [UInt8]) -> [UInt8]? {
        let entries = entries(list)
        if isJava { return entries.first { Self.matchesJava($0, target) }.map { Array($0) } }
        let isStar = entries.contains { $0.equals("*") }
        switch star {
        case .names where isStar && target.ipv4 == nil && target.ipv6 == nil: return [0x2A]
        case .anywhere where isStar, .alone where list.equals("*"),
            .aloneInBlanks where entries.count == 1 && isStar:
            return [0x2A]
        default: break
        }
        for piece in entries where matches(piece, target) { return Array(piece) }
        return nil
    }

    /// Whether an entry of `list` makes the program fail.
    func fails(at list: [UInt8]) -> Bool {
        let entries = entries(list)
        guard failsAtOddHosts, !entries.contains(where: { $0.equals("*") }) else { return false }
        for entry in entries {
            if entry.first == UInt8(ascii: "[") || entry.contains(where: { $0 < 0x20 }) {
                return true
            }
            let isAddress =
                IPAddress.ipv6(Array(entry)) != nil
                || IPAddress.isIPv4(entry.prefix { $0 != UInt8(ascii: "/") })
            guard !isAddress, let colon = entry.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let port = entry[(colon + 1)...]
            if !port.hasPrefix("//"), !port.allSatisfy({ $0.isDigit }) { return true }
        }
        return false
    }

    private func entries(_ list: [UInt8]) -> [ArraySlice<UInt8>] {
        if isJava { return list.pieces { $0 == UInt8(ascii: "|") } }
        var pieces = list.pieces { byte in
            byte == UInt8(ascii: ",") || splitsAtBlanks && (byte == 0x20 || byte == 0x09)
        }.map { trimsBlanks ? trimmed($0) : $0 }.filter { !$0.isEmpty }
        if endsAtBlanks, let last = pieces.firstIndex(where: { $0.contains(0x20) }) {
            pieces = pieces[..<last] + [pieces[last].prefix { $0 != 0x20 }]
        }
        return pieces
    }

    private func trimmed(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard trimsLineEnds else { return piece.trimmingBlanks }
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        let rest = piece.drop(while: isSpace)
        guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return [] }
        return rest[...last]
    }

    private func matches(_ piece: ArraySlice<UInt8>, _ target: Target) -> Bool {
        if comparesLabels { return Self.matchesLabels(piece, target) }
        var entry = ignoresCase ? piece.map { $0.lowercased } : Array(piece)
        if entry.equals("*") { return false }
        if dropsTrailingDots, target.ipv4 == nil, entry.last == UInt8(ascii: ".") {
            entry.removeLast()
        }
        if takesEndsOfAddresses, entry.hasPrefix("..") {
            entry = Array(entry.drop { $0 == UInt8(ascii: ".") })
        }
        if takesURLs, let colon = entry.firstIndex(of: UInt8(ascii: ":")),
            entry[colon...].hasPrefix("://")
        {
            guard entry[..<colon].equals(target.isSecure ? "https" : "http") else { return false }
            entry = Array(entry[(colon + 3)...])
        }
        if let literal = IPAddress.ipv6(entry) {
            let isSame = takesAnyIPv6 ? literal == target.ipv6 : entry == target.host
            return takesIPv6 && isSame
        }
        if entry.first == UInt8(ascii: "[") { return matchesBrackets(entry, target) }
        if takesNetworks, takesIPv6Networks, target.ipv6 != nil, isInside(target, entry) {
            return true
        }
        if let colon = entry.lastIndex(of: UInt8(ascii: ":")) {
            guard takesPorts, !comparesNamedPorts || target.namesPort,
                let port = ProxyURLParser.port(entry[(colon + 1)...]), Int(port) == target.port
            else { return false }
            entry = Array(entry[..<colon])
        }
        if entry.contains(UInt8(ascii: "/")) { return takesNetworks && isInside(target, entry) }
        if target.ipv6 != nil || target.ipv4 != nil {
            if entry == target.host { return true }
            guard takesEndsOfAddresses, target.ipv6 == nil else { return false }
            return matchesName(entry, target.host, takesMereEnds: false)
        }
        var host = target.host
        if dropsTrailingDots, host.last == UInt8(ascii: ".") { host.removeLast() }
        // The comparison of mere ends, unlike the other, minds the case.
        let isLower = piece.allSatisfy { $0 == $0.lowercased }
        return matchesName(entry, host, takesMereEnds: isPlainSuffix && isLower)
    }

    /// Whether the address is in `network`; libcurl reads the length as C does, and takes one of 0 for the address alone.
    private func isInside(_ target: Target, _ network: [UInt8]) -> Bool {
        guard !takesNetworksOfAll, let slash = network.firstIndex(of: UInt8(ascii: "/")) else {
            return target.isInside(network)
        }
        let digits = network[(slash + 1)...].prefix { $0.isDigit }
        if digits.allSatisfy({ $0 == UInt8(ascii: "0") }) {
            return network[..<slash].elementsEqual(target.host)
        }
        return target.isInside(Array(network[...slash] + digits))
    }

    /// npm's comparison: the host's labels from the last on are those of the entry (@npmcli/agent 2.2).
    private static func matchesLabels(_ piece: ArraySlice<UInt8>, _ target: Target) -> Bool {
        let dot = UInt8(ascii: ".")
        let host = target.ipv6 == nil ? target.host : [0x5B] + target.host + [0x5D]
        let labels = piece.split(separator: dot).reversed()
        let known = host.split(separator: dot, omittingEmptySubsequences: false).reversed()
        return !labels.isEmpty && known.count >= labels.count
            && zip(labels, known).allSatisfy { $0.elementsEqual($1) }
    }

    private static func matchesJava(_ piece: ArraySlice<UInt8>, _ target: Target) -> Bool {
        let host = target.ipv6 == nil ? target.host : [0x5B] + target.host + [0x5D]
        var text = piece.map { $0.lowercased }[...]
        let (star, isAnyStart) = (UInt8(ascii: "*"), text.first == UInt8(ascii: "*"))
        if isAnyStart { text = text.dropFirst() }
        let isAnyEnd = text.last == star
        if isAnyEnd { text = text.dropLast() }
        switch (isAnyStart, isAnyEnd) {
        case (false, false): return text.elementsEqual(host)
        case (true, false):
            return host.count >= text.count && host.suffix(text.count).elementsEqual(text)
        case (false, true): return host.starts(with: text)
        case (true, true):
            return text.isEmpty || host.indices.contains { host[$0...].starts(with: text) }
        }
    }

    private func matchesBrackets(_ entry: [UInt8], _ target: Target) -> Bool {
        guard takesBracketedIPv6, let end = entry.firstIndex(of: UInt8(ascii: "]")),
            let literal = IPAddress.ipv6(Array(entry[1..<end])), literal == target.ipv6
        else { return false }
        let rest = entry[(end + 1)...]
        if rest.isEmpty { return true }
        return takesPorts && rest.first == UInt8(ascii: ":")
            && ProxyURLParser.port(rest.dropFirst()).map { Int($0) } == target.port
    }

    private func matchesName(
        _ entry: [UInt8], _ host: [UInt8], takesMereEnds: Bool
    ) -> Bool {
        var name = entry[...]
        if name.hasPrefix("*.") {
            guard takesWildcards else { return false }
            name = name.dropFirst(2)
            return host.hasSuffix("." + String(decoding: name, as: UTF8.self))
        }
        let hasDot = name.first == UInt8(ascii: ".")
        if hasDot { name = name.dropFirst() }
        if name.isEmpty { return false }
        if host == Array(name) { return !hasDot || dotMatchesApex }
        guard host.count > name.count, host.suffix(name.count).elementsEqual(name) else {
            return false
        }
        return host[host.count - name.count - 1] == UInt8(ascii: ".") || takesMereEnds && !hasDot
    }
}
