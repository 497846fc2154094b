/// A document in which the places that a test is about are marked: `1️⃣` where a range begins, `2️⃣` where it ends.
///
/// The marks are cut out; what is left is the document. One mark alone is an empty range.
struct MarkedText: Sendable {
    /// The document without its marks.
    let bytes: [UInt8]
    /// The offsets of the marks, in their order.
    let marks: [Int]

    /// The document that `text` is without its marks.
    init(_ text: String) { self.init(Array(text.utf8)) }

    /// The document that `text`, which may be no UTF-8, is without its marks.
    init(_ text: [UInt8]) {
        // A mark is a digit, U+FE0F and U+20E3.
        let tail: [UInt8] = [0xEF, 0xB8, 0x8F, 0xE2, 0x83, 0xA3]
        var bytes: [UInt8] = []
        var marks: [Int] = []
        var rest = text[...]
        while let first = rest.popFirst() {
            if (0x31...0x39).contains(first), rest.starts(with: tail) {
                rest = rest.dropFirst(tail.count)
                marks.append(bytes.count)
            } else {
                bytes.append(first)
            }
        }
        self.bytes = bytes
        self.marks = marks
    }

    /// The offsets between the first mark and the second.
    var range: Range<Int> {
        guard let start = marks.first else { return 0..<0 }
        return start..<(marks.count > 1 ? marks[1] : start)
    }
}
