import ProxyEnvCore

/// Reads the process's arguments.
///
/// After a failure, what has been read so far still tells which command it was.
struct ArgumentParser {
    /// The arguments, the program's name first.
    let arguments: [[UInt8]]
    /// The command, as far as it is known.
    private(set) var command: AnyCommand?
    private var description: CommandDescription?
    /// The word in the place of the command that names none.
    private(set) var unknownCommand: [UInt8]?
    /// The options read so far.
    private(set) var options = Options()
    private var operands: [[UInt8]] = []
    private var launchIndex: Int?
    private var hasEnded = false
    private var index = 1

    /// A parser of `arguments`.
    init(_ arguments: [[UInt8]]) { self.arguments = arguments }

    /// Reads everything.
    ///
    /// - Returns: What was asked for; with `--help` or `--version` it may lack operands.
    /// - Throws: The first thing that is wrong.
    mutating func parse() throws(Failure) -> Invocation {
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
            } else if isAtLaunch {
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
    var unreadShell: [UInt8]? {
        guard index < arguments.count else { return nil }
        let rest = arguments[index...].prefix { !$0.equals("--") }
        for (word, next) in zip(rest, Array(rest.dropFirst()) + [[]]) {
            if word.equals("--shell") { return next }
            if word.hasPrefix("--shell=") { return Array(word.dropFirst(8)) }
        }
        return nil
    }

    /// The command that was meant, as far as a failure lets it be seen: the one that was read, else the first that is named.
    var intendedCommand: AnyCommand? {
        if let command { return command }
        for word in arguments.dropFirst() {
            if let command = Commands.named(word) { return command }
        }
        return nil
    }

    /// Whether the next word is that of a command to start.
    private var isAtLaunch: Bool {
        guard case .launch(let count)? = description?.purpose else { return false }
        return operands.count == count
    }

    private mutating func parseCommand(_ word: [UInt8]) throws(Failure) {
        guard let found = Commands.named(word) else {
            unknownCommand = word
            throw Commands.unknown(word)
        }
        command = found
        description = found.description
    }

    private mutating func parseOption(_ word: [UInt8]) throws(Failure) {
        let equals = word.hasPrefix("--") ? word.firstIndex(of: UInt8(ascii: "=")) : nil
        let name = word[..<(equals ?? word.endIndex)]
        guard let option = Option.named(name) else { throw unknownOption(name) }
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
            throw .usage("`\(DisplayText.word(name))` takes no value")
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
                    "`--color` is auto, always or never, found `\(DisplayText.word(value))`")
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
            .key:
            break
        }
    }

    private func unknownOption(_ name: some Collection<UInt8>) -> Failure {
        let accepted = Option.global + (description?.options ?? [])
        let known = accepted.flatMap { $0.names }
        var failure = Failure.unknown("option", name, in: known).asUsage
        if mayHoldPassword { failure.message = "there is no such option" }
        return failure
    }

    private func check() throws(Failure) {
        guard let command, let description else {
            // `proxyenv` alone says how things stand.
            let isAlone = options.given.allSatisfy { Option.global.contains($0.option) }
            if isAlone, !hasEnded { return }
            throw .usage("no command given", hint: "See `proxyenv help`.")
        }
        let accepted = Option.global + description.options
        if let option = options.given.first(where: { !accepted.contains($0.option) }) {
            throw .usage("`\(command.name)` takes no `\(option.option.names[0])`")
        }
        if operands.count > description.operandCount.upperBound {
            let extra = operands[description.operandCount.upperBound]
            throw .usage(
                mayHoldPassword
                    ? "`\(command.name)` takes no further word"
                    : "`\(command.name)` takes no further `\(DisplayText.word(extra))`",
                hint: usage(command, description))
        }
        if operands.count < description.operandCount.lowerBound {
            throw .usage("`\(command.name)` needs more", hint: usage(command, description))
        }
        if case .launch = description.purpose, (launchIndex ?? arguments.count) >= arguments.count {
            throw .usage(
                "`\(command.name)` needs a command to start", hint: usage(command, description))
        }
    }

    /// Whether a word too many may be a password, which is not repeated.
    private var mayHoldPassword: Bool {
        ["password", "add"].contains { $0 == command?.name }
    }

    private func usage(_ command: AnyCommand, _ description: CommandDescription) -> String {
        let operands = description.operands.isEmpty ? "" : " \(description.operands)"
        return "Write `proxyenv \(command.name)\(operands)`."
    }
}
