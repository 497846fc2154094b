/// Finds entries in the text of a file of git's (git's manual: git-config, "Syntax").
public enum GitConfigText {
    /// The last line on which `key` stands.
    ///
    /// - Parameters:
    ///   - key: The key as git prints it: `http.proxy`, `http.https://x.org.proxy`.
    ///   - text: The file's content.
    /// - Returns: The line, from 1, or nil if the key is not there.
    public static func line(of key: [UInt8], in text: [UInt8]) -> Int? {
        let dot = UInt8(ascii: ".")
        guard let first = key.firstIndex(of: dot), let last = key.lastIndex(of: dot) else {
            return nil
        }
        let section = key[..<first]
        let subsection = first < last ? key[(first + 1)..<last] : []
        let name = key[(last + 1)...]
        var isWanted = false
        var found: Int?
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            var rest = line.trimmed
            if rest.first == UInt8(ascii: "[") {
                let header = Self.header(&rest)
                isWanted =
                    header.section.equalsIgnoringCase(String(decoding: section, as: UTF8.self))
                    && header.subsection.elementsEqual(subsection)
            }
            let entry = rest.prefix { $0 != UInt8(ascii: "=") && $0 > 0x20 }
            let isSame = entry.equalsIgnoringCase(String(decoding: name, as: UTF8.self))
            if isWanted, isSame { found = number }
        }
        return found
    }

    /// The section that `[section "subsection"]` at the beginning of `line` names; what stands behind it is left.
    private static func header(
        _ line: inout ArraySlice<UInt8>
    ) -> (section: [UInt8], subsection: [UInt8]) {
        var section: [UInt8] = []
        var subsection: [UInt8] = []
        var isQuoted = false
        line = line.dropFirst()
        while let byte = line.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\\") where isQuoted:
                if let next = line.popFirst() { subsection.append(next) }
            case UInt8(ascii: "]") where !isQuoted:
                line = line.trimmed
                return (section, subsection)
            case _ where isQuoted: subsection.append(byte)
            case 0x20, 0x09: break
            default: section.append(byte)
            }
        }
        return (section, subsection)
    }
}
