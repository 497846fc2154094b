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

    // MARK: The registry

    private func registry(_ entries: String..., services: [UInt8]? = nil) -> SystemSettings {
        WindowsSettings.read(
            entries: entries.map { [UInt8]($0.utf8) },
            services: services.flatMap { WinHTTPSettings($0) })
    }

    @Test func `nothing set is no proxy`() {
        #expect(registry().shown == "direct")
        #expect(registry("User Agent=x", "ProxyEnable=0").shown == "direct")
        #expect(registry("ProxyEnable=0", "ProxyServer=h:1").shown == "direct")
        #expect(registry("ProxyEnable=1", "ProxyServer=").shown == "direct")
        #expect(registry("no value").shown == "direct")
    }

    @Test func `the registry's values, whose names have no case`() {
        let both = "proxyserver=http=h:1;https=h:2;socks=h:3"
        #expect(
            registry("PROXYENABLE=1", both).shown == "http://h:1 http://h:2 socks5h://h:3")
        let settings = registry(
            "ProxyEnable=1", "ProxyServer=127.0.0.1:7890", "ProxyOverride=*.corp;<local>;10.*")
        #expect(settings.shown == "- - http://127.0.0.1:7890 *.corp 10.0.0.0/8")
        // Who runs in Windows itself has no other 127.0.0.1.
        #expect(settings.remarks.count == 1)
    }

    @Test func `a script of the registry's`() {
        #expect(
            registry("AutoConfigURL=file://C:/p.pac").shown == "script file://C:/p.pac")
    }

    // MARK: WinHTTP

    private func number(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private func services(_ flags: Int, _ texts: String...) -> [UInt8] {
        number(0x18) + number(0) + number(flags)
            + texts.flatMap { number($0.utf8.count) + [UInt8]($0.utf8) }
    }

    @Test func `what services have is told, and not taken`() {
        let settings = registry(services: services(3, "proxy.example:8080", "*.corp;<local>"))
        #expect(settings.shown == "direct")
        #expect(
            settings.remarks == [
                "WinHTTP, by which Windows' services connect, has a proxy of its own, which is not taken: proxy.example:8080, without it *.corp;<local>"
            ])
        #expect(registry(services: services(1, "", "")).remarks.isEmpty)
        #expect(
            registry(services: services(3, "http://u:hush@h:1", "")).remarks.first?
                .contains("hush") == false)
    }

    @Test func `a value of another form is not known`() {
        let whole = services(3, "h:1", "")
        for length in whole.indices { #expect(WinHTTPSettings(Array(whole[..<length])) == nil) }
        #expect(WinHTTPSettings(services(3) + number(0xFFFF_FFFF)) == nil)
        #expect(WinHTTPSettings(services(1))?.remark == nil)
    }
}
