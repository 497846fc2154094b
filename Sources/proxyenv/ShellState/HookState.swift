import ProxyEnvCore
import ShellSnippets

/// Whether the shell in which proxyenv was typed has its hook.
enum HookState {
    /// The hook has called this process.
    case loaded
    /// A person has typed this in such a shell, and the hook has not called it.
    case notLoaded(Shell)
    /// A script or another program has started this, so that nothing is known of what a person would type.
    case unknown

    /// The state of the shell that has started this process with the environment of `context`.
    init(_ context: Context) {
        if context.environment["PROXYENV_SHELL_VIEW"] != nil {
            self = .loaded
        } else if Self.isTyped, Terminal.isInput || StandardStream.error.isTerminal,
            let shell = ShellChoice.parent
        {
            self = .notLoaded(shell)
        } else {
            self = .unknown
        }
    }

    /// Whether a person seems to have typed this: it is a job of its own, or of elvish without a script, which makes no jobs.
    private static var isTyped: Bool {
        ProcessTree.isJobOfParent
            || ShellChoice.parent?.endsAtFailure == true && ProcessTree.isParentWithoutArguments
    }

    /// The state in words; `view` is what the hook has told.
    func text(_ view: ShellView?) -> String {
        switch self {
        case .loaded:
            view.map { "loaded in \($0.shell)" } ?? "of another version: proxyenv reload"
        case .notLoaded(let shell): "not loaded in this shell (\(shell.name))"
        case .unknown: "not known, as this was not typed at a prompt"
        }
    }

    /// What there is to say where the hook has told nothing.
    var silence: String {
        if case .notLoaded(let shell) = self {
            return "this shell (\(shell.name)) has no hook loaded"
        }
        return "whether the hook is loaded is not known, as this was not typed at a prompt"
    }

    /// What loads the hook.
    struct Line {
        /// The file into which it belongs, or nil where the help has to tell.
        let file: String?
        /// The line.
        let text: String

        /// The one for `shell`, as the first two lines of its hook name it.
        init(of shell: Shell) {
            let lines = (ShellSnippets.named(shell.name)?.hook ?? []).split(
                separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
            let mark = Array("The line for ".utf8)
            guard lines.count > 2, let start = lines[0].firstOccurrence(of: mark),
                lines[0].last == UInt8(ascii: ":"), lines[1].hasPrefix("#   ")
            else {
                (file, text) = (nil, "proxyenv help hook")
                return
            }
            let name = lines[0][(start + mark.count)...].dropLast()
            file = String(decoding: name, as: UTF8.self)
            text = String(decoding: lines[1].dropFirst(4), as: UTF8.self)
        }

        /// What a person does with it.
        var steps: [String] {
            guard let file else { return [text] }
            return [text, "Put this line into \(file), and start a new shell."]
        }
    }
}
