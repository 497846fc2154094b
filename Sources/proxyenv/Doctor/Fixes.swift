import ProxyEnvCore

/// The changes of proxyenv's own file that cure something.
struct Fixes {
    private let edits: [Finding.Edit]
    private let context: Context

    /// Those of `findings`, of each thing that they change the first.
    init(_ findings: [Finding], _ context: Context) {
        var edits: [Finding.Edit] = []
        // A warning is a guess, on which nothing is changed.
        for edit in findings.filter({ $0.severity == .problem }).compactMap({ $0.edit }) {
            if !edits.contains(where: { $0.concernsSame(as: edit) }) { edits.append(edit) }
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
            switch edit {
            case .key(let profile, let key, let values):
                let words = Self.invocation([profile, key.rawValue] + values)
                _ =
                    values.isEmpty
                    ? try UnsetCommand().run(words, context) : try SetCommand().run(words, context)
            case .wrap(let command, let profile):
                var own = context
                own.options.replace(.profile, by: profile.map { [Array($0.utf8)] } ?? [])
                _ = try WrapCommand().run(Self.invocation([command]), own)
            }
        }
    }

    private static func invocation(_ words: [String]) -> Invocation {
        Invocation(operands: words.map { Array($0.utf8) }, launchIndex: 0)
    }
}
