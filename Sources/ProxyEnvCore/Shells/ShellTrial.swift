/// How a shell is started anew to see what a command gets in it.
public struct ShellTrial: Sendable {
    /// The options of each way in which terminals start it.
    public let ways: [[String]]
    /// The option that hands over a line.
    let option: String
    /// The line that runs a command with the folder that PROXYENV_TRIAL names in front of PATH, and leaves PATH as it was.
    let running: @Sendable (_ command: String) -> String
    /// The line that writes what doctor says of a command into a file in that folder.
    let asking: @Sendable (_ command: String) -> String

    /// The arguments that start it in the way `way`, for `command`; `asksDoctor` says whether doctor looks too.
    public func arguments(_ way: [String], for command: String, asksDoctor: Bool) -> [String] {
        let lines = [running(command)] + (asksDoctor ? [asking(command)] : [])
        return way + [option, lines.joined(separator: "\n")]
    }

    /// That of a shell that descends from the Bourne shell, started in `ways`.
    static func posix(_ ways: [[String]]) -> ShellTrial {
        ShellTrial(
            ways: ways, option: "-c",
            // The backslash keeps an alias away, which may lead to the real program by its path.
            running: { "(PATH=\"$PROXYENV_TRIAL:$PATH\"; export PATH; \\\($0))" },
            asking: { "proxyenv doctor \($0) --timeout 1 >\"$PROXYENV_TRIAL/doctor\" 2>/dev/null" })
    }
}
