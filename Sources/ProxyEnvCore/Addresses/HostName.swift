/// The rule for hosts in a proxy's URL and in lists of hosts: letters, digits, `.`, `-`, `_`, at most 253 bytes, no `-` first.
///
/// A host with a `-` in front would be an option to the programs that are given it (`nc -x`, `getent`).
/// Names in other scripts are written in their ASCII form (`xn--…`, RFC 5891), since the tools disagree on them.
enum HostName {
    /// Whether `text` is such a name; an IPv4 address is one too.
    static func isValid(_ text: some Collection<UInt8>) -> Bool {
        (1...253).contains(text.count) && text.first != UInt8(ascii: "-")
            && text.allSatisfy {
                $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
    }
}

/// A host that is looked up when the profile is used, as it changes with each start of a virtual machine.
public enum HostPlaceholder: String, Sendable, CaseIterable {
    /// The Windows machine that a WSL shell runs on.
    case wslHost = "{wsl-host}"
    /// The machine that a container runs on.
    case dockerHost = "{docker-host}"

    /// The placeholder written as `text`, or nil.
    public init?(_ text: some Collection<UInt8>) {
        guard let placeholder = Self.allCases.first(where: { text.equals($0.rawValue) }) else {
            return nil
        }
        self = placeholder
    }
}
