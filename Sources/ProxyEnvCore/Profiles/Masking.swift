/// Hides what people must not see over each other's shoulders.
public enum Masking {
    /// `patch` with `***` for passwords in proxies' URLs, and for the state, which may hold one from before.
    public static func masked(_ patch: EnvironmentPatch) -> EnvironmentPatch {
        EnvironmentPatch(
            patch.changes.map { change in
                guard let value = change.value else { return change }
                return .set(name: change.name, value: masked(change.name, value))
            })
    }

    /// `value` of the variable `name`, for people.
    public static func masked(_ name: String, _ value: [UInt8]) -> [UInt8] {
        if name == SavedState.Variable.state { return Array("***".utf8) }
        return maskedURL(value)
    }

    /// `value` with `***` for what stands between `:` and the last `@` of its authority, if it is a URL at all.
    ///
    /// Written for any value, also one that no proxy's URL should be: whatever may be a password is hidden.
    public static func maskedURL(_ value: [UInt8]) -> [UInt8] {
        guard let at = value.lastIndex(of: UInt8(ascii: "@")) else {
            guard let port = impossiblePort(in: value[...]) else { return value }
            return Array(value[..<port.lowerBound]) + Array("***".utf8)
                + Array(value[port.upperBound...])
        }
        guard var colon = value[..<at].firstIndex(of: UInt8(ascii: ":")) else { return value }
        // Behind a name that is no scheme, `//` may be part of a password.
        if value[colon...].hasPrefix("://"), ProxyScheme(value[..<colon]) != nil {
            guard let next = value[..<at].dropFirst(colon + 3).firstIndex(of: UInt8(ascii: ":"))
            else { return value }
            colon = next
        }
        return Array(value[...colon]) + Array("***".utf8) + Array(value[at...])
    }

    /// The part of the line at `line` of a file that may hold a password, empty if none does: `***` is shown for it.
    ///
    /// A line inside a string over several lines is hidden whole, as the key stands on another.
    public static func secret(in file: [UInt8], line: Range<Int>) -> Range<Int> {
        if isInsideString(file[..<line.lowerBound]) { return line }
        return secret(inLine: file[line]) ?? line.upperBound..<line.upperBound
    }

    /// Whether a string over several lines that begins in `text` does not end there.
    private static func isInsideString(_ text: ArraySlice<UInt8>) -> Bool {
        var open: UInt8?
        var index = text.startIndex
        while index + 2 < text.endIndex {
            let byte = text[index]
            let isTriple = text[index + 1] == byte && text[index + 2] == byte
            if isTriple, open.map({ $0 == byte }) ?? ("\"'".utf8.contains(byte)) {
                open = open == nil ? byte : nil
                index += 3
            } else {
                index += 1
            }
        }
        return open != nil
    }

    /// The part of a line that may hold a password, or nil.
    ///
    /// It is what follows the key `password`, and all from the first URL's user name to the last `@`; the line may be wrong
    /// in any way, so rather too much is hidden than too little.
    public static func secret(inLine line: ArraySlice<UInt8>) -> Range<Int>? {
        switch (passwordValue(in: line), userInformation(in: line)) {
        case (let value?, let user?):
            min(value.lowerBound, user.lowerBound)..<max(value.upperBound, user.upperBound)
        case (let value, let user): value ?? user
        }
    }

    /// What follows the key `password`, or a word so near to it that it may be meant, to the end of the line.
    private static func passwordValue(in line: ArraySlice<UInt8>) -> Range<Int>? {
        var start = line.startIndex
        while start < line.endIndex {
            guard isWord(line[start]) else {
                start += 1
                continue
            }
            let end = line[start...].firstIndex { !isWord($0) } ?? line.endIndex
            let word = line[start..<end]
            let isNear =
                word.equals("password") || Suggestion.nearest(to: word, in: ["password"]) != nil
            let rest = line[end...].drop { "\"' \t=:.]".utf8.contains($0) }
            if isNear, !rest.isEmpty { return rest.startIndex..<line.endIndex }
            start = end
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// From the first colon behind the first `://` to the last `@` of the line, whatever quotes stand between them.
    private static func userInformation(in line: ArraySlice<UInt8>) -> Range<Int>? {
        guard let at = line.lastIndex(of: UInt8(ascii: "@")) else {
            return impossiblePort(in: line)
        }
        let scheme = line.indices.first { $0 < at && line[$0..<at].hasPrefix("://") }
        let start = scheme.map { $0 + 3 } ?? line.startIndex
        guard let colon = line[start..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at else {
            return nil
        }
        return colon + 1..<at
    }

    /// What stands where a URL's port should be, and is none: perhaps a password whose `@` and host were forgotten.
    private static func impossiblePort(in line: ArraySlice<UInt8>) -> Range<Int>? {
        for start in line.indices where line[start...].hasPrefix("://") {
            let authority = line[(start + 3)...].prefix { !"\"'/ ,\t".utf8.contains($0) }
            guard authority.first != UInt8(ascii: "["),
                let colon = authority.firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            let port = authority[(colon + 1)...]
            if !port.isEmpty, !port.allSatisfy({ $0.isDigit }) { return port.indices }
        }
        return nil
    }
}
