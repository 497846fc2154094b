/// How WSL is connected to Windows.
public enum WSLNetwork: Sendable, Equatable {
    /// Linux has addresses of its own, and Windows is its default gateway.
    case separate
    /// Linux has the addresses of Windows, 127.0.0.1 among them.
    case mirrored

    /// What `wslinfo --networking-mode` prints; every mode but one keeps 127.0.0.1 to Linux.
    public init(_ text: [UInt8]) {
        self = text.filter { $0 > 0x20 }.equalsIgnoringCase("mirrored") ? .mirrored : .separate
    }
}
