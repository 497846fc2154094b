/// A server that a tool leaves running, and that keeps the proxy with which it was started.
public struct ToolDaemon: Sendable {
    /// What it is called.
    public let name: String
    /// The file in the tool's folder with its process, as JSON.
    public let processFile: String
    /// The argument by which its process is known.
    public let argument: String
    /// The command that stops it.
    public let stop: String
    /// The option by which the tool does without it.
    public let bypass: String
    /// The words behind the tool's name that do without it too.
    let commandsWithout: [String]

    /// Whether the tool asks it when it is started with `arguments`.
    public func isUsed(with arguments: ArraySlice<[UInt8]>) -> Bool {
        if arguments.contains(where: { $0.equals(bypass) }) { return false }
        let first = arguments.first { $0.first != UInt8(ascii: "-") }
        return !commandsWithout.contains { first?.equals($0) == true }
    }

    /// The number behind `"pid":` in the content of its file.
    public func process(in content: [UInt8]) -> Int32? {
        let key = Array("\"pid\"".utf8)
        guard
            let start = content.indices.first(where: { content[$0...].starts(with: key) })
        else { return nil }
        let digits = content[(start + key.count)...]
            .drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }.prefix { $0.isDigit }
        guard (1...9).contains(digits.count) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
    }
}
