import TestSupport
import Testing

@testable import ProxyEnvCore

/// `use` and `off` on an environment, as a shell would carry them out.
@Suite struct ShellSwitchTests {
    private static func patch(_ values: [String: String?]) -> EnvironmentPatch {
        EnvironmentPatch(values.map { .setting($0, to: $1.map { [UInt8]($0) }) })
    }

    /// The environment after `use name`, where the profile makes the change `values`.
    private static func used(
        _ environment: Environment, _ name: String, _ values: [String: String?]
    ) throws -> Environment {
        let change = try #require(ShellSwitch(environment).use(name, patch(values)))
        return change.applied(to: environment)
    }

    private static func off(_ environment: Environment) -> [String] {
        ShellSwitch(environment).off.applied(to: environment).shown
    }

    private static let start = Environment(
        "PATH=/bin", "EMPTY=", "HTTPS_PROXY=admin", "ftp_proxy=f")
    private static let clash: [String: String?] = [
        "HTTPS_PROXY": "clash", "https_proxy": "clash", "EMPTY": "x", "ftp_proxy": nil,
    ]

    @Test func `use sets what the profile has, and its name`() throws {
        let used = try Self.used(Self.start, "clash", Self.clash)
        #expect(used["HTTPS_PROXY"]?.text == "clash")
        #expect(used["PROXYENV_ACTIVE"]?.text == "clash")
        #expect(used["ftp_proxy"] == nil)
        #expect(ShellSwitch(used).active == "clash")
        #expect(ShellSwitch(used).trust == .read)
        #expect(ShellSwitch(used).changedSince == [])
    }

