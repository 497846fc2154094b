import TestSupport
import Testing

@testable import ProxyEnvCore

/// The one rule for what is secret in a text.
@Suite struct SecretRuleTests {
    @Test(arguments: [
        "alice", "alice@corp", "CORP\\alice", "alice%40corp.example", "brd-customer-7-zone-dc",
        "andré", "svc_build01", "${USER}",
    ])
    func `a user's name is shown where it looks like a login`(name: String) {
        for hasPassword in [true, false] {
            #expect(UserName.isLogin([UInt8](name), hasPassword: hasPassword), "\(name)")
        }
    }

    @Test(arguments: [
        "ghp_x", "gho_16C7e42F292c6912E7710c838347Ae178B4a", "github_pat_11ABC", "glpat-abc",
        "sk-proj-abc", "xoxb-1", "AKIAIOSFODNN7EXAMPLE", "npm_abcdef", "hf_abc", "eyJhbGciOi",
        "5f4dcc3b5aa765d61d8327deb882cf99", "550e8400-e29b-41d4-a716-446655440000",
        "Zm9vYmFyYmF6cXV4MTIz", "a b", "alice%3Ahush", "alice%3ahush",
        String(repeating: "a.", count: 40),
    ])
    func `a user's name that is a token is hidden like a password`(name: String) throws {
        #expect(!UserName.isLogin([UInt8](name), hasPassword: true), "\(name)")
        let text = "http://\(name)@h:1"
        #expect(Secrets.hidden(in: [UInt8](text)).text == "http://***@h:1")
        #expect(Secrets.hidden(in: [UInt8]("http://\(name):x@h:1")).text == "http://***@h:1")
        let url = ProxyURL(
            scheme: .http, credentials: .init(username: [UInt8](name), password: [UInt8]("x")),
            host: "h", port: 1)
        #expect(url.masked == "http://***@h:1")
    }

    @Test func `without a password twenty letters are too many for a login`() {
        let name = [UInt8]("abcdefghijklmnopqrst")
        #expect(UserName.isLogin(name, hasPassword: true))
        #expect(!UserName.isLogin(name, hasPassword: false))
    }

    @Test(arguments: [
        ("`http://u:p@h:1`, not http://h:1/", "`http://u:***@h:1`, not http://h:1/"),
        ("see http://127.0.0.1:7890, (7890).", "see http://127.0.0.1:7890, (7890)."),
        ("alice@corp says http://h:1", "alice@corp says http://h:1"),
        ("http://HOST:PORT", "http://HOST:PORT"), ("x http://a:hush y", "x http://a:*** y"),
        ("https://registry.example/@scope/x", "https://registry.example/@scope/x"),
        ("npm install -g @openai/codex@latest", "npm install -g @openai/codex@latest"),
        ("git@github.com:o/r.git", "git@github.com:o/r.git"),
        ("token ghp_0123456789abcdef!", "token ***!"),
        ("npm_config_https_proxy", "npm_config_https_proxy"),
        ("u:p@h and v:q@i", "u:***@h and v:***@i"), ("", ""),
    ])
    func `in whole messages what is secret is hidden word by word, and all else stays`(
        text: String, expected: String
    ) {
        #expect(Secrets.hiddenInProse([UInt8](text)).text == expected)
        #expect(Secrets.hiddenInProse([UInt8](expected)).text == expected)
    }

    @Test(arguments: [
        "OPENAI_API_KEY", "token", "NPM_TOKEN", "DB_PASSWORD", "npm_config__authToken",
        "AWS_SECRET_ACCESS_KEY", "_auth.key", "PGPASSWORD", "SSHPASS", "AUTHTOKEN",
    ])
    func `names of variables that say so have secret values`(name: String) {
        #expect(Secrets.isSecretName(name.utf8))
        #expect(Masking.masked(name, [UInt8]("hush")).text == "***")
    }

    @Test(arguments: [
        "PATH", "KEY", "GIT_CONFIG_KEY_0", "SSH_AUTH_SOCK", "PWD", "MAX_OUTPUT_TOKENS",
    ])
    func `other names have none`(name: String) {
        #expect(!Secrets.isSecretName(name.utf8))
        #expect(Masking.masked(name, [UInt8]("seen\u{1B}[31m")).text == "seen\\u{1b}[31m")
    }

