import Testing

@testable import ProxyEnvCore

/// What the system's own texts tell of the machine and its network.
@Suite struct RouteTableTests {
    private static let head =
        "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT    \n"
    private static let link = "eth0\t0010A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0   \n"

    private func table(_ routes: String...) -> RouteTable {
        RouteTable([UInt8](Self.head + Self.link + routes.joined()))
    }

    private func route(_ name: String, _ gateway: String, _ mask: String = "00000000") -> String {
        "\(name)\t00000000\t\(gateway)\t0003\t0\t0\t0\t\(mask)\t0\t0\t0   \n"
    }

    @Test func `the gateway is that of the first default route that has one`() {
        #expect(table().gateway == nil)
        #expect(table(route("eth0", "0110A8C0")).gateway == "192.168.16.1")
        #expect(
            table(route("tun0", "00000000"), route("eth0", "010014AC")).gateway == "172.20.0.1")
    }

    @Test
    func `another interface, gateway or mask is another network, another order of links is not`() {
        let one = table(route("eth0", "0110A8C0")).identity
        #expect(!one.isEmpty && one == table(Self.link, route("eth0", "0110A8C0")).identity)
        for other in [
            table(), table(route("wlan0", "0110A8C0")), table(route("eth0", "0210A8C0")),
            table(route("eth0", "0110A8C0"), route("tun0", "00000000")),
            table(route("eth0", "0110A8C0", "00000080")),
        ] {
            #expect(other.identity != one)
        }
    }

    @Test(arguments: ["", "\n\n", "eth0", "head\neth0\t00000000\n", "head\na\t00000000\txyz\n"])
    func `what is no route is passed over`(text: String) {
        #expect(RouteTable([UInt8](text)).gateway == nil)
        #expect(RouteTable([UInt8](text)).identity.isEmpty)
    }

    @Test(arguments: [
        ("5.15.153.1-microsoft-standard-WSL2\n", true), ("4.4.0-19041-Microsoft", true),
        ("6.1.0-18-amd64\n", false), ("", false), ("micro-soft", false), ("microsof", false),
    ])
    func `WSL's kernel has its maker's name, in any case`(text: String, isWSL: Bool) {
        #expect(KernelRelease.isWSL([UInt8](text)) == isWSL)
    }
}
