import Testing

@testable import ProxyEnvCore

@Suite struct HostsFileTests {
    private static let text = """
        127.0.0.1\tlocalhost
        # 1.1.1.1 vm
        127.0.1.1 vm.corp VM # 2.2.2.2 other
        ::1 ip6-localhost vm
        x vm
        """

    @Test(
        arguments: [
            ("vm", [[127, 0, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]]),
            ("vm.corp", [[127, 0, 1, 1]]), ("other", []), ("", []),
        ] as [(String, [[UInt8]])])
    func `the addresses of a name are those of each line that has it`(
        name: String, expected: [[UInt8]]
    ) {
        #expect(
            HostsFile.addresses(of: [UInt8](name.utf8), in: [UInt8](Self.text.utf8)) == expected)
    }
}
