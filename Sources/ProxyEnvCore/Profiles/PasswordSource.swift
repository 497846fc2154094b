/// Where a profile's password comes from.
public enum PasswordSource: Sendable, Equatable {
    /// It stands in the file.
    case literal([UInt8])
    /// The variable of this name holds it.
    case variable(String)
    /// The file at this path holds it; a final newline is not part of it.
    case file([UInt8])
    /// A program prints it: its name and arguments, which no shell sees.
    case command([[UInt8]])
}
