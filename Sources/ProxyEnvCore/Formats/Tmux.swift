extension Format {
    /// Commands for tmux, for all sessions: `proxyenv env clash --format tmux | tmux source-file -`.
    static let tmux = Format(name: "tmux", isForOtherSystems: true, write: text)

    /// In single quotes everything stands for itself but the quote (tmux(1), "Parsing syntax").
    ///
    /// `-r` removes a variable from what tmux hands on, also one that it inherited. A newline can't be held: a line within
    /// quotes that begins with `#` is dropped (tried in tmux 3.3a).
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText()
        try patch.refuse([(0x0A, "a newline")])
        var text: [UInt8] = []
        for change in patch.changes {
            if let value = change.value {
                text += "set-environment -g \(change.name) "
                text += PosixQuoting.quoted(value)
            } else {
                text += "set-environment -gr \(change.name)"
            }
            text += "\n"
        }
        return text
    }
}
