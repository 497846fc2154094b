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

    // MARK: What is written for others

    private static let profile = EnvironmentPatch(
        ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"].map {
            .set(name: $0, value: [UInt8]("http://127.0.0.1:7890"))
        } + [.unset(name: "ftp_proxy"), .unset(name: "FTP_PROXY")])

    /// How often `text` has `name`, in any case.
    private static func count(of name: String, in text: [UInt8]) -> Int {
        let length = name.utf8.count
        return text.indices.count { text[$0...].prefix(length).equalsIgnoringCase(name) }
    }

    @Test(arguments: Formats.documents.filter { !$0.isForOtherSystems }.map { $0.name })
    func `a document for this system has each name once`(_ name: String) throws {
        let format = try #require(Formats.named([UInt8](name)))
        let start = ShellSwitch(Self.environment(["Https_Proxy=old"]))
        let patch = format.arranged(Self.profile, for: start)
        #expect(patch.changes.map { $0.name } == ["Https_Proxy", "ftp_proxy", "http_proxy"])
        // `prefix` writes once what has to go, and once what is there.
        let text = try format.script(for: patch)
        #expect(Self.count(of: "http_proxy", in: text) == 1)
        #expect(Self.count(of: "https_proxy", in: text) == 1)
    }

    @Test(arguments: Shells.names)
    func `a shell's lines have each name as often as use has it`(_ name: String) throws {
        let shell = try #require(Shells.named([UInt8](name)))
        let start = ShellSwitch(Self.environment([]))
        let patch = Format(shell).arranged(Self.profile, for: start)
        #expect(patch.changes.map { $0.name } == ["ftp_proxy", "http_proxy", "https_proxy"])
        #expect(patch == start.spelled(Self.profile))
    }

    @Test
    func `what other systems read has both spellings, and so has all where names have a case`()
        throws
    {
        let folding = ShellSwitch(Self.environment([]))
        for name in ["docker", "systemd", "launchd", "tmux", "apt", "vscode"] {
            let format = try #require(Formats.named([UInt8](name)))
            #expect(format.arranged(Self.profile, for: folding) == Self.profile)
        }
        // Nushell folds names in its own lines, and what it asks for is for others.
        let nushell = ShellSwitch(Environment(entries: []), foldsNames: true)
        #expect(Format.json.arranged(Self.profile, for: nushell) == Self.profile)
    }

    @Test func `a script for Windows has each name once`() throws {
        let folding = ShellSwitch(Self.environment([]))
        for form in ScriptForms.all {
            let patch = form.arranged(Self.profile, for: folding)
            #expect((patch.changes.count == 3) == ["bat", "ps1"].contains(form.name))
        }
    }
}
