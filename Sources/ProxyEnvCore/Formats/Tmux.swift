/// Commands for tmux, for all sessions: `proxyenv env clash --format tmux | tmux source-file -`.
struct Tmux: Format {
    let name = "tmux"

    /// In single quotes everything stands for itself but the quote (tmux(1), "Parsing syntax"); `-r` removes a variable
    /// from what tmux hands on, also one that it inherited.
    func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText(for: name)
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
