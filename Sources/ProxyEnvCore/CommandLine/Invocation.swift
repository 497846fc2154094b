/// A command line that was read.
public struct Invocation: Sendable {
    /// The operands, as bytes.
    public let operands: [[UInt8]]
    /// The index of the first word of the command to start among the process's arguments; 0 for a shim's.
    public let launchIndex: Int

    /// A command line with these operands.
    public init(operands: [[UInt8]], launchIndex: Int) {
        self.operands = operands
        self.launchIndex = launchIndex
    }
}
