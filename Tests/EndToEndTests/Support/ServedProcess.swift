import Glibc
import Testing

/// A program that serves, and is ended with everything that it has started.
final class ServedProcess {
    private let process: Spawn.ID

    /// Its number.
    var id: Spawn.ID { process }

    /// Starts `arguments`.
    init(_ arguments: [String], in sandbox: Sandbox) throws {
        process = try Spawn(
            arguments: arguments.map { Array($0.utf8) }, environment: sandbox.entries(),
            streams: [.nothing, .nothing, .end(of: sandbox.home + "/served.log")]
        ).start()
    }

    deinit {
        Spawn.end(process)
    }

    /// A port on which nothing listens now.
    static func freePort() throws -> UInt16 {
        let listener = try Listener()
        defer { listener.stop() }
        return listener.port
    }

    /// Waits until the process `id` runs a program that was given `word`.
    static func await(
        _ id: Spawn.ID, givenWord word: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let end = now() + 15
        while now() < end {
            let words = Array(
                (Sandbox.content(of: "/proc/\(id)/cmdline") ?? []).split(separator: 0))
            if words.contains(where: { $0.elementsEqual(word.utf8) }) { return }
            pause(0.02)
        }
        Issue.record("process \(id) does not run with \(word)", sourceLocation: sourceLocation)
    }

    /// Waits until something listens on `port`, at most `limit` seconds.
    static func await(
        _ port: UInt16, for limit: Double = 15, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let end = now() + limit
        while now() < end {
            if accepts(port) { return }
            pause(0.02)
        }
        Issue.record("nothing listens on \(port)", sourceLocation: sourceLocation)
    }

    private static func accepts(_ port: UInt16) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
