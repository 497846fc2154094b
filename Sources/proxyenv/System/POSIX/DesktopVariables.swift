import ProxyEnvCore

/// The variables that the desktop gives to the programs that it starts.
enum DesktopVariables {
    /// Those that it has, on macOS only those for a proxy for HTTPS; nil where there is no desktop to ask.
    ///
    /// - Parameters:
    ///   - environment: The environment of who asks.
    ///   - output: What a program prints, or nil if it fails.
    /// - Returns: The variables.
    static func read(
        in environment: Environment, _ output: ([String]) -> [UInt8]?
    ) -> Environment? {
        #if canImport(Darwin)
            var entries: [[UInt8]] = []
            for name in ["https_proxy", "HTTPS_PROXY"] {
                if let value = output(["launchctl", "getenv", name]), !value.isEmpty {
                    entries.append(Array("\(name)=".utf8) + value.filter { $0 != 0x0A })
                }
            }
            return Environment(entries: entries)
        #else
            guard environment.nonEmpty("XDG_RUNTIME_DIR") != nil,
                let text = output(["systemctl", "--user", "show-environment"])
            else { return nil }
            return Environment(
                entries: text.split(separator: 0x0A).map { SystemdText.unquoted($0) })
        #endif
    }

    /// Those of a registry, which this system has none of.
    static var registry: RegistryVariables? { nil }

    /// The commands that take `names` away from it.
    static func removal(of names: [String]) -> [String] {
        #if canImport(Darwin)
            names.map { "launchctl unsetenv \($0)" }
        #else
            ["systemctl --user unset-environment \(names.joined(separator: " "))"]
        #endif
    }
}
