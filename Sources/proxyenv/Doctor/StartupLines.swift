import ProxyEnvCore

/// The lines of start-up files that set proxy variables for good.
struct StartupLines {
    private let context: Context

    /// Those of the user of `context`.
    init(_ context: Context) { self.context = context }

    private static let files = [
        "/.zshenv", "/.zprofile", "/.zshrc", "/.bash_profile", "/.bashrc", "/.profile",
        "/.config/fish/config.fish", "/.pam_environment",
    ]

    /// The lines, as `file:line sets NAME`; values are left out, as a password may be in them.
    var lines: [String] {
        var paths = [Array("/etc/environment".utf8)]
        if let home = context.home { paths += Self.files.map { home + Array($0.utf8) } }
        var found: [String] = []
        for path in paths {
            guard let file = try? FileSystem.load(path, limit: 1 << 20), file.status.isRegular,
                let content = file.content
            else { continue }
            let shown = ConfigurationFiles.displayed(path, home: context.home)
            var number = 0
            for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
                number += 1
                if let name = Self.variable(in: line) {
                    found.append("\(shown):\(number) sets \(name)")
                }
            }
        }
        return found
    }

    /// The proxy variable that `line` sets, or nil.
    private static func variable(in line: ArraySlice<UInt8>) -> String? {
        let text = line.trimmingBlanks
        if text.first == UInt8(ascii: "#") { return nil }
        let words = text.pieces {
            $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "=") || $0 == 0x3B
        }
        return ProxyVariables.known.first { name in
            words.prefix(4).contains { $0.equals(name) }
        }
    }
}
