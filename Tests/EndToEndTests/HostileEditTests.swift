import TestSupport
import Testing

/// Words that nobody expects, given to the commands that change the file, which Python's TOML then reads.
@Suite struct HostileEditTests {
    private static let file = """
        # mine
        [profiles.a]
        url = 'http://h:1'   # first

        [commands]
        codex = true

        """

    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    private var bytes: [UInt8] { sandbox.read(".config/proxyenv/config.toml") ?? [] }

    private func run(_ words: [[UInt8]], input: [UInt8] = []) throws -> Outcome {
        try Runner(
            arguments: [Array(sandbox.program.utf8)] + words, environment: sandbox.entries(),
            input: input
        ).run()
    }

    /// Runs Python on the file, whose tables are `config`, and on `values`, which it has as a list of texts.
    private func check(_ script: String, _ values: [String] = []) throws {
        let python = try Binary.require("python3")
        let start = """
            import os, sys, tomllib
            config = tomllib.load(open(os.environ["HOME"] + "/.config/proxyenv/config.toml", "rb"))
            values = sys.stdin.buffer.read().decode().split("\\0")

            """
        let input = values.joined(separator: "\0")
        let outcome = try Runner(
            arguments: [python, "-c", start + script].map { Array($0.utf8) },
            environment: sandbox.entries(["PYTHONUTF8": "1"]), input: Array(input.utf8)
        ).run()
        #expect(outcome.status == 0, "\(outcome.errorText.suffix(2000))")
    }

    @Test func `any text is written as TOML that Python reads as the same text`() throws {
        var random = SplitMix64(for: "hostile edits")
        let values = GeneratedValues.make(120, longest: 10_240, &random)
        for (index, value) in values.enumerated() {
            let outcome = try run(
                [
                    Array("set".utf8), Array("a".utf8),
                    Array("env.\(GeneratedValues.name(index))".utf8),
                ]
                    + [Array("--".utf8), Array(value.utf8)])
            #expect(outcome.status == 0, "\(value.debugDescription) \(outcome.errorText)")
        }
        try check(
            """
            env = config["profiles"]["a"].pop("env")
            assert config == {"profiles": {"a": {"url": "http://h:1"}}, "commands": {"codex": True}}, config
            assert len(env) == len(values), len(env)
            for number, value in enumerate(values):
                found = env["V%04d" % number]
                assert found == value, (number, found, value)
            """, values)
    }

    @Test func `a list of any words is written as TOML that Python reads as the same list`() throws
    {
        var random = SplitMix64(for: "hostile lists")
        #expect(try sandbox.proxyenv("set", "a", "username", "bob").status == 0)
        for _ in 0..<20 {
            let words = GeneratedValues.make(
                Int.random(in: 8...40, using: &random), longest: 10_240, &random)
            let outcome = try run(
                ["set", "a", "password-command", "--", "program"].map { Array($0.utf8) }
                    + words.map { Array($0.utf8) })
            #expect(outcome.status == 0, "\(outcome.errorText)")
            try check(
                "assert config['profiles']['a']['password-command'][1:] == values", words)
        }
    }

    @Test func `any password on standard input is written as TOML that Python reads as the same`()
        throws
    {
        var random = SplitMix64(for: "hostile passwords")
        let passwords = GeneratedValues.make(60, without: ["\n", "\r"], longest: 10_240, &random)
            .filter { !$0.isEmpty }
        for (index, password) in passwords.enumerated() {
            let outcome = try run(
                ["add", "p\(index)", "-"].map { Array($0.utf8) },
                input: Array("http://u:\(password)@h:1\n".utf8))
            #expect(outcome.status == 0, "\(password.debugDescription) \(outcome.errorText)")
            #expect(outcome.errors.isEmpty)
        }
        try check(
            """
            for number, value in enumerate(values):
                profile = config["profiles"]["p%d" % number]
                assert profile == {"url": "http://h:1", "username": "u", "password": value}, (profile, value)
            """, passwords)
    }

    /// Bytes and texts that are hard for something.
    private static let words: [[UInt8]] =
        [
            "", " ", "'", "'''", "\"", "\"\"\"", "\\", "\\u0000", "a\nb", "\r", "a\r\nb", "\t",
            "\u{1}\u{1B}[31m", "\u{7F}", "\u{85}", "a\u{2028}b", "\u{2029}", "\u{202E}", "\u{FEFF}",
            "\u{1F600}", "e\u{301}", "-x", "--", "=", "]", "# x", "a.b", "env.", "?", "7890", "-",
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE, 0x80], [0x61, 0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [UInt8](repeating: 0x78, count: 10_240),
            [UInt8](repeating: 0xFF, count: 10_240),
        ]

    /// The commands with a word in each of their places; `*` is the word.
    private static let commands = [
        "set a * x", "set * url h:1", "set a url *", "set a username *", "set a no-proxy *",
        "set a first-reachable *", "set a password-file *", "set a ca-bundle *", "set a env *",
        "set a env.* x", "set a env X=*", "set a no-proxy-inherit *", "set a password *",
        "add * h:1", "add b *", "add b h:1 --description=*", "add b h:1 --env=*",
        "add b h:1 --password-command=*", "add b -", "unset a *", "unset * url", "unset a env.*",
        "remove *", "rename a *", "rename * b", "default *", "wrap *", "wrap npm --profile=*",
        "unwrap *", "password *", "password a",
    ]

    @Test(arguments: commands)
    func `no word makes a command crash, hang or write what is no TOML`(_ command: String) throws {
        let star = UInt8(ascii: "*")
        for word in Self.words {
            try sandbox.write(Self.file, to: ".config/proxyenv/config.toml")
            var words = command.split(separator: " ").map { piece in
                Array(piece.utf8).flatMap { $0 == star ? word : [$0] }
            }
            // Behind `--` it is an operand whatever it looks like.
            if !command.contains(" --") { words.insert(Array("--".utf8), at: 1) }
            let outcome = try run(words, input: word)
            let name = "\(command) \(word.prefix(20))"
            #expect(!outcome.isLate, "\(name)")
            #expect([0, 1, 2].contains(outcome.status), "\(name) \(outcome.errorText)")
            #expect(outcome.status == 0 || !outcome.errors.isEmpty, "\(name)")
            let isPlain = outcome.errorText.unicodeScalars.allSatisfy {
                $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value))
            }
            #expect(isPlain, "\(name) \(outcome.errorText.debugDescription)")
            if outcome.status != 0 { #expect(bytes == Array(Self.file.utf8), "\(name)") }
            if bytes != Array(Self.file.utf8) { try check("assert config") }
        }
    }
}
