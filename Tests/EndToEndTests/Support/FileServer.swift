import Glibc
import Testing

/// Python's web server on a free loopback port, for the files in a sandbox's home folder.
final class FileServer {
    /// Its port.
    let port: UInt16
    private let process: Spawn.ID

    /// Starts one, and waits until it listens.
    init(in sandbox: Sandbox) throws {
        let python = try Binary.require("python3")
        let log = sandbox.home + "/server.log"
        try sandbox.write("", to: "server.log")
        process = try Spawn(
            arguments: [
                python, "-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory",
                sandbox.home, "0",
            ].map { Array($0.utf8) },
            environment: sandbox.entries(),
            streams: [.nothing, .path(log, O_WRONLY), .nothing]
        ).start()
        let end = now() + 10
        var found: UInt16?
        while found == nil, now() < end {
            let text = String(decoding: sandbox.read("server.log") ?? [], as: UTF8.self)
            // `Serving HTTP on 127.0.0.1 port 40123 (http://…`
            let words = text.split(separator: " ")
            if let index = words.firstIndex(of: "port"), index + 1 < words.count {
                found = UInt16(words[index + 1])
            }
            pause(0.02)
        }
        port = found ?? 0
        #expect(port > 0, "the server does not listen")
    }

    deinit {
        Spawn.end(process)
    }
}
