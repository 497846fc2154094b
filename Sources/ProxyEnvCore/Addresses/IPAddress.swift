/// Internet addresses as text: which text is one, and its bytes.
public enum IPAddress {
    /// Whether `text` is an IPv4 address of four decimal numbers.
    public static func isIPv4(_ text: some Collection<UInt8>) -> Bool { ipv4(text) != nil }

    /// Whether `text` is an IPv6 address without brackets or zone.
    public static func isIPv6(_ text: some Collection<UInt8>) -> Bool { ipv6(text) != nil }

    /// The four bytes of an IPv4 address, or nil; a number with a leading zero, which some read as octal, is none.
    public static func ipv4(_ text: some Collection<UInt8>) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy({ $0.isDigit }) else { return nil }
            if part.count > 1, part.first == UInt8(ascii: "0") { return nil }
            let value = part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            guard value < 256 else { return nil }
            bytes.append(UInt8(value))
        }
        return bytes
    }

    /// The four bytes of an IPv4 address in any form that the C function `inet_aton` reads, or nil: one to four numbers, the last of
    /// which fills what is left, each decimal, octal (`0177`) or hexadecimal (`0x7f`).
    public static func looseIPv4(_ text: some Collection<UInt8>) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { looseNumber($0.map { $0 }) }
        guard (1...4).contains(parts.count), let last = parts[parts.count - 1] else { return nil }
        var bytes: [UInt8] = []
        for part in parts.dropLast() {
            guard let part, let byte = UInt8(exactly: part) else { return nil }
            bytes.append(byte)
        }
        let left = 4 - bytes.count
        guard last >> UInt64(8 * left) == 0 else { return nil }
        for place in (0..<left).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: last >> UInt64(8 * place)))
        }
        return bytes
    }

    private static func looseNumber(_ text: [UInt8]) -> UInt64? {
        guard let first = text.first, first.isDigit, text.count <= 16 else { return nil }
        let word = String(decoding: text, as: UTF8.self)
        if text.count > 2, first == 0x30, text[1] | 0x20 == UInt8(ascii: "x") {
            return UInt64(word.dropFirst(2), radix: 16)
        }
        return UInt64(word, radix: text.count > 1 && first == 0x30 ? 8 : 10)
    }

    /// The sixteen bytes of an IPv6 address (RFC 4291, section 2.2), or nil.
    public static func ipv6(_ text: some Collection<UInt8>) -> [UInt8]? {
        let bytes = Array(text)
        guard let gap = gap(in: bytes) else { return groups(bytes[...], mayEndInIPv4: true) }
        let after = bytes[(gap + 2)...]
        guard self.gap(in: Array(after)) == nil, after.first != UInt8(ascii: ":"),
            let head = gap == 0 ? [] : groups(bytes[..<gap], mayEndInIPv4: false, most: 14),
            let tail = after.isEmpty ? [] : groups(after, mayEndInIPv4: true, most: 14),
            head.count + tail.count <= 14
        else { return nil }
        return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    /// An IPv6 address as text, its longest run of zeros as `::` (RFC 5952).
    public static func text(ipv6 bytes: [UInt8]) -> String {
        guard bytes.count == 16 else { return "" }
        let groups = (0..<8).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
        var longest = 0..<0
        var start = 0
        while start < 8 {
            let end = groups[start...].firstIndex { $0 != 0 } ?? 8
            if end - start > max(1, longest.count) { longest = start..<end }
            start = end + 1
        }
        func joined(_ groups: ArraySlice<UInt16>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        if longest.isEmpty { return joined(groups[...]) }
        return joined(groups[..<longest.lowerBound]) + "::" + joined(groups[longest.upperBound...])
    }

    private static func gap(in bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast().first { bytes[$0] == 0x3A && bytes[$0 + 1] == 0x3A }
    }

    /// The bytes of groups between colons: exactly 16, or up to `most`.
    private static func groups(
        _ text: ArraySlice<UInt8>, mayEndInIPv4: Bool, most: Int? = nil
    ) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if mayEndInIPv4, index == parts.count - 1, let tail = ipv4(part) {
                bytes += tail
            } else {
                guard (1...4).contains(part.count) else { return nil }
                var value: UInt16 = 0
                for digit in part {
                    guard let digit = digit.hexDigitValue else { return nil }
                    value = value << 4 | UInt16(digit)
                }
                bytes += [UInt8(value >> 8), UInt8(value & 255)]
            }
            guard bytes.count <= 16 else { return nil }
        }
        return bytes.count == 16 || most.map { bytes.count <= $0 } == true ? bytes : nil
    }
}
