/// Reads JSON (RFC 8259) as far as it is needed: which strings stand where.
public struct JSONReader {
    /// A string in a document, with the names that lead to it.
    public struct Leaf: Sendable, Equatable {
        /// The names of the members from the top on.
        public let path: [[UInt8]]
        /// What the string stands for.
        public let text: [UInt8]
        /// The offset of its first byte.
        public let offset: Int
    }

    private let source: [UInt8]
    private var index = 0
    private var leaves: [Leaf] = []
    private var path: [[UInt8]] = []

    /// The strings that are members of objects in `source`, or nil if it is no JSON or nested more than 64 deep.
    public static func strings(in source: [UInt8]) -> [Leaf]? {
        var reader = JSONReader(source: source)
        guard reader.value(depth: 0) else { return nil }
        reader.skipBlanks()
        return reader.index == source.count ? reader.leaves : nil
    }

    private init(source: [UInt8]) { self.source = source }

    private var byte: UInt8? { index < source.count ? source[index] : nil }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private mutating func take(_ wanted: UInt8) -> Bool {
        skipBlanks()
        guard byte == wanted else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        guard depth < 64 else { return false }
        skipBlanks()
        switch byte {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""):
            let offset = index
            guard let text = string() else { return false }
            if !path.isEmpty { leaves.append(Leaf(path: path, text: text, offset: offset)) }
            return true
        default:
            let start = index
            while let byte, byte.isLetter || byte.isDigit || "+-.".utf8.contains(byte) {
                index += 1
            }
            return index > start
        }
    }

    private mutating func object(depth: Int) -> Bool {
        index += 1
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            skipBlanks()
            guard byte == UInt8(ascii: "\""), let name = string(), take(UInt8(ascii: ":")) else {
                return false
            }
            path.append(name)
            guard value(depth: depth + 1) else { return false }
            path.removeLast()
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    private mutating func array(depth: Int) -> Bool {
        index += 1
        if take(UInt8(ascii: "]")) { return true }
        repeat {
            guard value(depth: depth + 1) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    /// The string that begins at the index.
    private mutating func string() -> [UInt8]? {
        index += 1
        var text: [UInt8] = []
        while let byte {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return text
            case UInt8(ascii: "\\"):
                guard let piece = escape() else { return nil }
                text += piece
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> [UInt8]? {
        guard let byte else { return nil }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "u"):
            let digits = source[index...].prefix(4)
            guard digits.count == 4, digits.allSatisfy({ $0.hexDigitValue != nil }) else {
                return nil
            }
            index += 4
            let unit = digits.reduce(UInt32(0)) { $0 << 4 | UInt32($1.hexDigitValue ?? 0) }
            // Half of a pair stands for nothing that a proxy's URL could hold.
            return Unicode.Scalar(unit).map { Array(String($0).utf8) } ?? [0xEF, 0xBF, 0xBD]
        default: return nil
        }
    }
}
