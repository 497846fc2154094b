/// The batch file that changes the cmd which calls it.
public enum SwitchText {
    /// The lines of `Format.batch`, which cmd does not show.
    ///
    /// - Throws: The first value that cmd can't hold.
    public static func lines(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        do throws(Unrepresentable) {
            let lines = try Format.batch.script(for: patch).split(separator: 0x0A)
            return lines.flatMap { [UInt8(ascii: "@")] + $0 + [0x0A] }
        } catch {
            throw error.of(Shell.cmd.name)
        }
    }
}
