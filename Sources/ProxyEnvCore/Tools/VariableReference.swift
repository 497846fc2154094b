/// Names of variables in the values of npm's, pnpm's and Yarn's files.
public enum VariableReference {
    /// `value` with what the variables in it hold in `environment`.
    ///
    /// `${NAME}` stays where there is no such variable, and is nothing as `${NAME?}` (npm 10.8, tried).
    /// `${NAME-else}` and `${NAME:-else}`, the latter also for an empty variable, are pnpm's and Yarn's.
    public static func expanded(
        _ value: [UInt8], in environment: Environment, takesFallback: Bool
    ) -> [UInt8] {
        guard value.contains(UInt8(ascii: "$")) else { return value }
        var result: [UInt8] = []
        var rest = value[...]
        while let byte = rest.first {
            guard rest.hasPrefix("${"), let end = rest.firstIndex(of: UInt8(ascii: "}")),
                let text = text(
                    of: rest[(rest.startIndex + 2)..<end], environment, takesFallback)
            else {
                result.append(byte)
                rest = rest.dropFirst()
                continue
            }
            result += text
            rest = rest[(end + 1)...]
        }
        return result
    }

    /// `value` of a line in codex's `.env` with what `$NAME` and `${NAME}` hold, nothing for what is not there; `\\$` is a `$`.
    public static func expandedDotEnv(_ value: [UInt8], in environment: Environment) -> [UInt8] {
        guard value.contains(UInt8(ascii: "$")) else { return value }
        var result: [UInt8] = []
        var rest = value[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "$") {
                result.append(UInt8(ascii: "$"))
                rest = rest.dropFirst()
                continue
            }
            guard byte == UInt8(ascii: "$") else {
                result.append(byte)
                continue
            }
            let isBraced = rest.first == UInt8(ascii: "{")
            if isBraced { rest = rest.dropFirst() }
            // Without braces a name ends at a `_` (codex 0.163, tried).
            let name = rest.prefix {
                $0.isLetter || $0.isDigit || isBraced && $0 == UInt8(ascii: "_")
            }
            rest = rest[name.endIndex...]
            if isBraced, rest.first == UInt8(ascii: "}") { rest = rest.dropFirst() }
            result += environment[String(decoding: name, as: UTF8.self)] ?? []
        }
        return result
    }

    /// What `value` of codex's file stands for, or nil if a variable is in it.
    static func literalDotEnv(_ value: [UInt8]) -> [UInt8]? {
        var isEscaped = false
        for byte in value {
            if byte == UInt8(ascii: "$"), !isEscaped { return nil }
            isEscaped = byte == UInt8(ascii: "\\")
        }
        return expandedDotEnv(value, in: Environment(entries: []))
    }

    /// What `reference`, the text between the braces, stands for, or nil where it stays.
    private static func text(
        of reference: ArraySlice<UInt8>, _ environment: Environment, _ takesFallback: Bool
    ) -> [UInt8]? {
        let name = reference.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
        let value = environment[String(decoding: name, as: UTF8.self)]
        let rest = reference[name.endIndex...]
        switch true {
        case rest.isEmpty: return value
        case rest.equals("?"): return value ?? []
        case takesFallback && rest.hasPrefix(":-"):
            return value.flatMap { $0.isEmpty ? nil : $0 } ?? Array(rest.dropFirst(2))
        case takesFallback && rest.hasPrefix("-"): return value ?? Array(rest.dropFirst())
        default: return nil
        }
    }
}
