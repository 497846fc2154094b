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

    @Test(arguments: RealShell.allCases)
    func `values that a shell would do something to arrive as they are`(_ shell: RealShell) throws {
        let sandbox = try Sandbox(Self.config(Self.nasty))
        let use = "\(shell.evaluating("use p"))\nenv -0"
        let outcome = try sandbox.run("cd \(sandbox.home)\n\(use)", in: shell)
        for (number, value) in Self.nasty.enumerated() {
            #expect(outcome.variables["V\(number)"] == Array(value.utf8))
        }
        #expect(outcome.variables.text("PROXYENV_ACTIVE") == "p")
        #expect(outcome.errorText.isEmpty)
        #expect(!sandbox.has("canary"))

        let hooked = try sandbox.run(
            "cd \(sandbox.home)\n\(shell.loadingHook)\nproxyenv use p\nenv -0", in: shell)
        #expect(hooked.variables.stable == outcome.variables.stable)
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

    @Test(arguments: RealShell.allCases)
    func `what the user has changed since stays, and off says so`(_ shell: RealShell) throws {
        let sandbox = try Sandbox(Self.config(["one"]))
        let set =
            shell == .fish
            ? "set -gx HTTPS_PROXY http://mine:1" : "export HTTPS_PROXY=http://mine:1"
        let script = "\(shell.evaluating("use p"))\n\(set)\n\(shell.evaluating("off"))\nenv -0"
        let outcome = try sandbox.run(script, in: shell)
        #expect(outcome.variables.text("HTTPS_PROXY") == "http://mine:1")
        #expect(outcome.variables["https_proxy"] == nil)
        #expect(outcome.errorText == "proxyenv: left alone, as modified since `use`: HTTPS_PROXY\n")

        // It is the new baseline of the next `use`.
        let next = "\(shell.evaluating("use p"))\n\(set)\n\(shell.evaluating("use q"))\n"
        let again = try sandbox.run("\(next)\(shell.evaluating("off"))\nenv -0", in: shell)
        #expect(again.variables.text("HTTPS_PROXY") == "http://mine:1")
        #expect(again.variables["V0"] == nil)
    }

    private static let touched =
        "ALL_PROXY HTTPS_PROXY HTTP_PROXY NODE_USE_ENV_PROXY NO_PROXY PROXYENV_ACTIVE PROXYENV_STATE"
        + " all_proxy http_proxy https_proxy no_proxy"

    @Test func `use prints one statement a line, sorted, the same each time`() throws {
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
        #expect(try sandbox.proxyenv("use", "--shell", "bash").output == outcome.output)
        #expect(try sandbox.proxyenv("--shell=bash", "use", "p").output == outcome.output)
    }

    @Test func `a URL and a port are profiles too`() throws {
        let sandbox = try Sandbox()
        let url = try sandbox.run(
            "eval \"$(proxyenv use socks5h://127.0.0.1:77)\"; env -0", in: .bash)
        #expect(url.variables.text("ALL_PROXY") == "socks5h://127.0.0.1:77")
        #expect(url.variables.text("PROXYENV_ACTIVE") == "socks5h://127.0.0.1:77")
        let port = try sandbox.run("eval \"$(proxyenv use 77)\"; env -0", in: .bash)
        #expect(port.variables.text("https_proxy") == "http://127.0.0.1:77")
        #expect(port.variables.text("PROXYENV_ACTIVE") == "http://127.0.0.1:77")
    }

    @Test func `a hyphen is the profile before, there and back`() throws {
        let sandbox = try Sandbox(Self.config([]))
        let use = { (name: String) in "eval \"$(proxyenv use \(name))\"; echo $PROXYENV_ACTIVE\n" }
        let script = use("p") + use("q") + use("-") + use("-") + use("q") + use("-")
        #expect(try sandbox.run(script, in: .bash).text == "p\nq\np\nq\nq\np\n")
        let first = try sandbox.proxyenv("use", "-", "--shell", "bash")
        #expect(first.text == "false;\n")
        #expect(first.status == 1)
    }

    @Test
    func `a name is taken from PROXYENV_PROFILE, then the file, and the hosts in NO_PROXY stay`()
        throws
    {
        let sandbox = try Sandbox(Self.config([]))
        let changes = ["NO_PROXY": "Corp.example,10.0.0.0/8"]
        let outcome = try sandbox.run("eval \"$(proxyenv use)\"; env -0", in: .bash, with: changes)
        #expect(outcome.variables.text("PROXYENV_ACTIVE") == "p")
        let hosts = "localhost,127.0.0.1,::1,corp.example,.corp.example,10.0.0.0/8"
        #expect(outcome.variables.text("no_proxy") == hosts)
        let named = try sandbox.run(
            "eval \"$(proxyenv use)\"; env -0", in: .bash,
            with: changes.merging(["PROXYENV_PROFILE": "none"]) { $1 })
        #expect(named.variables.text("PROXYENV_ACTIVE") == "none")
        #expect(named.variables.text("no_proxy") == "localhost,127.0.0.1,::1")
    }

    @Test func `direct takes every proxy variable away, and off brings them back`() throws {
        let sandbox = try Sandbox()
        let names = [
            "HTTPS_PROXY", "ftp_proxy", "npm_config_proxy", "PIP_PROXY", "CARGO_HTTP_PROXY",
            "wss_proxy", "pnpm_config_https_proxy", "pnpm_config_noproxy", "YARN_PROXY", "proxy",
            "Npm_Config_Proxy",
        ]
        let changes = Dictionary(
            uniqueKeysWithValues: names.map { ($0, "http://x:\($0.count)" as String?) })
        let use = "eval \"$(proxyenv use direct)\""
        let outcome = try sandbox.run("\(use); env -0", in: .bash, with: changes)
        for name in names { #expect(outcome.variables[name] == nil) }
        let back = try sandbox.run(
            "\(use); eval \"$(proxyenv off)\"; env -0", in: .bash, with: changes)
        #expect(
            back.variables.stable
                == Variables(sandbox.entries(changes).joined(separator: [0])).stable)
    }
}
