/// Whose a listener is: what Linux is asked by `sock_diag(7)`, and what it answers.
///
/// The same stands in `/proc/net/tcp`, whose reading takes 4 ms where the table of connections is large, as it is walked to its
/// end. This takes some microseconds, and the kernel itself finds the one that would get a connection: a listener at that very
/// address before one at all addresses.
public enum SocketDiagnosis {
    /// The question who listens at `address`, 4 or 16 bytes, and `port`: `struct nlmsghdr`, then `struct inet_diag_req_v2`.
    public static func request(_ address: [UInt8], port: UInt16) -> [UInt8] {
        // SOCK_DIAG_BY_FAMILY is 20, NLM_F_REQUEST 1, AF_INET 2, AF_INET6 10, IPPROTO_TCP 6, TCP_LISTEN 10.
        var bytes = native(UInt32(72)) + native(UInt16(20)) + native(UInt16(1))
        bytes += native(UInt32(1)) + native(UInt32(0))
        bytes += [address.count == 16 ? 10 : 2, 6, 0, 0] + native(UInt32(1) << 10)
        bytes += [UInt8(port >> 8), UInt8(port & 0xFF), 0, 0] + address.prefix(16)
        // No other end, no interface, no cookie.
        bytes += Array(repeating: 0, count: max(0, 64 - bytes.count))
        return bytes + Array(repeating: 0xFF, count: 8)
    }

    /// The number of the user whose process made the socket of which `reply` tells; nil where there is none, or no answer.
    public static func owner(in reply: [UInt8]) -> UInt32? {
        // `struct nlmsghdr`, then `struct inet_diag_msg` with the state at 1 and the owner at 64.
        guard reply.count >= 16 + 72, reply.dropFirst(4).starts(with: native(UInt16(20))),
            reply[17] == 10
        else { return nil }
        let owner = reply[80..<84]
        return UInt32(littleEndian: owner.reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }

    /// Whether `user` is a person's account, and none of the system's.
    ///
    /// The numbers below 1000 are the system's (`UID_MIN` of login.defs), as are those that systemd gives its services and
    /// `nobody`, 65534 (systemd's "Users, Groups, UIDs and GIDs").
    public static func isOrdinary(_ user: UInt32) -> Bool {
        user >= 1000 && !(61_184...65_535).contains(user)
    }

    private static func native<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number) { Array($0) }
    }
}
