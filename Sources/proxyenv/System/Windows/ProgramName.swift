import ProxyEnvCore

/// How the names of programs end, and what that means.
enum ProgramName {
    /// The endings that a name may lack, in the order in which they are tried: those of PATHEXT that the system can start.
    static var endings: [[UInt8]] {
        let listed = ProcessArguments.environment.nonEmpty("PATHEXT") ?? Array(usual.utf8)
        let known = listed.split(separator: UInt8(ascii: ";")).map { Array($0) }
            .filter { isStartable($0) }
        return known.isEmpty ? startable.map { Array($0.utf8) } : known
    }

    /// PATHEXT where nobody has set it.
    private static let usual = ".COM;.EXE;.BAT;.CMD"
    private static let startable = [".com", ".exe", ".bat", ".cmd"]

    private static func isStartable(_ ending: [UInt8]) -> Bool {
        startable.contains { ending.equalsIgnoringCase($0) }
    }

    /// Whether the file at `path` is a program: what is neither `.exe` nor a batch file the system does not start by itself.
    static func isProgram(_ path: [UInt8]) -> Bool {
        let name = PathText.name(of: path)
        return name.lastIndex(of: UInt8(ascii: ".")).map { isStartable(Array(name[$0...])) }
            ?? false
    }

    /// What `path` may be short for: itself where it ends as a program does, and with each ending.
    static func completions(of path: [UInt8]) -> [[UInt8]] {
        (isProgram(path) ? [path] : []) + endings.map { path + $0.map { $0.lowercased } }
    }
}
