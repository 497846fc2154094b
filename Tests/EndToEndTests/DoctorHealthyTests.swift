import Testing

/// Set-ups that people have and in which nothing is wrong: `doctor` finds no problem in them.
@Suite struct DoctorHealthyTests {
    /// A set-up; PORT, SOCKS, ORIGIN and HOME stand for what they are in the test.
    struct SetUp: CustomTestStringConvertible, Sendable {
        /// What it is called in the documentation.
        let name: String
        /// What `doctor` is asked about.
        let words: String
        /// `NAME=VALUE` besides or in the place of what `bare` says; `-NAME` takes one away.
        var variables: [String] = []
        /// Whether there are no proxy variables besides.
        var bare = false
        /// The files: a path below the home folder, and the text.
        var files: [String: String] = [:]

        var testDescription: String { "\(name): \(words)" }
    }

    private static let url = "http://127.0.0.1:PORT"
    private static let gnome = [
        "http_proxy=\(url)/", "https_proxy=\(url)/", "HTTP_PROXY=\(url)/", "HTTPS_PROXY=\(url)/",
        "all_proxy=socks://127.0.0.1:SOCKS/", "ALL_PROXY=socks://127.0.0.1:SOCKS/",
        "no_proxy=localhost,127.0.0.0/8,::1", "NO_PROXY=localhost,127.0.0.0/8,::1",
    ]

    /// The set-ups; docs/healthy.md lists them by their names.
    static let setUps: [SetUp] =
        ["codex", "claude", "pip", "curl", "npm"].map {
            SetUp(
                name: "a GNOME desktop with an HTTP and a SOCKS proxy", words: $0, variables: gnome)
        }
        + [
            SetUp(
                name: "v2rayN's lines, with SOCKS for everything else", words: "codex",
                variables: [
                    "all_proxy=socks5://127.0.0.1:SOCKS", "ALL_PROXY=socks5://127.0.0.1:SOCKS",
                ]),
            SetUp(
                name: "Clash's lines, with SOCKS for everything else", words: "claude",
                variables: [
                    "all_proxy=socks5://127.0.0.1:SOCKS", "ALL_PROXY=socks5://127.0.0.1:SOCKS",
                ]),
            SetUp(
                name: "a slash at the end of one spelling", words: "codex",
                variables: ["https_proxy=\(url)/"]),
            SetUp(
                name: "the name in capitals", words: "curl",
                variables: ["https_proxy=HTTP://127.0.0.1:PORT"]),
            SetUp(
                name: "lower case alone", words: "curl",
                variables: ["-HTTP_PROXY", "-HTTPS_PROXY", "-NO_PROXY"]),
            SetUp(
                name: "capitals alone", words: "codex",
                variables: ["-http_proxy", "-https_proxy", "-no_proxy"]),
            SetUp(
                name: "a user name and a password, percent-encoded", words: "codex",
                variables: [
                    "HTTPS_PROXY=http://me:a%40b@127.0.0.1:PORT",
                    "https_proxy=http://me:a%40b@127.0.0.1:PORT",
                ]),
            SetUp(
                name: "a company's list of exemptions", words: "codex",
                variables: [
                    "no_proxy=localhost,127.0.0.1,::1,.corp.example,10.0.0.1",
                    "NO_PROXY=localhost,127.0.0.1,::1,.corp.example,10.0.0.1",
                ]),
            SetUp(
                name: "variables of other programs beside", words: "codex",
                variables: [
                    "GOPROXY=https://goproxy.io,direct", "KUBE_PROXY=http://127.0.0.1:1",
                    "RSYNC_PROXY=127.0.0.1:1",
                ]),
            SetUp(
                name: "codex's own file with the same proxy", words: "codex",
                files: [".codex/.env": "HTTPS_PROXY=\(url)\nHTTP_PROXY=\(url)\n"]),
            SetUp(
                name: "codex's own file, and nothing in the environment", words: "codex",
                bare: true,
                files: [
                    ".codex/.env":
                        "HTTPS_PROXY=\(url)\nhttps_proxy=\(url)\nNO_PROXY=localhost,127.0.0.1,::1\nno_proxy=localhost,127.0.0.1,::1\n"
                ]),
            SetUp(
                name: "claude's settings with the same proxy", words: "claude",
                files: [
                    ".claude/settings.json":
                        "{\"env\": {\"HTTPS_PROXY\": \"\(url)\", \"https_proxy\": \"\(url)\"}}\n"
                ]),
            SetUp(
                name: "claude's settings, and nothing in the environment", words: "claude",
                bare: true,
                files: [
                    ".claude/settings.json":
                        "{\"env\": {\"HTTPS_PROXY\": \"\(url)\", \"NO_PROXY\": \"localhost,127.0.0.1,::1\"}}\n"
                ]),
            SetUp(
                name: "certificates in claude's settings", words: "claude",
                variables: ["-NODE_EXTRA_CA_CERTS", "-SSL_CERT_FILE"],
                files: [
                    ".claude/settings.json":
                        "{\"env\": {\"NODE_EXTRA_CA_CERTS\": \"HOME/ca.pem\"}}\n"
                ]),
            SetUp(
                name: "a gateway behind the proxy", words: "claude",
                variables: ["ANTHROPIC_BASE_URL=https://api.openai.com"]),
            SetUp(
                name: "a relay on this machine", words: "claude",
                variables: ["ANTHROPIC_BASE_URL=https://localhost:ORIGIN"]),
            SetUp(
                name: "a relay on this machine, and no proxy", words: "claude",
                variables: ["ANTHROPIC_BASE_URL=https://localhost:ORIGIN"], bare: true),
            SetUp(
                name: "a provider on this machine, and no proxy", words: "codex", bare: true,
                files: [
                    ".codex/config.toml":
                        "model_provider = 'mine'\n[model_providers.mine]\nbase_url = 'https://localhost:ORIGIN/v1'\n"
                ]),
            SetUp(
                name: "a provider on this machine, beside a proxy", words: "codex",
                files: [
                    ".codex/config.toml":
                        "model_provider = 'mine'\n[model_providers.mine]\nbase_url = 'https://localhost:ORIGIN/v1'\n"
                ]),
            SetUp(
                name:
                    "a provider behind the proxy",
                words: "codex",
                files: [
                    ".codex/config.toml":
                        "model_provider = 'gw'\n[model_providers.gw]\nbase_url = 'https://api.anthropic.com/v1'\n"
                ]),
            SetUp(
                name: "npm's file with the same proxy", words: "npm",
                files: [".npmrc": "proxy=\(url)\nhttps-proxy=\(url)\n"]),
            SetUp(
                name: "curl's file with the same proxy", words: "curl",
                files: [".curlrc": "proxy = \(url)\n"]),
            SetUp(
                name: "git's file with the same proxy", words: "git",
                files: [".gitconfig": "[http]\n\tproxy = \(url)\n"]),
            SetUp(
                name: "a virtual environment", words: "pip",
                variables: ["VIRTUAL_ENV=HOME/venv"]),
            SetUp(
                name: "a registry in one's own network", words: "npm",
                variables: ["npm_config_registry=https://localhost:ORIGIN/"]),
            SetUp(
                name: "SOCKS with names looked up by the proxy", words: "curl",
                variables: [
                    "HTTPS_PROXY=socks5h://127.0.0.1:SOCKS",
                    "https_proxy=socks5h://127.0.0.1:SOCKS",
                ]),
            SetUp(
                name: "a proxy in claude's settings, a slip in the environment", words: "claude",
                variables: ["HTTPS_PORXY=http://127.0.0.1:1"], bare: true,
                files: [
                    ".claude/settings.json":
                        "{\"env\": {\"HTTPS_PROXY\": \"\(url)\", \"NO_PROXY\": \"localhost,127.0.0.1,::1\"}}\n"
                ]),
            SetUp(
                name: "a proxy in claude's settings, and another shell's view", words: "claude",
                variables: ["PROXYENV_SHELL_VIEW=zsh/1 set:https_proxy"], bare: true,
                files: [
                    ".claude/settings.json":
                        "{\"env\": {\"HTTPS_PROXY\": \"\(url)\", \"NO_PROXY\": \"localhost,127.0.0.1,::1\"}}\n"
                ]),
            SetUp(
                name: "exemptions in claude's settings, the proxy in the environment",
                words: "claude",
                variables: ["-no_proxy", "-NO_PROXY"],
                files: [
                    ".claude/settings.json":
                        "{\"env\": {\"NO_PROXY\": \"localhost,127.0.0.1,::1\"}}\n"
                ]),
            SetUp(
                name: "NODE_USE_ENV_PROXY for Node's programs", words: "claude",
                variables: ["NODE_USE_ENV_PROXY=1"]),
        ]

