/// A command of proxyenv: what it is called, what it takes, and what it does.
protocol Command: Sendable {
    /// Its name, by which alone it is looked for: to make all descriptions takes longer than most commands do.
    var name: String { get }
    /// What help, completion and the reading of the command line need to know.
    var description: CommandDescription { get }
    /// Does it.
    ///
    /// - Parameters:
    ///   - invocation: What was asked for.
    ///   - context: The context.
    /// - Returns: The exit status.
    /// - Throws: Why it could not be done.
    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32
}

/// What a command does and takes.
struct CommandDescription: Sendable {
    /// What a command's output is for, on which depends how it fails.
    enum Purpose: Sendable, Equatable {
        /// It reports to people and programs.
        case report
        /// It prints a change for a shell to make; a failure prints the statement that fails.
        case shellCode
        /// It prints code for a shell's start-up file; a failure prints nothing.
        case startUpCode
        /// It becomes another program, whose words follow the given count of operands; its own failures exit with 125.
        case launch(after: Int)

        /// Whether standard output is for a shell to read.
        var isCode: Bool { self == .shellCode || self == .startUpCode }
    }

    /// The heading under which help lists it.
    enum Group: String, Sendable, CaseIterable {
        case shell = "Switch this shell"
        case command = "Run one command"
        case profiles = "Profiles"
        case elsewhere = "Take it elsewhere"
        case truth = "Find out"
        case help = "Help"
        /// It is for scripts of proxyenv's own, and not listed.
        case hidden = ""
    }

    /// What follows the name, for people.
    var operands = ""
    /// What it does, in a few words.
    let summary: String
    /// More about it, in whole lines, for its own help.
    var details = ""
    /// Where help lists it.
    let group: Group
    /// What its output is for.
    var purpose = Purpose.report
    /// How many operands it takes.
    var operandCount = 0...0
    /// What its operands are, for completion; of one that takes any number the last is for all that follow.
    var operandKinds: [OperandKind] = []
    /// The options that it takes besides those of every command.
    var options: [Option] = []
}

/// A command line that was read.
struct Invocation {
    /// The operands, as bytes.
    let operands: [[UInt8]]
    /// The index of the first word of the command to start among the process's arguments; 0 for a shim's.
    let launchIndex: Int
}
