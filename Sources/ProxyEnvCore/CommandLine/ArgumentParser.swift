/// Reads the process's arguments.
///
/// After a failure, what has been read so far still tells which command it was.
public struct ArgumentParser {
    private let arguments: [[UInt8]]
    private let commands: CommandTable
    /// The command, as far as it is known.
    public private(set) var command: KnownCommand?
    /// The word in the place of the command that names none.
    public private(set) var unknownCommand: [UInt8]?
    /// The options read so far.
    public private(set) var options = Options()
    private var operands: [[UInt8]] = []
    private var launchIndex: Int?
    private var hasEnded = false
    private var index = 1

    /// A parser of `arguments`, the program's name first, which may name one of `commands`.
    public init(_ arguments: [[UInt8]], commands: CommandTable) {
        self.arguments = arguments
        self.commands = commands
    }

    /// Reads everything.
    ///
    /// - Returns: What was asked for; with `--help` or `--version` it may lack operands.
    /// - Throws: The first thing that is wrong.
    public mutating func parse() throws(Failure) -> Invocation {
        while index < arguments.count, launchIndex == nil {
            let word = arguments[index]
            index += 1
            if !hasEnded, word.equals("--") {
                hasEnded = true
                if isAtLaunch { launchIndex = index }
            } else if !hasEnded, word.count > 1, word.first == UInt8(ascii: "-") {
                try parseOption(word)
            } else if command == nil {
                try parseCommand(word)
            } else if isAtLaunch || hasEnded && isFollowed {
                launchIndex = index - 1
            } else {
                operands.append(word)
                // Whatever follows `exec NAME` is the command's; one `--` before it is taken.
                if isAtLaunch, index < arguments.count {
                    launchIndex = arguments[index].equals("--") ? index + 1 : index
                }
            }
        }
        if !options.wantsHelp, !options.wantsVersion { try check() }
        return Invocation(operands: operands, launchIndex: launchIndex ?? arguments.count)
    }

    /// The shell that the words name which a failure left unread: what then fails must do so in its language.
    public var unreadShell: [UInt8]? {
        guard index < arguments.count else { return nil }
        let rest = arguments[index...].prefix { !$0.equals("--") }
        for (word, next) in zip(rest, Array(rest.dropFirst()) + [[]]) {
            if word.equals("--shell") { return next }
            if word.hasPrefix("--shell=") { return Array(word.dropFirst(8)) }
        }
        return nil
    }

    /// The command that was meant, as far as a failure lets it be seen: the one that was read, else the first that is named.
    public var intendedCommand: KnownCommand? {
        if let command { return command }
        for word in arguments.dropFirst() {
            if let command = commands.named(word) { return command }
        }
        return nil
    }

    /// Whether the next word belongs to the command that is asked about.
    private var isFollowed: Bool {
        command?.description.takesArguments == true
            && operands.count == command?.description.operandCount.upperBound
    }

    /// Whether the next word is that of a command to start.
    private var isAtLaunch: Bool {
        command?.description.isAtLaunch(after: operands.count) ?? false
    }

    private mutating func parseCommand(_ word: [UInt8]) throws(Failure) {
        guard let found = commands.named(word) else {
            unknownCommand = word
            throw commands.unknown(word)
        }
        command = found
    }

    private mutating func parseOption(_ word: [UInt8]) throws(Failure) {
        let equals = word.hasPrefix("--") ? word.firstIndex(of: UInt8(ascii: "=")) : nil
        let name = word[..<(equals ?? word.endIndex)]
        guard let option = Option.named(name, of: command?.description) else {
            throw unknownOption(name)
        }
        var value: [UInt8]?
        if let valueName = option.valueName {
            if let equals {
                value = Array(word[(equals + 1)...])
            } else {
                guard index < arguments.count else {
                    throw .usage("`\(option.names[0])` needs \(valueName)")
                }
                value = arguments[index]
                index += 1
            }
        } else if equals != nil {
            throw .usage("`\(DisplayText.shortened(name))` takes no value")
        }
        options.given.append((option, value ?? []))
        try apply(option, value ?? [])
    }

    private mutating func apply(_ option: Option, _ value: [UInt8]) throws(Failure) {
        switch option {
        case .config:
            if value.isEmpty { throw .usage("`--config` needs FILE") }
            options.config = value
        case .quiet: options.isQuiet = true
        case .color:
            guard let color = Options.Color.allCases.first(where: { value.equals($0.rawValue) })
            else {
                throw .usage(
                    "`--color` is auto, always or never, found `\(DisplayText.shortened(value))`")
            }
            options.color = color
        case .help: options.wantsHelp = true
        case .version: options.wantsVersion = true
        case .json: options.isJSON = true
        case .shell: options.shell = value
        case .format: options.format = value
        case .reveal: options.reveals = true
        case .dryRun: options.isDryRun = true
        case .local: options.isLocal = true
        case .output:
            if value.isEmpty { throw .usage("`\(option.names[0])` needs FILE") }
        case .profile, .rules, .unset, .allTools, .all, .passwordPrompt, .force, .viaProxyenv,
            .tool, .timeout, .watch, .add, .name, .report, .fix, .yes, .withKey, .trustProject,
            .undo,
            .key:
            break
        }
    }

    private func unknownOption(_ name: some Collection<UInt8>) -> Failure {
        let accepted = Option.global + (command?.description.options ?? [])
        let known = accepted.flatMap { $0.names }
        var failure = Failure.unknown("option", name, in: known).asUsage
        if mayGetPassword { failure.message = "there is no such option" }
        return failure
    }

    private func check() throws(Failure) {
        guard let command else {
            // `proxyenv` alone says how things stand.
            let isAlone = options.given.allSatisfy { Option.global.contains($0.option) }
            if isAlone, !hasEnded { return }
            throw .usage("no command given", hint: "See `proxyenv help`.")
        }
        let description = command.description
        let accepted = Option.global + description.options
        if let option = options.given.first(where: { !accepted.contains($0.option) }) {
            throw .usage("`\(command.name)` takes no `\(option.option.names[0])`")
        }
        if operands.count > description.operandCount.upperBound {
            let extra = operands[description.operandCount.upperBound]
            throw .usage(
                mayGetPassword
                    ? "`\(command.name)` takes no further word"
                    : "`\(command.name)` takes no further `\(DisplayText.shortened(extra))`",
                hint: usage(command))
        }
        if operands.count < description.operandCount.lowerBound {
            throw .usage("`\(command.name)` needs more", hint: usage(command))
        }
        if case .launch = description.purpose, (launchIndex ?? arguments.count) >= arguments.count {
            throw .usage(
                "`\(command.name)` needs a command to start", hint: usage(command))
        }
    }

    /// Whether a word too many may be a password, which is not repeated.
    private var mayGetPassword: Bool { command?.description.mayGetPassword ?? false }

    private func usage(_ command: KnownCommand) -> String {
        "Write `proxyenv \(command.synopsis)`."
    }
}
