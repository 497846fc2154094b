import Testing

@testable import ProxyEnvCore

/// A proposal as the keys of a profile.
@Suite struct ProposalKeysTests {
    private func url(_ text: String?) throws -> ProxyURL? {
        try text.map { try ProxyURLParser.parse([UInt8]($0)) }
    }

    private func keys(
        _ http: String?, _ https: String?, _ all: String?, noProxy: [String] = []
    ) throws -> ProposalKeys? {
        ProposalKeys(
            Proposal(
                kinds: ProxyKinds(http: try url(http), https: try url(https), all: try url(all)),
                noProxy: noProxy.map { [UInt8]($0) }, description: "d", origin: "o"))
    }

    private func text(_ keys: ProposalKeys?) -> String {
        (keys?.members ?? []).map { "\($0.key.rawValue) = \($0.value.literal.text)" }
            .joined(separator: "; ")
    }

    @Test(
        arguments: [
            (nil, nil, "http://h:1", "url = \"http://h:1\""),
            ("http://h:1", nil, nil, "url = \"http://h:1\""),
            (nil, "http://h:1", nil, "url = \"http://h:1\""),
            ("http://h:1", "http://h:1", nil, "url = \"http://h:1\""),
            ("http://h:1", "http://h:2", nil, "http = \"http://h:1\"; https = \"http://h:2\""),
            (
                "http://h:1", "http://h:1", "socks5h://h:2",
                "url = \"http://h:1\"; all = \"socks5h://h:2\""
            ),
            (
                "http://h:1", nil, "socks5h://h:2",
                "url = \"socks5h://h:2\"; http = \"http://h:1\""
            ),
            (
                "http://h:1", "http://h:2", "http://h:3",
                "url = \"http://h:2\"; http = \"http://h:1\"; all = \"http://h:3\""
            ),
        ] as [(String?, String?, String?, String)])
    func `as few keys as will do`(_ http: String?, _ https: String?, _ all: String?, _ text: String)
        throws
    {
        #expect(self.text(try keys(http, https, all)) == text + "; description = \"d\"")
    }

    @Test func `a password is not among them, and a name and hosts are`() throws {
        let keys = try keys(nil, "http://al%40ice:hush@h:1", nil, noProxy: ["a", ".b"])
        #expect(
            text(keys)
                == "url = \"http://h:1\"; description = \"d\"; username = \"al@ice\"; no-proxy = [\"a\", \".b\"]"
        )
        #expect(keys?.password == [UInt8]("hush"))
        #expect(keys?.username == [UInt8]("al@ice"))
    }

    @Test(
        arguments: [
            // The same proxy without a name: GNOME has one for HTTP alone.
            ("http://u:p@h:1", "http://h:1", nil, "u", []),
            ("http://u:p@h:1", "http://u:p@h:2", nil, "u", []),
            ("http://v:q@h:1", "http://u:p@h:2", nil, "u", ["http"]),
            ("http://h:1", "http://u:p@h:2", nil, "u", ["http"]),
            ("http://u:p@h:1", "http://h:2", nil, nil, ["http"]),
            (nil, "http://h:1", "socks5h://u:p@h:1", nil, ["all"]),
        ] as [(String?, String?, String?, String?, [String])])
    func `no proxy is sent a name that it was not meant for`(
        _ http: String?, _ https: String?, _ all: String?, _ username: String?, _ leftOut: [String]
    ) throws {
        let keys = try keys(http, https, all)
        #expect(keys?.username?.text == username)
        #expect(keys?.remarks.count == leftOut.count)
        for (remark, kind) in zip(keys?.remarks ?? [], leftOut) {
            #expect(remark.hasPrefix("o: the \(kind) proxy h:"))
        }
    }

    @Test func `nothing makes no keys`() throws {
        #expect(try keys(nil, nil, nil)?.members.count == nil)
    }

    @Test(
        arguments: [
            ("http://h:1", nil, true), ("http://h:2", nil, false), ("socks5h://h:1", nil, false),
            ("http://u@h:1", nil, false), ("http://h:1", "u", false),
        ])
    func `a profile is the same if its proxy and its name are`(
        _ text: String, _ username: String?, _ isSame: Bool
    ) throws {
        let url = try ProxyURLParser.parse([UInt8](text))
        var profile = Profile(name: "x", route: .proxies(Profile.Proxies(everything: url)))
        profile.username = username.map { [UInt8]($0) }
        #expect(try keys(nil, nil, "http://h:1")?.isSame(as: profile) == isSame)
    }

    @Test func `a direct profile is never the same`() throws {
        let profile = Profile(name: "x", route: .direct)
        #expect(try keys(nil, nil, "http://h:1")?.isSame(as: profile) == false)
    }

    @Test(
        arguments: [
            ("http://u@h:1", nil, true), ("http://h:1", nil, false), ("http://h:1", "u", true),
        ] as [(String, String?, Bool)])
    func `a name in the URL is the same as one beside it`(
        _ url: String, _ username: String?, _ isSame: Bool
    ) throws {
        let wanted = try keys(nil, nil, "http://u:p@h:1")
        let proxy = try ProxyURLParser.parse([UInt8](url))
        var profile = Profile(name: "x", route: .proxies(Profile.Proxies(everything: proxy)))
        profile.username = username.map { [UInt8]($0) }
        #expect(wanted?.isSame(as: profile) == isSame)
    }
}