    private let stage: DoctorStage

    init() throws {
        stage = try DoctorStage()
        try stage.configure(rule: false)
        for name in ["curl", "npm", "pip"] {
            let version = [
                "curl": "curl 8.5.0", "npm": "11.0.0", "pip": "pip 24.0 from /x (python 3.11)",
            ]
            try stage.sandbox.install(name, "#!/bin/sh\necho '\(version[name] ?? "1.0")'\n")
        }
        Files.makeFolder("\(stage.sandbox.home)/.claude")
    }

    private func filled(_ text: String) -> String {
        text.replacing("PORT", with: "\(stage.world.http)")
            .replacing("SOCKS", with: "\(stage.world.socks)")
            .replacing("ORIGIN", with: "\(stage.world.origin)")
            .replacing("HOME", with: stage.sandbox.home)
    }

    @Test(arguments: setUps)
    func `nothing is wrong, and nothing is said to be`(_ setUp: SetUp) throws {
        var variables: [String: String?] = setUp.bare ? [:] : stage.exported(filled(Self.url))
        for name in [
            "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "PIP_CERT",
            "GIT_SSL_CAINFO",
        ] {
            variables[name] = stage.world.authority
        }
        for entry in setUp.variables {
            if entry.hasPrefix("-") {
                variables[String(entry.dropFirst())] = .some(nil)
            } else {
                let parts = entry.split(separator: "=", maxSplits: 1)
                variables[String(parts[0])] = filled(String(parts[1]))
            }
        }
        for (path, text) in setUp.files { try stage.sandbox.write(filled(text), to: path) }
        let answer = try stage.doctor(
            setUp.words.split(separator: " ").map { String($0) }, variables)
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(answer.status == 0 && answer.text.contains("\"verdict\""), "\(answer.text)")
        #expect(!answer.text.contains("\"problem\""), "\(answer.text)")
    }

    @Test func `the documentation lists these set-ups`() throws {
        var rows: [(name: String, words: [String])] = []
        for setUp in Self.setUps {
            if rows.last?.name == setUp.name {
                rows[rows.count - 1].words.append(setUp.words)
            } else {
                rows.append((setUp.name, [setUp.words]))
            }
        }
        let lines = rows.map { "| \($0.name) | \($0.words.joined(separator: ", ")) |" }
        // This file lies two folders below the repository's own.
        let repository = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = try Runner(
            arguments: ["/bin/cat", "\(repository)/docs/healthy.md"].map { Array($0.utf8) },
            environment: []
        ).run().text
        let listed = page.split(separator: "\n").map { String($0) }
            .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| what") && !$0.hasPrefix("| -") }
        #expect(listed == lines, "\(lines.joined(separator: "\n"))")
    }
}
