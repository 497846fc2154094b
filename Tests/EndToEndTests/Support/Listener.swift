import Glibc

/// A port of the loopback interface on which something listens, or, once it is closed, nothing does.
final class Listener {
    /// The port.
    let port: UInt16
    private var descriptor: Int32

    /// Listens on a free port.
    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Spawn.Failure(call: "socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw Spawn.Failure(call: "bind", code: errno) }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { stop() }

    /// Stops listening.
    func stop() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    /// How many of the connections since the last time were ended in order, without a byte: a reset is none.
    func takeSilentEnds() -> Int {
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        var count = 0
        while case let connection = accept(descriptor, nil, nil), connection >= 0 {
            var byte: UInt8 = 0
            if read(connection, &byte, 1) == 0 { count += 1 }
            close(connection)
        }
        return count
    }

    /// The count of connections that have come since the last time.
    func takeConnections() -> Int {
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        var count = 0
        while case let connection = accept(descriptor, nil, nil), connection >= 0 {
            close(connection)
            count += 1
        }
        return count
    }
}
