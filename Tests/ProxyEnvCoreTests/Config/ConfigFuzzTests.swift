import TestSupport
import Testing

@testable import ProxyEnvCore

/// Files that are damaged in thousands of ways: nothing traps, and each error is in the file and can be shown.
@Suite struct ConfigFuzzTests {
    private static let corpus = [
        """
        default = "clash" # mine
        no-proxy = [".corp.example", "10.0.0.0/8", "*.x:80"]
        [profiles.office]
        description = \"\"\"
        a\\u00e9 \\
          b\"\"\"
        url = "http://proxy.corp.example:8080"
        username = 'alice@corp'
        password-command = ["secret-tool", "lookup"]
        ca-file = "~/corp-ca.pem"
        [profiles."c\\u0061t"]
        first-reachable = ["office", "clash", "direct"]
        [commands]
        codex = true
        pip = { profile = "clash", env = { PIP_RETRIES = "2" } }
        """,
        "\u{FEFF}profiles.a.url = 'http://u:p%40@[::1]:1'\r\nprofiles.a.env.A = '''\r\nx'''\r\n",
        "[profiles]\na = {first-reachable = [ 'b' ]}\nb = {first-reachable = ['a', 'auto']}",
        "[[a]]\nb = [1, 0x1f, 1.5e3, 2020-01-01 00:00:00Z, {c.d = inf}]\n[[a.e]]\n[a.e.f]\n",
        "[commands]\ncd = true\n'a b' = []\nnpm = { profil = 1 }\n[profiles.7]\nurl = 'socks://é:1'",
    ].map { [UInt8]($0) }

    private static let pieces =
        [
            "\"", "'", "\"\"\"", "'''", "\\", "\\u", "[", "]", "{", "}", "=", ".", ",", "#", "\n",
            "\r", "\r\n", "\t", "\0",
            "é", "漢", "\u{1B}", "[[x]]\n", "[profiles.office]\n", "password = 'x'\n", "url = ''\n",
            "@", "://", ":", "%",
        ].map { [UInt8]($0) } + [[0xFF], [0xC3], [0xF0, 0x9F]]

    /// Checks what is said of a file of these bytes; returns whether something was.
    private static func check(_ source: [UInt8], above lower: [UInt8]?) -> Bool {
        let documents = ([lower].compactMap { $0 } + [source]).map {
            ConfigDocument(parsing: $0, keeping: .tokens)
        }
        let configuration = Configuration(
            layers: documents.map { .init(path: "c", document: $0, distrust: nil) })
        let diagnostics = ConfigReader.check(configuration)
        let renderer = DiagnosticRenderer(style: TextStyle(isColored: false))
        for diagnostic in diagnostics {
            let file = configuration.file(of: diagnostic)
            let range = diagnostic.range
            #expect(
                range.lowerBound >= 0 && range.upperBound <= file.bytes.count, "\(source.shown)")
            let text = renderer.render(diagnostic, in: file)
            #expect(text.hasSuffix("\n") && text.contains("^"), "\(source.shown)")
            #expect(
                text.unicodeScalars.allSatisfy { $0 == "\n" || !DisplayText.isUnsafe($0) },
                "\(source.shown)")
            #expect(!diagnostic.message.isEmpty)
        }
        var reader = ConfigReader(configuration)
        for name in configuration.profileNames
        where documents.allSatisfy({ $0.diagnostics.isEmpty }) {
            _ = reader.readProfile(name)
        }
        return !diagnostics.isEmpty
    }

    @Test func `mutations of real files`() {
        var random = SplitMix64(for: "configuration")
        var wrong = 0
        for round in 0..<4000 {
            let source = random.mutated(random.pick(Self.corpus), Self.pieces)
            if Self.check(source, above: round % 3 == 0 ? Self.corpus[0] : nil) { wrong += 1 }
        }
        // Were all of them right, or all wrong, the test would test nothing.
        #expect(wrong > 1000)
    }

    @Test func `pieces of TOML in any order`() {
        var random = SplitMix64(for: "soup")
        for _ in 0..<4000 {
            let source = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
                random.pick(Self.pieces)
            }
            _ = Self.check(source, above: nil)
        }
    }

    @Test func `a document cut off anywhere`() {
        for source in Self.corpus {
            for end in source.indices { _ = Self.check(Array(source[..<end]), above: nil) }
        }
    }

    @Test func `certificates and text for the terminal, of random bytes`() {
        var random = SplitMix64(for: "text")
        let pem = [UInt8]("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
        for _ in 0..<5000 {
            _ = PEM.holdsCertificate(random.mutated(pem, [[0x0A], [0x2D]]))
            let bytes = random.bytes(upTo: 20, from: [0x1B, 0x61, 0xE2, 0x80, 0xAE, 0xF0])
            let text = DisplayText.escaped(bytes)
            #expect(text.unicodeScalars.allSatisfy { !DisplayText.isUnsafe($0) })
            #expect(DisplayText.shortened(bytes, to: 5).unicodeScalars.count <= 6)
        }
    }
}
