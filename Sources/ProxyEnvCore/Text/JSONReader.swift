/// Reads JSON (RFC 8259), numbers as they are written.
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

    /// That a text is no JSON, or nested more than 64 deep.
    public struct Problem: Error, Equatable, Sendable {
        /// The offset at which that shows.
        public let offset: Int
    }

    private let source: [UInt8]
    private let allowsComments: Bool
    private var index = 0

    /// The strings that are members of objects in `source`, or nil if it is no JSON or nested more than 64 deep.
    public static func strings(in source: [UInt8]) -> [Leaf]? {
        guard let root = try? tree(of: source) else { return nil }
        var leaves: [Leaf] = []
        collect(root, [], &leaves)
        return leaves
    }

    /// The value that `source` is.
    ///
    /// - Parameters:
    ///   - source: The document.
    ///   - allowsComments: Whether `//`, `#` and `/* */` may stand where blanks may, a comma behind the last element, and a byte
    ///     order mark in front.
    /// - Returns: The value.
    /// - Throws: That it is no JSON.
    public static func tree(
        of source: [UInt8], allowsComments: Bool = false
    ) throws(Problem) -> JSONNode {
        var reader = JSONReader(source: source, allowsComments: allowsComments)
        if allowsComments, source.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
        let node = reader.value(depth: 0)
        reader.skipBlanks()
        guard let node, reader.index == source.count else { throw Problem(offset: reader.index) }
        return node
    }

    private init(source: [UInt8], allowsComments: Bool) {
        self.source = source
        self.allowsComments = allowsComments
    }

    private static func collect(_ node: JSONNode, _ path: [[UInt8]], _ leaves: inout [Leaf]) {
        switch node.value {
        case .object(let members):
            for member in members { collect(member.node, path + [member.name], &leaves) }
        case .array(let nodes): for node in nodes { collect(node, path, &leaves) }
        case .string(let text):
            if !path.isEmpty { leaves.append(Leaf(path: path, text: text, offset: node.offset)) }
        case .word: break
        }
    }

    private var byte: UInt8? { index < source.count ? source[index] : nil }

    private mutating func skipBlanks() {
        while let byte {
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                index += 1
            } else if !allowsComments || !skipComment() {
                return
            }
        }
    }

    private mutating func skipComment() -> Bool {
        let rest = source[index...]
        if rest.first == UInt8(ascii: "#") || rest.hasPrefix("//") {
            index = rest.firstIndex(of: 0x0A) ?? source.count
            return true
        }
        guard rest.hasPrefix("/*") else { return false }
        var end = index + 2
        while end + 1 < source.count {
            if source[end] == UInt8(ascii: "*"), source[end + 1] == UInt8(ascii: "/") {
                index = end + 2
                return true
            }
            end += 1
        }
        return false
    }

    private mutating func take(_ wanted: UInt8) -> Bool {
        skipBlanks()
        guard byte == wanted else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) -> JSONNode? {
        guard depth < 64 else { return nil }
        skipBlanks()
        let offset = index
        func node(_ value: JSONNode.Value?) -> JSONNode? {
            value.map { JSONNode(value: $0, offset: offset) }
        }
        switch byte {
        case UInt8(ascii: "{"): return node(object(depth: depth))
        case UInt8(ascii: "["): return node(array(depth: depth))
        case UInt8(ascii: "\""): return node(string().map { .string($0) })
        default:
            while let byte, byte.isLetter || byte.isDigit || "+-.".utf8.contains(byte) {
                index += 1
            }
            return index > offset ? node(.word(Array(source[offset..<index]))) : nil
        }
    }

    private mutating func object(depth: Int) -> JSONNode.Value? {
        var members: [(name: [UInt8], node: JSONNode)] = []
        index += 1
        if take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
            skipBlanks()
            if allowsComments, !members.isEmpty, byte == UInt8(ascii: "}") { break }
            guard byte == UInt8(ascii: "\""), let name = string(), take(UInt8(ascii: ":")),
                let node = value(depth: depth + 1)
            else { return nil }
            members.append((name, node))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> JSONNode.Value? {
        var nodes: [JSONNode] = []
        index += 1
        if take(UInt8(ascii: "]")) { return .array([]) }
        repeat {
            skipBlanks()
            if allowsComments, !nodes.isEmpty, byte == UInt8(ascii: "]") { break }
            guard let node = value(depth: depth + 1) else { return nil }
            nodes.append(node)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? .array(nodes) : nil
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
