extension Format {
    /// Lines for a batch file of Windows' `cmd.exe`, to be started with `call`.
    static let batch = Format(name: "bat", aliases: ["batch"], write: text)

    /// As `cmd`'s lines, with `%` doubled, which in a file begins a parameter or a variable, and ended by CR LF.
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        var text: [UInt8] = []
        for change in Cmd.distinct(patch).changes {
            let value = (change.value ?? []).flatMap { $0 == 0x25 ? [$0, $0] : [$0] }
            do throws(Unrepresentable) {
                text += try Cmd.set(change.name, to: value)
            } catch {
                throw Unrepresentable(variable: change.name, reason: error.reason)
            }
            text += "\r\n"
        }
        return text
    }
}
