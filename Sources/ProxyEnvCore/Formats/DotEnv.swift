extension Format {
    /// A `.env` file, as Node, Python, Ruby and Docker Compose read it alike.
    ///
    /// There is no standard. What all of them read alike is a bare value of harmless characters, and single quotes around
    /// others, as long as there is no quote, no backslash (python-dotenv knows escapes there) and no line's end within.
    static let dotEnv = Format(name: "dotenv", aliases: ["env", ".env"], write: text)

    /// A line for each variable; what is to be unset is left out, as such a file can't say it.
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText()
        try patch.refuse(
            [
                (0x27, "a single quote"), (0x5C, "a backslash"), (0x0A, "a newline"),
                (0x0D, "a carriage return"),
            ])
        var text: [UInt8] = []
        for change in patch.changes {
            guard let value = change.value else { continue }
            text += "\(change.name)="
            text += value.allSatisfy(isHarmless) ? value : [0x27] + value + [0x27]
            text += "\n"
        }
        return text
    }

    private static func isHarmless(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "_./:@%+,-[]".utf8.contains(byte)
    }
}
