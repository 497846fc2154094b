/// Eight bytes that stand one after the other, looked at together: in a large file most of the time goes into bytes that are
/// nothing special.
///
/// The tests are the well-known ones for a byte of a word that is zero, or less than another; a borrow may raise a flag
/// above the first one that is right, never below it, so that the first flag is exact.
struct ByteWord {
    /// How many bytes a word has.
    static let width = 8

    /// The first byte is the lowest.
    private let value: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highestBits: UInt64 = 0x8080_8080_8080_8080

    /// The eight bytes at `index` of `bytes`, which are there.
    init(_ bytes: [UInt8], at index: Int) {
        value = UInt64(
            littleEndian: bytes.withUnsafeBytes {
                $0.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            })
    }

    /// Whether no byte has the highest bit.
    var isASCII: Bool { value & Self.highestBits == 0 }

    /// How many bytes stand before the first that is `byte`, 8 if none is.
    func count(before byte: UInt8) -> Int { Self.count(flags(of: byte)) }

    /// How many bytes stand before the first that is `byte`, `other` or a control character, 8 if none is.
    func countOfPlain(before byte: UInt8, _ other: UInt8) -> Int {
        let controls = (value &- Self.ones &* 0x20) & ~value & Self.highestBits
        return Self.count(controls | flags(of: 0x7F) | flags(of: byte) | flags(of: other))
    }

    private func flags(of byte: UInt8) -> UInt64 {
        let difference = value ^ Self.ones &* UInt64(byte)
        return (difference &- Self.ones) & ~difference & Self.highestBits
    }

    private static func count(_ flags: UInt64) -> Int { flags.trailingZeroBitCount / 8 }
}

extension [UInt8] {
    /// Whether `byte` stands in `range`.
    func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index + ByteWord.width <= range.upperBound {
            if ByteWord(self, at: index).count(before: byte) < ByteWord.width { return true }
            index += ByteWord.width
        }
        return self[index..<range.upperBound].contains(byte)
    }
}
