/// Windows' `cmd.exe`, as lines to paste.
public struct Cmd: LineShell {
    /// `cmd`.
    public let name = "cmd"
    /// Ends a batch file with a failure, and leaves the session.
    public let failingStatement = "exit /b 1"

    /// The longest line that `cmd` takes is 8191 characters (Microsoft, "Command prompt line string limitation").
    public static let longestLine = 8191

    /// The one value of this type.
    public init() {}

    /// `"text"`: within the quotes `& | < > ^` stand for themselves; a quote, CR and LF can't be written.
    public func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        for (byte, reason) in Self.impossible where text.contains(byte) {
            throw Unrepresentable(shell: name, variable: "", reason: reason)
        }
        return [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
    }

    /// `set "NAME=value"`.
    public func set(_ variable: String, to value: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        do throws(Unrepresentable) {
            let line = Array("set ".utf8) + (try quoted(Array("\(variable)=".utf8) + value))
            if line.count <= Self.longestLine { return line }
        } catch {
            throw Unrepresentable(shell: name, variable: variable, reason: error.reason)
        }
        throw Unrepresentable(
            shell: name, variable: variable, reason: "more than \(Self.longestLine) bytes")
    }

    /// `set "NAME="`.
    public func unset(_ variable: String) -> [UInt8] { Array("set \"\(variable)=\"".utf8) }

    private static let impossible: [(UInt8, String)] = [
        (UInt8(ascii: "\""), "a double quote"), (0x0D, "a carriage return"), (0x0A, "a newline"),
    ]
}
