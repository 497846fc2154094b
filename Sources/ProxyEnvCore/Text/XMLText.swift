/// As much of XML as people write settings in: elements and their text.
struct XMLText {
    /// What stands in a text, in its order.
    enum Event: Equatable {
        /// An element begins; its name and its line, from 1.
        case start(name: [UInt8], line: Int)
        /// An element ends.
        case end
        /// The text between two tags, without blanks around it.
        case text([UInt8])
    }

    /// What is in `source`; attributes, comments and processing instructions are passed over, and the rest behind what is no XML.
    static func events(in source: [UInt8]) -> [Event] {
        var events: [Event] = []
        var rest = source[...]
        var line = 1
        func take(_ count: Int) -> ArraySlice<UInt8> {
            let piece = rest.prefix(count)
            rest = rest.dropFirst(count)
            line += piece.count { $0 == 0x0A }
            return piece
        }
        while !rest.isEmpty {
            let text = take(rest.prefix { $0 != UInt8(ascii: "<") }.count).trimmingSpace
            if !text.isEmpty { events.append(.text(unescaped(text))) }
            if let (begin, end) = sections.first(where: { rest.hasPrefix($0.begin) }) {
                guard let found = rest.firstOccurrence(of: Array(end.utf8)) else { break }
                let section = take(found - rest.startIndex + end.utf8.count)
                if begin == "<![CDATA[" {
                    events.append(.text(Array(section.dropFirst(9).dropLast(3))))
                }
                continue
            }
            let first = line
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
            let tag = take(close - rest.startIndex + 1).dropFirst().dropLast()
            if tag.first == UInt8(ascii: "/") {
                events.append(.end)
            } else if tag.first != UInt8(ascii: "!") {
                let name = tag.prefix { !$0.isSpace && $0 != UInt8(ascii: "/") }
                events.append(.start(name: Array(name), line: first))
                if tag.last == UInt8(ascii: "/") { events.append(.end) }
            }
        }
        return events
    }

    /// What has an end of its own, in which `>` may stand.
    private static let sections: [(begin: String, end: String)] = [
        ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"),
    ]

    /// `text` with the five names that XML knows for characters (XML 1.0, section 4.6) put in.
    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let names: [(name: String, byte: UInt8)] = [
            ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27),
        ]
        var value: [UInt8] = []
        var rest = text
        while let byte = rest.first {
            let found = names.first { rest.hasPrefix($0.name) }
            value.append(found?.byte ?? byte)
            rest = rest.dropFirst(found?.name.utf8.count ?? 1)
        }
        return value
    }
}

extension UInt8 {
    /// Whether it is white space to XML.
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension ArraySlice<UInt8> {
    /// These bytes without white space at both ends.
    fileprivate var trimmingSpace: ArraySlice<UInt8> {
        var text = drop { $0.isSpace }
        while text.last?.isSpace == true { text.removeLast() }
        return text
    }
}
