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
    func silence(in environment: Environment) -> String {
        let refusal = ScriptPolicy.refusal(in: environment).map {
            "; PowerShell loads no start-up file, by its execution policy (\($0))"
        }
        return silence + (refusal ?? "")
    }

    private var silence: String {
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

        /// What the start-up files of `shell` get, as the head of its hook says: one line, or some lines each for several.
        static func all(of shell: Shell) -> [(file: String, text: String)] {
            let mark = Array("The line for ".utf8)
            var blocks: [(file: String, text: String)] = []
            for line in (ShellSnippets.named(shell.name)?.hook ?? []).split(separator: 0x0A) {
                guard line.first == UInt8(ascii: "#") else { break }
                if line.last == UInt8(ascii: ":"), let start = line.firstOccurrence(of: mark) {
                    let name = line[(start + mark.count)...].dropLast()
                    blocks.append((String(decoding: name, as: UTF8.self), ""))
                } else if let last = blocks.indices.last {
                    guard line.hasPrefix("#   ") else { break }
                    blocks[last].text += blocks[last].text.isEmpty ? "" : "\n"
                    blocks[last].text += String(decoding: line.dropFirst(4), as: UTF8.self)
                }
            }
            return blocks
        }

        /// The one for `shell`, as the first two lines of its hook name it.
        init(of shell: Shell) {
            let blocks = Self.all(of: shell)
            let isOne = blocks.count == 1
            file = isOne ? blocks.first?.file : nil
            text = isOne ? blocks.first?.text ?? "" : "proxyenv help hook"
        }

        /// What a person does with it.
        var steps: [String] {
            guard let file else { return [text] }
            return [text, "Put this line into \(file), and start a new shell."]
        }
    }
}
