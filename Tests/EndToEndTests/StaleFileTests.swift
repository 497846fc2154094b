import ProxyEnvCore
import TestSupport
import Testing

/// What a tool that starts with a profile does beside a file of its own that names another, dead proxy: docs/stale-files.md.
@Suite struct StaleFileTests {
    /// A tool, and a file beside it.
    struct Case: CustomTestStringConvertible, Sendable {
        /// The tool's name.
        let tool: String
        /// The file, below the home folder; nothing where the tool has none that is known.
        var path = ""
        /// Its text.
        var text = ""
        /// What it is called in the documentation.
        var name = "none"
        /// The variables that lead to it.
        var variables: [String: String] = [:]

        var testDescription: String { "\(tool): \(name)" }
    }

    private static let dead = "http://127.0.0.1:1"
    private static let names = ["HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"]
    private static let variables = names.map { "\($0)=\(dead)\n" }.joined()
    private static let json =
        "{\"env\": {\(names.map { "\"\($0)\": \"\(dead)\"" }.joined(separator: ", "))}}\n"
    private static let npm = "proxy=\(dead)\nhttps-proxy=\(dead)\n"
    private static let pip = "[global]\nproxy = \(dead)\n"
    private static let uv = "http-proxy = '\(dead)'\nhttps-proxy = '\(dead)'\n"
    private static let java =
        "-Dhttp.proxyHost=127.0.0.1\n-Dhttp.proxyPort=1\n-Dhttps.proxyHost=127.0.0.1\n-Dhttps.proxyPort=1\n"
    private static let gradle = java.replacing("-Dhttp", with: "systemProp.http")
    private static let kube = """
        apiVersion: v1
        clusters:
        - cluster:
            extensions:
            - extension:
                provider: minikube.sigs.k8s.io
              name: cluster_info
            proxy-url: \(dead)
            server: https://k.example
          name: c
        contexts:
        - context:
            cluster: c
            user: u
          name: x
        current-context: x

        """

    /// The files, as `tool path`; `project/` is the folder in which the tool starts.
    private static let files: [(tools: [String], path: String, text: String)] = [
        (["codex"], ".codex/.env", variables), (["claude"], ".claude/settings.json", json),
        (["claude"], ".claude.json", json),
        (["claude"], "project/.claude/settings.local.json", json),
        (["gemini"], ".gemini/.env", variables), (["qwen"], ".qwen/.env", variables),
        (["gemini", "qwen"], "project/.env", variables),
        (["aider"], ".env", variables), (["aider"], "project/.env", variables),
        (["npm", "pnpm", "yarn-classic"], ".npmrc", npm),
        (["npm", "pnpm"], "project/.npmrc", npm),
        (["pnpm"], "project/.npmrc ", "http-proxy=\(dead)\n"),
        (["pnpm"], "project/pnpm-workspace.yaml", "httpsProxy: \(dead)\nhttpProxy: \(dead)\n"),
        (["yarn"], ".yarnrc.yml", "httpProxy: \(dead)\nhttpsProxy: \(dead)\n"),
        (["yarn-classic"], ".yarnrc", "proxy \"\(dead)\"\nhttps-proxy \"\(dead)\"\n"),
        (["pip", "pipx"], ".config/pip/pip.conf", pip), (["pip"], "venv/pip.conf", pip),
        (["uv"], "project/uv.toml", uv), (["uv"], ".config/uv/uv.toml", uv),
        (["uv"], "project/pyproject.toml", "[tool.uv]\n\(uv)"),
        (["conda"], ".condarc", "proxy_servers:\n  http: \(dead)\n  https: \(dead)\n"),
        (["curl"], ".curlrc", "proxy = \(dead)\n"),
        (["wget"], ".wgetrc", "http_proxy = \(dead)\nhttps_proxy = \(dead)\n"),
        (["wget"], ".wgetrc ", "http_proxy = \(dead)\n"),
        (["git", "cargo"], ".gitconfig", "[http]\n\tproxy = \(dead)\n"),
        (["git"], ".gitconfig ", "[http \"https://example.com\"]\n\tproxy = \(dead)\n"),
        (["cargo"], ".cargo/config.toml", "[http]\nproxy = '\(dead)'\n"),
        (
            ["apt"], "apt.conf",
            "Acquire::http::Proxy \"\(dead)\";\nAcquire::https::Proxy \"\(dead)\";\n"
        ),
        (
            ["mvn"], ".m2/settings.xml",
            "<settings><proxies><proxy><host>127.0.0.1</host><port>1</port></proxy></proxies></settings>\n"
        ),
        (["mvn"], "project/.mvn/maven.config", java), (["mvn"], "project/.mvn/jvm.config", java),
        (["gradle"], ".gradle/gradle.properties", gradle),
        (["gradle"], "project/gradle.properties", gradle),
        (["gem", "bundle"], ".gemrc", "http_proxy: \(dead)\n"), (["kubectl"], ".kube/config", kube),
    ]

    /// What more has to be said of a file in the documentation.
    private static let remarks = [
        "project/.npmrc ": "project/.npmrc, `http-proxy` alone",
        ".wgetrc ": ".wgetrc, `http_proxy` alone",
        ".gitconfig ": ".gitconfig, for one URL", "apt.conf": "apt.conf.d",
        "venv/pip.conf": "$VIRTUAL_ENV/pip.conf",
    ]

    /// Each tool, alone and with each of its files beside it.
    ///
    /// Node's two clients are one command.
    static let cases: [Case] = Tools.names.filter { $0 != "node-http" }.flatMap { tool in
        [Case(tool: tool)]
            + files.filter { $0.tools.contains(tool) }.map { file in
                let path = file.path.trimmingPrefix("project/")
                let shown = remarks[file.path] ?? "\(file.path)"
                var own = Case(
                    tool: tool, path: file.path.replacing(" ", with: ""), text: file.text,
                    name: path.count < file.path.count || shown != file.path && shown.first == "$"
                        ? shown.replacing("project/", with: "./")
                        : shown == "apt.conf.d" ? "/etc/apt/apt.conf.d" : "~/" + shown)
                if file.path == "apt.conf" { own.variables["APT_CONFIG"] = "HOME/apt.conf" }
                if file.path == "venv/pip.conf" { own.variables["VIRTUAL_ENV"] = "HOME/venv" }
                return own
            }
    }

    private static let profiles = ["http", "socks5h", "direct"]

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.http]
            url = "http://127.0.0.1:7890"
            [profiles.socks5h]
            url = "socks5h://127.0.0.1:7891"

            """)
        for folder in ["project", "project/.mvn", "project/.claude", "venv", "venv/bin"] {
            Files.makeFolder("\(sandbox.home)/\(folder)")
        }
        for folder in [
            ".codex", ".claude", ".gemini", ".qwen", ".config/pip", ".config/uv", ".cargo", ".m2",
            ".gradle",
            ".kube",
        ] { Files.makeFolder("\(sandbox.home)/\(folder)") }
        try sandbox.write("", to: "venv/bin/pip")
    }

    /// What becomes of the tool: the word for it in the table, and what was seen.
    private func fate(_ own: Case, _ profile: String) throws -> (word: String, seen: String) {
        let commands = ["yarn-classic": "yarnpkg", "node-fetch": "node"]
        let name = commands[own.tool] ?? own.tool
        // What asks git itself is answered by it.
        let real = Binary.find(name) ?? "/bin/false"
        // What these have their servers do.
        let word = ["docker", "ollama"].contains(name) ? "pull" : "start"
        try sandbox.install(
            name, "#!/bin/sh\n[ \"$1\" = \(word) ] && exec env -0\nexec \(real) \"$@\"\n")
        var variables: [String: String?] = [:]
        for (name, value) in own.variables {
            variables[name] = value.replacing("HOME", with: sandbox.home)
        }
        let outcome = try sandbox.run(
            "cd && cd project && proxyenv exec \(profile) -- \(name) \(word)", in: .bash,
            with: variables)
        if outcome.status != 0 {
            let isSaid = outcome.errorText.contains("proxyenv: ")
            return (isSaid ? "not started" : "silent", outcome.errorText)
        }
        var got: [String: String?] = variables
        for entry in outcome.variables.entries {
            let parts = entry.split(separator: UInt8(ascii: "="), maxSplits: 1)
            guard let name = parts.first else { continue }
            got[String(decoding: name, as: UTF8.self)] =
                parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
        }
        let wanted =
            ["http": "://127.0.0.1:7890", "socks5h": "://127.0.0.1:7891"][profile] ?? "direct"
        var seen = outcome.errorText
        var isWanted = !outcome.errorText.contains("does not reach it")
        for url in ["https://example.com/", "http://example.com/"] {
            let text = try sandbox.run(
                "cd && cd project && proxyenv explain \(own.tool) \(url)", in: .bash, with: got
            ).text
            seen += text
            let routes = text.split(separator: "\n").filter {
                $0.hasPrefix("  ") && !$0.hasPrefix("   ")
            }
            if routes.isEmpty || !routes.allSatisfy({ $0.hasSuffix(wanted) }) { isWanted = false }
        }
        if isWanted { return (profile == "direct" ? "direct" : "through", seen) }
        if name == "node", outcome.variables.text("NODE_USE_ENV_PROXY") == "1" {
            return ("by version", seen)
        }
        return (outcome.errorText.isEmpty ? "silent" : "said", seen)
    }

    @Test func `each tool goes through the profile, or it is said why not`() throws {
        var lines: [String] = []
        for own in Self.cases {
            if own.tool == "git" || own.path == ".gitconfig" { _ = try Binary.require("git") }
            if own.tool == "apt" { _ = try Binary.require("apt-config") }
            if !own.path.isEmpty { try sandbox.write(own.text, to: own.path) }
            var words: [String] = []
            for profile in Self.profiles {
                let (word, seen) = try fate(own, profile)
                #expect(word != "silent", "\(own.testDescription), \(profile): \(seen)")
                words.append(word)
            }
            if !own.path.isEmpty {
                _ = try sandbox.run("cd && rm \(own.path)", in: .bash)
            }
            let name = own.path.isEmpty ? own.name : "`\(own.name.replacing("`", with: ""))`"
            lines.append("| \(own.tool) | \(name) | \(words.joined(separator: " | ")) |")
        }
        // This file lies two folders below the repository's own.
        let page =
            "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
            + "/docs/stale-files.md"
        let text = String(decoding: Sandbox.content(of: page) ?? [], as: UTF8.self)
        let listed = text.split(separator: "\n").map { String($0) }
            .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| tool") && !$0.hasPrefix("| -") }
        #expect(listed == lines, "\(lines.joined(separator: "\n"))")
    }

    @Test(arguments: [
        (
            "git", "-c http.lowSpeedLimit=1 -c http.lowSpeedTime=3 ls-remote -q http://x.invalid/a",
            ".gitconfig", "[http]\n\tproxy = DEAD\n"
        ),
        (
            "pip", "download --retries 0 --timeout 3 -i https://x.invalid/simple a",
            ".config/pip/pip.conf",
            "[global]\nproxy = DEAD\n"
        ),
        (
            "npm", "view a --fetch-retries=0 --fetch-timeout=3000 --registry=http://x.invalid/",
            ".npmrc",
            "proxy=DEAD\nhttps-proxy=DEAD\n"
        ),
    ])
    func `the real tool goes through the profile beside its stale file`(
        _ tool: String, _ words: String, _ file: String, _ text: String
    ) throws {
        let (stale, listener) = try meet(tool, words, file, text)
        #expect(listener.takeConnections() > 0)
        #expect(stale.takeConnections() == 0)
    }

    @Test(arguments: [
        ("curl", "-s -m 5 http://x.invalid/", ".curlrc", "proxy = DEAD\n"),
        ("wget", "-q -t 1 -T 5 -O - http://x.invalid/", ".wgetrc", "http_proxy = DEAD\n"),
        ("kubectl", "version --request-timeout=2s", ".kube/config", "KUBE"),
    ])
    func `the real tool goes where its file leads, and that is said`(
        _ tool: String, _ words: String, _ file: String, _ text: String
    ) throws {
        let (stale, listener) = try meet(tool, words, file, text)
        #expect(stale.takeConnections() > 0)
        #expect(listener.takeConnections() == 0)
    }

    /// Runs the real tool beside its file; which of the two proxies it asks is seen then.
    private func meet(
        _ tool: String, _ words: String, _ file: String, _ text: String
    ) throws -> (stale: Listener, proxy: Listener) {
        let real = try Binary.require(tool)
        let (stale, proxy) = (try Listener(), try Listener())
        let dead = "http://127.0.0.1:\(stale.port)"
        try sandbox.write(
            text.replacing("DEAD", with: dead)
                .replacing("KUBE", with: Self.kube.replacing(Self.dead, with: dead)), to: file)
        let outcome = try Runner(
            arguments: [
                "/bin/sh", "-c",
                "cd && exec proxyenv exec 127.0.0.1:\(proxy.port) -- \(real) \(words)",
            ].map { Array($0.utf8) }, environment: sandbox.entries(), limit: 30
        ).run()
        if text.hasPrefix("[") || text.hasPrefix("proxy=") {
            #expect(!outcome.errorText.contains("beats profile"), "\(outcome.errorText)")
        } else {
            #expect(outcome.errorText.contains(" beats profile "), "\(outcome.errorText)")
        }
        return (stale, proxy)
    }
}
