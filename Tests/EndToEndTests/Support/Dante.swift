import Testing

/// A real Dante, which asks for the password of one of the machine's users: `alice`, whose password is `secret`.
///
/// It runs where /etc/passwd, /etc/shadow and /etc/hosts are the test's own, which no others see; `code.example` is this machine.
final class Dante {
    /// Its port.
    let port: UInt16
    private let process: ServedProcess

    /// Starts one.
    init(in sandbox: Sandbox) throws {
        let program = try Binary.require("danted")
        let unshare = try Binary.require("unshare")
        let openssl = try Binary.require("openssl")
        let home = sandbox.home
        port = try ServedProcess.freePort()
        let hash = try Runner(
            arguments: [openssl, "passwd", "-6", "-salt", "abcdefgh", "secret"]
                .map { Array($0.utf8) }, environment: sandbox.entries()
        ).run()
        try #require(hash.status == 0)
        try sandbox.write(
            "root:x:0:0:root:/root:/bin/sh\nalice:x:0:0::/:/bin/false\n", to: "passwd")
        try sandbox.write(
            "root:*:19000::::::\nalice:\(hash.text.filter { $0 != "\n" }):19000::::::\n",
            to: "shadow")
        try sandbox.write("127.0.0.1 localhost code.example\n", to: "hosts")
        try sandbox.write(
            """
            errorlog: \(home)/dante.log
            internal: 127.0.0.1 port = \(port)
            external: lo
            external.rotation: route
            socksmethod: username
            user.privileged: root
            user.unprivileged: root
            client pass { from: 127.0.0.1/32 to: 0.0.0.0/0 }
            socks pass { from: 127.0.0.1/32 to: 0.0.0.0/0 socksmethod: username }

            """, to: "dante.conf")
        try Self.requirePlace(unshare, sandbox)
        process = try ServedProcess(
            [unshare, "-rm", "sh", "-c", Self.script, "sh", program, "-f", home + "/dante.conf"],
            in: sandbox)
        ServedProcess.await(port)
    }

    private static let script =
        "for name in passwd shadow hosts; do mount --bind ~/$name /etc/$name || exit; done; exec \"$@\""

    /// Skips the test where a user may not have a place of the own for that.
    private static func requirePlace(_ unshare: String, _ sandbox: Sandbox) throws {
        let outcome = try Runner(
            arguments: [unshare, "-rm", "sh", "-c", script, "sh", "true"].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        if outcome.status != 0 { try Test.cancel("unshare: \(outcome.errorText)") }
    }
}
