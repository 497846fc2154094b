import Testing

@testable import ProxyEnvCore

/// GNOME's settings as gsettings prints them (2.84, schema 43).
@Suite struct GNOMESettingsTests {
    private static let plain = """
        org.gnome.system.proxy autoconfig-url ''
        org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1']
        org.gnome.system.proxy mode 'none'
        org.gnome.system.proxy use-same-proxy true
        org.gnome.system.proxy.ftp host ''
        org.gnome.system.proxy.ftp port 0
        org.gnome.system.proxy.http authentication-password ''
        org.gnome.system.proxy.http authentication-user ''
        org.gnome.system.proxy.http enabled false
        org.gnome.system.proxy.http host ''
        org.gnome.system.proxy.http port 8080
        org.gnome.system.proxy.http use-authentication false
        org.gnome.system.proxy.https host ''
        org.gnome.system.proxy.https port 0
        org.gnome.system.proxy.socks host ''
        org.gnome.system.proxy.socks port 0

        """

    /// What the settings say in which each first text is replaced by the second.
    private func read(_ changes: [String: String] = [:]) -> SystemSettings? {
        let lines = Self.plain.split(separator: "\n").map { line in
            let line = String(line)
            let change = changes.first { line.hasPrefix("org.gnome.system.proxy\($0.key) ") }
            return change.map { "org.gnome.system.proxy\($0.key) \($0.value)" } ?? line
        }
        return GNOMESettings.read([UInt8](lines.joined(separator: "\n")))
    }

    @Test(
        arguments: [
            ([:], "direct"), ([" mode": "'manual'"], "direct 127.0.0.0/8"),
            ([" mode": "'auto'"], "script "),
            ([" mode": "'auto'", " autoconfig-url": "'http://h/p.pac'"], "script http://h/p.pac"),
            (
                [" mode": "'manual'", ".http host": "'h'"],
                "http://h:8080 - - 127.0.0.0/8"
            ),
            (
                [
                    " mode": "'manual'", ".http host": "'h'", ".https host": "'i'",
                    ".https port": "2", ".socks host": "'::1'", ".socks port": "3",
                    " ignore-hosts": "@as []",
                ], "http://h:8080 http://i:2 socks5h://[::1]:3"
            ),
            (
                [
                    " mode": "'manual'", ".http host": "'h'",
                    ".http use-authentication": "true", ".http authentication-user": "'b@b'",
                    ".http authentication-password": "\"é\\\"'x\"", " ignore-hosts": "['a']",
                ], "http://b%40b:%C3%A9%22%27x@h:8080 - - a"
            ),
            (
                // The same proxy for both kinds wants the same.
                [
                    " mode": "'manual'", ".http host": "'h'", ".https host": "'h'",
                    ".https port": "8080", ".http use-authentication": "true",
                    ".http authentication-user": "'b'", ".http authentication-password": "'x'",
                    " ignore-hosts": "[]",
                ], "http://b:x@h:8080 http://b:x@h:8080 -"
            ),
            (
                // Switched off, so not used.
                [
                    " mode": "'manual'", ".http host": "'h'", ".http authentication-user": "'b'",
                    " ignore-hosts": "[]",
                ], "http://h:8080 - -"
            ),
        ])
    func `each mode`(_ changes: [String: String], _ shown: String) {
        #expect(read(changes)?.shown == shown)
    }

    @Test func `a host without a port, or a password that breaks lines, is told of`() {
        let settings = read([
            " mode": "'manual'", ".https host": "'h'", ".http host": "'i'",
            ".http use-authentication": "true", ".http authentication-user": "'b'",
            ".http authentication-password": "'hu\\nsh'",
        ])
        #expect(settings?.kinds.isEmpty == true)
        #expect(settings?.mode == .manual)
        #expect(
            settings?.remarks == [
                "`https host` of GNOME is passed over: `0` is not a port, expected 1 to 65535",
                "`http authentication-user` of GNOME is passed over: its user name or password has a control character",
            ])
    }

    @Test(arguments: ["", "No such schema\n", "org.gnome.system.proxy mode none", "\0\n"])
    func `what gsettings does not print is nothing`(_ text: String) {
        #expect(GNOMESettings.read([UInt8](text)) == nil)
    }

    @Test(
        arguments: [
            ("[]", []), ("@as []", []), ("['a', \"it's\"]", ["a", "it's"]),
            ("['a\\\\b\\'\\t\\u00e9\\U0001f600']", ["a\\b'\té😀"]), ("['a'", nil), ("['a]", nil),
            ("x", nil), ("['\\u00']", nil), ("['\\", nil), ("[] x", nil), ("['a', 1]", nil),
        ] as [(String, [String]?)])
    func `lists as GVariant writes them`(_ text: String, _ strings: [String]?) {
        #expect(GVariantText.strings([UInt8](text))?.map { $0.text } == strings)
    }
}
