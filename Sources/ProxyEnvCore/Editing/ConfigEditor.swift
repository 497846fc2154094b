/// Changes a TOML document and leaves every byte as it is that the change is not about.
///
/// Each change is found in the outline, made in the text, and the text is read again. What it means afterwards is asked of
/// the text itself: a change that would not mean what was asked for is not made.
public struct ConfigEditor: Sendable {
    /// The document as it stands now.
    public private(set) var document: ConfigDocument
    /// Whether the document's outline was kept; it is made again only for another change.
    private var hasOutline = true

    /// Why a change can't be made.
    public enum Problem: Error, Equatable {
        /// The document is written in a way in which it can't be put.
        case unreachable
        /// The text is not UTF-8, so no document can hold it.
        case notUTF8
    }

    /// An editor of `source`, which has no errors of syntax.
    public init(_ source: [UInt8]) {
        document = ConfigDocument(parsing: source, keeping: .outline)
    }

    /// The document as it stands now, in bytes.
    public var source: [UInt8] { document.source }

    /// The node at `path`, or nil.
    public func node(at path: ConfigPath) -> ConfigDocument.NodeID? {
        var node = ConfigDocument.root
        for key in path.keys {
            guard document[node].isTable, let next = document.find(key[...], in: node) else {
                return nil
            }
            node = next
        }
        return node
    }

    /// Puts `value` at `path`, in place of the value there, or where its table ends.
    ///
    /// - Throws: That it can't be put there.
    public mutating func set(_ path: ConfigPath, to value: TOMLValue) throws(Problem) {
        guard UTF8Reader.firstInvalidOffset(in: value.literal) == nil else { throw .notUTF8 }
        outline()
        if let id = document.pair(at: path) {
            try commit([document.replacement(of: id, by: value)])
        } else {
            guard node(at: path) == nil else { throw .unreachable }
            guard let replacement = document.insertion(of: value, at: path) else {
                throw .unreachable
            }
            try commit([replacement])
        }
        guard let node = node(at: path), document.holds(value, at: node) else {
            throw .unreachable
        }
    }

    /// Adds a table at `path` with `members`, as a section of its own behind its siblings.
    ///
    /// - Throws: That it can't be put there.
    public mutating func addTable(
        _ path: ConfigPath, _ members: [(key: [UInt8], value: TOMLValue)]
    ) throws(Problem) {
        guard UTF8Reader.firstInvalidOffset(in: TOMLValue.table(members).literal) == nil else {
            throw .notUTF8
        }
        outline()
        guard node(at: path) == nil else { throw .unreachable }
        if document.isWithinInlineTable(path) {
            guard let member = document.insertion(of: .table(members), at: path) else {
                throw .unreachable
            }
            try commit([member])
        } else {
            try commit([document.newTable(path, members)])
        }
        guard let node = node(at: path), document.holds(.table(members), at: node) else {
            throw .unreachable
        }
    }

    /// Takes out what is at `path`: a value, or a table with everything in it.
    ///
    /// - Parameters:
    ///   - path: What is taken out; where nothing is, nothing happens.
    ///   - kept: The count of the path's keys whose tables stay, even if nothing is left in them; nil for all.
    /// - Throws: That it can't be taken out.
    public mutating func remove(
        _ path: ConfigPath, keeping kept: Int? = nil
    ) throws(Problem) {
        guard node(at: path) != nil else { return }
        outline()
        try commit(document.removals(of: path, keeping: kept ?? path.keys.count))
        guard node(at: path) == nil else { throw .unreachable }
    }

    /// Gives the table or value at `path` another name, which nothing beside it has.
    ///
    /// - Throws: That it can't be renamed.
    public mutating func rename(_ path: ConfigPath, to name: [UInt8]) throws(Problem) {
        guard let last = path.keys.indices.last, node(at: path) != nil else { return }
        let target = path.container.appending(name)
        guard node(at: target) == nil else { throw .unreachable }
        outline()
        let statements = document.outline.statements
        let replacements = statements.indices.filter {
            statements[$0].depth <= last && document.statement($0, isWithin: path)
        }.map { id in
            let part = document.outline.part(last, of: id)
            return Replacement(
                range: part.range,
                text: TOMLText.key(name, inPlaceOf: part, in: document.source))
        }
        try commit(replacements)
        guard node(at: path) == nil, node(at: target) != nil else { throw .unreachable }
    }

    /// Puts `text` in place of every string at one of `nodes`.
    ///
    /// - Throws: That it can't be put there.
    public mutating func replaceStrings(
        _ nodes: [ConfigDocument.NodeID], by text: [UInt8]
    ) throws(Problem) {
        try commit(
            nodes.map { node in
                let range = document[node].valueRange
                return Replacement(
                    range: range,
                    text: TOMLText.string(text, inPlaceOf: document.source[range]))
            })
    }

    /// Makes `replacements`, if the document is right afterwards.
    private mutating func commit(_ replacements: [Replacement]) throws(Problem) {
        let text = Replacement.apply(replacements, to: source)
        let changed = ConfigDocument(parsing: text)
        guard changed.diagnostics.isEmpty else { throw .unreachable }
        document = changed
        hasOutline = false
    }

    /// Makes the outline, if it is not there.
    private mutating func outline() {
        if hasOutline { return }
        document = ConfigDocument(parsing: source, keeping: .outline)
        hasOutline = true
    }
}

extension ConfigDocument {
    /// The statement that gives `path` its value, or nil.
    func pair(at path: ConfigPath) -> Outline.StatementID? {
        outline.statements.indices.first {
            !outline.statements[$0].isHeader && statement($0, isAt: path)
        }
    }

    /// What puts `value` in the place of the value of `id`.
    func replacement(of id: Outline.StatementID, by value: TOMLValue) -> Replacement {
        let range = outline.statements[id].value
        let old = source[range]
        switch value {
        case .string(let text):
            return Replacement(range: range, text: TOMLText.string(text, inPlaceOf: old))
        case .strings(let texts) where old.first == UInt8(ascii: "["):
            return ArrayEdit(self, range).replacement(by: texts)
        default: return Replacement(range: range, text: value.literal)
        }
    }

    /// Whether the value of `node` is `value`.
    func holds(_ value: TOMLValue, at node: NodeID) -> Bool {
        switch value {
        case .boolean(let value): boolean(node) == value
        case .string(let text): string(node) == text
        case .strings(let texts):
            self[node].kind == .array && isList(node, texts)
        case .table(let members):
            self[node].isTable
                && members.allSatisfy { member in
                    find(member.key[...], in: node).map { holds(member.value, at: $0) } ?? false
                }
        }
    }

    /// Whether the elements of `node` are the strings `texts`.
    private func isList(_ node: NodeID, _ texts: [[UInt8]]) -> Bool {
        var rest = texts[...]
        for element in children(of: node) {
            guard let text = rest.popFirst(), string(element) == text else { return false }
        }
        return rest.isEmpty
    }
}
