import Testing

/// `use` and `off` in real shells: what a child of the shell then sees, byte for byte.
@Suite struct UseTests {
    /// A file with one profile that gives V0, V1 … these values.
    private static func config(_ values: [String]) -> String {
        let pairs = values.enumerated().map { "V\($0) = \"\(escaped($1))\"" }
        return """
            default = "p"
            [profiles.p]
            url = "http://127.0.0.1:11"
            env = { \(pairs.joined(separator: ", ")) }
            [profiles.q]
            url = "http://127.0.0.1:12"
            [profiles.none]
            url = "http://127.0.0.1:13"
            no-proxy-inherit = false

            """
    }

    /// `text` as it stands between the quotes of a string of TOML.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }.joined()
    }

    /// Values that a shell would do something to.
    static let nasty: [String] = [
        "'", "''", "\"", "\\", "a\\", "\\\\", "\\'", "$(touch canary)", "`touch canary`",
        "'; touch canary; '", "\"; touch canary; \"", "$HOME", "${HOME}", "!", "!!", "a\nb",
        "\n", "a\n", "\t", " a  b ", "*", "?[a-z]", "~", "#x", "a;b", "&", "|", ">canary", "(", ")",
        "{a,b}", "=ls", "^a^b", "%", "\u{2018}\u{2019}\u{201A}\u{201B}", "é", "\u{1F600}",
        "\u{1}\u{7F}\u{1B}[31m", "-n", "--", "\\n", "\\x41", "a\rb", "@", "a=b", "",
    ]

    @Test(arguments: RealShell.allCases, [false, true])
    func `values that a shell would do something to arrive as they are`(
        _ shell: RealShell, _ hasHook: Bool
    ) throws {
        let sandbox = try Sandbox(Self.config(Self.nasty))
        let use = hasHook ? "\(shell.loadingHook)\nproxyenv use p" : shell.evaluating("use p")
        let outcome = try sandbox.run("cd \(sandbox.home)\n\(use)\nenv -0", in: shell)
        for (number, value) in Self.nasty.enumerated() {
            #expect(outcome.variables["V\(number)"] == Array(value.utf8))
        }
        #expect(outcome.variables.text("PROXYENV_ACTIVE") == "p")
        #expect(outcome.errorText.isEmpty)
        #expect(!sandbox.has("canary"))
    }

    @Test(arguments: RealShell.allCases)
    func `use sets the same with the hook as without`(_ shell: RealShell) throws {
        let sandbox = try Sandbox(Self.config(["x"]))
        let plain = try sandbox.run("\(shell.evaluating("use p"))\nenv -0", in: shell)
        let hooked = try sandbox.run("\(shell.loadingHook)\nproxyenv use p\nenv -0", in: shell)
        #expect(hooked.variables.stable == plain.variables.stable)
    }

    @Test(arguments: RealShell.allCases)
    func `off puts back values, empty ones and absent ones exactly`(_ shell: RealShell) throws {
        let sandbox = try Sandbox(Self.config(Self.nasty))
        var changes: [String: String?] = [
            "http_proxy": "", "NO_PROXY": "a.example", "ALL_PROXY": "socks5://x:1",
        ]
        for (number, value) in Self.nasty.enumerated() where number % 2 == 0 {
            changes["V\(number)"] = value
        }
        for loading in ["true", shell.loadingHook] {
            let script = """
                cd \(sandbox.home)
                \(loading)
                \(shell.evaluating("use p"))
                \(shell.evaluating("use q"))
                \(shell.evaluating("use p"))
                \(shell.evaluating("off"))
                env -0
                """
            let outcome = try sandbox.run(script, in: shell, with: changes)
            let before = try sandbox.run("cd \(sandbox.home)\nenv -0", in: shell, with: changes)
            #expect(outcome.variables.stable == before.variables.stable)
            #expect(outcome.variables["http_proxy"] == [])
            #expect(outcome.variables["HTTPS_PROXY"] == nil)
            #expect(outcome.errorText.isEmpty)
        }
        #expect(!sandbox.has("canary"))
    }

    @Test(arguments: RealShell.posix)
    func `bytes that are no text come back with off`(_ shell: RealShell) throws {
        let sandbox = try Sandbox(Self.config(["x"]))
        let script = """
            V0=$(printf '\\377\\376a\\200'); export V0
            \(shell.evaluating("use p"))
            env -0
            \(shell.evaluating("off"))
            env -0
            """
        let outcome = try sandbox.run(script, in: shell)
        let values = outcome.output.split(separator: 0).filter {
            $0.starts(with: Array("V0=".utf8))
        }
        #expect(
            values.map { Array($0) } == [
                Array("V0=x".utf8), Array("V0=".utf8) + [0xFF, 0xFE, 0x61, 0x80],
            ])
    }

    @Test(arguments: RealShell.allCases)
    func `nothing of one profile outlives the next`(_ shell: RealShell) throws {
        let sandbox = try Sandbox(Self.config(["one", "two"]))
        let script = "\(shell.evaluating("use p"))\n\(shell.evaluating("use q"))\nenv -0"
        let outcome = try sandbox.run(script, in: shell, with: ["V1": "before"])
        #expect(outcome.variables["V0"] == nil)
        #expect(outcome.variables.text("V1") == "before")
        #expect(outcome.variables.text("https_proxy") == "http://127.0.0.1:12")
    }

    /// A line that changes a variable of the profile.
    private func change(in shell: RealShell) -> String {
        shell == .fish
            ? "set -gx HTTPS_PROXY http://mine:1" : "export HTTPS_PROXY=http://mine:1"
    }

    @Test(arguments: RealShell.allCases)
    func `what the user has changed since stays, and off says so`(_ shell: RealShell) throws {
        let sandbox = try Sandbox(Self.config(["one"]))
        let lines = [
            shell.evaluating("use p"), change(in: shell), shell.evaluating("off"), "env -0",
        ]
        let outcome = try sandbox.run(lines.joined(separator: "\n"), in: shell)
        #expect(outcome.variables.text("HTTPS_PROXY") == "http://mine:1")
        #expect(outcome.variables["https_proxy"] == nil)
        #expect(outcome.errorText == "proxyenv: left alone, as modified since `use`: HTTPS_PROXY\n")
    }

    @Test(arguments: RealShell.allCases)
    func `what the user has changed since is the baseline of the next use`(
        _ shell: RealShell
    ) throws {
        let sandbox = try Sandbox(Self.config(["one"]))
        let lines = [
            shell.evaluating("use p"), change(in: shell), shell.evaluating("use q"),
            shell.evaluating("off"), "env -0",
        ]
        let again = try sandbox.run(lines.joined(separator: "\n"), in: shell)
        #expect(again.variables.text("HTTPS_PROXY") == "http://mine:1")
        #expect(again.variables["V0"] == nil)
    }

    private static let touched =
        "ALL_PROXY HTTPS_PROXY HTTP_PROXY NODE_USE_ENV_PROXY NO_PROXY PROXYENV_ACTIVE PROXYENV_STATE"
        + " all_proxy http_proxy https_proxy no_proxy"

    @Test(.notForWindows("each name is set once there"))
    func `use prints one statement a line, sorted`() throws {
        let sandbox = try Sandbox(Self.config([]))
        let outcome = try sandbox.proxyenv("use", "p", "--shell", "bash")
        let state = outcome.lines.first { $0.hasPrefix("export PROXYENV_STATE=") }
        #expect(
            outcome.text == """
                if (unset -v \(Self.touched)); then
                export ALL_PROXY='http://127.0.0.1:11';
                export HTTPS_PROXY='http://127.0.0.1:11';
                export HTTP_PROXY='http://127.0.0.1:11';
                export NODE_USE_ENV_PROXY='1';
                export NO_PROXY='localhost,127.0.0.1,::1';
                export PROXYENV_ACTIVE='p';
                \(state ?? "")
                export all_proxy='http://127.0.0.1:11';
                export http_proxy='http://127.0.0.1:11';
                export https_proxy='http://127.0.0.1:11';
                export no_proxy='localhost,127.0.0.1,::1';
                else echo 'proxyenv: nothing was changed: this shell has a read-only variable' >&2; false; fi;

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `use prints the same for the default, and wherever the option stands`() throws {
        let sandbox = try Sandbox(Self.config([]))
        let outcome = try sandbox.proxyenv("use", "p", "--shell", "bash")
        #expect(try sandbox.proxyenv("use", "--shell", "bash").output == outcome.output)
        #expect(try sandbox.proxyenv("--shell=bash", "use", "p").output == outcome.output)
    }

    @Test(arguments: [
        ("socks5h://127.0.0.1:77", "ALL_PROXY", "socks5h://127.0.0.1:77"),
        ("77", "https_proxy", "http://127.0.0.1:77"),
    ])
    func `a URL and a port are profiles too`(
        _ word: String, _ name: String, _ url: String
    ) throws {
        let outcome = try Sandbox().run("eval \"$(proxyenv use \(word))\"; env -0", in: .bash)
        #expect(outcome.variables.text(name) == url)
        #expect(outcome.variables.text("PROXYENV_ACTIVE") == url)
    }

    @Test func `a hyphen is the profile before, there and back`() throws {
        let sandbox = try Sandbox(Self.config([]))
        let use = { (name: String) in "eval \"$(proxyenv use \(name))\"; echo $PROXYENV_ACTIVE\n" }
        let script = use("p") + use("q") + use("-") + use("-") + use("q") + use("-")
        #expect(try sandbox.run(script, in: .bash).text == "p\nq\np\nq\nq\np\n")
    }

    @Test func `a hyphen where none was before fails`() throws {
        let sandbox = try Sandbox(Self.config([]))
        let first = try sandbox.proxyenv("use", "-", "--shell", "bash")
        #expect(first.text == "false;\n")
        #expect(first.status == 1)
    }

    @Test func `without a name the file's profile is taken, and the hosts in NO_PROXY stay`() throws
    {
        let sandbox = try Sandbox(Self.config([]))
        let changes = ["NO_PROXY": "Corp.example,10.0.0.0/8"]
        let outcome = try sandbox.run("eval \"$(proxyenv use)\"; env -0", in: .bash, with: changes)
        #expect(outcome.variables.text("PROXYENV_ACTIVE") == "p")
        let hosts = "localhost,127.0.0.1,::1,corp.example,.corp.example,10.0.0.0/8"
        #expect(outcome.variables.text("no_proxy") == hosts)
    }

    @Test func `PROXYENV_PROFILE goes before the file, and its profile may leave out the hosts`()
        throws
    {
        let sandbox = try Sandbox(Self.config([]))
        let named = try sandbox.run(
            "eval \"$(proxyenv use)\"; env -0", in: .bash,
            with: ["NO_PROXY": "Corp.example,10.0.0.0/8", "PROXYENV_PROFILE": "none"])
        #expect(named.variables.text("PROXYENV_ACTIVE") == "none")
        #expect(named.variables.text("no_proxy") == "localhost,127.0.0.1,::1")
    }

    private static let toolNames = [
        "HTTPS_PROXY", "ftp_proxy", "npm_config_proxy", "PIP_PROXY", "CARGO_HTTP_PROXY",
        "wss_proxy", "pnpm_config_https_proxy", "pnpm_config_noproxy", "YARN_PROXY", "proxy",
        "Npm_Config_Proxy",
    ]

    /// Each of them with a value of its own.
    private static let toolVariables = Dictionary(
        uniqueKeysWithValues: toolNames.map { ($0, "http://x:\($0.count)" as String?) })

    @Test func `direct takes every proxy variable away`() throws {
        let outcome = try Sandbox().run(
            "eval \"$(proxyenv use direct)\"; env -0", in: .bash, with: Self.toolVariables)
        for name in Self.toolNames { #expect(outcome.variables[name] == nil) }
    }

    @Test func `off brings back what direct has taken away`() throws {
        let sandbox = try Sandbox()
        let back = try sandbox.run(
            "eval \"$(proxyenv use direct)\"; eval \"$(proxyenv off)\"; env -0", in: .bash,
            with: Self.toolVariables)
        #expect(
            back.variables.stable
                == Variables(sandbox.entries(Self.toolVariables).joined(separator: [0])).stable)
    }
}
