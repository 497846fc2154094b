import TestSupport

/// Values of variables that are as hard as can be for a language: quotes, blanks, escapes, and code that would run.
enum GeneratedValues {
    private static let pieces: [String] =
        [
            "'", "\"", "$", "`", "\\", "!", "%", "^", "&", "|", "<", ">", ";", "#", "~", "*", "?",
            "[", "]", "{", "}", "(", ")", "=", ":", "@", ",", "+", "-", "/", " ", "  ", "\t", "\n",
            "\r", "\r\n", "a", "Z", "0", "\u{1}", "\u{8}", "\u{1B}[31m", "\u{7F}", "\u{85}",
            "\u{A0}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{201C}", "\u{2028}",
            "\u{2029}", "\u{202E}", "\u{FEFF}", "e\u{301}", "\u{5D0}", "\u{4E2D}", "\u{1F600}",
            "\u{10FFFF}", "\\n", "\\x41", "\\u0041", "\\'", "''", "\"\"", "$HOME", "${HOME}",
            "$(touch CANARY)", "`touch CANARY`", "(touch CANARY)", "; touch CANARY;",
            "\n touch CANARY \n", "' ; touch CANARY ; '", "\" ; touch CANARY ; \"",
            "| touch CANARY",
            "%PATH%", "%%", "!!", "!$", "^a^b", "$env:HOME", "@(touch CANARY)", "![touch CANARY]",
            "~/", "{a,b}", "export X=1", "#{x}", "\\", "&& touch CANARY", "EOF",
        ]

    /// `count` values, the longest just under what the system takes for a variable with its name.
    ///
    /// What is executed of them makes the file CANARY, which is to be replaced by a path.
    static func make(
        _ count: Int, without impossible: [Unicode.Scalar] = [], longest: Int = 131_000,
        _ random: inout SplitMix64
    ) -> [String] {
        var values = ["", " ", "\t", "'", "\\", "\\\\", String(repeating: "x", count: longest)]
        values.removeAll { !isPossible($0, impossible) }
        while values.count < count {
            var value = ""
            for _ in 0..<Int.random(in: 1...14, using: &random) { value += random.pick(pieces) }
            if isPossible(value, impossible) { values.append(value) }
        }
        return values
    }

    private static func isPossible(_ value: String, _ impossible: [Unicode.Scalar]) -> Bool {
        !value.unicodeScalars.contains { impossible.contains($0) }
    }

    /// The name of the variable that has the value number `index`.
    static func name(_ index: Int) -> String {
        let digits = String(index)
        return "V" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension Sandbox {
    /// Writes a file whose profile `p` sets these values.
    func configure(_ values: [String]) throws {
        var text = "[profiles.p]\nurl = 'http://127.0.0.1:9'\n[profiles.p.env]\n"
        for (index, value) in values.enumerated() {
            text += "\(GeneratedValues.name(index)) = \"\(Self.escaped(value))\"\n"
        }
        try write(text, to: ".config/proxyenv/config.toml")
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
