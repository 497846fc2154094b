/// A program's version: numbers with dots between.
public struct Version: Sendable, Comparable {
    /// The numbers, at least one.
    public let numbers: [Int]

    /// The version of these numbers.
    public init(_ numbers: [Int]) { self.numbers = numbers }

    /// The first version in `text`, as programs print it for `--version`; nil if there is none.
    public init?(in text: [UInt8]) {
        for word in text.pieces(separatedBy: { $0 <= 0x20 || "(),".utf8.contains($0) }) {
            let digits = word.first == UInt8(ascii: "v") ? word.dropFirst() : word
            let plain = digits.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
            let parts = plain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.count >= 2, parts.allSatisfy({ (1...9).contains($0.count) }) else {
                continue
            }
            numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
            return
        }
        return nil
    }

    /// The version for people.
    public var text: String { numbers.map { String($0) }.joined(separator: ".") }

    /// Compares number by number; one that is missing is 0.
    public static func < (left: Version, right: Version) -> Bool {
        for index in 0..<max(left.numbers.count, right.numbers.count) {
            let one = index < left.numbers.count ? left.numbers[index] : 0
            let other = index < right.numbers.count ? right.numbers[index] : 0
            if one != other { return one < other }
        }
        return false
    }
}
