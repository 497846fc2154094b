/// A 64-bit digest of bytes by FNV-1a, the same on every machine and in every version.
///
/// It tells whether a value is still the one that was given; it is no protection against somebody
/// who wants two values to look alike.
public struct Digest64: Sendable, Equatable {
    /// The digest as a number.
    public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The digest of no bytes.
    public init() {}

    /// The digest of `bytes`.
    public init(of bytes: some Sequence<UInt8>) { append(bytes) }

    /// Takes `bytes` into the digest.
    public mutating func append(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
    }

    /// The digest as 16 lower-case hexadecimal digits.
    public var hexadecimal: [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(16)
        for shift in stride(from: 60, through: 0, by: -4) {
            text.append(digits[Int(truncatingIfNeeded: value >> UInt64(shift)) & 15])
        }
        return text
    }

    /// The digest that 16 lower-case hexadecimal digits stand for, or nil if `text` is not that.
    public init?(hexadecimal text: some Collection<UInt8>) {
        guard text.count == 16 else { return nil }
        value = 0
        for byte in text {
            guard let digit = byte.hexDigitValue, byte.lowercased == byte else { return nil }
            value = value << 4 | UInt64(digit)
        }
    }
}
