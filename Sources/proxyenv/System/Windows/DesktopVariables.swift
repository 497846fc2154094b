import ProxyEnvCore

/// The variables that the desktop gives to the programs that it starts: the user's and the machine's in the registry.
enum DesktopVariables {
    private static let user = "Environment"
    private static let machine =
        "SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment"

    /// Those that it has; the user's count before the machine's.
    ///
    /// - Parameters:
    ///   - environment: The environment of who asks.
    ///   - output: What a program prints, or nil if it fails; none is asked on this system.
    /// - Returns: The variables; nil where the registry does not tell.
    static func read(
        in environment: Environment, _ output: ([String]) -> [UInt8]?
    ) -> Environment? {
        registry?.environment
    }

    /// Those of the registry; nil where it does not tell.
    static var registry: RegistryVariables? {
        let own = Registry.values(of: user, in: .user)
        let machines = Registry.values(of: machine, in: .machine)
        if own == nil, machines == nil { return nil }
        return RegistryVariables(user: own ?? [], machine: machines ?? [])
    }

    /// The commands that take `names` away; none, as each key of the registry has its own.
    static func removal(of names: [String]) -> [String] { [] }
}
