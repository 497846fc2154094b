/// Windows' `cmd.exe`, as lines to paste.
public struct Cmd: LineShell {
    /// `cmd`.
    public let name = "cmd"
    /// Ends a batch file with a failure, and leaves the session.
    public let failingStatement = "exit /b 1"

    /// The most bytes of a line; `cmd` takes 8191 (Microsoft, "Command prompt line string limitation"), and what starts it
    /// may put some in front.
    public static let longestLine = 8000

    /// There is none that stands alone.
    public let evaluation = "paste the lines, or see the README"

    /// The one value of this type.
    public init() {}

    /// `"text"`: within the quotes `& | < > ^` stand for themselves; a quote, CR and LF can't be written.
    public func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        for (byte, reason) in Self.impossible where text.contains(byte) {
            throw Unrepresentable(form: name, variable: "", reason: reason)
        }
        return [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
    }

    /// `set "NAME=value"`.
    public func set(_ variable: String, to value: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        let line = Array("set ".utf8) + (try quoted(Array("\(variable)=".utf8) + value))
        guard line.count <= Self.longestLine else {
            throw Unrepresentable(
                form: name, variable: variable, reason: "more than \(Self.longestLine) bytes")
        }
        return line
    }

    /// `set "NAME="`.
    public func unset(_ variable: String) -> [UInt8] { Array("set \"\(variable)=\"".utf8) }

    /// A line for each variable.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try lines(for: Self.distinct(patch))
    }

    /// `patch` with each name once, whatever its case, as Windows has them: what is set comes before what is unset, and of
    /// two values the first holds.
    static func distinct(_ patch: EnvironmentPatch) -> EnvironmentPatch {
        var changes: [EnvironmentPatch.Change] = []
        for change in patch.changes.filter({ $0.value != nil })
            + patch.changes.filter({ $0.value == nil })
        where !changes.contains(where: { change.name.utf8.equalsIgnoringCase($0.name) }) {
            changes.append(change)
        }
        return EnvironmentPatch(changes)
    }

    private static let impossible: [(UInt8, String)] = [
        (UInt8(ascii: "\""), "a double quote"), (0x0D, "a carriage return"), (0x0A, "a newline"),
    ]
}
