/// Where a new key or table goes.
extension ConfigDocument {
    /// What puts `value` at `path`, at which nothing is, or nil if there is no place for it.
    ///
    /// A key goes behind its siblings and is written as they are; a table that has none yet becomes a section of its own.
    func insertion(of value: TOMLValue, at path: ConfigPath) -> Replacement? {
        guard let key = path.keys.last else { return nil }
        let table = path.container
        let statements = outline.statements
        let sibling = statements.indices.last {
            !statements[$0].isHeader && statements[$0].depth <= table.keys.count
                && outline.count(of: $0) > table.keys.count && statement($0, isWithin: table)
        }
        if let sibling { return insertion(of: value, at: path, behind: sibling) }
        let header = statements.indices.first {
            statements[$0].kind == .header && statement($0, isAt: table)
        }
        if let header {
            let start = lines(of: header).lowerBound
            return newLine(
                Array(indentation(at: start)) + TOMLText.pair(key, value),
                at: lines(of: header).upperBound)
        }
        if table.keys.isEmpty { return topInsertion(of: TOMLText.pair(key, value)) }
        // `x = {}`, or a table further up that is written so.
        if let owner = pair(at: table) {
            guard source[outline.statements[owner].value.lowerBound] == UInt8(ascii: "{") else {
                return nil
            }
            let brace = outline.statements[owner].value.upperBound - 1
            let text = Array(" ".utf8) + TOMLText.pair(key, value) + Array(" ".utf8)
            return Replacement(range: brace..<brace, text: text)
        }
        // What is in a table of a profile or a rule stands in braces: a section for it would be far away from them.
        if table.keys.count > 2 || isWithinInlineTable(table) {
            return insertion(of: .table([(key, value)]), at: table)
        }
        return newTable(table, [(key, value)])
    }

    /// Whether a table that `path` leads through is written in braces.
    func isWithinInlineTable(_ path: ConfigPath) -> Bool {
        path.keys.indices.dropFirst().contains { count in
            pair(at: ConfigPath(Array(path.keys[..<count]))) != nil
        }
    }

    /// What puts the last key of `path` behind `sibling`, written as that is.
    private func insertion(
        of value: TOMLValue, at path: ConfigPath, behind sibling: Outline.StatementID
    ) -> Replacement {
        let statement = outline.statements[sibling]
        let last = outline.parts[statement.parts.upperBound - 1]
        let counterpart = outline.part(path.keys.count - 1, of: sibling)
        let prefix = source[statement.start..<counterpart.range.lowerBound]
        let equals = source[last.range.upperBound..<statement.value.lowerBound]
        let isPlain = equals.elementsEqual("=".utf8)
        var text = Array(prefix)
        for key in path.keys.suffix(1) { text += TOMLText.key(key) }
        text += isPlain ? "=" : " = "
        text += value.literal
        if statement.kind == .member {
            let end = statement.value.upperBound
            return Replacement(range: end..<end, text: Array(", ".utf8) + text)
        }
        let lines = lines(of: sibling)
        return newLine(Array(indentation(at: lines.lowerBound)) + text, at: lines.upperBound)
    }

    /// What puts a line with `text` at `offset`, where a line begins or the document ends.
    private func newLine(_ text: [UInt8], at offset: Int) -> Replacement {
        let isUnended = offset == source.count && lacksFinalNewline
        return Replacement(
            range: offset..<offset, text: isUnended ? newline + text : text + newline)
    }

    /// What puts the line `text` at the top, where there is no key yet: in front of the first table.
    private func topInsertion(of text: [UInt8]) -> Replacement {
        guard let first = outline.statements.indices.first else {
            // There are comments at most.
            var offset = firstOffset
            var line = firstOffset
            while line < source.count {
                let end = lineEnd(of: line)
                if isCommentLine(at: line) { offset = end }
                line = end
            }
            if offset == source.count { return newLine(text, at: offset) }
            return Replacement(range: offset..<offset, text: text + newline + newline)
        }
        let offset = commentsStart(above: first)
        return Replacement(range: offset..<offset, text: text + newline + newline)
    }

    /// What puts a new section `[path]` with `members` behind the last one whose path begins with the same key.
    func newTable(
        _ path: ConfigPath, _ members: [(key: [UInt8], value: TOMLValue)]
    ) -> Replacement {
        var text = Array("[".utf8)
        for (index, key) in path.keys.enumerated() {
            if index > 0 { text += "." }
            text += TOMLText.key(key)
        }
        text += "]"
        for member in members { text += newline + TOMLText.pair(member.key, member.value) }
        let offset = placeOfTable(path)
        let isFirst = offset == firstOffset
        if offset == source.count {
            if lacksFinalNewline {
                return Replacement(range: offset..<offset, text: newline + newline + text)
            }
            return Replacement(
                range: offset..<offset, text: (isFirst ? [] : newline) + text + newline)
        }
        return Replacement(
            range: offset..<offset,
            text: isFirst ? text + newline + newline : newline + text + newline)
    }

    /// Where a new section for `path` begins.
    private func placeOfTable(_ path: ConfigPath) -> Int {
        let statements = outline.statements
        let children = statements.indices.first {
            statements[$0].isHeader && statement($0, isWithin: path)
        }
        // `[a.b.env]` may stand without an `[a.b]`; that is looked for in front of it.
        if let children { return beforeBlankLine(commentsStart(above: children)) }
        let relative = statements.indices.last {
            statements[$0].isHeader
                && statement($0, isWithin: ConfigPath(Array(path.keys.prefix(1))))
        }
        if let relative { return section(of: relative).upperBound }
        var end = firstOffset
        var line = firstOffset
        while line < source.count {
            let next = lineEnd(of: line)
            if !isBlankLine(at: line) { end = next }
            line = next
        }
        return end
    }

    /// `offset`, or where the blank line in front of it begins.
    private func beforeBlankLine(_ offset: Int) -> Int {
        guard offset > firstOffset else { return offset }
        let line = lineStart(of: offset - 1)
        return isBlankLine(at: line) ? line : offset
    }
}
