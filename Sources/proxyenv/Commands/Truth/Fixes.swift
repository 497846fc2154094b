import ProxyEnvCore

/// The changes of proxyenv's own file that cure something.
struct Fixes {
    private let edits: [ConfigChange]
    private let context: Context

    /// Those of `findings`, of each thing that they change the first.
    init(_ findings: [Finding], _ context: Context) {
        var edits: [ConfigChange] = []
        // A warning is a guess, on which nothing is changed.
        for edit in findings.filter({ $0.severity == .problem }).compactMap({ $0.edit }) {
            if !edits.contains(where: { $0.concernsSame(as: edit) }) { edits.append(edit) }
        }
        self.edits = edits
        self.context = context
    }

    /// Shows each, and makes it if the person says yes to it, or has said `--yes`; with `--dry-run` they are only shown.
    ///
    /// - Throws: Why one could not be made.
    func make() throws(Failure) {
        if edits.isEmpty {
            context.note("nothing here is cured by a change of proxyenv's own file")
            return
        }
        let (isDry, isSure) = (context.options.isDryRun, context.options.has(.yes))
        let canAsk = Terminal.isInput
        var made: [ConfigChange] = []
        for edit in edits {
            // The one proxy that answers is the one of a single profile.
            if made.contains(where: { $0.givesSameProxy(as: edit) }) {
                context.note("skipped, as another profile already uses this proxy: \(edit.command)")
                continue
            }
            context.note(edit.command)
            if isDry || (canAsk && !isSure) { try make(edit, isDry: true) }
            if isDry { continue }
            guard isSure || (canAsk && isWanted) else { continue }
            try make(edit, isDry: false)
            made.append(edit)
        }
        if !isDry, !isSure, !canAsk {
            context.note(
                "nothing is changed, as there is no terminal to ask on; with `--yes` it is done without a question"
            )
        }
    }

    /// Whether the person says yes to what was shown last.
    private var isWanted: Bool {
        let answer = try? Terminal.answer("make this change? [y/N] ", "y")
        return answer != nil
    }

    /// Makes `edit`, or shows what it would change.
    private func make(_ edit: ConfigChange, isDry: Bool) throws(Failure) {
        var own = context
        own.options.isDryRun = isDry
        // What comes before a question is for a person.
        if isDry, !context.options.isDryRun { own.output = .error }
        switch edit {
        case .key(let profile, let key, let values):
            let words = Self.invocation([profile, key.rawValue] + values)
            _ =
                values.isEmpty
                ? try UnsetCommand().run(words, own) : try SetCommand().run(words, own)
        case .wrap(let command, let profile):
            own.options.replace(.profile, by: profile.map { [Array($0.utf8)] } ?? [])
            _ = try WrapCommand().run(Self.invocation([command]), own)
        }
    }

    private static func invocation(_ words: [String]) -> Invocation {
        Invocation(operands: words.map { Array($0.utf8) }, launchIndex: 0)
    }
}
