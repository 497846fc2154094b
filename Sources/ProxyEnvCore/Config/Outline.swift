/// The statements of a TOML document in their order: what an edit changes, moves or leaves alone.
///
/// A table may be written in many pieces (`[a.b]`, `a.b.c = 1`, `a = { b.c = 1 }`); the nodes of `ConfigDocument` say what
/// they mean together, the outline says where each piece stands.
public struct Outline: Sendable {
    /// The number of a statement.
    typealias StatementID = Int

    /// A header, or a key and its value.
    struct Statement {
        /// What a statement is.
        enum Kind {
            /// `[a.b]`
            case header
            /// `[[a.b]]`
            case arrayHeader
            /// `a.b = 1` on a line of its own.
            case line
            /// `a.b = 1` within an inline table.
            case member
        }

        /// What it is.
        let kind: Kind
        private let owner: Int32
        private let firstPart: Int32
        private let endPart: Int32
        private let level: Int32
        private let first: Int32
        private var valueStart: Int32
        private var valueEnd: Int32

        /// The header above it, or the statement whose inline table it is in; -1 at the top of the document.
        var parent: StatementID { Int(owner) }

        /// The numbers of its key's parts.
        var parts: Range<Int> { Int(firstPart)..<Int(endPart) }

        /// The count of the parts that its parents have.
        var depth: Int { Int(level) }

        /// The offset of its first byte: of its key, or of the `[`.
        var start: Int { Int(first) }

        /// The offsets of its value; for a header, of the header itself.
        var value: Range<Int> {
            get { Int(valueStart)..<Int(valueEnd) }
            set {
                valueStart = Int32(truncatingIfNeeded: newValue.lowerBound)
                valueEnd = Int32(truncatingIfNeeded: newValue.upperBound)
            }
        }

        /// A statement of these parts; a large file has very many, so that numbers are 32 bits wide.
        init(
            _ kind: Kind, parent: StatementID, parts: Range<Int>, depth: Int, start: Int,
            value: Range<Int>
        ) {
            self.kind = kind
            owner = Int32(truncatingIfNeeded: parent)
            firstPart = Int32(truncatingIfNeeded: parts.lowerBound)
            endPart = Int32(truncatingIfNeeded: parts.upperBound)
            level = Int32(truncatingIfNeeded: depth)
            first = Int32(truncatingIfNeeded: start)
            valueStart = Int32(truncatingIfNeeded: value.lowerBound)
            valueEnd = Int32(truncatingIfNeeded: value.upperBound)
        }
    }

    /// The statements, in the order in which they begin.
    private(set) var statements: [Statement] = []
    /// The parts of all keys.
    private(set) var parts: [KeyPart] = []

    /// Makes room for as many statements as a document of `count` bytes is likely to have.
    mutating func reserve(forBytes count: Int) {
        statements.reserveCapacity(min(count / 32, 1 << 20))
        parts.reserveCapacity(min(count / 24, 1 << 20))
    }

    /// Adds a statement whose key is `path`.
    mutating func add(
        _ kind: Statement.Kind, _ path: [KeyPart], parent: StatementID, value: Range<Int>,
        start: Int
    ) -> StatementID {
        let first = parts.count
        parts += path
        var depth = 0
        if parent >= 0 {
            depth = statements[parent].depth + statements[parent].parts.count
        }
        statements.append(
            Statement(
                kind, parent: parent, parts: first..<parts.count, depth: depth, start: start,
                value: value))
        return statements.count - 1
    }

    /// Says where the value of `id` stands.
    mutating func setValue(of id: StatementID, to range: Range<Int>) {
        statements[id].value = range
    }

    /// The count of the parts of the whole path of `id`.
    func count(of id: StatementID) -> Int { statements[id].depth + statements[id].parts.count }

    /// The parts that stand in the key of `id` itself.
    func parts(of id: StatementID) -> ArraySlice<KeyPart> { parts[statements[id].parts] }

    /// The part number `index` of the whole path of `id`, which has as many.
    func part(_ index: Int, of id: StatementID) -> KeyPart {
        var id = id
        while index < statements[id].depth { id = statements[id].parent }
        return parts[statements[id].parts.lowerBound + index - statements[id].depth]
    }
}

extension ConfigDocument {
    /// Whether the whole path of the statement `id` begins with `path`.
    func statement(_ id: Outline.StatementID, isWithin path: ConfigPath) -> Bool {
        guard outline.count(of: id) >= path.keys.count else { return false }
        return path.keys.indices.allSatisfy { index in
            let part = outline.part(index, of: id)
            guard part.hash == path.hashes[index] else { return false }
            return part.isEscaped
                ? part.value(in: source) == path.keys[index]
                : source[part.text] == path.keys[index][...]
        }
    }

    /// Whether the whole path of the statement `id` is `path`.
    func statement(_ id: Outline.StatementID, isAt path: ConfigPath) -> Bool {
        outline.count(of: id) == path.keys.count && statement(id, isWithin: path)
    }
}
