/// How keys and tables are taken out.
extension ConfigDocument {
    /// What takes out everything at `path`, in as many pieces as it is written in.
    ///
    /// - Parameters:
    ///   - path: What is taken out.
    ///   - kept: The count of the path's keys whose tables stay, even if nothing is left in them.
    /// - Returns: The bytes to take out.
    func removals(of path: ConfigPath, keeping kept: Int) -> [Replacement] {
        let mayEmpty = path.keys.count - 1 > kept
        var sections: [Range<Int>] = []
        var lines: [Range<Int>] = []
        var tables: [(owner: Outline.StatementID, members: [Outline.StatementID])] = []
        for id in outline.statements.indices
        where outline.statements[id].depth < path.keys.count && statement(id, isWithin: path) {
            let parent = outline.statements[id].parent
            switch outline.statements[id].kind {
            case .header, .arrayHeader:
                sections.append(commentsStart(above: id)..<section(of: id).upperBound)
            case .line where mayEmpty && parent >= 0 && isAll(id, of: parent):
                sections.append(commentsStart(above: parent)..<section(of: parent).upperBound)
            case .line: lines.append(lineRemoval(of: id, isOnTop: path.keys.count == 1))
            case .member where mayEmpty && isOnlyMember(id):
                return removals(of: path.container, keeping: kept)
            case .member:
                if tables.last?.owner == parent {
                    tables[tables.count - 1].members.append(id)
                } else {
                    tables.append((parent, [id]))
                }
            }
        }
        let members = tables.flatMap { memberRemovals(of: $0.members, from: $0.owner) }
        return joined(sectionRemovals(of: sections) + lines + members).map {
            Replacement(range: withoutLineEnd($0), text: [])
        }
    }

    /// `ranges` in the order of the document, those that touch each other as one.
    private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                let end = max(last.upperBound, range.upperBound)
                result[result.count - 1] = last.lowerBound..<end
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// Whether nothing but `id`, no comment either, stands below the header `parent`, which has nothing beside it.
    private func isAll(_ id: Outline.StatementID, of parent: Outline.StatementID) -> Bool {
        let header = lines(of: parent)
        let line = lines(of: id)
        let end = outline.statements[parent].value.upperBound
        return header.upperBound == line.lowerBound
            && line.upperBound == section(of: parent).upperBound
            && nextHeader(after: parent) == outline.statements.indices[id...].first {
                $0 > id && outline.statements[$0].kind != .member
            } ?? outline.statements.count
            && source[end..<header.upperBound].trimmingBlanks.first.map { $0 < 0x20 } ?? true
            && commentsStart(above: parent) == header.lowerBound
    }

    /// Whether the inline table around `id` holds nothing else.
    private func isOnlyMember(_ id: Outline.StatementID) -> Bool {
        let parent = outline.statements[id].parent
        return outline.count(of: id) == outline.count(of: parent) + 1
            && outline.statements.indices.count { outline.statements[$0].parent == parent } == 1
    }

    /// The ranges of `sections`, in the order of the document, each with the blank line that parts it from others.
    private func sectionRemovals(of sections: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for section in sections {
            if let last = merged.last, isBlank(last.upperBound..<section.lowerBound) {
                merged[merged.count - 1] = last.lowerBound..<section.upperBound
            } else {
                merged.append(section)
            }
        }
        return merged.map { section in
            var (start, end) = (section.lowerBound, section.upperBound)
            if start > firstOffset {
                let line = lineStart(of: start - 1)
                if isBlankLine(at: line) { start = line }
            } else if isBlankLine(at: end) {
                end = lineEnd(of: end)
            }
            return start..<end
        }
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        range.lowerBound <= range.upperBound
            && source[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    }

    /// The lines of `id`; the last key on top takes the blank line with it that parts it from the tables.
    private func lineRemoval(of id: Outline.StatementID, isOnTop: Bool) -> Range<Int> {
        var lines = lines(of: id)
        let others = outline.statements.indices.contains {
            $0 != id && outline.statements[$0].kind == .line && outline.statements[$0].parent < 0
        }
        if isOnTop, !others, isBlankLine(at: lines.upperBound), !partsComments(lines) {
            lines = lines.lowerBound..<lineEnd(of: lines.upperBound)
        }
        return lines
    }

    /// Whether there is a comment above `lines`, and another one below the blank line behind them.
    private func partsComments(_ lines: Range<Int>) -> Bool {
        lines.lowerBound > firstOffset
            && isCommentLine(at: lineStart(of: lines.lowerBound - 1))
            && isCommentLine(at: lineEnd(of: lines.upperBound))
    }

    /// `range`, and the end of the line before it where the document ends without one, as it shall do afterwards.
    private func withoutLineEnd(_ range: Range<Int>) -> Range<Int> {
        guard range.upperBound == source.count, lacksFinalNewline else { return range }
        return textEnd(of: firstOffset..<range.lowerBound)..<range.upperBound
    }

    /// What takes `members` out of the inline table of `owner`, with the commas that are too many then.
    private func memberRemovals(
        of members: [Outline.StatementID], from owner: Outline.StatementID
    ) -> [Range<Int>] {
        let all = outline.statements.indices.filter { outline.statements[$0].parent == owner }
        var ranges: [Range<Int>] = []
        var lastKept: Outline.StatementID?
        for (index, id) in all.enumerated() {
            if !members.contains(id) {
                lastKept = id
                continue
            }
            let statement = outline.statements[id]
            if let lastKept {
                // From the end of the one before, with the comma between.
                let before = index > 0 ? all[index - 1] : lastKept
                let start = outline.statements[before].value.upperBound
                ranges.append(start..<statement.value.upperBound)
            } else if index + 1 < all.count {
                ranges.append(statement.start..<outline.statements[all[index + 1]].start)
            } else {
                ranges.append(blanksAround(statement.start..<statement.value.upperBound))
            }
        }
        return ranges
    }

    /// `range` with the blanks at both sides.
    private func blanksAround(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while source[start - 1] == 0x20 || source[start - 1] == 0x09 { start -= 1 }
        while source[end] == 0x20 || source[end] == 0x09 { end += 1 }
        return start..<end
    }
}
