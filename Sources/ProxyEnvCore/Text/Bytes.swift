// Work on bytes instead of `String`: environment values, paths and arguments are bytes of no promised
// encoding, and the first use of most generic `String` operations costs more than all of `use` does.

extension UInt8 {
    /// Whether this is an ASCII letter.
    public var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// Whether this is an ASCII digit.
    public var isDigit: Bool { (0x30...0x39).contains(self) }

    /// Whether this is an ASCII control character: C0 or DEL.
    public var isControl: Bool { self < 0x20 || self == 0x7F }

    /// The value of this hexadecimal digit, or nil if it is none.
    public var hexDigitValue: UInt8? {
        if isDigit { return self - 0x30 }
        let lower = self | 0x20
        return (0x61...0x66).contains(lower) ? lower - 0x61 + 10 : nil
    }

    /// Two lower-case hexadecimal digits.
    public var hexadecimal: String {
        (self < 16 ? "0" : "") + String(self, radix: 16)
    }

    /// The lower-case form of an ASCII letter; every other byte is itself.
    public var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// The upper-case form of an ASCII letter; every other byte is itself.
    public var uppercased: UInt8 { (0x61...0x7A).contains(self) ? self & ~0x20 : self }
}

extension Collection<UInt8> {
    /// Whether these bytes are the UTF-8 of `text`.
    public func equals(_ text: String) -> Bool {
        count == text.utf8.count && elementsEqual(text.utf8)
    }

    /// Whether these bytes are the UTF-8 of `text`, ASCII letters compared without their case.
    public func equalsIgnoringCase(_ text: String) -> Bool {
        count == text.utf8.count
            && elementsEqual(text.utf8) { $0.lowercased == $1.lowercased }
    }

    /// Whether these bytes begin with the UTF-8 of `text`.
    public func hasPrefix(_ text: String) -> Bool { starts(with: text.utf8) }
}

extension RandomAccessCollection<UInt8> {
    /// Whether these bytes end with the UTF-8 of `text`.
    public func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).equals(text) }
}

extension RandomAccessCollection<UInt8> {
    /// The pieces between the bytes for which `isSeparator` holds, empty pieces left out.
    public func pieces(separatedBy isSeparator: (UInt8) -> Bool) -> [SubSequence] {
        var result: [SubSequence] = []
        var start = startIndex
        while start < endIndex {
            guard let first = self[start...].firstIndex(where: { !isSeparator($0) }) else { break }
            let end = self[first...].firstIndex(where: isSeparator) ?? endIndex
            result.append(self[first..<end])
            start = end
        }
        return result
    }

    /// The bytes without the blanks (space and tab) at both ends.
    public var trimmingBlanks: SubSequence {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        guard let first = firstIndex(where: { !isBlank($0) }),
            let last = lastIndex(where: { !isBlank($0) })
        else { return self[endIndex..<endIndex] }
        return self[first...last]
    }
}

extension ArraySlice<UInt8> {
    /// The line without the blanks at both ends, and without a carriage return at its end.
    public var trimmed: ArraySlice<UInt8> { (last == 0x0D ? dropLast() : self).trimmingBlanks }
}

extension [UInt8] {
    /// Appends the UTF-8 of `text`.
    public static func += (bytes: inout [UInt8], text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

extension [UInt8] {
    /// Whether these bytes are those of `other`, eight at a time: `==` takes one after the other, which shows in a large file.
    public func isIdentical(to other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        return withUnsafeBytes { own in
            other.withUnsafeBytes { other in
                var index = 0
                while index + 8 <= own.count {
                    let word = own.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    guard word == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
                        return false
                    }
                    index += 8
                }
                return own[index...].elementsEqual(other[index...])
            }
        }
    }
}

extension RandomAccessCollection<UInt8> {
    /// The index at which `pattern` first stands.
    public func firstOccurrence(of pattern: [UInt8]) -> Index? {
        guard let first = pattern.first else { return nil }
        var index = startIndex
        while let next = self[index...].firstIndex(of: first) {
            if self[next...].starts(with: pattern) { return next }
            index = self.index(after: next)
        }
        return nil
    }
}
