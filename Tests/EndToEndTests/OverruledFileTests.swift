import TestSupport
import Testing

/// What a command that starts with a profile gets against the files of its own that name another proxy, or what is said then.
@Suite struct OverruledFileTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.clash]
            url = "http://127.0.0.1:7890"
            no-proxy = ["mine.example"]

            """)
        for tool in ["pip", "python3", "wget", "java", "mvn"] {
            try sandbox.install(tool, "#!/bin/sh\nexec env -0\n")
        }
    }

    private static let stale = "http://127.0.0.1:1"
    private static let own = "http://127.0.0.1:7890"

    /// What git has for `key` where `exec` starts it in the folder `repository` of the home folder.
    private func git(
        _ key: String, profile: String = "clash", with variables: [String: String?] = [:]
    ) throws -> String {
        try sandbox.run(
            "cd && cd repository && proxyenv exec \(profile) -- git config \(key) && echo .",
            in: .bash, with: variables
        ).text
    }

    @Test func `git's keys of a URL and a remote are overruled, whatever file they stand in`()
        throws
    {
        _ = try Binary.require("git")
        try sandbox.write(
            "[http \"https://*.x.org\"]\n\tproxy = \(Self.stale)\n[include]\n\tpath = more\n",
            to: ".gitconfig")
        try sandbox.write("[http \"https://y.org/a\"]\n\tproxy =\n", to: "more")
        _ = try sandbox.run(
            "cd && git init -q repository && cd repository && git config remote.a.proxy \(Self.stale)",
            in: .bash)
        for (key, value) in [
            ("--get-urlmatch http.proxy https://z.x.org/", Self.own),
            ("--get-urlmatch http.proxy https://y.org/a/b", Self.own), ("remote.a.proxy", Self.own),
            ("http.proxy", Self.own),
        ] {
            #expect(try git(key) == value + "\n.\n")
            #expect(try git(key, profile: "direct") == "\n.\n")
        }
        let given = ["GIT_CONFIG_PARAMETERS": "'http.proxy'='\(Self.stale)'"]
        #expect(try git("http.proxy", with: given) == Self.own + "\n.\n")
    }

    @Test func `pip's [install] goes before [global], whichever file has it`() throws {
        Files.makeFolder(sandbox.home + "/.pip")
        Files.makeFolder(sandbox.home + "/.config/pip")
        try sandbox.write("[install]\nproxy = http://i:1\n", to: ".pip/pip.conf")
        try sandbox.write("[global]\nproxy = http://g:1\n", to: ".config/pip/pip.conf")
        let outcome = try sandbox.proxyenv("explain", "pip", "https://pypi.org/")
        #expect(
            outcome.text.contains("http://i:1\n    decided by ~/.pip/pip.conf:2"), "\(outcome.text)"
        )
    }

    @Test(arguments: [("gemini", "http://h:1"), ("codex", "direct")])
    func `a # without a blank begins a comment for Node's dotenv alone`(
        _ tool: String, _ route: String
    ) throws {
        Files.makeFolder("\(sandbox.home)/.\(tool)")
        try sandbox.write(
            "HTTPS_PROXY=http://h:1\nNO_PROXY=a#b,example.com\n", to: ".\(tool)/.env")
        let outcome = try sandbox.proxyenv("explain", tool, "https://example.com/")
        #expect(outcome.text.contains(" \(route)\n"), "\(outcome.text)")
    }

    @Test func `of a kubeconfig nothing is said where an option names another cluster`() throws {
        Files.makeFolder(sandbox.home + "/.kube")
        try sandbox.write(
            "clusters:\n- cluster:\n    proxy-url: http://f:1\n    server: https://k.example\n  name: c\n"
                + "contexts:\n- context:\n    cluster: c\n  name: x\ncurrent-context: x\n",
            to: ".kube/config")
        try sandbox.installTeller("kubectl")
        let plain = try sandbox.proxyenv("exec", "clash", "kubectl", "get")
        #expect(plain.errorText.contains("beats profile clash"), "\(plain.errorText)")
        for option in ["--context", "--kubeconfig=/x"] {
            let other = try sandbox.proxyenv("exec", "clash", "kubectl", option, "b")
            #expect(!other.errorText.contains("beats profile"), "\(other.errorText)")
        }
    }

    @Test(arguments: [("gemini", ".gemini", true), ("codex", ".codex", false)])
    func `a quote that never ends takes what follows from codex alone`(
        _ tool: String, _ folder: String, _ isRead: Bool
    ) throws {
        Files.makeFolder("\(sandbox.home)/\(folder)")
        try sandbox.write("A='it\nHTTPS_PROXY=http://p:1\n", to: "\(folder)/.env")
        let outcome = try sandbox.proxyenv("explain", tool, "https://example.com/")
        #expect(outcome.text.contains("http://p:1\n") == isRead, "\(outcome.text)")
    }

    @Test func `python -m pip gets what pip gets, also for a virtual environment's file`() throws {
        Files.makeFolder("\(sandbox.home)/venv")
        Files.makeFolder("\(sandbox.home)/venv/bin")
        try sandbox.write("", to: "venv/bin/pip")
        try sandbox.write("[global]\nproxy = \(Self.stale)\n", to: "venv/pip.conf")
        let venv = ["VIRTUAL_ENV": "\(sandbox.home)/venv"]
        let outcome = try sandbox.proxyenv(
            "exec", "clash", "python3", "-m", "pip", "list", with: venv)
        #expect(outcome.variables.text("PIP_PROXY") == Self.own)
        let other = try sandbox.proxyenv("exec", "clash", "python3", "-m", "venv", with: venv)
        #expect(other.variables["PIP_PROXY"] == nil)
        let direct = try sandbox.proxyenv("exec", "direct", "pip", with: venv)
        #expect(direct.errorText.contains("~/venv/pip.conf:2 (proxy) beats profile direct"))
    }

    @Test func `an exemption in wget's file is said`() throws {
        try sandbox.write("no_proxy = .x.org\n", to: ".wgetrc")
        #expect(
            try sandbox.proxyenv("exec", "clash", "wget").errorText
                == "proxyenv: ~/.wgetrc:1 (no_proxy) beats profile clash: to www.x.org wget goes without a proxy; take that out\n"
        )
        try sandbox.write("no_proxy = mine.example\n", to: ".wgetrc")
        #expect(try sandbox.proxyenv("exec", "clash", "wget").errorText == "")
    }

    @Test func `properties in variables that go before java's own are taken out`() throws {
        let old = [
            "JDK_JAVA_OPTIONS": "-Dhttps.proxyHost=old -Xmx1g",
            "_JAVA_OPTIONS": "-Dhttps.proxyHost=old",
        ]
        for tool in ["java", "mvn"] {
            let outcome = try sandbox.proxyenv("exec", "clash", tool, with: old)
            #expect(outcome.variables.text("JDK_JAVA_OPTIONS") == "-Xmx1g")
            #expect(outcome.variables["_JAVA_OPTIONS"] == nil)
        }
    }

    @Test func `the file of Maven's installation is said`() throws {
        for folder in ["maven", "maven/bin", "maven/conf"] {
            Files.makeFolder("\(sandbox.home)/\(folder)")
        }
        try sandbox.write(Array("#!/bin/sh\n".utf8), to: "maven/bin/mvn", mode: 0o755)
        try sandbox.write(
            "<settings><proxies><proxy><host>h</host><port>1</port></proxy></proxies></settings>\n",
            to: "maven/conf/settings.xml")
        let outcome = try sandbox.run(
            "PATH=~/maven/bin:$PATH proxyenv exec clash -- mvn", in: .bash)
        #expect(
            outcome.errorText.contains(
                "~/maven/conf/settings.xml:1 (proxies.proxy) beats profile clash"),
            "\(outcome.errorText)")
    }

    /// What `proxyenv \(words)` prints and says in the folder `project` of the home folder, in which `file` holds `text`.
    private func inProject(
        _ words: String, _ file: String, _ text: String, with variables: [String: String?] = [:]
    ) throws -> Outcome {
        for folder in ["project", "project/.mvn"] { Files.makeFolder("\(sandbox.home)/\(folder)") }
        try sandbox.write(text, to: "project/\(file)")
        return try sandbox.run(
            "cd && cd project && proxyenv \(words)", in: .bash, with: variables)
    }

    @Test(arguments: [
        ("MAVEN_OPTS", "jvm.config", "MAVEN_OPTS"),
        ("_JAVA_OPTIONS", "jvm.config", "_JAVA_OPTIONS"),
        ("JDK_JAVA_OPTIONS", "jvm.config", ".mvn/jvm.config:1 (https.proxyHost)"),
        ("JAVA_TOOL_OPTIONS", "jvm.config", ".mvn/jvm.config:1 (https.proxyHost)"),
        ("_JAVA_OPTIONS", "maven.config", ".mvn/maven.config:1 (https.proxyHost)"),
    ])
    func `java's options in the project's .mvn have their place among the variables`(
        _ variable: String, _ file: String, _ decides: String
    ) throws {
        let outcome = try inProject(
            "explain mvn https://x.org", ".mvn/\(file)",
            "-Dhttps.proxyHost=f -Dhttps.proxyPort=1\n",
            with: [variable: "-Dhttps.proxyHost=v -Dhttps.proxyPort=1"])
        #expect(outcome.text.contains("decided by "), "\(outcome.text)")
        #expect(outcome.text.contains(decides), "\(outcome.text)")
        let host = decides.hasPrefix(".") ? "f" : "v"
        #expect(outcome.text.contains("\n  http://\(host):1\n"), "\(outcome.text)")
    }

    @Test(arguments: [
        "-D https.proxyHost=f\n", "--define\nhttps.proxyHost=f\n", "\"-Dhttps.proxyHost=f\"\n",
    ])
    func `maven.config is said, in each of its forms`(_ text: String) throws {
        let outcome = try inProject("exec clash -- mvn", ".mvn/maven.config", text)
        #expect(
            outcome.errorText.contains(" (https.proxyHost) beats profile clash: mvn goes through "),
            "\(outcome.errorText)")
    }

    @Test func `jvm.config is overruled, also by no proxy`() throws {
        let text = "-Dhttps.proxyHost=f -Dhttps.proxyPort=1\n"
        for profile in ["clash", "direct"] {
            let outcome = try inProject("exec \(profile) -- mvn", ".mvn/jvm.config", text)
            #expect(outcome.errorText == "")
        }
        let route = try inProject("explain mvn https://x.org", ".mvn/jvm.config", text).text
        #expect(route.contains("\n  http://f:1\n"), "\(route)")
        let direct = try inProject(
            "explain mvn https://x.org", ".mvn/jvm.config", text,
            with: ["MAVEN_OPTS": "-Dhttps.proxyHost="]
        ).text
        #expect(direct.contains("\n  direct\n"), "\(direct)")
    }

    @Test(arguments: ["-s\nmine.xml\n", "-smine.xml\n", "--settings=mine.xml\n", "-gs mine.xml\n"])
    func `the settings that maven.config names are read in the place of the others`(
        _ text: String
    ) throws {
        try sandbox.write("", to: "x")
        Files.makeFolder("\(sandbox.home)/.m2")
        let settings =
            "<settings><proxies><proxy><host>h</host><port>1</port></proxy></proxies></settings>\n"
        if !text.hasPrefix("-g") {
            try sandbox.write(
                settings.replacing("<port>1", with: "<port>2"), to: ".m2/settings.xml")
        }
        _ = try inProject("--version", "mine.xml", settings)
        let outcome = try inProject("explain mvn https://x.org", ".mvn/maven.config", text)
        #expect(outcome.text.contains("\n  http://h:1\n"), "\(outcome.text)")
        #expect(outcome.text.contains("mine.xml:1 (proxies.proxy)"), "\(outcome.text)")
    }

    @Test func `a file that names a proxy for plain URLs alone is said for these`() throws {
        try sandbox.write("http_proxy = http://f:1\n", to: ".wgetrc")
        #expect(
            try sandbox.proxyenv("exec", "clash", "wget").errorText
                == "proxyenv: ~/.wgetrc:1 (http_proxy) beats profile clash: to http:// URLs wget goes through http://f:1; take that out\n"
        )
    }

    @Test(arguments: [
        ("no_proxy = x.org\n", "http://x.org", "direct"),
        ("no_proxy = x.org\nno_proxy = y.org\n", "http://x.org", "direct"),
        ("no_proxy = y.org\n", "http://a.example", "direct"),
        ("no_proxy =\n", "http://a.example", "http://h:1"),
        ("no_proxy = y.org\n", "http://b.example", "http://h:1"),
    ])
    func `wget's lists of exemptions add up, and an empty one takes them away (Wget 1.21.3, tried)`(
        _ file: String, _ url: String, _ route: String
    ) throws {
        try sandbox.write(file, to: ".wgetrc")
        let variables = ["http_proxy": "http://h:1", "no_proxy": "a.example"]
        let outcome = try sandbox.proxyenv("explain", "wget", url, with: variables)
        #expect(outcome.text.contains("\n  \(route)\n"), "\(outcome.text)")
    }
}
