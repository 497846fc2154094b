/// What an operand or an option's value is, for completion.
public enum OperandKind: Sendable {
    case none
    case profile
    case key
    case shell
    case form
    case command
    case wrapped
    case program
    case source
    case file
    case color
    case boolean
    case verb([String])
}
