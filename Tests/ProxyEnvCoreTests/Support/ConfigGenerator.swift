import TestSupport

/// Makes files with profiles and rules, by a seed, in every way in which TOML lets them be written.
struct ConfigGenerator {
    /// What the choices are made by.
    var random: SplitMix64
    private(set) var newline = "\n"

    /// A generator that chooses by `random`.
    init(random: SplitMix64) { self.random = random }

    /// The names that profiles have.
    static let profiles = ["a", "b", "office", "x.y", "p-1"]
    /// The names that rules have.
    static let commands = ["codex", "npm", "pip", "claude"]

    /// A file: keys at the top, then tables, with comments and blank lines between.
    mutating func file() -> [UInt8] {
        newline = random.pick(["\n", "\n", "\r\n"])
        var top: [String] = []
        var sections: [[String]] = []
        var inline: [String] = []
        if Bool.random(using: &random) {
            top.append("default\(equals())\(string("a"))\(comment())")
        }
        if Bool.random(using: &random) { top.append("no-proxy\(equals())\(list())\(comment())") }
        for name in Self.profiles where Int.random(in: 0..<3, using: &random) > 0 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: top += pairs().map { "profiles.\(key(name)).\($0)" }
            case 1: inline.append("\(key(name))\(equals()){ \(members()) }\(comment())")
            case 2: inline += pairs().map { "\(key(name)).\($0)" }
            default:
                sections.append(["[profiles.\(key(name))]\(comment())"] + pairs())
                if Int.random(in: 0..<3, using: &random) == 0 {
                    sections.append([
                        "[profiles.\(key(name)).env]", "NAME\(equals())\(string("v"))\(comment())",
                    ])
                }
            }
        }
        // Dotted keys at the top make a table that no header may open again.
        let hasDotted = top.contains { $0.hasPrefix("profiles.") }
        if hasDotted {
            top += inline.map { "profiles.\($0)" }
        } else if !inline.isEmpty {
            sections.append(["[profiles]"] + inline)
        }
        if Bool.random(using: &random) {
            sections.append(["[commands]\(comment())"] + rules())
        }
        sections.shuffle(using: &random)
        var lines: [String] = []
        for line in top { lines += above() + [line] }
        for section in sections {
            lines += random.pick([[""], [""], [], ["", "# about it"], ["# right above"]])
            for line in section { lines += above() + [line] }
        }
        lines += random.pick([[], [], ["", "# the end"], ["", ""]])
        let text = lines.joined(separator: newline)
        return [UInt8](random.pick(["", "", "\u{FEFF}"]) + text + random.pick(["", newline]))
    }

    private mutating func above() -> [String] {
        random.pick([[], [], [], [], ["  # note"], [""]])
    }

    private mutating func pairs() -> [String] {
        var pairs = ["url\(equals())\(string("http://h:1"))\(comment())"]
        if Bool.random(using: &random) { pairs.append("username\(equals())\(string("é u"))") }
        if Bool.random(using: &random) { pairs.append("no-proxy\(equals())\(list())\(comment())") }
        if Int.random(in: 0..<4, using: &random) == 0 {
            pairs.append("description = \"\"\"\(newline)# no comment\(newline)[no.header]\"\"\"")
        }
        pairs.shuffle(using: &random)
        return pairs
    }

    private mutating func members() -> String {
        let all = ["url = \(string("http://h:1"))", "username=\(string("u"))", "env.A = '1'"]
        return all[..<Int.random(in: 1...3, using: &random)].joined(
            separator: random.pick([", ", ","]))
    }

    private mutating func rules() -> [String] {
        Self.commands.filter { _ in Bool.random(using: &random) }.map { name in
            let rule = random.pick(["true", "false", string("a"), "{ profile = \(string("b")) }"])
            return "\(name)\(equals())\(rule)\(comment())"
        }
    }

    private mutating func key(_ name: String) -> String {
        name.contains(".") || Int.random(in: 0..<4, using: &random) == 0
            ? random.pick(["\"\(name)\"", "'\(name)'"]) : name
    }

    private mutating func equals() -> String { random.pick([" = ", " = ", "=", "\t=  "]) }

    private mutating func comment() -> String { random.pick(["", "", "", " # x", "\t# = [a]"]) }

    private mutating func string(_ text: String) -> String {
        random.pick(["\"\(text)\"", "'\(text)'"])
    }

    private mutating func list() -> String {
        let items = (0..<Int.random(in: 0...3, using: &random)).map { string("h\($0)") }
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where !items.isEmpty:
            let body = items.map { "\(newline)  \($0),\(comment())" }.joined()
            return "[\(body)\(newline)]"
        case 1: return "[ \(items.joined(separator: " , ")) ]"
        default: return "[\(items.joined(separator: ", "))]"
        }
    }
}
