/// Puts the values of variables in the place of their names, as npm's, pnpm's, Yarn's and codex's files have them.
public struct VariableReference {
    /// The most bytes of all values together that variables are put into; each may name a long variable many times.
    public static let longest = 1 << 18

    private let environment: Environment
    private var index: EnvironmentIndex?
    private var rest = Self.longest

    /// What puts in the variables of `environment`.
    public init(_ environment: Environment) { self.environment = environment }

    /// `value` with what the variables in it hold, or nil where that would be longer than ``longest``.
    ///
    /// `${NAME}` stays where there is no such variable, and is nothing as `${NAME?}` (npm 10.8, tried).
    /// `${NAME-else}` and `${NAME:-else}`, the latter also for an empty variable, are pnpm's and Yarn's.
    public mutating func expanded(_ value: [UInt8], takesFallback: Bool) -> [UInt8]? {
        guard value.contains(UInt8(ascii: "$")) else { return value }
        var result: [UInt8] = []
        var start = 0
        // The next `}`: it is looked for once, however many names begin in front of it.
        var end = -1
        while start < value.count {
            if value[start...].hasPrefix("${") {
                if end < start + 2 {
                    end = value[start...].firstIndex(of: UInt8(ascii: "}")) ?? value.count
                }
                if end < value.count,
                    let text = text(of: value[(start + 2)..<end], takesFallback)
                {
                    guard result.count + text.count <= rest else { return nil }
                    result += text
                    start = end + 1
                    continue
                }
            }
            result.append(value[start])
            start += 1
        }
        return charged(result)
    }

    /// `value` of a line in codex's `.env` with what `$NAME` and `${NAME}` hold, nothing for what is not there; `\\$` is a `$`.
    ///
    /// - Returns: The value, or nil where it would be longer than ``longest``.
    public mutating func expandedDotEnv(_ value: [UInt8]) -> [UInt8]? {
        guard value.contains(UInt8(ascii: "$")) else { return value }
        var result: [UInt8] = []
        var text = value[...]
        while let byte = text.popFirst() {
            if byte == UInt8(ascii: "\\"), text.first == UInt8(ascii: "$") {
                result.append(UInt8(ascii: "$"))
                text = text.dropFirst()
                continue
            }
            guard byte == UInt8(ascii: "$") else {
                result.append(byte)
                continue
            }
            let isBraced = text.first == UInt8(ascii: "{")
            if isBraced { text = text.dropFirst() }
            // Without braces a name ends at a `_` (codex 0.163, tried).
            let name = text.prefix {
                $0.isLetter || $0.isDigit || isBraced && $0 == UInt8(ascii: "_")
            }
            text = text[name.endIndex...]
            if isBraced, text.first == UInt8(ascii: "}") { text = text.dropFirst() }
            let found = variable(name) ?? []
            guard result.count + found.count <= rest else { return nil }
            result += found
        }
        return charged(result)
    }

    /// What `value` of codex's file stands for, or nil if a variable is in it.
    static func literalDotEnv(_ value: [UInt8]) -> [UInt8]? {
        var isEscaped = false
        for byte in value {
            if byte == UInt8(ascii: "$"), !isEscaped { return nil }
            isEscaped = byte == UInt8(ascii: "\\")
        }
        var reference = VariableReference(Environment(entries: []))
        return reference.expandedDotEnv(value)
    }

    /// `result`, which leaves less for the values to come, or nil where it is too long.
    private mutating func charged(_ result: [UInt8]) -> [UInt8]? {
        guard result.count <= rest else { return nil }
        rest -= result.count
        return result
    }

    private mutating func variable(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        let known = index ?? EnvironmentIndex(environment)
        index = known
        return known[name]
    }

    /// What `reference`, the text between the braces, stands for, or nil where it stays.
    private mutating func text(of reference: ArraySlice<UInt8>, _ takesFallback: Bool) -> [UInt8]? {
        let name = reference.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
        let rest = reference[name.endIndex...]
        switch true {
        case rest.isEmpty: return variable(name)
        case rest.equals("?"): return variable(name) ?? []
        case takesFallback && rest.hasPrefix(":-"):
            return variable(name).flatMap { $0.isEmpty ? nil : $0 } ?? Array(rest.dropFirst(2))
        case takesFallback && rest.hasPrefix("-"): return variable(name) ?? Array(rest.dropFirst())
        default: return nil
        }
    }
}
