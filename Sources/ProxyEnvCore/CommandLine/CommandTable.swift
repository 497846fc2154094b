/// The commands that a command line may name.
///
/// A description is made when it is asked for: to make all of them takes longer than most commands do.
public struct CommandTable: Sendable {
    private let count: Int
    private let name: @Sendable (Int) -> String
    private let description: @Sendable (Int) -> CommandDescription

    /// A table of commands, in the order in which help lists them.
    ///
    /// - Parameters:
    ///   - count: How many there are.
    ///   - name: The name of the command with this index.
    ///   - description: What that command does and takes.
    public init(
        count: Int, name: @escaping @Sendable (Int) -> String,
        description: @escaping @Sendable (Int) -> CommandDescription
    ) {
        self.count = count
        self.name = name
        self.description = description
    }

    /// The command that is called `word`, or nil.
    public func named(_ word: [UInt8]) -> KnownCommand? {
        (0..<count).first { word.equals(name($0)) }.map { command(at: $0) }
    }

    /// The commands that help lists.
    public var visible: [KnownCommand] {
        (0..<count).map { command(at: $0) }.filter { $0.description.group != .hidden }
    }

    /// That there is no command `word`.
    public func unknown(_ word: [UInt8]) -> Failure {
        .unknown("command", word, in: visible.map { $0.name }, hint: "See `proxyenv help`.").asUsage
    }

    private func command(at index: Int) -> KnownCommand {
        KnownCommand(index: index, name: name(index), description: description(index))
    }
}
