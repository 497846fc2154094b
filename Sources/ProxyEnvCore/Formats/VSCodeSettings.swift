extension Format {
    /// The members of VS Code's `settings.json` that its terminals get their variables from.
    ///
    /// They are for each system at once, and follow their user to another one.
    static let vscode = Format(
        name: "vscode", aliases: ["code"], isForOtherSystems: true, write: text)

    /// An object for each system; null removes a variable.
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText()
        for change in patch.changes {
            // `${env:NAME}` and its like would be replaced ("Variables Reference").
            let value = change.value ?? []
            if value.indices.contains(where: { value[$0...].hasPrefix("${") }) {
                throw Unrepresentable(variable: change.name, reason: "`${`")
            }
        }
        let object = patch.json
        let members = ["linux", "osx", "windows"].map { system in
            ("terminal.integrated.env.\(system)", object)
        }
        return JSONValue.object(members.map { (name: $0.0, value: $0.1) }).serialized() + [0x0A]
    }
}
