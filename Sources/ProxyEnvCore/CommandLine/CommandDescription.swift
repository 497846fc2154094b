/// What a command does and takes.
public struct CommandDescription: Sendable {
    /// What a command's output is for, on which depends how it fails.
    public enum Purpose: Sendable, Equatable {
        /// It reports to people and programs.
        case report
        /// It prints a change for a shell to make; a failure prints the statement that fails.
        case shellCode
        /// It prints code for a shell's start-up file; a failure prints nothing.
        case startUpCode
        /// It becomes another program, whose words follow the given count of operands; its own failures exit with 125.
        case launch(after: Int)

        /// Whether standard output is for a shell to read.
        public var isCode: Bool { self == .shellCode || self == .startUpCode }
    }

    /// The heading under which help lists it.
    public enum Group: String, Sendable, CaseIterable {
        case begin = "Begin"
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
    public let operands: String
    /// What it does, in a few words.
    public let summary: String
    /// More about it, in whole lines, for its own help.
    public let details: String
    /// Where help lists it.
    public let group: Group
    /// What its output is for.
    public let purpose: Purpose
    /// How many operands it takes.
    public let operandCount: ClosedRange<Int>
    /// What its operands are, for completion; of one that takes any number the last is for all that follow.
    public let operandKinds: [OperandKind]
    /// What its `--format` takes, for completion.
    public let formatKind: OperandKind
    /// Whether a word that it does not take may be a password, so that it is not repeated.
    public let mayGetPassword: Bool
    /// Whether words of the command that it is about may follow behind `--`.
    public let takesArguments: Bool
    /// The options that it takes besides those of every command.
    public let options: [Option]

    /// A description; what is not given is what most commands have.
    public init(
        operands: String = "", summary: String, details: String = "", group: Group,
        purpose: Purpose = .report, operandCount: ClosedRange<Int> = 0...0,
        operandKinds: [OperandKind] = [], formatKind: OperandKind = .form,
        mayGetPassword: Bool = false, takesArguments: Bool = false, options: [Option] = []
    ) {
        self.operands = operands
        self.summary = summary
        self.details = details
        self.group = group
        self.purpose = purpose
        self.operandCount = operandCount
        self.operandKinds = operandKinds
        self.formatKind = formatKind
        self.mayGetPassword = mayGetPassword
        self.takesArguments = takesArguments
        self.options = options
    }

    /// Whether the word behind `operands` operands is that of a command to start.
    func isAtLaunch(after operands: Int) -> Bool { purpose == .launch(after: operands) }
}
