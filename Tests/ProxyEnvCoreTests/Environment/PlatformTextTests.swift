import Testing

@testable import ProxyEnvCore

/// What the machine says of where this runs.
@Suite struct PlatformTextTests {
    @Test(arguments: [
        ("mirrored\n", WSLNetwork.mirrored), ("Mirrored\r\n", .mirrored),
        ("nat\n", .separate), ("virtioproxy\n", .separate), ("", .separate),
        ("mirrored nat", .separate), ("\u{0}", .separate),
    ])
    func `wslinfo's word for the network`(text: String, expected: WSLNetwork) {
        #expect(WSLNetwork(bytes(text)) == expected)
    }

    @Test(arguments: [
        ("12:pids:/docker/0123456789ab\n0::/\n", true),
        ("1:name=systemd:/kubepods/burstable/pod1/2\n", true),
        ("0::/system.slice/docker-0123.scope\n", true),
        ("3:cpu:/machine.slice/libpod-0123.scope\n", true), ("2:cpu:/lxc/box\n", true),
        ("0::/\n", false), ("", false),
        ("0::/user.slice/user-1000.slice/user@1000.service/app.slice/docker.service\n", false),
        ("0::/system.slice/docker.service\n", false),
    ])
    func `control groups of containers`(text: String, expected: Bool) {
        #expect(ControlGroups.isContainer(bytes(text)) == expected)
    }
}
