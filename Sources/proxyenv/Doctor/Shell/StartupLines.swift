import ProxyEnvCore

/// The lines of start-up files that set proxy variables for good.
struct StartupLines {
    private let context: Context

    /// Those of the user of `context`.
    init(_ context: Context) { self.context = context }

    /// The lines, as `file:line sets NAME`; values are left out, as a password may be in them.
    var lines: [String] {
        let paths =
            [PathText.path("environment", in: StandardFolders.machineSettings)]
            + own.map { $0.path }
        return paths.flatMap { path in
            read(path).compactMap { place, line in
                Self.variable(in: line).map { "\(place) sets \($0)" }
            }
        }
    }

    /// A line that loads the hook of a shell whose start-up file it is not in.
    struct WrongHook {
        /// The file and line.
        let place: String
        /// The shell whose hook it is.
        let hook: String
        /// The shell that reads the file.
        let shell: String
    }

    /// The first line that loads the hook of another shell; that of sh is taken in any of its kind.
    var wrongHook: WrongHook? {
        for (path, shell) in own where !shell.isEmpty {
            for (place, line) in read(path) {
                guard let hook = HookCall.shell(in: line), hook.name != shell, !hook.isContained
                else {
                    continue
                }
                return WrongHook(place: place, hook: hook.name, shell: shell)
            }
        }
        return nil
    }

    /// The user's own files, and the shell that reads each, empty where that may be another.
    private var own: [(path: [UInt8], shell: String)] {
        guard let home = context.home else { return [] }
        let files = Shells.all.flatMap { shell in shell.startUpFiles.map { ($0, shell.name) } }
        return (files + [("/.profile", ""), ("/.pam_environment", "")]).map { name, shell in
            (home + Array(name.utf8), shell)
        }
    }

    /// The lines of the file at `path` that are no comments, each with its place.
    private func read(_ path: [UInt8]) -> [(place: String, line: ArraySlice<UInt8>)] {
        guard let file = try? FileSystem.load(path, limit: 1 << 20), file.status.isRegular,
            let content = file.content
        else { return [] }
        let shown = ConfigurationFiles.displayed(path, home: context.home)
        var number = 0
        return content.split(separator: 0x0A, omittingEmptySubsequences: false).compactMap { line in
            number += 1
            let text = line.trimmingBlanks
            return text.isEmpty || text.first == UInt8(ascii: "#")
                ? nil : ("\(shown):\(number)", text)
        }
    }

    /// The proxy variable that `line` sets, or nil.
    private static func variable(in line: ArraySlice<UInt8>) -> String? {
        let words = line.pieces {
            $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "=") || $0 == 0x3B
        }
        // `proxy` alone is more often the name of an alias or of a function.
        return ProxyVariables.known.first { name in
            name.utf8.contains(UInt8(ascii: "_")) && words.prefix(4).contains { $0.equals(name) }
        }
    }
}
