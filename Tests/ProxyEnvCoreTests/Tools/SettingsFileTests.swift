import TestSupport
import Testing

@testable import ProxyEnvCore

/// What the files of other tools say of proxies, and how that stands to the variables.
@Suite struct SettingsFileTests {
    /// The settings as `line name=value`.
    private static func shown(
        _ file: SettingsFile, _ text: String, path: String = "f",
        host: String = "a.example.com"
    ) -> [String] {
        file.settings(
            in: [UInt8](text), path: path, for: Target([UInt8]("https://\(host)/"))
        ).map { "\($0.line) \($0.name)=\(String(decoding: $0.value, as: UTF8.self))" }
    }

    @Test(
        arguments: [
            (.yarnrc, "# no\nproxy \"http://h:1\"\n", ["2 all_proxy=http://h:1"]),
            (.yarnrc, "\"https-proxy\" http://h:1\r\n", ["1 https_proxy=http://h:1"]),
            (.yarnrc, "registry \"https://x\"\nproxyish a\n", []),
            (
                .yarnrcYAML, "httpProxy: \"http://h:1\"\nhttpsProxy: http://h:2 # mine\nx: y\n",
                ["1 http_proxy=http://h:1", "2 https_proxy=http://h:2"]
            ),
            (.yarnrcYAML, "httpProxy: null\n", ["1 http_proxy="]),
            (
                .yarnrcYAML,
                "networkSettings:\n  a.example.com:\n    httpsProxy: http://n:1\nhttpsProxy: http://h:2\n",
                ["4 https_proxy=http://h:2", "3 https_proxy=http://n:1"]
            ),
            (
                .yarnrcYAML,
                "networkSettings:\n  a.example.com:\n    httpsProxy: http://n:1\n  \"*.com\":\n    httpsProxy: http://n:2\n  other:\n    httpsProxy: http://n:3\n",
                ["5 https_proxy=http://n:2", "3 https_proxy=http://n:1"]
            ),
            (
                .pnpmrc,
                "http-proxy=http://h:1\nhttps-proxy=http://h:2\nproxy=http://h:3\nnoproxy=a\n",
                [
                    "1 http_proxy=http://h:1", "2 https_proxy=http://h:2", "3 all_proxy=http://h:3",
                    "4 no_proxy=a",
                ]
            ),
            (
                .npmrc, "http-proxy=http://h:1\nproxy=null\nhttps-proxy=false\n",
                ["2 all_proxy=", "3 https_proxy="]
            ),
            (
                .pnpmYAML,
                "packages:\n  - proxy: x\nhttpsProxy: http://h:1\nhttpProxy: 'http://h:2'\nproxy: false\nnoProxy: a,b\nother:\n  proxy: http://h:3\n",
                [
                    "3 https_proxy=http://h:1", "4 http_proxy=http://h:2", "5 all_proxy=",
                    "6 no_proxy=a,b",
                ]
            ),
            (.uvTOML, "http-proxy = \"http://h:1\"\n", ["1 http_proxy=http://h:1"]),
            (
                .uvTOML, "no-proxy = [\"a\", \"b\"]\nhttps-proxy = 'http://h:1'\n",
                ["2 https_proxy=http://h:1", "1 no_proxy=a,b"]
            ),
            (.uvTOML, "[pip]\nhttp-proxy = \"http://h:1\"\n", []),
            (.uvTOML, "http-proxy = \n", []), (.uvTOML, "http-proxy = 1\n", []),
            (
                .condarc,
                "channels:\n  - https: x\nproxy_servers:\n    http: http://h:1\n    https: http://u:p@h:2\nssl_verify: true\n",
                ["4 http_proxy=http://h:1", "5 https_proxy=http://u:p@h:2"]
            ),
            (
                .condarc,
                "proxy_servers:\n  https://a.example.com: http://h:1\n  https: http://h:2\n  'https://b': http://h:3\n",
                ["3 https_proxy=http://h:2", "2 https_proxy=http://h:1"]
            ),
            (
                .gradleProperties,
                "# systemProp.http.proxyHost=no\nsystemProp.http.proxyHost=h\nsystemProp.http.proxyPort : 1\nsystemProp.https.proxyHost h2\n",
                ["2 http_proxy=http://h:1", "4 https_proxy=http://h2:443"]
            ),
            (
                .gradleProperties,
                "systemProp.http.proxyHost=h\nsystemProp.http.nonProxyHosts=*.a|b\n",
                ["1 http_proxy=http://h:80", "2 no_proxy=*.a|b"]
            ),
            (
                .gradleProperties, "systemProp.socksProxyHost=s\n", ["1 all_proxy=socks5://s:1080"]
            ),
            (.gradleProperties, "http.proxyHost=h\norg.gradle.jvmargs=-Dhttp.proxyHost=h\n", []),
        ] as [(SettingsFile, String, [String])])
    func `each kind of file`(_ file: SettingsFile, _ text: String, _ settings: [String]) {
        #expect(Self.shown(file, text) == settings)
    }

