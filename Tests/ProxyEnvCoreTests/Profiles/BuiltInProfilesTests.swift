import Testing

@testable import ProxyEnvCore

@Suite struct BuiltInProfilesTests {
    @Test(arguments: [
        ("clash", "http://127.0.0.1:7890"), ("clash-verge", "http://127.0.0.1:7897"),
        ("v2ray", "http://127.0.0.1:10809"), ("v2rayn", "http://127.0.0.1:10808"),
        ("v2raya", "http://127.0.0.1:20171"), ("shadowsocks", "socks5h://127.0.0.1:1080"),
        ("nekoray", "http://127.0.0.1:2080"), ("sing-box", "http://127.0.0.1:2080"),
        ("hiddify", "http://127.0.0.1:12334"), ("karing", "http://127.0.0.1:3067"),
        ("surge", "http://127.0.0.1:6152"), ("privoxy", "http://127.0.0.1:8118"),
        ("px", "http://127.0.0.1:3128"), ("cntlm", "http://127.0.0.1:3128"),
        ("tor", "socks5h://127.0.0.1:9050"), ("warp", "socks5h://127.0.0.1:40000"),
    ])
    func `the ports are those of the table in docs`(name: String, url: String) {
        #expect(BuiltInProfiles.named(name)?.proxies?.distinct.map { $0.text.text } == [url])
    }

    @Test func `three are no port`() {
        #expect(BuiltInProfiles.named("direct")?.route == .direct)
        #expect(BuiltInProfiles.named("system")?.route == .system)
        #expect(
            BuiltInProfiles.named("auto")?.route
                == .firstReachable(BuiltInProfiles.localProxies.map { $0.name }))
    }

    @Test func `the case of a name counts`() {
        #expect(BuiltInProfiles.named("Clash") == nil)
    }

    @Test
    func `WSL's machine has the same ports, each once, under names that no file can have`() {
        let urls = BuiltInProfiles.onHost.compactMap { $0.proxies?.https }
        var ports: [UInt16] = []
        for proxy in BuiltInProfiles.localProxies where !ports.contains(proxy.port) {
            ports.append(proxy.port)
        }
        #expect(urls.map { $0.port } == ports)
        #expect(urls.allSatisfy { $0.host == "{wsl-host}" })
        #expect(BuiltInProfiles.onHost.allSatisfy { !ProfileName.isValid([UInt8]($0.name)) })
    }

    @Test func `each has a valid name, once`() {
        let names = BuiltInProfiles.names
        #expect(names == names.sorted() && Set(names).count == names.count)
        #expect(names.allSatisfy { ProfileName.isValid([UInt8]($0)) })
    }

    @Test func `each has a description`() {
        let names = BuiltInProfiles.names
        #expect(names.allSatisfy { BuiltInProfiles.named($0)?.description != nil })
    }
}