    @Test(arguments: [
        ("h:8080:alice:hush", "h:8080:***"),
        ("127.0.0.1:7890:alice:hush", "127.0.0.1:7890:***"),
        ("127.0.0.1:7890", "127.0.0.1:7890"), ("h:8080:80", "h:8080:80"),
        ("10:30:11", "10:30:11"),
        ("fe80::1", "fe80::1"), ("/usr/bin:/bin:/x:/y", "/usr/bin:/bin:/x:/y"),
    ])
    func `what follows a host and a port is a user's name and a password`(
        text: String, expected: String
    ) {
        #expect(Secrets.hidden(in: [UInt8](text)).text == expected)
    }

    @Test(arguments: [
        "-Dhttp.proxyPassword=x", "Authorization: Basic eA==", "sshpass -p x ssh",
        "X: bearer x",
    ])
    func `a label says that a secret follows it`(text: String) {
        #expect(Secrets.labelsSecret([UInt8](text)[...]))
    }

    @Test func `a cut never leaves a password whose @ is behind it`() {
        for length in 1...300 {
            let value = "http://u:SECRET" + String(repeating: "x", count: length) + "@h:1"
            #expect(!DisplayText.shortened([UInt8](value), to: 40).contains("SECRET"))
        }
    }

    @Test
    func `what a terminal gets of lines keeps line ends and tabs and nothing else that it obeys`() {
        let text = "a='\u{1B}]0;x\u{7}'\n\tb='http://u:p@h:1'\r\n"
        #expect(
            DisplayText.lines([UInt8](text)).text
                == "a='\\u{1b}]0;x\\u{7}'\n\tb='http://u:***@h:1'\\u{d}\n")
    }

    @Test func `a program that is only asked for something gets no secret and no proxy`() {
        let kept = ["HOME=/h", "PATH=/a@1:/b@2", "LANG=C", "A"]
        let git = ["GIT_CONFIG_COUNT=1", "GIT_CONFIG_VALUE_0=http://u:p@h:1"]
        let dropped = [
            "https_proxy=http://h:1", "HTTP_PROXY=x", "NO_PROXY=x", "npm_config_proxy=x",
            "PROXYENV_STATE=1.x", "OPENAI_API_KEY=x", "X=http://u:p@h", "Y=http://u@h",
            "Z=ghp_0123456789abcdef",
        ]
        let environment = Environment(entries: (kept + git + dropped).map { [UInt8]($0) })
        #expect(environment.withoutSecrets.entries == kept.map { [UInt8]($0) })
        #expect(environment.forGitSettings.entries == (kept + git).map { [UInt8]($0) })
    }

    @Test func `what is no secret stays in the environment of a program that is only asked`() {
        let harmless = ["HOME=/h", "PATH=/a@1:/b@2", "LANG=C", "A", "GIT_CONFIG_VALUE_0=*"]
        let other = Environment(entries: harmless.map { [UInt8]($0) })
        #expect(other.withoutSecrets.entries == other.entries)
    }

    @Test func `a host that begins with a dash is refused`() {
        #expect(
            throws: ProxyURLParser.Problem(kind: .invalidHost("-x"), range: 7..<9)
        ) { try ProxyURLParser.parse([UInt8]("http://-x:1")) }
    }

    @Test func `an entry of NO_PROXY that begins with a dash is refused`() throws {
        var list = NoProxyList()
        #expect(throws: (any Error).self) { try list.add([UInt8]("-x.example")) }
    }

    @Test func `no password is seen in a message, whatever stands around it`() {
        var random = SplitMix64(for: "secrets in prose")
        let letters = [UInt8]("htp:/.1%u#?&-_")
        for _ in 0..<10_000 {
            let password =
                random.bytes(upTo: 6, from: letters).filter {
                    $0 > 0x20 && !"\"'`".utf8.contains($0)
                }
                + [UInt8]("SECRET")
                + random.bytes(upTo: 6, from: letters).filter {
                    $0 > 0x20 && !"\"'`".utf8.contains($0)
                }
            let head = random.pick(["a `", "by ", "(", "x='", ""])
            let text = [UInt8](head + "http://u:") + password + [UInt8]("@h:1` b http://h:1")
            let shown = Secrets.hiddenInProse(text)
            #expect(!shown.text.contains("SECRET"), "\(text.shown)")
            #expect(Secrets.hiddenInProse(shown) == shown)
        }
    }
}
