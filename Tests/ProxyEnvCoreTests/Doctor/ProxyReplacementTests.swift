import Testing

@testable import ProxyEnvCore

/// What puts another proxy in the place of one that leads nowhere.
@Suite struct ProxyReplacementTests {
    private func url(_ text: String) throws -> ProxyURL {
        try ProxyURLParser.parse(Array(text.utf8))
    }

    private func replacement(
        of written: String, by other: String, hasCredentials: Bool = false
    ) throws -> ProxyReplacement {
        ProxyReplacement(
            try url(other), at: .key(.url, profile: "p", hasCredentials: hasCredentials),
            for: try url(written), written: try url(written))
    }

    @Test func `one of this machine without a login becomes another one by an edit`() throws {
        let found = try replacement(of: "http://127.0.0.1:7890", by: "http://127.0.0.1:7897")
        #expect(found.edit?.command == "proxyenv set p url http://127.0.0.1:7897")
        #expect(found.steps.isEmpty)
    }

    @Test func `who looks up the name of the server stays as it is`() throws {
        let found = try replacement(of: "socks5://127.0.0.1:1", by: "socks5h://127.0.0.1:2")
        #expect(found.edit?.command == "proxyenv set p url socks5://127.0.0.1:2")
    }

    @Test func `another proxy never gets the login of this one`() throws {
        for found in [
            try replacement(of: "http://a:secret@127.0.0.1:1", by: "http://127.0.0.1:2"),
            try replacement(
                of: "http://127.0.0.1:1", by: "http://127.0.0.1:2", hasCredentials: true),
        ] {
            #expect(found.edit == nil)
            #expect(found.steps.count == 1)
            #expect(found.steps[0].contains("must not get the login of profile p"))
            #expect(!found.steps[0].contains("secret"))
        }
    }

    @Test func `a password in the URL is left to an editor`() throws {
        let found = try replacement(of: "http://a:secret@127.0.0.1:1", by: "socks5h://127.0.0.1:1")
        #expect(found.edit == nil)
        #expect(found.steps.first == "proxyenv edit")
        #expect(!found.steps.joined().contains("secret"))
    }

    @Test func `a profile of another kind is not changed`()
        throws
    {
        let kind = try replacement(of: "socks5h://127.0.0.1:9050", by: "http://127.0.0.1:7890")
        #expect(kind.edit == nil)
        #expect(kind.steps == ["proxyenv use http://127.0.0.1:7890"])
    }

    @Test func `a profile of another machine is not changed by itself`() throws {
        let far = try replacement(of: "http://proxy.example:1", by: "http://127.0.0.1:7890")
        #expect(far.edit == nil)
        #expect(far.steps == ["proxyenv set p url http://127.0.0.1:7890"])
    }

    @Test func `a variable with a password becomes a profile without it`() throws {
        let found = ProxyReplacement(
            try url("socks5h://127.0.0.1:1"), ofProfile: nil,
            forVariable: try url("http://alice:secret@127.0.0.1:1"))
        #expect(
            found.steps == [
                "proxyenv add office socks5h://127.0.0.1:1 --username alice --password-prompt",
                "proxyenv use office",
            ])
    }

    @Test func `a variable makes way for a profile that has the proxy`() throws {
        let plain = ProxyReplacement(
            try url("http://127.0.0.1:2"), ofProfile: "clash", forVariable: try url("http://h:1"))
        #expect(plain.steps == ["proxyenv use clash"])
    }
}
