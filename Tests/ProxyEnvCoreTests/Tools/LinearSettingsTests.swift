import TestSupport
import Testing

@testable import ProxyEnvCore

/// Files of tools with their worst input: sixteen times as much of it takes sixteen times the work.
@Suite(.serialized) struct LinearSettingsTests {
    private static func check(_ one: LinearCase, _ sizes: Work.Sizes = .worst) {
        one.check(sizes)
    }

    private static let target = Target(Array("https://a.example.com/".utf8))

    private static let files: [(SettingsFile, Tool)] = [
        (.curlrc, .curl), (.wgetrc, .wget), (.npmrc, .npm), (.pnpmrc, .pnpm), (.pnpmYAML, .pnpm),
        (.yarnrc, .yarn), (.yarnrcYAML, .yarn), (.pipConf, .pip), (.uvTOML, .uv),
        (.condarc, .conda),
        (.codexEnvironment, .codex), (.geminiEnvironment, Tools.named([UInt8]("gemini")) ?? .curl),
        (.qwenSettings, .qwen), (.dockerDaemon, .docker), (.systemd("x.service"), .docker),
        (.claudeSettings, .claude), (.cargoConfig, .cargo),
        (.gradleProperties, .gradle), (.mavenSettings, Tools.named([UInt8]("mvn")) ?? .curl),
        (.mavenConfig, .mvn), (.mavenJVM, .mvn), (.gemrc, .gem), (.kubeconfig, .kubectl),
        (.aiderEnvironment, .aider),
    ]

    private static func explain(_ tool: Tool, _ settings: [ToolSetting], _ entries: [String] = []) {
        guard let target else { return }
        let environment = Environment(entries: entries.map { Array($0.utf8) })
        _ = Explainer(tool, environment, settings).routes(to: target)
    }

    // MARK: Files of tools

    @Test(arguments: files.map { $0.0 })
    func `a tool's file is read, and the way explained, in linear time`(_ file: SettingsFile) {
        guard let tool = Self.files.first(where: { $0.0 == file })?.1 else { return }
        for shape in LinearCase.shapes {
            Self.check(
                LinearCase(name: "\(file) \(shape.name)", head: shape.head, piece: shape.piece) {
                    let settings = file.settings(in: $0, path: "f", for: Self.target)
                    Self.explain(tool, settings)
                }, .sweep)
        }
    }

    @Test
    func `a tool's file of 1 MB of the worst input takes sixteen times as long as one of 64 KB`() {
        let cases: [(SettingsFile, Tool, String, @Sendable (Int) -> String)] = [
            (.npmrc, .npm, "https-proxy=", { _ in "${" }),
            (.yarnrcYAML, .yarn, "httpProxy: ", { _ in "${" }),
            (.pipConf, .pip, "[global]\nproxy=x\n", { _ in " a\n" }),
            (.npmrc, .npm, "", { _ in "noproxy=\n" }),
            (.curlrc, .curl, "", { "noproxy = \($0)\n" }),
            (.npmrc, .npm, "", { "noproxy[]=h\($0)\n" }),
        ]
        for (file, tool, head, piece) in cases {
            Self.check(
                LinearCase(name: "\(file)", head: head, piece: piece) { text in
                    let settings = file.settings(in: text, path: "f", for: Self.target)
                    var reference = VariableReference(Environment(entries: []))
                    let filled = settings.compactMap { setting in
                        reference.expanded(setting.value, takesFallback: true).map(setting.with)
                    }
                    Self.explain(tool, filled)
                })
        }
    }

    @Test func `settings that take others away are put together in linear time`() {
        Self.check(
            LinearCase(
                name: "npm, null", piece: { $0 % 2 == 0 ? "proxy=http://h:1\n" : "noproxy=\n" }
            ) {
                Self.explain(.npm, SettingsFile.npmrc.settings(in: $0, path: "f"))
            })
        Self.check(
            LinearCase(
                name: "claude, names", head: "{\"env\":{\"a\":\"b\"",
                piece: { ",\"N\($0)\":\"v\"" },
                tail: "}}"
            ) { Self.explain(.claude, SettingsFile.claudeSettings.settings(in: $0, path: "f")) })
        Self.check(
            LinearCase(name: "codex, names", piece: { "N\($0)=$HOME\n" }) {
                Self.explain(.codex, SettingsFile.codexEnvironment.settings(in: $0, path: "f"))
            })
        Self.check(
            LinearCase(name: "environment, npm's own", piece: { "npm_config-\($0)=null," }) {
                text in
                let entries =
                    text.split(separator: 0x2C).map { Array($0) }
                    + text.split(separator: 0x2C).map { _ in [UInt8]("npm_config_proxy=null") }
                guard let target = Self.target else { return }
                _ = Explainer(.npm, Environment(entries: entries), []).routes(to: target)
            })
    }

    @Test func `variables are put in in linear time, whatever names them`() {
        let environment = Environment(
            entries: (0..<2000).map { [UInt8]("V\($0)=x") } + [[UInt8]("LONG=\(Self.long)")])
        let pieces: [@Sendable (Int) -> String] = [
            { _ in "${" }, { _ in "${LONG}" }, { "${V\($0 % 2000)}" }, { "${NONE\($0)}" },
            { _ in "$" }, { _ in "${a-" }, { _ in "${a}" }, { _ in "\\$" }, { _ in "$LONG" },
        ]
        for (number, piece) in pieces.enumerated() {
            for tail in ["", "}"] {
                Self.check(
                    LinearCase(name: "reference \(number)\(tail)", piece: piece, tail: tail) {
                        text in
                        var reference = VariableReference(environment)
                        _ = reference.expanded(text, takesFallback: true)
                        _ = reference.expanded(text, takesFallback: false)
                        _ = reference.expandedDotEnv(text)
                    }, .sweep)
            }
        }
    }

    @Test func `many values get their variables in linear time`() {
        let environment = Environment(entries: [[UInt8]("LONG=\(Self.long)")])
        Self.check(
            LinearCase(name: "many values", piece: { _ in "k=${LONG}\n" }) { text in
                var reference = VariableReference(environment)
                for line in text.split(separator: 0x0A) {
                    _ = reference.expanded(Array(line), takesFallback: false)
                }
            })
    }

    private static let long = String(repeating: "x", count: 100_000)
}
