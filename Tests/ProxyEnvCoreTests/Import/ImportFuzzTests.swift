import TestSupport
import Testing

@testable import ProxyEnvCore

/// Settings that are damaged in thousands of ways: nothing traps, what is said can be shown, and what is imported makes a right file.
@Suite struct ImportFuzzTests {
    private typealias Reader = ([UInt8]) -> ImportFindings

    private static let pieces =
        [
            "\"", "'", "\\", "\\u", "[", "]", "{", "}", "=", ",", "#", "\n", "\r\n", "\0", "é",
            "\u{1B}", "@", "://", ":", "%", "%0A", "u:p@", ":@", ":p@", "http://", "socks://",
            "1080",
            "{wsl-host}", " ", "*", "/", "`", "//", "/*", "${X}", "<local>", "- ",
        ].map { [UInt8]($0) } + [[0xFF], [0xC3]]

    /// Holds what was found against what a file may have.
    private static func check(_ findings: ImportFindings, _ text: [UInt8]) throws -> Int {
        for remark in findings.remarks {
            #expect(!remark.unicodeScalars.contains { DisplayText.isUnsafe($0) }, "\(text.shown)")
        }
        var editor = ConfigEditor([])
        for (index, proposal) in findings.proposals.enumerated() {
            let keys = try #require(ProposalKeys(proposal), "\(text.shown)")
            try editor.addTable(
                .profile("x\(index)"),
                keys.members.map { ([UInt8]($0.key.rawValue), $0.value) })
            if let password = keys.password {
                #expect(keys.username != nil)
                let path = ConfigPath.profile("x\(index)").appending("password")
                try editor.set(path, to: .string(password))
            }
        }
        let configuration = Configuration(
            layers: [.init(path: "c", document: editor.document, distrust: nil)])
        let problems = ConfigReader.check(configuration).map { $0.message }
        #expect(problems.isEmpty, "\(text.shown) \(problems)")
        return findings.proposals.count
    }

    private func damage(_ test: String, _ corpus: [String], _ read: Reader) throws {
        var random = SplitMix64(for: test)
        var found = 0
        for text in corpus.map({ [UInt8]($0) }) {
            #expect(try Self.check(read(text), text) > 0, "\(text.shown)")
            for _ in 0..<3000 {
                let damaged = random.mutated(text, Self.pieces)
                found += try Self.check(read(damaged), damaged)
            }
        }
        #expect(found > 100)
    }

    @Test func `npm's file`() throws {
        try damage("keys", ["proxy=http://u:p%40@h:1\nnoproxy=a,10.*\nhttps-proxy=h:2\n"]) {
            SettingsImport.findings(
                in: SettingsFile.npmrc.settings(in: $0, path: "f"), of: "npm", port: 1)
        }
    }

    @Test func `curl's file`() throws {
        try damage("curl", ["proxy = \"u:p\\\"@h\"\nproxy-user = bob:x\nnoproxy = a\n"]) {
            SettingsImport.findings(
                in: SettingsFile.curlrc.settings(in: $0, path: "f"), of: "curl", port: 1080)
        }
    }

    @Test func `codex's file`() throws {
        try damage("codex", ["HTTPS_PROXY=http://u:p@h:1\nall_proxy=socks://h:2\nNO_PROXY=a\n"]) {
            EnvironmentImport.findings(
                in: SettingsFile.codexEnvironment.settings(in: $0, path: "f"), description: "d")
        }
    }

    @Test func `git's answer`() throws {
        try damage(
            "git", ["file:a\0http.proxy\nh\0file:b\0http.https://u:p@x.org.proxy\nsocks5://h:1\0"]
        ) { GitImport.findings(in: $0) { DisplayText.escaped($0) } }
    }

    @Test func `GNOME's settings`() throws {
        let gnome = """
            org.gnome.system.proxy ignore-hosts ['localhost', "it's", '10.*']
            org.gnome.system.proxy mode 'manual'
            org.gnome.system.proxy.http authentication-password 'p\\u00e9'
            org.gnome.system.proxy.http authentication-user 'bob'
            org.gnome.system.proxy.http host 'h'
            org.gnome.system.proxy.http port 8080
            org.gnome.system.proxy.http use-authentication true
            """
        try damage("GNOME", [gnome]) { GNOMESettings.read($0)?.findings ?? ImportFindings() }
    }

    @Test func `KDE's file`() throws {
        let kde = "[Proxy Settings]\nNoProxyFor=a\nProxyType=1\nhttpProxy=http://u:p@h 1\n"
        try damage("KDE", [kde]) { KDESettings.read($0)?.findings ?? ImportFindings() }
    }

    @Test func `macOS's settings`() throws {
        let mac = """
            <dictionary> {
              ExceptionsList : <array> {
                0 : *.local
              }
              HTTPEnable : 1
              HTTPPort : 7890
              HTTPProxy : 127.0.0.1
              HTTPUser : bob
            }
            """
        try damage("macOS", [mac]) { MacSettings.read($0)?.findings ?? ImportFindings() }
    }

    @Test func `Windows' settings`() throws {
        let windows =
            "    ProxyEnable    REG_DWORD    0x1\r\n    ProxyServer    REG_SZ    http=h:1;socks=u:p@h:2\r\n    ProxyOverride    REG_SZ    <local>;10.*\r\n"
        try damage("Windows", [windows]) {
            WindowsSettings.read($0)?.findings ?? ImportFindings()
        }
    }

    @Test func `Clash's file`() throws {
        let clash =
            "port: 1\nsocks-port: '2' # x\nallow-lan: true\nbind-address: \"*\"\nauthentication:\n  - \"u:p\"\n"
        try damage("Clash", [clash, "mixed-port: 1\nauthentication: ['u:p', \"v:w\"]\n"]) {
            (try? ClashImport.findings(in: $0, path: "f")) ?? ImportFindings()
        }
    }

    @Test func `V2Ray's file`() throws {
        let v2ray = """
            {"inbounds": [ // x
              {"port": 1, "listen": "::1", "protocol": "socks", "settings": {"auth": "password",
               "accounts": [{"user": "u", "pass": "\\u00e9"}]}}, {"port": "2", "protocol": "http"}]}
            """
        try damage("V2Ray", [v2ray]) {
            (try? V2RayImport.findings(in: $0, path: "f")) ?? ImportFindings()
        }
    }

    @Test func `a PAC file`() throws {
        let pac = "/* x */ if (/['\"]/.test(h)) return 'PROXY h:1; SOCKS i'; // y\nreturn `HTTPS j`"
        try damage("PAC", [pac]) {
            (try? PACImport.findings(in: $0, place: "f")) ?? ImportFindings()
        }
    }
}
