extension Format {
    /// Lines for `sh` on macOS that change what launchd gives to programs that it starts.
    ///
    /// The value stands in the command line of `launchctl`, which others can see.
    static let launchd = Format(
        name: "launchd", aliases: ["launchctl"], isPublic: true, isForOtherSystems: true,
        write: text)

    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.refuse([(0, "a NUL")])
        var text: [UInt8] = []
        for change in patch.changes {
            if let value = change.value {
                text += "launchctl setenv \(change.name) "
                text += PosixQuoting.quoted(value)
            } else {
                text += "launchctl unsetenv \(change.name)"
            }
            text += "\n"
        }
        return text
    }
}
