import Testing

@testable import ProxyEnvCore

/// KDE's file `kioslaverc`, as its documents and users have it.
@Suite struct KDESettingsTests {
    private func read(_ text: String) -> SystemSettings? { KDESettings.read([UInt8](text)) }

    @Test(
        arguments: [
            ("", nil), ("[Other]\nProxyType=1\nhttpProxy=http://h 1\n", nil),
            ("[Proxy Settings]\nProxyType=0\nhttpProxy=http://h 1\n", "direct"),
            ("[Proxy Settings]\nProxyType=1\n", "direct"),
            ("[Proxy Settings]\nProxyType=3\n", "script "),
            ("[Proxy Settings]\nProxyType=4\nhttpProxy=HTTP_PROXY\n", "environment"),
            (
                "[Proxy Settings]\nProxy Config Script=http://h/p.pac\nProxyType=2\n",
                "script http://h/p.pac"
            ),
            (
                """
                PersistentProxyConnection=false
                [$Version]
                update_info=kioslave.upd:kde2.2/r1

                [Proxy Settings]
                NoProxyFor[$e]=localhost,.corp,10.0.0.0/8
                ProxyType=1
                ReversedException=false
                ftpProxy=
                httpProxy=http://127.0.0.1 7890
                httpsProxy=http://h:2
                socksProxy=socks://127.0.0.1 7891
                """, "http://127.0.0.1:7890 http://h:2 socks5h://127.0.0.1:7891 .corp 10.0.0.0/8"
            ),
            (
                "[Proxy Settings]\r\nProxyType=1\r\nhttpProxy=http://u:p@h/ 1\r\n",
                "http://u:p@h:1 - -"
            ),
            ("[Proxy Settings]\nProxyType=1\nhttpProxy=http://h\\s1\n", "http://h:1 - -"),
            ("[Proxy Settings][$i]\nProxyType=1\nhttpProxy=http://h 1\n", "http://h:1 - -"),
            ("[$i]\n[Proxy Settings]\nProxyType=1\nhttpProxy=http://h 1\n", "http://h:1 - -"),
            ("[Proxy Settings][Sub]\nProxyType=1\nhttpProxy=http://h 1\n", nil),
        ] as [(String, String?)])
    func `each kind`(_ text: String, _ shown: String?) { #expect(read(text)?.shown == shown) }

    @Test func `what can't be said otherwise is told`() {
        let settings = read(
            "[Proxy Settings]\nProxyType=1\nhttpProxy=http://h 99999\nhttpsProxy=http://h 1\nReversedException=true\nNoProxyFor=a\n"
        )
        #expect(settings?.shown == "- http://h:1 -")
        #expect(
            settings?.remarks == [
                "`httpProxy` of KDE is passed over: `99999` is not a port, expected 1 to 65535",
                "`NoProxyFor` of KDE is passed over: it names the hosts that do take the proxy",
            ])
    }
}
