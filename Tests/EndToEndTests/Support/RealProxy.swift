import Testing

/// A real proxy on a free loopback port.
final class RealProxy {
    /// Which program, and whether it asks who is there: `alice`, whose password is `secret`.
    enum Kind: String, CaseIterable {
        case tinyproxy
        case tinyproxyWithPassword
        case squidWithPassword
        case microsocks
        case microsocksWithPassword
        case privoxy

        /// The scheme by which it is spoken to.
        var scheme: String { rawValue.hasPrefix("microsocks") ? "socks5h" : "http" }
        /// Whether it asks for a password.
        var asks: Bool { rawValue.hasSuffix("WithPassword") }
    }

    /// Its port.
    let port: UInt16
    private let process: ServedProcess

    /// Starts one that keeps its files in `sandbox`, and waits until it listens.
    init(_ kind: Kind, in sandbox: Sandbox) throws {
        port = try ServedProcess.freePort()
        process = try ServedProcess(Self.arguments(kind, port, sandbox), in: sandbox)
        ServedProcess.await(port)
    }

    private static func arguments(
        _ kind: Kind, _ port: UInt16, _ sandbox: Sandbox
    ) throws -> [String] {
        let file = "\(sandbox.home)/\(kind.rawValue).conf"
        switch kind {
        case .tinyproxy, .tinyproxyWithPassword:
            let password = kind.asks ? "BasicAuth alice secret\n" : ""
            try sandbox.write(
                "Port \(port)\nListen 127.0.0.1\nTimeout 10\nLogLevel Critical\n\(password)",
                to: "\(kind.rawValue).conf")
            return [try Binary.require("tinyproxy"), "-d", "-c", file]
        case .squidWithPassword:
            // It gives up being root, and its helper has to read the passwords.
            Files.setMode(sandbox.home, 0o755)
            try sandbox.write(
                Array("alice:$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/\n".utf8), to: "users",
                mode: 0o644)
            try sandbox.write(
                Array(
                    """
                    http_port 127.0.0.1:\(port)
                    auth_param basic program /usr/lib/squid/basic_ncsa_auth \(sandbox.home)/users
                    acl users proxy_auth REQUIRED
                    http_access allow users
                    http_access deny all
                    access_log none
                    cache_log /dev/null
                    pid_filename none
                    shutdown_lifetime 0 seconds

                    """.utf8), to: "\(kind.rawValue).conf", mode: 0o644)
            return [try Binary.require("squid"), "-N", "-f", file]
        case .microsocks, .microsocksWithPassword:
            return [try Binary.require("microsocks"), "-i", "127.0.0.1", "-p", "\(port)"]
                + (kind.asks ? ["-u", "alice", "-P", "secret"] : [])
        case .privoxy:
            try sandbox.write(
                "listen-address 127.0.0.1:\(port)\nlogdir \(sandbox.home)\n",
                to: "\(kind.rawValue).conf")
            return [try Binary.require("privoxy"), "--no-daemon", file]
        }
    }
}
