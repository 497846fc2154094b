/// Hides what people must not see over each other's shoulders.
public enum Masking {
    /// `patch` for people: with `***` for what is secret in its values, and with nothing that a terminal would obey.
    public static func masked(_ patch: EnvironmentPatch) -> EnvironmentPatch {
        EnvironmentPatch(
            patch.changes.map { change in
                guard let value = change.value else { return change }
                return .set(name: change.name, value: masked(change.name, value))
            })
    }

    /// `value` of the variable `name`, for people; the state may hold a password from before.
    public static func masked(_ name: String, _ value: [UInt8]) -> [UInt8] {
        if name == SavedState.Variable.state || Secrets.isSecretName(name.utf8) {
            return Array("***".utf8)
        }
        return Array(DisplayText.escaped(value).utf8)
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
    /// It is what follows a key that says so, and all from the first to the last part that is secret by `Secrets`; the line may
    /// be wrong in any way, so rather too much is hidden than too little.
    public static func secret(inLine line: ArraySlice<UInt8>) -> Range<Int>? {
        let all =
            [secretValue(in: line), userInformation(in: line)].compactMap { $0 }
            + Secrets.ranges(in: line)
        guard let start = all.map({ $0.lowerBound }).min() else { return nil }
        return start..<(all.map { $0.upperBound }.max() ?? line.endIndex)
    }

    /// What follows the key `password`, a word so near to it that it may be meant, or one that says that its value is secret,
    /// to the end of the line; where a program's words or a variable's name should stand there may be a password too.
    private static func secretValue(in line: ArraySlice<UInt8>) -> Range<Int>? {
        var start = line.startIndex
        while start < line.endIndex {
            guard isWord(line[start]) else {
                start += 1
                continue
            }
            let end = line[start...].firstIndex { !isWord($0) } ?? line.endIndex
            let word = line[start..<end]
            let rest = line[end...].drop { "\"' \t=:.]".utf8.contains($0) }
            if !rest.isEmpty, isSecretKey(word, before: line[end...]) {
                return rest.startIndex..<line.endIndex
            }
            start = end
        }
        return nil
    }

    private static func isSecretKey(_ word: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>)
        -> Bool
    {
        if word.equals("password") || Suggestion.nearest(to: word, in: ["password"]) != nil {
            return true
        }
        let value = rest.drop { "\"' \t".utf8.contains($0) }
        guard value.first == UInt8(ascii: "=") else { return false }
        let text = value.dropFirst().trimmingBlanks
        switch true {
        case word.equals(ProfileKey.passwordFile.rawValue): return false
        case word.equals(ProfileKey.passwordCommand.rawValue): return true
        case word.equals(ProfileKey.passwordEnv.rawValue):
            guard let quote = text.first, "\"'".utf8.contains(quote) else { return false }
            return !VariableName.isValid(Array(text.dropFirst().prefix { $0 != quote }))
        default: return Secrets.isSecretName(word)
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// From the first colon behind the first `://` to the last `@` of the line, whatever quotes stand between them.
    private static func userInformation(in line: ArraySlice<UInt8>) -> Range<Int>? {
        guard let at = line.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let scheme = line.indices.first { $0 < at && line[$0..<at].hasPrefix("://") }
        let start = scheme.map { $0 + 3 } ?? line.startIndex
        guard let colon = line[start..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at else {
            return nil
        }
        return colon + 1..<at
    }
}