    @Test(arguments: [
        SettingsFile.yarnrc, .yarnrcYAML, .pnpmrc, .npmrc, .pnpmYAML, .uvTOML, .condarc,
        .gradleProperties,
    ])
    func `a byte order mark alone is an empty file`(_ file: SettingsFile) {
        #expect(Self.shown(file, "\u{FEFF}") == [])
    }

    @Test(arguments: [
        (["*"], [0]), (["**"], [0]), (["**.com"], [0]), (["*.com"], [0]),
        (["*.org", "b*"], []),
        (["a*.com", "*"], [1, 0]), (["*", "a.example.com"], [0, 1]), (["a*m*m"], [0]),
        (["a.*.com", "*.example.com*"], [0, 1]), (["*a.exa*", "*.com*", "a*com"], [2, 1, 0]),
        (["a.*e.com", "a.e*e.com"], [0, 1]), (["a*ee.com", "aa*", "*a.example.comm"], []),
        (["a*.example.com", "*a.example.com"], [1, 0]),
    ])
    func `the longest of Yarn's patterns counts, of two the upper one (Yarn 3.5.0, tried)`(
        _ patterns: [String], _ found: [Int]
    ) {
        let text = patterns.enumerated().map {
            "  \"\($0.element)\":\n    httpsProxy: p\($0.offset)\n"
        }.joined()
        #expect(
            Self.shown(.yarnrcYAML, "networkSettings:\n" + text)
                == found.map { "\(3 + 2 * $0) https_proxy=p\($0)" })
    }

    @Test func `a pyproject.toml has uv's settings in a table of its own`() {
        let text = "http-proxy = \"http://no:1\"\n[tool.uv]\nhttp-proxy = \"http://h:1\"\n"
        #expect(
            Self.shown(.uvTOML, text, path: "~/a/pyproject.toml") == ["3 http_proxy=http://h:1"])
    }

    @Test func `what is no table has no settings of uv's`() {
        #expect(Self.shown(.uvTOML, "[tool]\nuv = 1\n", path: "pyproject.toml") == [])
    }

    @Test(
        arguments: [
            ("<protocol>http</protocol><host>h</host><port>1</port>", ["http", "https"]),
            ("<host>h</host><port>1</port>", ["http", "https"]),
            ("<protocol>https</protocol><host>h</host><port>1</port>", ["https"]),
            ("<active>true</active><host>h</host><port>1</port>", ["http", "https"]),
            ("<active>false</active><host>h</host><port>1</port>", []),
            ("<protocol>socks5</protocol><host>h</host><port>1</port>", []),
            ("<host>h</host><port>1</port><nonProxyHosts>x|*.EXAMPLE.com</nonProxyHosts>", []),
            (
                "<host>h</host><port>1</port><nonProxyHosts>x,*.example.com</nonProxyHosts>",
                ["http", "https"]
            ),
            ("<host> <![CDATA[h]]>\n</host><port>&#49;</port>", nil), ("<port>1</port>", []),
        ] as [(String, [String]?)])
    func `Maven's proxies`(_ proxy: String, _ kinds: [String]?) {
        let text =
            "<?xml version=\"1.0\"?>\n<!-- <proxy> -->\n<settings xmlns=\"x\">\n<proxies><proxy>\(proxy)</proxy></proxies></settings>"
        let found = Self.shown(.mavenSettings, text)
        guard let kinds else {
            #expect(found == ["http", "https"].map { "4 \($0)_proxy=http://h:&#49;" })
            return
        }
        #expect(found == kinds.map { "4 \($0)_proxy=http://h:1" })
    }

    @Test func `of Maven's proxies of a kind the first counts, and what is elsewhere is none`() {
        let text = """
            <settings><proxies>
            <proxy><host>a</host><port>1</port></proxy>
            <proxy><host>b</host><port>2</port></proxy>
            <proxy><protocol>https</protocol><host>c</host><port>3</port></proxy>
            </proxies><proxy><host>d</host></proxy></settings>
            """
        #expect(
            Self.shown(.mavenSettings, text) == [
                "2 http_proxy=http://a:1", "4 https_proxy=http://c:3",
            ])
    }

    @Test func `a file that is damaged in thousands of ways is read without harm`() {
        var random = SplitMix64(for: "settings")
        let pieces = [
            "\"", "'", "\\", "<", ">", "<!--", "-->", "<![CDATA[", "</", "/>", "&amp;", ":", ": ",
            "\n", "\r\n", "  ", "\t", "[", "]", "#", "=", "proxy", "\0", "é", "-", "${",
        ].map { [UInt8]($0) }
        for (file, text) in [
            (SettingsFile.yarnrc, "proxy \"http://h:1\"\nhttps-proxy http://h:2\n"),
            (.yarnrcYAML, "httpProxy: \"a\"\nnetworkSettings:\n  'x':\n    httpsProxy: b\n"),
            (.pnpmYAML, "httpsProxy: a\nproxy: 'b' # c\nnoProxy: \"d\"\n"),
            (.uvTOML, "http-proxy = \"a\"\nno-proxy = [\"b\"]\n[tool.uv]\nhttp-proxy = 'c'\n"),
            (.condarc, "proxy_servers:\n  http: a\n  https://h: b\n"),
            (.gradleProperties, "systemProp.http.proxyHost=h\nsystemProp.http.proxyPort\\: : 1\n"),
            (
                .mavenSettings,
                "<settings><!-- x --><proxies><proxy><host>h</host><port/></proxy></proxies></settings>"
            ),
        ] {
            for _ in 0..<1500 {
                let damaged = random.mutated([UInt8](text), pieces)
                let lines = damaged.count { $0 == 0x0A } + 1
                let target = Target([UInt8]("https://x"))
                for setting in file.settings(in: damaged, path: "f", for: target) {
                    #expect((1...lines).contains(setting.line), "\(damaged.shown)")
                }
            }
        }
    }

    @Test(
        arguments: [
            ("http://h:${PORT}", "http://h:7", "http://h:7"), ("${NONE}", "${NONE}", "${NONE}"),
            ("${NONE?}x", "x", "x"), ("${PORT?}", "7", "7"), ("${EMPTY}", "", ""),
            ("${NONE-a}", "${NONE-a}", "a"), ("${EMPTY-a}", "${EMPTY-a}", ""),
            ("${EMPTY:-a:b}", "${EMPTY:-a:b}", "a:b"), ("${PORT:-a}", "${PORT:-a}", "7"),
            ("$PORT ${PORT", "$PORT ${PORT", "$PORT ${PORT"), ("${}", "${}", "${}"),
            ("${PORT}${PORT}", "77", "77"),
        ])
    func `variables in values`(_ value: String, _ npm: String, _ yaml: String) {
        let environment = Environment(entries: ["PORT=7", "EMPTY="].map { [UInt8]($0) })
        for (takesFallback, wanted) in [(false, npm), (true, yaml)] {
            var reference = VariableReference(environment)
            let text = reference.expanded([UInt8](value), takesFallback: takesFallback)
            #expect(String(decoding: text ?? [], as: UTF8.self) == wanted)
        }
    }

    @Test func `variables make values no longer than a limit for all of them`() {
        let long = String(repeating: "x", count: 100_000)
        var reference = VariableReference(Environment(entries: [[UInt8]("LONG=\(long)")]))
        let once = reference.expanded([UInt8]("${LONG}"), takesFallback: false)
        #expect(once?.count == 100_000)
        #expect(reference.expandedDotEnv([UInt8]("$LONG$LONG")) == nil)
        #expect(reference.expandedDotEnv([UInt8]("$LONG"))?.count == 100_000)
        #expect(reference.expanded([UInt8]("${LONG}"), takesFallback: false) == nil)
        #expect(reference.expanded([UInt8]("plain"), takesFallback: false) == [UInt8]("plain"))
    }
}
