import Testing

@testable import ProxyEnvCore

@Suite struct ProfileEnvironmentTests {
    private static func profile(
        _ url: String?, noProxy: [String] = [], inherits: Bool = true, bundle: String? = nil,
        extra: String? = nil, variables: [Profile.Variable] = []
    ) throws -> ResolvedProfile {
        ResolvedProfile(
            proxies: try url.map {
                Profile.Proxies(everything: try ProxyURLParser.parse([UInt8]($0)))
            },
            noProxy: noProxy.map { [UInt8]($0) }, inheritsNoProxy: inherits,
            certificateBundle: bundle.map { [UInt8]($0) },
            extraCertificates: extra.map { [UInt8]($0) },
            variables: variables)
    }

    @Test func `a proxy is set in both cases, with this machine excepted`() throws {
        let made = ProfileEnvironment(try Self.profile("http://h:1"), in: Environment())
        #expect(
            made.patch.shown == [
                "ALL_PROXY=http://h:1", "HTTPS_PROXY=http://h:1", "HTTP_PROXY=http://h:1",
                "NODE_USE_ENV_PROXY=1", "NO_PROXY=localhost,127.0.0.1,::1", "all_proxy=http://h:1",
                "http_proxy=http://h:1", "https_proxy=http://h:1",
                "no_proxy=localhost,127.0.0.1,::1",
            ])
        #expect(made.leftOut == [])
    }

    @Test func `each kind of target has its own proxy, and ALL_PROXY is unset where there is none`()
        throws
    {
        var profile = try Self.profile("http://h:1")
        profile.proxies = Profile.Proxies(http: .local(1), https: .local(2), all: nil)
        let made = ProfileEnvironment(profile, in: Environment("ALL_PROXY=x"))
        #expect(made.patch["HTTP_PROXY"]?.value == [UInt8]("http://127.0.0.1:1"))
        #expect(made.patch["https_proxy"]?.value == [UInt8]("http://127.0.0.1:2"))
        #expect(made.patch["ALL_PROXY"] == .unset(name: "ALL_PROXY"))
        #expect(made.patch["all_proxy"] == nil)
    }

    @Test func `other proxy variables are unset, but only where they are`() throws {
        let baseline = Environment(
            "ftp_proxy=x", "npm_config_proxy=x", "PIP_PROXY=", "PATH=/bin", "HTTPS_PROXY=old",
            "MY_PROXY=x")
        let made = ProfileEnvironment(try Self.profile("http://h:1"), in: baseline)
        let unset = made.patch.changes.filter { $0.value == nil }.map { $0.name }
        #expect(unset == ["PIP_PROXY", "ftp_proxy", "npm_config_proxy"])
        #expect(made.patch["HTTPS_PROXY"]?.value == [UInt8]("http://h:1"))
        #expect(made.patch["MY_PROXY"] == nil)
    }

    @Test func `a direct way unsets every proxy variable that there is and sets none`() throws {
        let baseline = Environment("https_proxy=x", "NO_PROXY=a", "NODE_USE_ENV_PROXY=1", "A=b")
        let made = ProfileEnvironment(try Self.profile(nil, noProxy: ["x"]), in: baseline)
        #expect(made.patch.shown == ["-NODE_USE_ENV_PROXY", "-NO_PROXY", "-https_proxy"])
    }

    @Test func `NO_PROXY is this machine, the profile's hosts and those from before`() throws {
        let baseline = Environment("no_proxy=admin,*", "NO_PROXY=x.example, *,admin")
        let made = ProfileEnvironment(
            try Self.profile("http://h:1", noProxy: ["10.0.0.0/8"]), in: baseline)
        let list = "localhost,127.0.0.1,::1,10.0.0.0/8,admin,.admin,x.example,.x.example"
        #expect(made.patch["no_proxy"]?.value?.text == list)
        #expect(made.patch["NO_PROXY"]?.value?.text == list)
        #expect(made.leftOut.map { $0.text } == ["*"])
    }

    @Test func `without inheritance NO_PROXY is as the profile has it`() throws {
        let baseline = Environment("no_proxy=admin,*", "NO_PROXY=x.example, *,admin")
        let alone = ProfileEnvironment(
            try Self.profile("http://h:1", inherits: false), in: baseline)
        #expect(alone.patch["no_proxy"]?.value?.text == "localhost,127.0.0.1,::1")
        #expect(alone.leftOut == [])
    }

    @Test func `credentials go out percent-encoded`() throws {
        var url = ProxyURL.local(1)
        url.credentials = ProxyURL.Credentials(
            username: [UInt8]("a@b"), password: [UInt8]("'$(x)' \n"))
        var profile = try Self.profile("http://h:1")
        profile.proxies = Profile.Proxies(everything: url)
        let value = ProfileEnvironment(profile, in: Environment()).patch["HTTPS_PROXY"]?.value?.text
        #expect(value == "http://a%40b:%27%24%28x%29%27%20%0A@127.0.0.1:1")
    }

    @Test func `a bundle replaces each tool's roots, and Node gets the file itself`() throws {
        let made = ProfileEnvironment(
            try Self.profile(nil, bundle: "/b", extra: "/e"), in: Environment())
        #expect(
            made.patch.shown == [
                "AWS_CA_BUNDLE=/b", "BUNDLE_SSL_CA_CERT=/b", "CARGO_HTTP_CAINFO=/b",
                "CODEX_CA_CERTIFICATE=/b",
                "CURL_CA_BUNDLE=/b", "GIT_SSL_CAINFO=/b", "NODE_EXTRA_CA_CERTS=/e", "PIP_CERT=/b",
                "REQUESTS_CA_BUNDLE=/b", "SSL_CERT_FILE=/b", "npm_config_cafile=/b",
            ])
    }

    @Test func `the profile's own variables come last, and the last of one name holds`() throws {
        let variables = [("NO_PROXY", "mine"), ("A", "1"), ("A", "2")].map {
            Profile.Variable(name: $0.0, value: [UInt8]($0.1))
        }
        let made = ProfileEnvironment(
            try Self.profile("http://h:1", variables: variables), in: Environment())
        #expect(made.patch["NO_PROXY"]?.value?.text == "mine")
        #expect(made.patch["no_proxy"]?.value?.text == "localhost,127.0.0.1,::1")
        #expect(made.patch["A"]?.value?.text == "2")
    }
}
