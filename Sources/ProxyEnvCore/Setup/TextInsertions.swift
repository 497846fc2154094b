/// What was put into a text, so that exactly that can be taken out again.
///
/// It holds places alone, and nothing of the text.
public struct TextInsertions: Sendable, Equatable {
    /// Where the new text has what the old one lacks.
    public internal(set) var ranges: [Range<Int>]
    /// The digest of the old text.
    public let before: Digest64
    /// The digest of the new text.
    public let after: Digest64

    /// Insertions of these parts.
    public init(ranges: [Range<Int>], before: Digest64, after: Digest64) {
        self.ranges = ranges
        self.before = before
        self.after = after
    }

    /// What makes `new` of `old`, or nil if something of that is gone.
    public init?(from old: [UInt8], to new: [UInt8]) {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var end = 0
        while end < old.count - start, end < new.count - start,
            old[old.count - 1 - end] == new[new.count - 1 - end]
        {
            end += 1
        }
        // What is left of the old text is looked for in its order; that finds all of it wherever it is there at all.
        var next = start
        for index in start..<max(start, new.count - end) {
            if next < old.count - end, old[next] == new[index] {
                next += 1
            } else if ranges.last?.upperBound == index, let first = ranges.last?.lowerBound {
                ranges[ranges.count - 1] = first..<(index + 1)
            } else {
                ranges.append(index..<(index + 1))
            }
        }
        guard next == old.count - end else { return nil }
        self.init(ranges: ranges, before: Digest64(of: old), after: Digest64(of: new))
    }

    /// The old text, or nil if `text` is not the new one.
    public func undone(in text: [UInt8]) -> [UInt8]? {
        guard Digest64(of: text) == after else { return nil }
        var result: [UInt8] = []
        var index = 0
        for range in ranges {
            guard range.lowerBound >= index, range.upperBound <= text.count else { return nil }
            result += text[index..<range.lowerBound]
            index = range.upperBound
        }
        result += text[index...]
        return Digest64(of: result) == before ? result : nil
    }
}
