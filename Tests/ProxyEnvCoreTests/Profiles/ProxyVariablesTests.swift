import Testing

@testable import ProxyEnvCore

/// The tools say which variables they read; what a profile sets and unsets is held to it.
@Suite struct ProxyVariablesTests {
    private static let pairs = [
        ProxyVariables.http, ProxyVariables.https, ProxyVariables.all, ProxyVariables.none,
    ].flatMap { $0.names }

    private static func profile(_ proxies: Profile.Proxies?, bundle: Bool = false)
        -> ResolvedProfile
    {
        ResolvedProfile(
            proxies: proxies, noProxy: [], inheritsNoProxy: false,
            certificateBundle: bundle ? [UInt8]("/b") : nil,
            extraCertificates: bundle ? [UInt8]("/e") : nil, variables: [])
    }

    /// The variables that lead `tool` to a proxy, or past it.
    private static func read(by tool: Tool) -> [String] {
        let shared = tool.transports.flatMap { transport in
            (transport.variables.http + transport.variables.https).flatMap {
                transport.variables.spellings(of: $0)
            } + (transport.noProxy?.spelling == .neither ? [] : ProxyVariables.none.names)
        }
        let own = tool.ownVariables.flatMap { name, _ in
            tool.mindsCaseOfOwn ? [name] : [name, name.uppercasedASCII]
        }
        return shared + own
    }

    @Test(arguments: Tools.names)
    func `every variable that a tool reads is set or unset, by a proxy and by a direct way`(
        _ name: String
    ) throws {
        let tool = try #require(Tools.named([UInt8](name)))
        let baseline = Environment(
            entries: Self.read(by: tool).map { [UInt8]("\($0)=http://stale:1") })
        for proxies in [Profile.Proxies(http: .local(1), https: .local(2), all: nil), nil] {
            let made = ProfileEnvironment(Self.profile(proxies), in: baseline)
            let left = made.patch.applied(to: baseline).entries.filter {
                $0.hasSuffix("http://stale:1")
            }
            #expect(left.map { $0.text } == [])
        }
    }

    @Test func `the list of the tools' variables is what the tools declare`() {
        let declared = Set(Tools.all.flatMap { Self.read(by: $0) }).subtracting(Self.pairs)
        #expect(ProxyVariables.ofTools.sorted() == declared.sorted())
    }

    @Test func `no variable is listed twice`() {
        #expect(Set(ProxyVariables.known).count == ProxyVariables.known.count)
    }

    @Test func `a variable of a tool's own counts in any case, and for the shell as it is spelled`()
    {
        let environment = Environment("Npm_Config_Proxy=x", "PATH=/y", "my_proxy=x", "yarn_Proxy=")
        #expect(ProxyVariables.present(in: environment) == ["Npm_Config_Proxy", "yarn_Proxy"])
    }

    @Test func `the list of the variables for certificates is what the tools declare`() {
        let declared = Set(Tools.all.flatMap { $0.certificateVariables })
        let known = CertificateVariables.replacing + [CertificateVariables.adding]
        #expect(known.sorted() == (declared + CertificateVariables.ofOthers).sorted())
    }

    @Test func `a bundle sets each of them`() {
        let known = CertificateVariables.replacing + [CertificateVariables.adding]
        let made = ProfileEnvironment(Self.profile(nil, bundle: true), in: Environment())
        #expect(made.patch.changes.map { $0.name }.sorted() == known.sorted())
    }
}
