/// A TOML document with its bytes, so that an edit can leave every other byte as it is.
public struct ConfigDocument: Sendable {
    /// The number of a node.
    public typealias NodeID = Int

    /// The document as it stands in the file.
    public private(set) var source: [UInt8]
    /// What is wrong with it as TOML; a document with an error means nothing.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// The tokens, if they were asked for.
    public internal(set) var tokens: [Token] = []
    /// The statements, if they were asked for.
    public internal(set) var outline = Outline()
    var nodes: [ConfigNode] = [ConfigNode(kind: .headerTable)]
    /// The members of the tables that have many.
    var index = ByteIndex()

    /// The table that is the whole document.
    public static let root: NodeID = 0

    /// The longest document in bytes.
    public static let longestSource = 64 << 20

    /// What is kept of a document besides what it means.
    public enum Detail: Sendable {
        /// Nothing.
        case meaning
        /// Every token.
        case tokens
        /// The outline.
        case outline
    }

    /// Reads `source` as TOML 1.0.
    ///
    /// - Parameters:
    ///   - source: The document, UTF-8 with or without a byte order mark, at most `longestSource` bytes.
    ///   - detail: What else is wanted of it.
    public init(parsing source: [UInt8], keeping detail: Detail = .meaning) {
        self.source = source
        nodes.reserveCapacity(min(source.count / 24, 1 << 20) + 1)
        if detail == .outline { outline.reserve(forBytes: source.count) }
        var parser = Parser(document: self, keeps: detail)
        parser.parseDocument()
        self = parser.document
    }

    /// The node `id`.
    public subscript(_ id: NodeID) -> ConfigNode { nodes[id] }

    /// The member of the table `table` that is called `name`, or nil.
    public func child(of table: NodeID, named name: String) -> NodeID? {
        find(Array(name.utf8)[...], in: table)
    }

    /// The members of a table or the elements of an array, in their order.
    public struct Children: Sequence, IteratorProtocol {
        fileprivate let nodes: [ConfigNode]
        fileprivate var nextID: Int32

        /// The next member's number.
        public mutating func next() -> NodeID? {
            guard nextID >= 0 else { return nil }
            defer { nextID = nodes[Int(nextID)].nextSibling }
            return Int(nextID)
        }
    }

    /// The members of a table or the elements of an array, in their order.
    public func children(of id: NodeID) -> Children {
        Children(nodes: nodes, nextID: nodes[id].firstChild)
    }

    /// The text of the key of `id`.
    public func key(of id: NodeID) -> [UInt8] {
        let node = nodes[id]
        guard node.keyIsEscaped else { return Array(source[node.keyRange]) }
        return StringLiteral.value(
            in: source, node.keyRange.lowerBound - 1..<node.keyRange.upperBound + 1)
    }

    /// Whether the key of `id` is `name`.
    public func isKey(of id: NodeID, _ name: [UInt8]) -> Bool {
        nodes[id].keyIsEscaped ? key(of: id) == name : source[nodes[id].keyRange] == name[...]
    }

    /// The text that the string node `id` stands for, or nil if it is no string.
    public func string(_ id: NodeID) -> [UInt8]? {
        guard nodes[id].kind == .string else { return nil }
        return StringLiteral.value(in: source, nodes[id].valueRange)
    }

    /// The value of the Boolean node `id`, or nil if it is no Boolean.
    public func boolean(_ id: NodeID) -> Bool? {
        guard nodes[id].kind == .boolean else { return nil }
        return source[nodes[id].valueRange].equals("true")
    }

    /// Adds `node` as the last child of `parent`; where it is the member of a table that `isFindable`, by its key.
    mutating func add(_ node: ConfigNode, to parent: NodeID, isFindable: Bool) -> NodeID {
        let id = nodes.count
        var node = node
        node.parent = Int32(truncatingIfNeeded: parent)
        nodes.append(node)
        let last = nodes[parent].lastChild
        if last >= 0 {
            nodes[Int(last)].nextSibling = Int32(truncatingIfNeeded: id)
        } else {
            nodes[parent].firstChild = Int32(truncatingIfNeeded: id)
        }
        nodes[parent].lastChild = Int32(truncatingIfNeeded: id)
        if nodes[parent].childCount < .max { nodes[parent].childCount += 1 }
        if isFindable { index(id, in: parent) }
        return id
    }
}
