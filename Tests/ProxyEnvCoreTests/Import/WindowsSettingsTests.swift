import Testing

@testable import ProxyEnvCore

/// Windows' settings as `reg query` prints them.
@Suite struct WindowsSettingsTests {
    private func read(_ values: [(String, String, String)]) -> SystemSettings? {
        let lines = values.map { "    \($0.0)    \($0.1)    \($0.2)" }
        let key =
            "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings"
        return WindowsSettings.read(
            [UInt8](([""] + [key] + lines + ["", ""]).joined(separator: "\r\n")))
    }

    private func read(
        _ server: String, override: String = "", script: String = "", enable: String = "0x1"
    ) -> SystemSettings? {
        read([
            ("User Agent", "REG_SZ", "Mozilla/4.0"), ("ProxyEnable", "REG_DWORD", enable),
            ("ProxyServer", "REG_SZ", server), ("ProxyOverride", "REG_SZ", override),
            ("AutoConfigURL", "REG_SZ", script),
        ])
    }

    @Test(
        arguments: [
            ("h:1", "- - http://h:1"), ("http://h:1", "- - http://h:1"),
            ("http=h:1;https=h:2;ftp=h:3;socks=h:4", "http://h:1 http://h:2 socks5h://h:4"),
            ("socks=socks://h:4", "- - socks5h://h:4"),
            ("http=h:1 https=h:2", "http://h:1 http://h:2 -"),
        ])
    func `one proxy, or one for each kind`(_ server: String, _ shown: String) {
        #expect(read(server)?.shown == shown)
    }

    @Test func `a script goes before a proxy, one that is switched off too`() {
        #expect(read("h:1", enable: "0x0")?.shown == "direct")
        #expect(read("h:1", script: "http://h/p", enable: "0x0")?.shown == "script http://h/p")
        #expect(read("", script: "http://h/p")?.shown == "script http://h/p")
    }

    @Test func `without its keys nothing is set`() {
        #expect(read([("A B", "REG_SZ", "x")]) == nil)
        #expect(WindowsSettings.read([UInt8]("ERROR: no such key\r\n")) == nil)
    }

    @Test func `hosts, of which some can't be said`() {
        let settings = read("h:1", override: "localhost;127.*;*.corp;192.168.*;<local>")
        #expect(settings?.shown == "- - http://h:1 127.0.0.0/8 *.corp 192.168.0.0/16")
        #expect(
            settings?.remarks == [
                "`<local>` of Windows's `ProxyOverride` is passed over: NO_PROXY cannot say it"
            ])
    }

    @Test func `a proxy of Windows' own and a script beside it are told of`() {
        let settings = read("127.0.0.1:7890", script: "http://u:hush@h/p")
        #expect(settings?.remarks.count == 2)
        #expect(settings?.remarks.contains { $0.contains("{wsl-host}") } == true)
        #expect(settings?.remarks.contains { $0.contains("hush") } == false)
    }

    @Test func `a proxy without a port is told of`() {
        #expect(read("http=h")?.kinds.isEmpty == true)
        #expect(read("http=h")?.remarks.count == 1)
    }
}
