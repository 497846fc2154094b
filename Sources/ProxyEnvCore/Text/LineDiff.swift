/// What differs between two texts, line by line, as `diff -u` shows it.
public enum LineDiff {
    /// A line of one of the texts or of both, with its end.
    struct Change: Equatable {
        /// Where the line is.
        enum Kind {
            case both
            case removed
            case added
        }

        let kind: Kind
        /// The offsets of the line in its text, in that before for one in both.
        let range: Range<Int>
    }

    /// The most lines that are compared each with each; where more differ, all of them are shown as other lines.
    private static let most = 1000

    /// The differences of `old` and `new`, three lines around each; empty if there is none.
    ///
    /// - Parameters:
    ///   - old: The text before.
    ///   - new: The text after.
    ///   - show: The line at these offsets, of the new text or the old one, as a person may see it.
    /// - Returns: The lines of the hunks, without the names of the files.
    public static func unified(
        _ old: [UInt8], _ new: [UInt8], show: (_ isNew: Bool, Range<Int>) -> String
    ) -> [String] {
        let changes = changes(lines(of: old), lines(of: new), old, new)
        var output: [String] = []
        var index = 0
        var (oldLine, newLine) = (1, 1)
        while let next = changes[index...].firstIndex(where: { $0.kind != .both }) {
            let start = max(index, next - 3)
            (oldLine, newLine) = (oldLine + start - index, newLine + start - index)
            var end = next
            var quiet = 0
            while end < changes.count, quiet < 7 {
                quiet = changes[end].kind == .both ? quiet + 1 : 0
                end += 1
            }
            end -= max(0, quiet - 3)
            let hunk = changes[start..<end]
            let oldCount = hunk.count { $0.kind != .added }
            let newCount = hunk.count { $0.kind != .removed }
            output.append(
                "@@ -\(position(oldLine, oldCount)) +\(position(newLine, newCount)) @@")
            for change in hunk {
                let text = change.kind == .added ? new : old
                let isEnded = change.range.last.map { text[$0] == 0x0A } ?? true
                let range = change.range.lowerBound..<change.range.upperBound - (isEnded ? 1 : 0)
                output.append(sign(of: change.kind) + show(change.kind == .added, range))
                if !isEnded { output.append("\\ No newline at end of file") }
            }
            (oldLine, newLine) = (oldLine + oldCount, newLine + newCount)
            index = end
        }
        return output
    }

    private static func position(_ line: Int, _ count: Int) -> String {
        count == 1 ? "\(line)" : "\(count == 0 ? line - 1 : line),\(count)"
    }

    private static func sign(of kind: Change.Kind) -> String {
        switch kind {
        case .both: " "
        case .removed: "-"
        case .added: "+"
        }
    }

    /// The lines of `text`, each with its end.
    private static func lines(of text: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            lines.append(start..<end)
            start = end
        }
        return lines
    }

    /// The lines that went and came, those at both ends that are the same not compared with others.
    private static func changes(
        _ oldLines: [Range<Int>], _ newLines: [Range<Int>], _ old: [UInt8], _ new: [UInt8]
    ) -> [Change] {
        // Each line gets a number, the same for the same text, so that none is compared but once.
        var numbers = LineNumbers()
        let oldNumbers = oldLines.map { numbers.number(of: old[$0]) }
        let newNumbers = newLines.map { numbers.number(of: new[$0]) }
        func isSame(_ left: Int, _ right: Int) -> Bool { oldNumbers[left] == newNumbers[right] }
        let shorter = min(oldLines.count, newLines.count)
        let head = (0..<shorter).first { !isSame($0, $0) } ?? shorter
        let tail =
            (0..<shorter - head).first {
                !isSame(oldLines.count - 1 - $0, newLines.count - 1 - $0)
            } ?? shorter - head
        let (oldEnd, newEnd) = (oldLines.count - tail, newLines.count - tail)
        var result = oldLines[..<head].map { Change(kind: .both, range: $0) }
        var (left, right) = (head, head)
        if oldEnd - head <= most, newEnd - head <= most {
            let width = newEnd - head + 1
            var lengths = [Int32](repeating: 0, count: (oldEnd - head + 1) * width)
            func place(_ left: Int, _ right: Int) -> Int { (left - head) * width + right - head }
            for left in (head..<oldEnd).reversed() {
                for right in (head..<newEnd).reversed() {
                    lengths[place(left, right)] =
                        isSame(left, right)
                        ? lengths[place(left + 1, right + 1)] + 1
                        : max(lengths[place(left + 1, right)], lengths[place(left, right + 1)])
                }
            }
            while left < oldEnd, right < newEnd {
                if isSame(left, right) {
                    result.append(Change(kind: .both, range: oldLines[left]))
                    (left, right) = (left + 1, right + 1)
                } else if lengths[place(left + 1, right)] >= lengths[place(left, right + 1)] {
                    result.append(Change(kind: .removed, range: oldLines[left]))
                    left += 1
                } else {
                    result.append(Change(kind: .added, range: newLines[right]))
                    right += 1
                }
            }
        }
        result += oldLines[left..<oldEnd].map { Change(kind: .removed, range: $0) }
        result += newLines[right..<newEnd].map { Change(kind: .added, range: $0) }
        return result + oldLines[oldEnd...].map { Change(kind: .both, range: $0) }
    }
}

/// Numbers for lines.
private struct LineNumbers {
    private var index = ByteIndex()
    private var lines: [ArraySlice<UInt8>] = []

    /// The number of `line`.
    mutating func number(of line: ArraySlice<UInt8>) -> Int {
        let hash = ByteIndex.mixed(ByteIndex.hash(line))
        if let known = index.find(hash, where: { lines[$0] == line }) { return known }
        index.insert(lines.count, hash: hash)
        lines.append(line)
        return lines.count - 1
    }
}
