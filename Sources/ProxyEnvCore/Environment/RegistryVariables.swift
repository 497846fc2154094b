/// The variables that Windows' registry has for new windows: the user's, and the machine's.
///
/// `setx` and the control panel write them there; a window that is open keeps what it has.
public struct RegistryVariables: Sendable {
    /// The user's key.
    public static let userKey = "HKCU\\Environment"
    /// The machine's key.
    public static let machineKey =
        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment"

    private let user: Environment
    private let machine: Environment

    /// Variables of these entries, `NAME=VALUE`.
    public init(user: [[UInt8]], machine: [[UInt8]]) {
        self.user = Environment(entries: user, foldsNames: true)
        self.machine = Environment(entries: machine, foldsNames: true)
    }

    /// All of them; the user's count before the machine's.
    public var environment: Environment {
        Environment(entries: user.entries + machine.entries, foldsNames: true)
    }

    /// The proxy variables that have a value, each once.
    private var names: [String] {
        var names: [String] = []
        for name in ProxyVariables.present(in: environment)
        where environment.nonEmpty(name) != nil
            && !names.contains(where: { name.utf8.equalsIgnoringCase($0) })
        {
            names.append(name)
        }
        return names
    }

    /// Which proxy variables differ from those of `other`, for people; no password is in it.
    public func differences(from other: Environment) -> [String] {
        names.filter { environment[$0] != other[$0] }.map { name in
            let key = user[name] != nil ? Self.userKey : Self.machineKey
            let there = DisplayText.shortened(environment[name] ?? [], to: 100)
            let here = other.nonEmpty(name).map { "\(DisplayText.shortened($0, to: 100)) here" }
            return "\(name) is \(there) in \(key), and \(here ?? "not set here")"
        }
    }

    /// The commands that take its proxy variables away, the machine's last, which an administrator has to type.
    public var removal: [String] {
        names.filter { user[$0] != nil }.map { "reg delete \(Self.userKey) /f /v \($0)" }
            + names.filter { machine[$0] != nil }
            .map { "reg delete \"\(Self.machineKey)\" /f /v \($0)" }
    }
}
