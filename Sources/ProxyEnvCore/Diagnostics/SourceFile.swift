/// A file's bytes and the name under which people know it.
public struct SourceFile: Sendable, Equatable {
    /// The path, for messages.
    public let path: String
    /// The content.
    public let bytes: [UInt8]
    /// The offset at which each line begins.
    private let lineStarts: [Int]

    /// A file of this path and content.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var lineStarts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            lineStarts.append(offset + 1)
        }
        self.lineStarts = lineStarts
    }

    /// A place in a file as editors count it: lines from 1, columns from 1 in Unicode scalars.
    public struct Position: Sendable, Equatable {
        /// The line, from 1.
        public let line: Int
        /// The column, from 1.
        public let column: Int
    }

    /// The place of the byte at `offset`.
    public func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = line(of: offset)
        let start = lineStarts[line - 1]
        // A scalar's first byte is any that does not continue one.
        let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return Position(
            line: line, column: start == 0 && hasByteOrderMark ? max(column - 1, 1) : column)
    }

    /// The offsets of the line that the byte at `offset` is on, without its end.
    public func lineRange(around offset: Int) -> Range<Int> {
        let offset = min(max(offset, 0), bytes.count)
        let start = lineStarts[line(of: offset) - 1]
        var end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return (start == 0 && hasByteOrderMark ? min(3, end) : start)..<end
    }

    private var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    /// The number of the line that the byte at `offset` is on, from 1; it costs little on the longest line too.
    public func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low, 1)
    }
}