    @Test func `off puts back a value, an empty value and an absence, each as it was`() throws {
        let used = try Self.used(Self.start, "clash", Self.clash)
        #expect(Set(Self.off(used)) == Set(Self.start.shown))
        #expect(
            ShellSwitch(used).off.shown == [
                "EMPTY=", "HTTPS_PROXY=admin", "-PROXYENV_ACTIVE", "-PROXYENV_STATE", "ftp_proxy=f",
                "-https_proxy",
            ])
    }

    @Test func `every use starts from the baseline: nothing of one profile outlives it`() throws {
        let first = try Self.used(Self.start, "clash", Self.clash)
        let second = try Self.used(first, "tor", ["ALL_PROXY": "tor"])
        #expect(second["https_proxy"] == nil)
        #expect(second["HTTPS_PROXY"]?.text == "admin")
        #expect(second["EMPTY"] == [])
        #expect(Set(ShellSwitch(second).baseline.shown) == Set(Self.start.shown))
        #expect(Set(Self.off(second)) == Set(Self.start.shown))
    }

    @Test func `the profile before is kept, also when the active one is used again`() throws {
        var environment = try Self.used(Self.start, "clash", Self.clash)
        #expect(ShellSwitch(environment).state?.previous == nil)
        environment = try Self.used(environment, "tor", ["ALL_PROXY": "tor"])
        #expect(ShellSwitch(environment).state?.previous == "clash")
        environment = try Self.used(environment, "tor", ["ALL_PROXY": "tor2"])
        #expect(ShellSwitch(environment).state?.previous == "clash")
        environment = try Self.used(environment, "clash", Self.clash)
        #expect(ShellSwitch(environment).state?.previous == "tor")
    }

    @Test func `before the first profile there is none`() {
        #expect(
            ShellSwitch(Environment(entries: [])).use("a", EnvironmentPatch())?["PROXYENV_STATE"]?
                .value?.text == "1.-")
    }

    @Test func `a variable that the user has changed since is left alone`()
        throws
    {
        let used = try Self.used(Self.start, "clash", Self.clash)
        let changes = Self.patch(["HTTPS_PROXY": "mine", "https_proxy": nil, "ftp_proxy": "again"])
        let changed = changes.applied(to: used)
        let shellSwitch = ShellSwitch(changed)
        #expect(shellSwitch.changedSince == ["HTTPS_PROXY", "ftp_proxy", "https_proxy"])
        #expect(shellSwitch.off.shown == ["EMPTY=", "-PROXYENV_ACTIVE", "-PROXYENV_STATE"])
    }

    @Test func `the next use takes it for the new baseline`() throws {
        let used = try Self.used(Self.start, "clash", Self.clash)
        let changes = Self.patch(["HTTPS_PROXY": "mine", "https_proxy": nil, "ftp_proxy": "again"])
        let changed = changes.applied(to: used)
        let again = try Self.used(changed, "clash", Self.clash)
        #expect(again["HTTPS_PROXY"]?.text == "clash")
        #expect(
            Set(Self.off(again)) == ["PATH=/bin", "EMPTY=", "HTTPS_PROXY=mine", "ftp_proxy=again"])
    }

    @Test func `a variable emptied since is another thing than one that is absent`() throws {
        let used = try Self.used(Self.start, "clash", ["ftp_proxy": nil, "A": ""])
        let changed = Self.patch(["ftp_proxy": "", "A": nil]).applied(to: used)
        #expect(ShellSwitch(changed).changedSince == ["A", "ftp_proxy"])
    }

    @Test func `off without a state unsets the proxy variables that there are`() {
        let shellSwitch = ShellSwitch(Self.start)
        #expect(shellSwitch.trust == .absent)
        #expect(shellSwitch.undo == EnvironmentPatch())
        #expect(shellSwitch.off.shown == ["-HTTPS_PROXY", "-ftp_proxy"])
    }

    @Test func `off without a state and without a proxy changes nothing`() {
        #expect(ShellSwitch(Environment("PATH=/bin")).off == EnvironmentPatch())
    }

    private static let broken = [
        "", "x", "1.-.PATH=.-.-", "1.-.PROXYENV_X.-.-", "1.-.A\nB.-.-", "1.-.A'.-.-",
        "1.-.A.-.-.A.-.-", "'; touch /tmp/x; '", "1.-.$(x).-.-", "2.-",
    ]

    private static func environment(_ state: String) -> Environment {
        Environment("PATH=/bin", "http_proxy=x", "PROXYENV_ACTIVE=a", "PROXYENV_STATE=\(state)")
    }

    @Test(arguments: broken)
    func `a state that can't be read unsets the proxy variables and nothing else`(state: String) {
        let shellSwitch = ShellSwitch(Self.environment(state))
        #expect(shellSwitch.trust == .broken)
        #expect(shellSwitch.state == nil)
        #expect(shellSwitch.off.shown == ["-PROXYENV_ACTIVE", "-PROXYENV_STATE", "-http_proxy"])
        #expect(shellSwitch.baseline.shown == ["PATH=/bin"])
    }

    @Test(arguments: broken)
    func `use puts a state that can be read in its place`(state: String) throws {
        let used = try Self.used(Self.environment(state), "clash", ["http_proxy": "clash"])
        #expect(ShellSwitch(used).trust == .read)
        #expect(ShellSwitch(used).state?.previous == nil)
        #expect(Self.off(used) == ["PATH=/bin"])
    }

    @Test func `a single command gets the profile and its name, and no state`() throws {
        let used = try Self.used(Self.start, "clash", Self.clash)
        let run = ShellSwitch(used).run("tor", Self.patch(["ALL_PROXY": "tor"])).applied(to: used)
        #expect(Set(run.shown) == Set(Self.start.shown + ["ALL_PROXY=tor", "PROXYENV_ACTIVE=tor"]))
        #expect(ShellSwitch(run).trust == .absent)
        #expect(ShellSwitch(run).active == "tor")
    }

    @Test func `a single command gets the name of a profile that changes nothing`() {
        let fromStart = ShellSwitch(Self.start).run("tor", EnvironmentPatch()).applied(
            to: Self.start)
        #expect(fromStart.shown == Self.start.shown + ["PROXYENV_ACTIVE=tor"])
    }

    @Test func `a state that would be too long is no change at all`() {
        let long = Environment("NO_PROXY=\(String(repeating: "x,", count: 40_000))")
        #expect(ShellSwitch(long).use("clash", Self.patch(["NO_PROXY": "x"])) == nil)
        #expect(ShellSwitch(long).use("clash", Self.patch(["A": "x"])) != nil)
    }

    @Test func `any sequence of use ends with off where it began`() throws {
        var random = SplitMix64(for: "switches")
        let names = ["HTTPS_PROXY", "https_proxy", "A", "B", "PATH"]
        let values: [String?] = [nil, "", "x", "\u{1F600}'\n"]
        for _ in 0..<500 {
            let entries = names.compactMap { name in random.pick(values).map { "\(name)=\($0)" } }
            let start = Environment(entries: entries.map { [UInt8]($0) })
            var environment = start
            for round in 0..<Int.random(in: 1...5, using: &random) {
                let change = Dictionary(
                    uniqueKeysWithValues: names.shuffled(using: &random).prefix(3).map {
                        ($0, random.pick(values))
                    })
                environment = try Self.used(
                    environment, random.pick(["a", "b", "c\(round)"]), change)
            }
            #expect(Set(Self.off(environment)) == Set(start.shown))
        }
    }

    // MARK: Names without case

    private static func folding(_ environment: Environment) -> ShellSwitch {
        ShellSwitch(environment, foldsNames: true)
    }

    private static func usedFolding(
        _ environment: Environment, _ values: [String: String?]
    ) throws -> Environment {
        let change = try #require(folding(environment).use("p", patch(values)))
        return change.applied(to: environment)
    }

    private static let both: [String: String?] = [
        "http_proxy": "p", "HTTP_PROXY": "p", "ftp_proxy": nil, "FTP_PROXY": nil, "OWN": "o",
    ]

    @Test(arguments: ["http_proxy", "HTTP_PROXY", "Http_Proxy"])
    func `where names have no case each keeps its spelling, and off puts it back`(
        _ name: String
    ) throws {
        let start = Environment("\(name)=u", "FTP_PROXY=f")
        let used = try Self.usedFolding(start, Self.both)
        #expect(
            used.shown.filter { !$0.hasPrefix("PROXYENV") } == ["\(name)=p", "OWN=o"])
        let state = try #require(SavedState(used["PROXYENV_STATE"] ?? []))
        #expect(Set(state.records.map { $0.name }) == ["FTP_PROXY", "OWN", name])
        #expect(Self.folding(used).changedSince == [])
        let after = Self.folding(used).off.applied(to: used)
        #expect(Set(after.shown) == Set(start.shown))
    }

    @Test func `a name that is new is in lower case, and keeps that spelling`() throws {
        let used = try Self.usedFolding(Environment(), Self.both)
        #expect(
            used.shown.filter { !$0.hasPrefix("PROXYENV") } == ["OWN=o", "http_proxy=p"])
        let again = try Self.usedFolding(used, ["http_proxy": nil, "HTTP_PROXY": nil])
        #expect(again["http_proxy"] == nil)
        let state = try #require(SavedState(again["PROXYENV_STATE"] ?? []))
        #expect(state.records.map { $0.name } == ["http_proxy"])
        #expect(Self.folding(again).spelled(Self.patch(Self.both))["http_proxy"] != nil)
    }

    @Test func `what a shell with two spellings has kept is put back into the one`() throws {
        // The shell starts Nushell, which keeps one of the two.
        let used = try Self.used(Environment("HTTP_PROXY=u"), "p", Self.both)
        for name in ["http_proxy", "HTTP_PROXY"] {
            let left = Environment(
                entries: used.entries.filter { !$0.text.lowercased().hasPrefix("http_proxy") }
                    + [Array("\(name)=p".utf8)])
            #expect(Self.folding(left).changedSince == [])
            #expect(Self.folding(left).off.applied(to: left).shown == ["\(name)=u"])
        }
    }

    @Test func `what was changed since is named once, in the spelling that is there`() throws {
        let used = try Self.usedFolding(Environment(), Self.both)
        let changed = EnvironmentPatch([.set(name: "http_proxy", value: [0x78])]).applied(to: used)
        #expect(Self.folding(changed).changedSince == ["http_proxy"])
        #expect(Self.folding(changed).off.applied(to: changed).shown == ["http_proxy=x"])
    }
}
