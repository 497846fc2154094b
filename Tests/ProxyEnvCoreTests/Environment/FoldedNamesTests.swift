import TestSupport
import Testing

@testable import ProxyEnvCore

/// Environments in which `http_proxy` and `HTTP_PROXY` are one variable, as on Windows.
@Suite struct FoldedNamesTests {
    private static func environment(_ entries: [String]) -> Environment {
        Environment(entries: entries.map { [UInt8]($0) }, foldsNames: true)
    }

    private static func shown(_ environment: Environment) -> [String] {
        environment.entries.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a variable is found by its name in any case`() {
        let environment = Self.environment(["=C:=C:\\", "Path=C:\\bin", "Http_Proxy=http://p:1"])
        #expect(environment["PATH"] == [UInt8]("C:\\bin"))
        #expect(environment["http_proxy"] == [UInt8]("http://p:1"))
        #expect(environment["https_proxy"] == nil)
        let find = environment.lookup(of: 100)
        #expect(find("HTTP_PROXY") == [UInt8]("http://p:1"))
        #expect(find("https_proxy") == nil)
    }

    @Test func `the home folder is HOME, else USERPROFILE`() {
        #expect(Self.environment(["UserProfile=C:\\me"]).home == [UInt8]("C:\\me"))
        #expect(Self.environment(["HOME=D:\\me", "USERPROFILE=C:\\me"]).home == [UInt8]("D:\\me"))
        #expect(Environment(entries: [[UInt8]("USERPROFILE=C:\\me")]).home == nil)
    }

    @Test
    func `a patch sets each name once, as it is spelled there, and unsets nothing that it sets`() {
        let patch = EnvironmentPatch([
            .set(name: "HTTP_PROXY", value: [UInt8]("u")),
            .set(name: "http_proxy", value: [UInt8]("l")),
            .set(name: "all_proxy", value: [UInt8]("a")), .unset(name: "ALL_PROXY"),
            .unset(name: "ftp_proxy"), .unset(name: "FTP_PROXY"),
        ])
        let before = Self.environment(["Path=x", "Http_Proxy=old", "Ftp_Proxy=old"])
        let after = patch.applied(to: before)
        #expect(Self.shown(after) == ["Path=x", "Http_Proxy=l", "all_proxy=a"])
        #expect(after.foldsNames)
    }

    @Test func `off after use puts back what was there, however it was spelled`() throws {
        let start = Self.environment(["Path=x", "HTTP_PROXY=old", "Https_Proxy=old"])
        let profile = EnvironmentPatch(
            ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"].map {
                .set(name: $0, value: [UInt8]("http://127.0.0.1:7890"))
            } + [.unset(name: "ftp_proxy")])
        let used = try #require(ShellSwitch(start).use("clash", profile)).applied(to: start)
        #expect(used.entries.filter { $0.count > 40 && $0.hasPrefix("PROXYENV_STATE") }.count == 1)
        #expect(used["http_proxy"] == [UInt8]("http://127.0.0.1:7890"))
        #expect(Self.shown(ShellSwitch(used).off.applied(to: used)) == Self.shown(start))
    }
}
