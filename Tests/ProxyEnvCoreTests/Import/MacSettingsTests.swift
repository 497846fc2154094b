import Testing

@testable import ProxyEnvCore

/// macOS's settings as `scutil --proxy` prints them.
@Suite struct MacSettingsTests {
    private static let text = """
        <dictionary> {
          ExceptionsList : <array> {
            0 : *.local
            1 : 169.254/16
            2 : corp.example
          }
          ExcludeSimpleHostnames : 0
          FTPPassive : 1
          HTTPEnable : 1
          HTTPPort : 7890
          HTTPProxy : 127.0.0.1
          HTTPSEnable : 1
          HTTPSPort : 7890
          HTTPSProxy : 127.0.0.1
          HTTPSUser : bob
          ProxyAutoConfigEnable : 0
          ProxyAutoConfigURLString : http://h/p.pac
          SOCKSEnable : 1
          SOCKSPort : 7891
          SOCKSProxy : 127.0.0.1
          __SCOPED__ : <dictionary> {
            en0 : <dictionary> {
              HTTPEnable : 1
              HTTPPort : 1
              HTTPProxy : other
            }
          }
        }

        """

    private func read(_ changes: [(String, String)]) -> SystemSettings? {
        var text = Self.text
        for (old, new) in changes {
            text = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("  \(old) :") ? "  \(old) : \(new)" : String($0) }
                .joined(separator: "\n")
        }
        return MacSettings.read([UInt8](text))
    }

    private static let hosts = "*.local 169.254.0.0/16 corp.example"
    private static let off = [("HTTPEnable", "0"), ("HTTPSEnable", "0"), ("SOCKSEnable", "0")]

    @Test(
        arguments: [
            (
                [],
                "http://127.0.0.1:7890 http://bob@127.0.0.1:7890 socks5h://127.0.0.1:7891"
            ),
            ([("HTTPEnable", "0"), ("SOCKSEnable", "0")], "- http://bob@127.0.0.1:7890 -"),
            (off, "direct"), (off + [("ProxyAutoConfigEnable", "1")], "script http://h/p.pac"),
        ] as [([(String, String)], String)])
    func `what is switched on`(_ changes: [(String, String)], _ shown: String) {
        #expect(read(changes)?.shown == "\(shown) \(Self.hosts)")
    }

    @Test func `a script beside a proxy, and a host without a port, are told of`() {
        let settings = read([("ProxyAutoConfigEnable", "1"), ("HTTPPort", "0")])
        #expect(settings?.kinds.http == nil)
        #expect(
            settings?.remarks == [
                "`HTTPProxy` of macOS is passed over: `0` is not a port, expected 1 to 65535",
                "macOS also names the PAC file http://h/p.pac: see `proxyenv import pac`",
            ])
    }

    @Test func `where nothing is set there is no proxy`() {
        #expect(MacSettings.read([UInt8]("<dictionary> {\n}\n"))?.mode == .direct)
        #expect(MacSettings.read([UInt8]("<dictionary> {\n}\n}\n}\n{\n{"))?.mode == .direct)
    }

    @Test func `what scutil does not print is nothing`() {
        #expect(MacSettings.read([UInt8]("scutil: usage")) == nil)
    }
}
