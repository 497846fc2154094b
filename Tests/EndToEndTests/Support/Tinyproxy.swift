import Testing

/// A real proxy on a free loopback port that refuses every request, after it has written it down.
final class Tinyproxy {
    /// Its port.
    let port: UInt16
    private let process: Spawn.ID
    private let sandbox: Sandbox

    /// Starts one that keeps its files in `sandbox`, and waits until it listens.
    init(in sandbox: Sandbox) throws {
        let program = try Binary.require("tinyproxy")
        self.sandbox = sandbox
        let listener = try Listener()
        port = listener.port
        listener.stop()
        try sandbox.write("", to: "filter")
        try sandbox.write("", to: "tinyproxy.log")
        try sandbox.write(
            """
            Port \(port)
            Listen 127.0.0.1
            Timeout 10
            LogFile "\(sandbox.home)/tinyproxy.log"
            LogLevel Info
            Filter "\(sandbox.home)/filter"
            FilterDefaultDeny Yes
            Allow 127.0.0.1

            """, to: "tinyproxy.conf")
        let spawn = Spawn(
            arguments: [program, "-d", "-c", sandbox.home + "/tinyproxy.conf"].map {
                Array($0.utf8)
            },
            environment: sandbox.entries(),
            streams: [.nothing, .nothing, .nothing])
        process = try spawn.start()
        let end = now() + 10
        while !log.contains("Accepting connections"), now() < end { pause(0.02) }
        #expect(log.contains("Accepting connections"), "tinyproxy does not listen")
    }

    deinit {
        Spawn.end(process)
    }

    /// What it has written down.
    var log: String {
        sandbox.read("tinyproxy.log").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The requests so far, as `CONNECT host:port` or `GET url`.
    var requests: [String] {
        log.split(separator: "\n").compactMap { line in
            guard let start = line.firstRange(of: "Request (file descriptor ") else { return nil }
            let rest = line[start.upperBound...]
            guard let colon = rest.firstRange(of: "): ") else { return nil }
            let words = rest[colon.upperBound...].split(separator: " ")
            return words.prefix(2).joined(separator: " ")
        }
    }
}
