/// A command of a table, as the command line and help see it.
public struct KnownCommand: Sendable {
    /// Its place in the table.
    public let index: Int
    /// Its name.
    public let name: String
    /// What it does and takes.
    public let description: CommandDescription

    /// How it is written, its operands included.
    var synopsis: String {
        description.operands.isEmpty ? name : "\(name) \(description.operands)"
    }
}
