/// The ssh that git starts, going through a proxy.
///
/// ssh reads no proxy variable; its ProxyCommand does it with netcat in the form of OpenBSD, which macOS and Debian have.
public struct SSHCommand {
    /// The variable that names git's ssh (git(1), "GIT_SSH_COMMAND").
    static let variable = "GIT_SSH_COMMAND"

    /// What the variable holds, or nil where there is none.
    private let before: [UInt8]?
    /// The command, without what was added to it before.
    private let present: [UInt8]
    private static let start = " -o ProxyCommand='nc -X "

    /// The command in `environment`.
    init(_ environment: Environment) {
        before = environment.nonEmpty(Self.variable)
        present = Self.withoutOurs(before ?? Array("ssh".utf8))
    }

    /// The change after which git's ssh goes through `proxy`, or as it did before any; nil where nothing is to be done.
    func change(to proxy: ProxyURL?) -> EnvironmentPatch.Change? {
        if let text = proxy.flatMap({ text(through: $0) }) {
            return .set(name: Self.variable, value: text)
        }
        if before == nil || before == present { return nil }
        return present.equals("ssh")
            ? .unset(name: Self.variable) : .set(name: Self.variable, value: present)
    }

    /// The command that goes through `proxy`; nil where netcat can't: TLS to the proxy, or a password.
    private func text(through proxy: ProxyURL) -> [UInt8]? {
        guard Self.can(proxy) else { return nil }
        let method = proxy.scheme.isSOCKS4 ? "4" : proxy.scheme.isSOCKS ? "5" : "connect"
        return present + Array("\(Self.start)\(method) -x \(proxy.endpoint) %h %p'".utf8)
    }

    /// Whether netcat can go through `proxy`.
    public static func can(_ proxy: ProxyURL) -> Bool {
        proxy.scheme != .https && proxy.credentials == nil
    }

    private static func withoutOurs(_ text: [UInt8]) -> [UInt8] {
        let start = Array(Self.start.utf8)
        guard text.count > start.count, text.last == UInt8(ascii: "'") else { return text }
        for index in 0...(text.count - start.count) where text[index...].starts(with: start) {
            return Array(text[..<index])
        }
        return text
    }
}
