import Testing

/// A network of its own, in which the ports of the built-in profiles are free, and nothing but this machine is there.
enum PrivateNetwork {
    /// Runs `script` of sh in one, with `words` as its operands; the test is cancelled where users may not have one.
    static func run(_ script: String, _ words: [String] = [], in sandbox: Sandbox) throws -> Outcome
    {
        let unshare = try Binary.require("unshare")
        _ = try Binary.require("python3")
        let start = """
            ip link set lo up 2>/dev/null || python3 -c '
            import fcntl, socket, struct
            s = socket.socket()
            fcntl.ioctl(s, 0x8914, struct.pack("16sH14s", b"lo", 0x41, b""))'
            : > ~/began

            """
        let outcome = try Runner(
            arguments: ([unshare, "-rn", "sh", "-c", start + script, "sh"] + words).map {
                Array($0.utf8)
            }, environment: sandbox.entries()
        ).run()
        guard sandbox.has("began") else { try Test.cancel("unshare: \(outcome.errorText)") }
        return outcome
    }
}
