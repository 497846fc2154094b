/// The lines around the statements of a document, for edits that put lines in and take them out.
extension ConfigDocument {
    /// The offset of the document's first byte behind a byte order mark.
    var firstOffset: Int { source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The end of line that the document has, LF if it has none.
    var newline: [UInt8] {
        guard let end = source.firstIndex(of: 0x0A) else { return [0x0A] }
        return end > 0 && source[end - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A]
    }

    /// Whether the last line has no end.
    var lacksFinalNewline: Bool { source.count > firstOffset && source.last != 0x0A }

    /// The offset at which the line that holds `offset` begins.
    func lineStart(of offset: Int) -> Int {
        let newline = source[firstOffset..<max(offset, firstOffset)].lastIndex(of: 0x0A)
        return newline.map { $0 + 1 } ?? firstOffset
    }

    /// The offset behind the line that holds `offset`, its end included.
    func lineEnd(of offset: Int) -> Int {
        source[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.count
    }

    /// Where the text of a line ends whose end is included in `range`.
    func textEnd(of range: Range<Int>) -> Int {
        var end = range.upperBound
        guard end > range.lowerBound, source[end - 1] == 0x0A else { return end }
        end -= 1
        return end > range.lowerBound && source[end - 1] == 0x0D ? end - 1 : end
    }

    /// The blanks at the beginning of the line at `start`.
    func indentation(at start: Int) -> ArraySlice<UInt8> {
        source[start...].prefix { $0 == 0x20 || $0 == 0x09 }
    }

    /// Whether there is nothing but blanks on the line at `start`; where there is no more line, there is none.
    func isBlankLine(at start: Int) -> Bool {
        guard start < source.count else { return false }
        let rest = source[start...].drop { $0 == 0x20 || $0 == 0x09 }
        return rest.first == 0x0A || rest.starts(with: [0x0D, 0x0A])
    }

    /// Whether there is only a comment on the line at `start`.
    func isCommentLine(at start: Int) -> Bool {
        source[start...].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
    }

    /// The lines of the statement `id`, which is a header or stands on lines of its own, their last end included.
    func lines(of id: Outline.StatementID) -> Range<Int> {
        let statement = outline.statements[id]
        return lineStart(of: statement.start)..<lineEnd(of: statement.value.upperBound)
    }

    /// The number of the first statement after `id` that is a header, or the count of all.
    func nextHeader(after id: Outline.StatementID) -> Outline.StatementID {
        var next = id + 1
        while next < outline.statements.count, !outline.statements[next].isHeader { next += 1 }
        return next
    }

    /// The lines of the header `id` and all that belongs to it.
    ///
    /// Comments at its end belong to it, but not those that stand right above another header.
    func section(of id: Outline.StatementID) -> Range<Int> {
        let next = nextHeader(after: id)
        var end = lines(of: id).upperBound
        if let last = (id..<next).last(where: { outline.statements[$0].kind != .member }) {
            end = lines(of: last).upperBound
        }
        var behind = end
        while behind < source.count, isCommentLine(at: behind) { behind = lineEnd(of: behind) }
        let isAboveHeader =
            next < outline.statements.count && lines(of: next).lowerBound == behind
        return lines(of: id).lowerBound..<(isAboveHeader ? end : behind)
    }

    /// Where the comments begin that stand right above the header `id`, or its own line.
    ///
    /// Those with which the document begins are the document's own.
    func commentsStart(above id: Outline.StatementID) -> Int {
        let header = lines(of: id).lowerBound
        let statements = outline.statements
        let above = (0..<id).last { statements[$0].kind != .member }
        let limit = above.map { lines(of: $0).upperBound } ?? firstOffset
        var start = header
        while start > limit {
            let line = lineStart(of: start - 1)
            guard isCommentLine(at: line) else { return start }
            start = line
        }
        return start == firstOffset ? header : start
    }
}

extension Outline.Statement {
    /// Whether it is the header of a table.
    var isHeader: Bool { kind == .header || kind == .arrayHeader }
}
