import ProxyEnvCore

/// The changes of proxyenv's own file that cure something.
struct Fixes {
    private let edits: [Finding.Edit]
    private let context: Context

    /// Those of `findings`, of each key the first.
    init(_ findings: [Finding], _ context: Context) {
        var edits: [Finding.Edit] = []
        for edit in findings.compactMap({ $0.edit }) {
            if !edits.contains(where: { $0.profile == edit.profile && $0.key == edit.key }) {
                edits.append(edit)
            }
        }
        self.edits = edits
        self.context = context
    }

    /// Makes them, each shown before; with --dry-run they are only shown.
    ///
    /// - Throws: Why one could not be made.
    func make() throws(Failure) {
        if edits.isEmpty {
            context.note("nothing here is cured by a change of proxyenv's own file")
            return
        }
        for edit in edits {
            context.note(edit.command)
            let invocation = Invocation(
                operands: ([edit.profile, edit.key.rawValue] + edit.values).map { Array($0.utf8) },
                launchIndex: 0)
            if edit.values.isEmpty {
                _ = try UnsetCommand().run(invocation, context)
            } else {
                _ = try SetCommand().run(invocation, context)
            }
        }
    }
}
