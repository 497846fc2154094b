import CSystem
import ProxyEnvCore

extension SocketAddress {
    /// The number of the user whose program listens there, on this machine; nil where nothing does, or the system does not tell.
    ///
    /// The corresponding C functions are `socket`, `send` and `read` with `NETLINK_SOCK_DIAG`.
    var listenerOwner: UInt32? {
        #if os(Linux)
            let request: [UInt8]
            switch self {
            case .ipv4(let bytes, let port), .ipv6(let bytes, let port):
                request = SocketDiagnosis.request(bytes, port: port)
            }
            let descriptor = system_diagnosis_socket()
            guard descriptor >= 0 else { return nil }
            defer { close(descriptor) }
            var reply: [UInt8] = []
            guard system_send(descriptor, request, request.count) == request.count,
                (try? Descriptor.read(descriptor, into: &reply, count: 4096)) != nil
            else { return nil }
            return SocketDiagnosis.owner(in: reply)
        #else
            return nil
        #endif
    }
}
