/// Reads a TOML 1.0 document.
///
/// `parse…` reads a construct, `expect…` takes a token that must be there and reports the user where it isn't.
/// The first error of syntax ends the reading; a key or table that stands twice is reported, and the reading goes on.
struct Parser {
    /// The document as far as it has been read.
    var document: ConfigDocument
    private var lexer: Lexer
    private let keeps: ConfigDocument.Detail
    /// The token that is next.
    private(set) var token = Token(kind: .endOfFile, start: 0, end: 0)
    /// The parts of the key that was read last, each a bare key or a string.
    private var path: [KeyPart] = []
    /// The count of headers read so far.
    var section: Int32 = 0
    /// The statement that those which follow belong to, -1 for none.
    private var owner: Outline.StatementID = -1
    /// Whether an array is being read, whose tables no path leads to.
    var isInArray = false

    /// A parser of the empty `document`'s source.
    init(document: ConfigDocument, keeps: ConfigDocument.Detail) {
        self.document = document
        self.keeps = keeps
        lexer = Lexer(document.source)
    }

    /// Reads everything.
    mutating func parseDocument() {
        do throws(Diagnostic) {
            try checkEncoding()
            try advance(.key)
            var table = ConfigDocument.root
            var depth = 0
            while token.kind != .endOfFile {
                switch token.kind {
                case .newline:
                    try advance(.key)
                    continue
                case .leftBracket:
                    table = try parseHeader()
                    depth = path.count
                default: try parseKeyValue("a key or a table", in: table, depth: depth)
                }
                if token.kind != .newline, token.kind != .endOfFile {
                    throw unexpected("the end of the line")
                }
            }
        } catch {
            document.diagnostics.append(error)
        }
    }

