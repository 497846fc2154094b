/// Makes TOML documents by a seed: right ones, unless names may come again.
public struct DocumentGenerator {
    /// What the choices are made by.
    public var random: SplitMix64
    /// Whether names may come again, of which TOML takes some and refuses others.
    public var repeatsNames = false
    private var count = 0

    /// A generator that chooses by `random`.
    public init(random: SplitMix64) { self.random = random }

    /// A document of up to twenty lines and tables, each name in it another unless names may come again.
    public mutating func document() -> [UInt8] {
        let newline = random.pick(["\n", "\n", "\r\n"])
        var lines: [String] = []
        for _ in 0..<Int.random(in: 0...20, using: &random) {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: lines.append("[\(key())]\(comment())")
            case 1: lines.append(" [[ \(key()) ]]\t")
            case 2: lines.append(random.pick(["", "\t", "# é", "#", "  # [a]"]))
            default: lines.append("\(key())\(equals())\(value(depth: 0))\(comment())")
            }
        }
        let text = lines.joined(separator: newline) + random.pick(["", newline])
        return Array((random.pick(["", "", "", "\u{FEFF}"]) + text).utf8)
    }

    private mutating func key() -> String {
        if repeatsNames {
            return (0..<random.pick([1, 1, 2, 3])).map { _ in random.pick(["a", "b", "'a'", "c"]) }
                .joined(separator: ".")
        }
        return uniqueKey()
    }

    private mutating func uniqueKey() -> String {
        (0..<random.pick([1, 1, 2, 3])).map { _ in
            count += 1
            return random.pick([
                "k\(count)", "\"k \(count)\"", "'k.\(count)'", "\"\\u006b\(count)\"", "\(count)",
            ])
        }.joined(separator: random.pick([".", " . "]))
    }

    private mutating func equals() -> String { random.pick(["=", " = ", "\t=\t"]) }

    private mutating func comment() -> String { random.pick(["", "", " ", " # x", "#\"'[{"]) }

    private mutating func blank() -> String {
        random.pick(["", "", " ", "\n", "\r\n\t", " # x\n"])
    }

    private mutating func value(depth: Int) -> String {
        switch Int.random(in: 0..<(depth < 4 ? 8 : 5), using: &random) {
        case 0:
            random.pick([
                "1", "-0", "+7", "0xff", "0o17", "0b1_01", "1_000", "9223372036854775807",
                "-9223372036854775808", "0.5", "1e9", "-1_0.2_5E-0_3", "inf", "-inf", "+nan",
                "true",
                "false",
            ])
        case 1:
            random.pick([
                "2020-01-01", "2020-01-01 00:00:00Z", "07:32:00.5", "2020-01-01T00:00:00-01:30",
                "2000-02-29t23:59:59.123456789z", "1979-05-27T07:32:00",
            ])
        case 2: random.pick(["\"\"", "\"a\\\"b\\u00e9\"", "'\\'", "\"#\"", "\"é漢😀\""])
        case 3:
            random.pick([
                "\"\"\"\n\"x\"\"\"\"", "\"\"\"a\\\n  b\"\"\"", "'''\r\n''\n'''", "\"\"\"\"\"\"",
            ])
        case 4: "\"http://127.0.0.1:7890\""
        case 5: array(depth: depth)
        default: inlineTable(depth: depth)
        }
    }

    private mutating func array(depth: Int) -> String {
        let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            blank() + value(depth: depth + 1) + blank()
        }
        return
            "[\(values.joined(separator: ","))\(values.isEmpty ? "" : random.pick(["", ","]))\(blank())]"
    }

    private mutating func inlineTable(depth: Int) -> String {
        let pairs = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            "\(key())\(equals())\(value(depth: depth + 1))"
        }
        return "{ \(pairs.joined(separator: " ,\t")) }"
    }
}
