/// Changes an array of strings element by element, so that comments and lines of those that stay are kept.
struct ArrayEdit {
    /// An element with what belongs to it.
    private struct Element {
        /// What it means.
        let value: [UInt8]
        /// Where it stands.
        let literal: Range<Int>
        /// Blanks, line ends and comments in front of it.
        let leading: Range<Int>
        /// What stands between it and its comma.
        var beforeComma: Range<Int>
        /// The rest of its line behind the comma, if there is nothing else on it than a comment.
        var trailing: Range<Int>
        var hasComma = false
    }

    private let source: [UInt8]
    private let range: Range<Int>
    private let newline: [UInt8]
    private var elements: [Element] = []
    /// The bracket, and a comment behind it.
    private var opening: Range<Int>
    /// Where what follows the last element begins.
    private var tailStart: Int
    /// Whether all elements are strings, so that they can be compared.
    private var isPlain = false

    /// An edit of the array at `range` of `document`.
    init(_ document: ConfigDocument, _ range: Range<Int>) {
        source = document.source
        self.range = range
        newline = document.newline
        opening = range
        tailStart = range.lowerBound + 1
        tailStart = restOfLine(from: tailStart).upperBound
        opening = range.lowerBound..<tailStart
        var lexer = Lexer(source, from: tailStart)
        while let token = try? lexer.next(.value), token.end <= range.upperBound {
            switch token.kind {
            case .basicString, .literalString, .multilineBasicString, .multilineLiteralString:
                elements.append(
                    Element(
                        value: StringLiteral.value(in: source, token.range), literal: token.range,
                        leading: tailStart..<token.start, beforeComma: token.end..<token.end,
                        trailing: restOfLine(from: token.end)))
                tailStart = elements[elements.count - 1].trailing.upperBound
            case .comma:
                guard let last = elements.indices.last else { return }
                elements[last].hasComma = true
                elements[last].beforeComma = elements[last].literal.upperBound..<token.start
                elements[last].trailing = restOfLine(from: token.end)
                tailStart = elements[last].trailing.upperBound
            case .blank, .newline, .comment: continue
            case .rightBracket:
                isPlain = true
                return
            default: return
            }
        }
    }

    /// What follows `offset` on its line if it is blanks and a comment, else nothing.
    private func restOfLine(from offset: Int) -> Range<Int> {
        var end = offset
        while end < range.upperBound, source[end] == 0x20 || source[end] == 0x09 { end += 1 }
        guard end < range.upperBound, source[end] == UInt8(ascii: "#") else {
            return offset..<offset
        }
        while source[end] != 0x0A, !source[end...].starts(with: [0x0D, 0x0A]) { end += 1 }
        return offset..<end
    }

    /// What makes the array hold `texts`.
    func replacement(by texts: [[UInt8]]) -> Replacement {
        let isSmall = elements.count * texts.count < 1 << 20
        guard isPlain, isSmall, !texts.isEmpty || hasComments, !elements.isEmpty || hasComments
        else { return Replacement(range: range, text: TOMLValue.strings(texts).literal) }
        return Replacement(
            range: range, text: text(of: texts, keeping: commonElements(with: texts)))
    }

    private var hasComments: Bool {
        var lexer = Lexer(source, from: range.lowerBound + 1)
        while let token = try? lexer.next(.value), token.end <= range.upperBound {
            if token.kind == .comment { return true }
            if token.kind == .endOfFile { return false }
        }
        return false
    }

    /// Whether the first element stands on a line of its own.
    private var isMultiline: Bool {
        source[(range.lowerBound + 1)..<(elements.first?.literal.lowerBound ?? range.upperBound)]
            .contains(0x0A)
    }

    /// The longest common subsequence of the elements and `texts`: for each text the number of its element, or nil.
    private func commonElements(with texts: [[UInt8]]) -> [Int?] {
        let width = texts.count + 1
        var lengths = [Int32](repeating: 0, count: (elements.count + 1) * width)
        for old in elements.indices.reversed() {
            for new in texts.indices.reversed() {
                lengths[old * width + new] =
                    elements[old].value == texts[new]
                    ? lengths[(old + 1) * width + new + 1] + 1
                    : max(lengths[(old + 1) * width + new], lengths[old * width + new + 1])
            }
        }
        var kept: [Int?] = texts.map { _ in nil }
        var (old, new) = (0, 0)
        while old < elements.count, new < texts.count {
            if elements[old].value == texts[new] {
                kept[new] = old
                (old, new) = (old + 1, new + 1)
            } else if lengths[(old + 1) * width + new] >= lengths[old * width + new + 1] {
                old += 1
            } else {
                new += 1
            }
        }
        return kept
    }

    /// The array with `texts`, of which those that have an element stay where they are.
    private func text(of texts: [[UInt8]], keeping kept: [Int?]) -> [UInt8] {
        var result = Array(source[opening])
        var isInComment = opening.count > 1
        var next = 0
        func put(_ piece: some Collection<UInt8>) {
            guard let first = piece.first else { return }
            if isInComment, first != 0x0A, !piece.starts(with: [0x0D, 0x0A]) { result += newline }
            isInComment = false
            result += piece
        }
        /// The comments above elements that go stay.
        func skip(to end: Int) {
            while next < end {
                let leading = source[elements[next].leading]
                if let comment = leading.lastIndex(of: 0x0A), leading.contains(UInt8(ascii: "#")) {
                    put(leading[..<comment].withoutLineEnd)
                    isInComment = true
                }
                next += 1
            }
        }
        let endsWithComma = elements.last?.hasComma ?? isMultiline
        for (index, text) in texts.enumerated() {
            let hasComma = index + 1 < texts.count || endsWithComma
            if let old = kept[index] {
                skip(to: old)
                next = old + 1
                put(leading(of: old, isFirst: index == 0))
                put(source[elements[old].literal])
                put(source[elements[old].beforeComma])
            } else {
                put(leading(ofNewAt: index))
                put(literal(of: text, at: next))
            }
            if hasComma { put([UInt8(ascii: ",")]) }
            if let old = kept[index], !elements[old].trailing.isEmpty {
                put(source[elements[old].trailing])
                isInComment = true
            }
        }
        skip(to: elements.count)
        put(source[tailStart..<range.upperBound])
        return result
    }

    /// What stands in front of the element `old`; on one line, the first has no other blanks than the first had.
    private func leading(of old: Int, isFirst: Bool) -> [UInt8] {
        let leading = source[elements[old].leading]
        if isMultiline || leading.contains(0x0A) { return Array(leading) }
        if isFirst { return Array(source[elements[0].leading]) }
        return leading.isEmpty && old == 0 ? [0x20] : Array(leading)
    }

    private func leading(ofNewAt index: Int) -> [UInt8] {
        if !isMultiline {
            return index == 0 ? elements.first.map { Array(source[$0.leading]) } ?? [] : [0x20]
        }
        guard let first = elements.first else { return newline + [0x20, 0x20] }
        let start = first.literal.lowerBound
        let line = source[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
        return newline + source[line..<start].prefix { $0 == 0x20 || $0 == 0x09 }
    }

    /// `text` in the quotes of the element at `index`, or of the last.
    private func literal(of text: [UInt8], at index: Int) -> [UInt8] {
        guard let last = elements.indices.last else { return TOMLText.string(text) }
        return TOMLText.string(text, inPlaceOf: source[elements[min(index, last)].literal])
    }
}

extension ArraySlice<UInt8> {
    /// These bytes without a carriage return at their end.
    fileprivate var withoutLineEnd: ArraySlice<UInt8> { last == 0x0D ? dropLast() : self }
}