    private mutating func checkEncoding() throws(Diagnostic) {
        let source = document.source
        if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF]) {
            throw .syntax(.utf16, 0..<2)
        }
        if let offset = UTF8Reader.firstInvalidOffset(in: source) {
            throw .syntax(.invalidUTF8(source[offset]), offset..<offset + 1)
        }
        if source.starts(with: [0xEF, 0xBB, 0xBF]) {
            keep(Token(kind: .blank, start: 0, end: 3))
            lexer = Lexer(source, from: 3)
        }
    }

    // MARK: Tokens

    /// Moves to the next token that is neither blank nor comment.
    mutating func advance(_ mode: Lexer.Mode) throws(Diagnostic) {
        repeat {
            if keeps != .tokens { lexer.skipBlanks() }
            token = try lexer.next(mode)
            keep(token)
        } while token.kind == .blank || token.kind == .comment
    }

    private mutating func keep(_ token: Token) {
        if keeps == .tokens, token.kind != .endOfFile { document.tokens.append(token) }
    }

    private mutating func expect(
        _ kind: Token.Kind, _ expected: String, then mode: Lexer.Mode
    ) throws(Diagnostic) {
        guard token.kind == kind else { throw unexpected(expected) }
        try advance(mode)
    }

    func unexpected(_ expected: String) -> Diagnostic {
        if token.kind == .unexpected, document.source[token.start] == 0x0D {
            return .syntax(.bareCarriageReturn, token.range)
        }
        if token.kind == .unexpected, document.source[token.start].isControl {
            return .syntax(.controlCharacter(document.source[token.start]), token.range)
        }
        let found: String =
            switch token.kind {
            case .endOfFile: "the end of the file"
            case .newline: "the end of the line"
            default: "`\(excerpt(token.range, to: 30))`"
            }
        return .syntax(.unexpected(found: found, expected: expected), token.range)
    }

    /// The bytes at `range` for a message, or `***` if a part of a password may be among them.
    func excerpt(_ range: Range<Int>, to limit: Int) -> String {
        let file = SourceFile(path: "", bytes: document.source)
        let line = file.lineRange(around: range.lowerBound)
        if Masking.secret(in: file.bytes, line: line).overlaps(range) { return "***" }
        return DisplayText.shortened(file.bytes[range], to: limit)
    }

    // MARK: Keys

    /// Reads `a."b".c` into `path`, and the blanks behind it.
    private mutating func parseKey(_ expected: String) throws(Diagnostic) {
        // It has a part or two: `removeAll` does more than that takes.
        while !path.isEmpty { path.removeLast() }
        while true {
            switch token.kind {
            case .bareKey, .basicString, .literalString:
                path.append(KeyPart(token, in: document.source))
            default: throw unexpected(path.isEmpty ? expected : "a key after the `.`")
            }
            try advance(.key)
            guard token.kind == .dot else { return }
            try advance(.key)
        }
    }

    private mutating func add(
        _ part: KeyPart, _ kind: ConfigNode.Kind, to table: ConfigDocument.NodeID,
        value: Range<Int>, isFindable: Bool = true
    ) -> ConfigDocument.NodeID {
        var node = ConfigNode(kind: kind)
        node.keyStart = Int32(truncatingIfNeeded: part.text.lowerBound)
        node.keyEnd = Int32(truncatingIfNeeded: part.text.upperBound)
        node.keyIsEscaped = part.isEscaped
        node.valueStart = Int32(truncatingIfNeeded: value.lowerBound)
        node.valueEnd = Int32(truncatingIfNeeded: value.upperBound)
        node.section = section
        return document.add(node, to: table, isFindable: isFindable)
    }

    private mutating func reportRedefinition(of found: ConfigDocument.NodeID, _ part: KeyPart) {
        let name = DisplayText.shortened(part.value(in: document.source))
        let first = document.nodes[found].keyRange
        document.diagnostics.append(.syntax(.redefined(name, first: first), part.range))
    }

    // MARK: Tables

    /// Reads `[a.b]` or `[[a.b]]`, and makes the table that the lines below belong to.
    private mutating func parseHeader() throws(Diagnostic) -> ConfigDocument.NodeID {
        let start = token.start
        try advance(.key)
        let isArray = token.kind == .leftBracket && token.start == start + 1
        if isArray { try advance(.key) }
        try parseKey("a table's name")
        let last = token
        try expect(.rightBracket, "`]`", then: .key)
        var end = last.end
        if isArray {
            guard token.kind == .rightBracket, token.start == last.end else {
                throw unexpected("`]]`")
            }
            end = token.end
            try advance(.key)
        }
        section += 1
        if keeps == .outline {
            owner = document.outline.add(
                isArray ? .arrayHeader : .header, path, parent: -1, value: start..<end, start: start
            )
        }
        return try openTable(header: start..<end, isArray: isArray)
    }

    private mutating func openTable(
        header: Range<Int>, isArray: Bool
    ) throws(Diagnostic) -> ConfigDocument.NodeID {
        try checkDepth(path.count, header)
        var table = ConfigDocument.root
        for part in path.dropLast() {
            guard let found = document.find(part, in: table) else {
                table = add(part, .implicitTable, to: table, value: header)
                continue
            }
            switch document.nodes[found].kind {
            case .arrayOfTables: table = Int(document.nodes[found].lastChild)
            case .implicitTable, .headerTable, .dottedTable: table = found
            default: return addRedefinition(of: found, part, to: table, header)
            }
        }
        guard let last = path.last else { return table }
        let found = document.find(last, in: table)
        if isArray { return addElement(of: found, last, to: table, header) }
        guard let found else { return add(last, .headerTable, to: table, value: header) }
        guard document.nodes[found].kind == .implicitTable else {
            return addRedefinition(of: found, last, to: table, header)
        }
        document.nodes[found].kind = .headerTable
        document.nodes[found].valueStart = Int32(truncatingIfNeeded: header.lowerBound)
        document.nodes[found].valueEnd = Int32(truncatingIfNeeded: header.upperBound)
        return found
    }

    private mutating func addElement(
        of found: ConfigDocument.NodeID?, _ part: KeyPart, to table: ConfigDocument.NodeID,
        _ header: Range<Int>
    ) -> ConfigDocument.NodeID {
        var array = table
        if let found {
            guard document.nodes[found].kind == .arrayOfTables else {
                return addRedefinition(of: found, part, to: table, header)
            }
            array = found
        } else {
            array = add(part, .arrayOfTables, to: table, value: header)
        }
        var element = ConfigNode(kind: .headerTable)
        element.valueStart = Int32(truncatingIfNeeded: header.lowerBound)
        element.valueEnd = Int32(truncatingIfNeeded: header.upperBound)
        return document.add(element, to: array, isFindable: false)
    }

    /// Reports that a table or key stands a second time, and makes one that nothing finds for what follows.
    private mutating func addRedefinition(
        of found: ConfigDocument.NodeID, _ part: KeyPart, to table: ConfigDocument.NodeID,
        _ range: Range<Int>
    ) -> ConfigDocument.NodeID {
        reportRedefinition(of: found, part)
        return add(part, .headerTable, to: table, value: range, isFindable: false)
    }

    func checkDepth(_ depth: Int, _ range: Range<Int>) throws(Diagnostic) {
        if depth > SyntaxProblem.deepestNesting { throw .syntax(.nestedTooDeep, range) }
    }

    // MARK: Values

    /// Reads `a.b = value` in a table that is `depth` levels below the root.
    mutating func parseKeyValue(
        _ expected: String, in table: ConfigDocument.NodeID, depth: Int
    ) throws(Diagnostic) {
        try parseKey(expected)
        let depth = depth + path.count - 1
        if let last = path.last { try checkDepth(depth, last.range) }
        var table = table
        var isFindable = true
        for part in path.dropLast() { table = openDotted(part, in: table) }
        guard let last = path.last else { return }
        if let found = document.find(last, in: table) {
            reportRedefinition(of: found, last)
            isFindable = false
        }
        guard token.kind == .equals else { throw unexpected("`=` or `.` after the key") }
        try advance(.value)
        let id = add(last, .boolean, to: table, value: token.range, isFindable: isFindable)
        guard keeps == .outline, !isInArray else { return try parseValue(into: id, depth: depth) }
        let parent = owner
        owner = document.outline.add(
            isInline ? .member : .line, path, parent: parent, value: token.range,
            start: path.first?.range.lowerBound ?? token.start)
        try parseValue(into: id, depth: depth)
        document.outline.setValue(of: owner, to: document.nodes[id].valueRange)
        owner = parent
    }

    /// Whether an inline table is being read.
    private var isInline: Bool { section < 0 }

    private mutating func openDotted(
        _ part: KeyPart, in table: ConfigDocument.NodeID
    ) -> ConfigDocument.NodeID {
        guard let found = document.find(part, in: table) else {
            return add(part, .dottedTable, to: table, value: part.range)
        }
        switch document.nodes[found].kind {
        case .dottedTable where document.nodes[found].section == section: return found
        case .implicitTable:
            document.nodes[found].kind = .dottedTable
            document.nodes[found].section = section
            return found
        default: return addRedefinition(of: found, part, to: table, part.range)
        }
    }
}
