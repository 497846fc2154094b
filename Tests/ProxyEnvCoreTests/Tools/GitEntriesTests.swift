import TestSupport
import Testing

@testable import ProxyEnvCore

/// What `git config` lists.
@Suite struct GitEntriesTests {
    private let entries = GitEntries(
        """
        file:/a|http.proxy
        p|file:/a|remote.a.b.proxy
        1|command line:|remote.a.b.proxy
        2|file:.git/config|https.proxy
        3|file:/a|url.https://m/.insteadof
        https://x/|file:/b|url.https://m/.insteadof
        https://y/|file:/b|http.proxy
        |file:/b|novalue
        """.utf8.map { $0 == UInt8(ascii: "|") ? 0 : $0 })

    @Test func `entries and their places`() {
        #expect(entries.haveProxy)
        #expect(entries.proxy([UInt8]("p"), inFiles: true)?.path == [UInt8]("/a"))
        #expect(entries.proxy([], inFiles: false)?.path == [UInt8]("/b"))
        #expect(entries.remotesWithProxy == [[UInt8]("a.b")])
        #expect(entries.proxy(ofRemote: [UInt8]("a.b"))?.value == [UInt8]("2"))
        #expect(entries.proxy(ofRemote: [UInt8]("a.b"))?.path == nil)
        #expect(entries.unread.map { $0.value } == [[UInt8]("3")])
    }

    @Test func `what a URL is replaced by`() {
        #expect(entries.replaceURLs)
        let found = entries.replacement(of: [UInt8]("https://y/a"), by: [UInt8]("https://m/a"))
        #expect(found?.path == [UInt8]("/b"))
        #expect(
            entries.replacement(of: [UInt8]("https://y/a"), by: [UInt8]("https://n/a")) == nil)
    }

    @Test func `damage is passed over`() {
        for text in ["", "\0", "file:/a", "a\0\0", "\0\0\0", "file:/a\0http.proxy"] {
            #expect(GitEntries([UInt8](text)).unread.isEmpty)
        }
    }
}
