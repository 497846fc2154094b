/// Reads UTF-8 a scalar at a time and says where it is none (Unicode 16, table 3-7).
public enum UTF8Reader {
    /// The scalar that begins at `index` and the count of its bytes, or nil if no valid one does.
    public static func scalar(
        in bytes: [UInt8], at index: Int
    ) -> (scalar: Unicode.Scalar, length: Int)? {
        guard index < bytes.count else { return nil }
        let first = bytes[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        guard let length = length(after: first), index + length <= bytes.count else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        // A longer form than needed, a surrogate or too large a number: not a scalar.
        let least: [UInt32] = [0x80, 0x800, 0x10000]
        guard value >= least[length - 2], let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }

    /// The offset of the first byte that belongs to no valid scalar, or nil if all of `bytes` is UTF-8.
    public static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                // Most text is ASCII: eight bytes at a time, as long as none of them has the highest bit.
                while index + ByteWord.width <= bytes.count, ByteWord(bytes, at: index).isASCII {
                    index += ByteWord.width
                }
            } else if let (_, length) = scalar(in: bytes, at: index) {
                index += length
            } else {
                return index
            }
        }
        return nil
    }

    private static func length(after first: UInt8) -> Int? {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }
}
