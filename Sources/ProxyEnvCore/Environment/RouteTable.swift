/// Linux's table of IPv4 routes, as `/proc/net/route` prints it, as far as it tells of the route out of this machine.
public struct RouteTable: Sendable {
    /// The IPv4 address of the default gateway; nil if there is none.
    public let gateway: String?
    /// What is another where the machine is in another network: interface, gateway and mask of each default route.
    public let identity: [UInt8]

    /// Reads `text`; what is no route in it is passed over.
    public init(_ text: [UInt8]) {
        var gateway: String?
        var identity: [UInt8] = []
        // Interface, destination, gateway, flags, two counts, metric, mask …, the addresses as hexadecimal in the
        // machine's byte order.
        for line in text.split(separator: 0x0A).dropFirst() {
            let fields = line.pieces { $0 == 0x09 || $0 == 0x20 }
            guard fields.count > 2, fields[1].equals("00000000"),
                let value = UInt32(String(decoding: fields[2], as: UTF8.self), radix: 16)
            else { continue }
            for field in [fields[0], fields[2]] + fields.dropFirst(7).prefix(1) {
                identity += field
                identity.append(0x20)
            }
            identity.append(0x0A)
            if value != 0, gateway == nil {
                let bytes = withUnsafeBytes(of: value) { Array($0) }
                gateway = bytes.map { String($0) }.joined(separator: ".")
            }
        }
        self.gateway = gateway
        self.identity = identity
    }
}
