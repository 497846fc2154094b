import Testing

@testable import ProxyEnvCore

/// The keys of npm's, pip's and curl's own files.
@Suite struct SettingsImportTests {
    private func findings(
        _ file: SettingsFile, _ text: String, port: UInt16? = nil
    ) -> ImportFindings {
        SettingsImport.findings(
            in: file.settings(in: [UInt8](text), path: "~/f"), of: "it", port: port)
    }

    @Test(
        arguments: [
            (.npmrc, "proxy=http://h:1\nhttps-proxy=http://h:2\n", "- http://h:2 http://h:1"),
            (
                .npmrc, "; no\nproxy = http://u:p%40@h:1\nnoproxy = a,b\n",
                "- - http://u:p%40@h:1 a b"
            ),
            (.npmrc, "proxy=http://h:1\nproxy=http://h:2\n", "- - http://h:2"),
            (.npmrc, "noproxy[]=a\nproxy=http://h:1\nnoproxy[]=b\n", "- - http://h:1 a b"),
            (
                .curlrc, "preproxy socks5://q:1\nproxy h:1\nproxy-user bob:x\n",
                "http://bob:x@h:1 http://bob:x@h:1 -"
            ),
            (.curlrc, "preproxy socks5://q:1\n", "socks5://q:1 socks5://q:1 -"),
            (.npmrc, "\u{FEFF}proxy=http://h:1\n[s]\nproxy=http://h:2\n", "- - http://h:1"),
            (
                .pipConf, "[global] ; c\nproxy =\n    http://u:p@h:1\n",
                "http://u:p@h:1 http://u:p@h:1 -"
            ),
            (
                .pipConf, "[global]\ntrusted-host =\n   a\n   proxy = http://no:1\nproxy: h:1\n",
                "http://h:1 http://h:1 -"
            ),
            (
                .pipConf, "[global]\n  proxy = http://h:1\n  # no\n\n  timeout = 2\n",
                "http://h:1 http://h:1 -"
            ),
            (.curlrc, "proxy = https://h\n", "https://h:443 https://h:443 -"),
            (.pipConf, "[global]\nproxy = h:1\n[list]\nproxy = h:2\n", "http://h:1 http://h:1 -"),
            (.curlrc, "proxy = \"http://h:1\"\n", "http://h:1 http://h:1 -"),
            (.curlrc, "-x h\n", "http://h:1080 http://h:1080 -"),
            (.curlrc, "--socks5-hostname h:1\n", "socks5h://h:1 socks5h://h:1 -"),
            (
                .curlrc, "proxy h:1\nproxy-user = \"bob:a \\\"b\\\\\"\nnoproxy a,b",
                "http://bob:a%20%22b%5C@h:1 http://bob:a%20%22b%5C@h:1 - a b"
            ),
            (.curlrc, "-U bob:p@ss\nproxy h:1", "http://bob:p%40ss@h:1 http://bob:p%40ss@h:1 -"),
            (.curlrc, "-U bob\nproxy u:p@h:1", "http://u:p@h:1 http://u:p@h:1 -"),
        ] as [(SettingsFile, String, String)])
    func `each kind of file`(_ file: SettingsFile, _ text: String, _ shown: String) {
        let port: UInt16? = file == .curlrc ? 1080 : nil
        #expect(findings(file, text, port: port).shown == [shown])
    }

    @Test func `only what was taken is said to be the place`() {
        let findings = findings(.npmrc, "proxy=http://h:1\nhttps-proxy=http://h:x\n")
        #expect(findings.proposals.first?.origin == "~/f:1 (proxy)")
        #expect(findings.remarks.count == 1)
    }

    @Test(
        arguments: [
            (.npmrc, "registry=https://x\n", []), (.npmrc, "proxy=null\nhttps-proxy=\n", []),
            (
                .npmrc, "proxy=http://${USER}:${HUSH}@h:1\n",
                ["~/f:1 (proxy) is passed over: only it can fill in its `${…}`"]
            ),
            (
                .curlrc, "proxy = x://u:hush@h:1\n",
                ["~/f:1 (proxy) is passed over: it is not the URL of a proxy"]
            ),
            (
                .curlrc, "proxy = h:1\nproxy-user = \":hush\"\n",
                ["~/f:1 (proxy) is passed over: it has a password and no user name"]
            ),
            (
                .pipConf, "[global]\nproxy = h\n",
                ["~/f:2 (proxy) is passed over: this proxy's URL has no port"]
            ),
        ] as [(SettingsFile, String, [String])])
    func `what names no proxy is told of once`(
        _ file: SettingsFile, _ text: String, _ remarks: [String]
    ) {
        let findings = findings(file, text)
        #expect(findings.proposals.isEmpty)
        #expect(findings.remarks == remarks)
    }

    @Test func `the description names the file, and the origin its line`() {
        let proposal = findings(.npmrc, "\nproxy=http://h:1\n").proposals.first
        #expect(proposal?.description == "from it's ~/f")
        #expect(proposal?.origin == "~/f:2 (proxy)")
    }
}
