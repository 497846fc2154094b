import TestSupport

/// What the shells read, by their documents; nil where a quote is left open or something stands outside of quotes.
enum Unquoting {
    /// What a shell of Bourne's family reads.
    static func posix(_ word: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var rest = word[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\") {
                guard let next = rest.popFirst() else { return nil }
                result.append(next)
            } else {
                guard byte == UInt8(ascii: "'"), let end = rest.firstIndex(of: byte) else {
                    return nil
                }
                result += rest[..<end]
                rest = rest[(end + 1)...]
            }
        }
        return result
    }

    /// What fish reads.
    static func fish(_ word: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var rest = word.dropFirst()
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "'") { return rest.isEmpty ? result : nil }
            let isEscape =
                byte == UInt8(ascii: "\\") && rest.first.map { $0 == 0x27 || $0 == 0x5C } == true
            result.append(isEscape ? rest.removeFirst() : byte)
        }
        return nil
    }

    /// What PowerShell reads.
    static func powerShell(_ word: [UInt8]) -> [UInt8]? {
        guard word.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
        let call = "([regex]::Unescape("
        guard word.text.hasPrefix(call) else { return literal(word[...]) }
        guard word.text.hasSuffix("))"), let text = literal(word.dropFirst(call.count).dropLast(2))
        else { return nil }
        var units: [UInt16] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                units.append(UInt16(byte))
                continue
            }
            guard let escape = rest.popFirst() else { return nil }
            if escape == UInt8(ascii: "u") {
                guard let unit = UInt16(Array(rest.prefix(4)).text, radix: 16) else { return nil }
                units.append(unit)
                rest = rest.dropFirst(4)
            } else {
                guard escape == UInt8(ascii: "\\") else { return nil }
                units.append(UInt16(escape))
            }
        }
        return [UInt8](String(decoding: units, as: UTF16.self).utf8)
    }

    /// What single quotes hold, in which two stand for one.
    private static func literal(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        guard word.count >= 2, word.first == 0x27, word.last == 0x27 else { return nil }
        let text = Array(word.dropFirst().dropLast())
        let parts = text.text.replacing("''", with: "\u{0}")
        return parts.contains("'") ? nil : [UInt8](parts.replacing("\u{0}", with: "'").utf8)
    }
}
