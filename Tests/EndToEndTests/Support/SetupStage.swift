import Glibc
import Testing

/// A home folder for `setup`, with a proxy that answers and stand-ins for commands.
final class SetupStage {
    let sandbox: Sandbox
    private let proxy: RealProxy

    /// A stage in which the file has a profile `office`, whose proxy answers, and `codex` and `other` tell what they were given.
    init() throws {
        sandbox = try Sandbox()
        proxy = try RealProxy(.tinyproxy, in: sandbox)
        try sandbox.write(
            "# mine\n[profiles.office]\nurl = \"\(url)\"\n", to: ".config/proxyenv/config.toml")
        for name in ["codex", "other"] { try sandbox.installTeller(name) }
    }

    /// The proxy.
    var url: String { "http://127.0.0.1:\(proxy.port)" }

    /// What `codex` tells that went through its wrapper.
    var proxied: String { "codex office \(url)" }

    /// The environment: no tools but the stand-ins and the system's, and nothing of the terminal from which the tests are run.
    func changes(_ more: [String: String?] = [:]) -> [String: String?] {
        ["PATH": "\(sandbox.home)/bin:/usr/bin:/bin", "SHELL": nil, "ENV": nil].merging(more) { $1 }
    }

    /// Runs `setup` for `shell`.
    func setup(
        _ shell: String, _ words: String..., with more: [String: String?] = [:]
    ) throws -> Outcome {
        try Runner(
            arguments: ([sandbox.program, "setup", "--shell", shell] + words).map {
                Array($0.utf8)
            }, environment: sandbox.entries(changes(more))
        ).run()
    }

    /// Takes out what was put in.
    func undo(_ words: String..., with more: [String: String?] = [:]) throws -> Outcome {
        try Runner(
            arguments: ([sandbox.program, "setup", "--undo"] + words).map { Array($0.utf8) },
            environment: sandbox.entries(changes(more))
        ).run()
    }

    /// All files and folders of the home folder but caches and what the proxy writes, each as its kind, its mode, and its bytes.
    func snapshot() throws -> [String] {
        let script = """
            cd "$HOME"; find . -path ./.cache -prune -o -path ./tmp -prune -o -path './.local/share*' -prune \
            -o -path './.config/fish/fish_variables' -prune -o -path './served.log' -prune -o -print |
            LC_ALL=C sort | while IFS= read -r name; do
                [ "$name" = ./.local ] && continue
                printf '%s %s' "$name" "$(stat -c '%F %a' "$name")"
                [ -L "$name" ] && printf ' %s' "$(readlink "$name")"
                [ -f "$name" ] && printf ' %s' "$(cksum < "$name")"
                echo
            done
            """
        return try Runner(
            arguments: ["/bin/sh", "-c", script].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run().lines
    }

    /// What `codex` and `other` tell in a new `shell` on a terminal.
    func told(in shell: String, with more: [String: String?] = [:]) throws -> String {
        let terminal = try Pseudoterminal(
            [Binary.require(shell), "-l", "-i"], environment: sandbox.entries(changes(more)))
        try terminal.run("true")
        return try terminal.run("codex; other")
    }
}
