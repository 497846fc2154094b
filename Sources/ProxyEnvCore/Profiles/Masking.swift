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
        guard let at = value.lastIndex(of: UInt8(ascii: "@")) else { return value }
        guard var colon = value[..<at].firstIndex(of: UInt8(ascii: ":")) else { return value }
        // Behind a name that is no scheme, `//` may be part of a password.
        if value[colon...].hasPrefix("://"), ProxyScheme(value[..<colon]) != nil {
            guard let next = value[..<at].dropFirst(colon + 3).firstIndex(of: UInt8(ascii: ":"))
            else { return value }
            colon = next
        }
        return Array(value[...colon]) + Array("***".utf8) + Array(value[at...])
    }

    /// The part of a line of a file that may hold a password, or nil: an error shows `***` for it.
    ///
    /// It is what follows the key `password`, and a URL's user information; the line may be wrong in
    /// any way, so rather too much is hidden than too little.
    public static func secret(inLine line: ArraySlice<UInt8>) -> Range<Int>? {
        passwordValue(in: line) ?? userInformation(in: line)
    }

    private static func passwordValue(in line: ArraySlice<UInt8>) -> Range<Int>? {
        let key = Array("password".utf8)
        for start in line.indices where line[start...].starts(with: key) {
            var rest = line[(start + key.count)...]
            if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                rest.removeFirst()
            }
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
            guard rest.popFirst() == UInt8(ascii: "=") else { continue }
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
            if !rest.isEmpty { return rest.startIndex..<line.endIndex }
        }
        return nil
    }

    /// From the first `:` of a URL's authority to its last `@`.
    ///
    /// The authority ends with the string or at a blank, whichever comes later.
    private static func userInformation(in line: ArraySlice<UInt8>) -> Range<Int>? {
        for start in line.indices where line[start...].hasPrefix("://") {
            let authority = line[(start + 3)...]
            func end(where isEnd: (UInt8) -> Bool) -> Int {
                authority.firstIndex(where: isEnd) ?? line.endIndex
            }
            let quote = end { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let text = authority[..<max(quote, end { $0 == 0x20 || $0 == 0x09 })]
            guard let at = text.lastIndex(of: UInt8(ascii: "@")),
                let colon = text[..<at].firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            return colon + 1..<at
        }
        return nil
    }
}
