import Testing

/// A real mitmproxy: a proxy that looks inside TLS, with certificates of an authority of its own.
final class Mitmproxy {
    /// Its port.
    let port: UInt16
    /// The file of its authority's certificate.
    let authority: String
    private let process: ServedProcess

    /// Starts one whose own way out is the proxy of `world`.
    init(before world: OutsideWorld, in sandbox: Sandbox) throws {
        let program = try Binary.require("mitmdump")
        port = try ServedProcess.freePort()
        authority = sandbox.home + "/.mitmproxy/mitmproxy-ca-cert.pem"
        process = try ServedProcess(
            [
                program, "--quiet", "--listen-host", "127.0.0.1", "--listen-port", "\(port)",
                "--mode",
                "upstream:http://127.0.0.1:\(world.http)", "--set",
                "ssl_verify_upstream_trusted_ca=\(world.authority)",
            ], in: sandbox)
        ServedProcess.await(port, for: 60)
    }
}
