/// What may stand at the end of a command line that is being typed.
public struct Candidates {
    /// What is offered.
    public enum Offer: Equatable {
        /// These words, each with what it means.
        case words([(word: String, meaning: String)])
        /// The names of files.
        case files
        /// What a command of its own takes, whose name is the word of this number.
        case command(at: Int)

        /// Whether it is words, and nothing for the shell to look for itself.
        public var isWords: Bool { if case .words = self { true } else { false } }

        /// Compares the words, not what they mean.
        public static func == (left: Offer, right: Offer) -> Bool {
            switch (left, right) {
            case (.words(let left), .words(let right)):
                left.map { $0.word } == right.map { $0.word }
            case (.files, .files): true
            case (.command(let left), .command(let right)): left == right
            default: false
            }
        }
    }

    private let commands: CommandTable
    private let configuration: () -> Configuration?
    private let isInstalled: (String) -> Bool

    /// What may be offered.
    ///
    /// - Parameters:
    ///   - commands: The commands that there are.
    ///   - configuration: The files, for the names in them; nil where they can't be read.
    ///   - isInstalled: Whether a program is in PATH.
    public init(
        commands: CommandTable, configuration: @escaping () -> Configuration?,
        isInstalled: @escaping (String) -> Bool
    ) {
        self.commands = commands
        self.configuration = configuration
        self.isInstalled = isInstalled
    }

    /// What may stand for the last of `words`, which are those behind the program's name; it may be empty.
    public func offer(for words: [[UInt8]]) -> Offer {
        guard let current = words.last else { return .words([]) }
        var command: CommandDescription?
        var operands = 0
        var hasEnded = false
        var pending: Option?
        var isAtLaunch: Bool { command?.isAtLaunch(after: operands) ?? false }
        for (index, word) in words.dropLast().enumerated() {
            // bash takes the `=` of `--color=auto` for a word.
            if word.equals("=") { continue }
            if pending != nil {
                pending = nil
            } else if !hasEnded, word.equals("--") {
                hasEnded = true
                if isAtLaunch { return .command(at: index + 1) }
            } else if !hasEnded, word.count > 1, word.first == UInt8(ascii: "-") {
                let option = Option.named(word, of: command)
                if option?.valueName != nil { pending = option }
            } else if command != nil {
                if isAtLaunch { return .command(at: index) }
                operands += 1
            } else {
                guard let found = commands.named(word) else { return .words([]) }
                command = found.description
            }
        }
        if let pending {
            let kind = pending == .format ? command?.formatKind : nil
            return offer(kind ?? pending.valueKind, current)
        }
        guard let command else {
            if current.first == UInt8(ascii: "-") {
                return .words(options([.version] + Option.global))
            }
            return .words(commandWords)
        }
        if isAtLaunch, current.first != UInt8(ascii: "-") || hasEnded {
            return .command(at: words.count - 1)
        }
        if current.first == UInt8(ascii: "-"), !hasEnded {
            return .words(options(command.options + Option.global))
        }
        let kinds = command.operandKinds
        let isVariadic = command.operandCount.upperBound == Int.max
        let kind = operands < kinds.count ? kinds[operands] : isVariadic ? kinds.last : nil
        return offer(kind ?? .none, current)
    }

    private func offer(_ kind: OperandKind, _ current: [UInt8] = []) -> Offer {
        switch kind {
        case .none: .words([])
        case .profile: .words(profiles)
        case .key:
            .words(ProfileKey.inOrder.map { ($0.rawValue, ProfileKeyText.summary(of: $0)) })
        case .shell: .words(shells)
        case .form: .words(Formats.documents.map { ($0.name, "") } + shells)
        case .command: .words(commandWords)
        case .wrapped: .words((configuration()?.commandNames ?? []).map { ($0, "") })
        case .program: programs(current)
        case .source: .words(ImportSource.inOrder.map { ($0.rawValue, $0.summary) })
        case .file: .files
        case .color: .words([("auto", ""), ("always", ""), ("never", "")])
        case .boolean: .words([("true", ""), ("false", "")])
        case .verb(let words): .words(words.map { ($0, "") })
        }
    }

    private var commandWords: [(word: String, meaning: String)] {
        commands.visible.map { ($0.name, $0.description.summary) }
    }

    private var shells: [(word: String, meaning: String)] { Shells.all.map { ($0.name, "") } }

    private var profiles: [(word: String, meaning: String)] {
        // Without a file that can be read there are the built-in ones.
        let configuration = configuration() ?? Configuration(layers: [])
        return ConfigReader(configuration).knownProfileNames.map { ($0, "") }
    }

    /// The commands that have a rule, and the tools that are known and there; where none of them begins with `current`,
    /// any known tool that does, else any program.
    private func programs(_ current: [UInt8]) -> Offer {
        let rules = configuration()?.commandNames ?? []
        let others = Tools.all.map { $0.name }.filter { !rules.contains($0) }
        func matching(_ names: [String]) -> [String] {
            names.filter { Array($0.utf8).starts(with: current) }
        }
        let ruled = matching(rules)
        let known = matching(others)
        let installed = known.filter { isInstalled($0) }
        let isAny = ruled.isEmpty && installed.isEmpty && !current.isEmpty
        let words: [(word: String, meaning: String)] =
            ruled.map { (word: $0, meaning: "has a rule") }
            + (isAny ? known : installed).map { (word: $0, meaning: "") }
        return words.isEmpty ? .command(at: -1) : .words(words)
    }

    private func options(_ options: [Option]) -> [(word: String, meaning: String)] {
        options.flatMap { option in option.names.map { ($0, option.summary) } }
            .filter { $0.0.hasPrefix("--") }
    }
}
