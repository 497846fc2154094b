/// The macros by which a command that is typed into Windows' cmd.exe goes through proxyenv, as `doskey /macrofile=FILE` reads them.
///
/// cmd has no functions; a macro counts for what a person types, and for no batch file (Microsoft, "doskey"). That page knows no
/// comments in such a file, so that there are none.
public enum DoskeyMacros {
    /// A line for each of `commands`, ended by CR LF; an empty text where there is none.
    ///
    /// - Parameters:
    ///   - program: The path of proxyenv.
    ///   - config: The file that was named, or nil.
    ///   - commands: The commands, whose names have letters, digits and `_.+@-` alone.
    /// - Returns: The lines.
    /// - Throws: That a path has what cmd would take for something else.
    public static func text(
        program: [UInt8], config: [UInt8]?, commands: [String]
    ) throws(Unrepresentable) -> [UInt8] {
        var call = try word(program)
        if let config { call += Array(" --config ".utf8) + (try word(config)) }
        var text: [UInt8] = []
        for command in Shell.cmd.wrappable(commands) {
            text += Array("\(command)=".utf8) + call + Array(" wrapped \(command) $*\r\n".utf8)
        }
        return text
    }

    /// `path` in quotes, in which `& | < > ^` stand for themselves, and with `$`, by which doskey knows its own marks, doubled.
    ///
    /// Between two `%` cmd looks for a variable in what a macro has become, and nothing at a prompt keeps it from that.
    private static func word(_ path: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        if path.contains(UInt8(ascii: "%")) { throw Unrepresentable(reason: "a percent sign") }
        return try Shell.cmd.quoted(path).flatMap { $0 == UInt8(ascii: "$") ? [$0, $0] : [$0] }
    }
}
