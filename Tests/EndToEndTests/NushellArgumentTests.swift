import TestSupport
import Testing

/// What is typed behind a command in Nushell: its words arrive as the plain program has them, and none is executed.
@Suite struct NushellArgumentTests {
    /// Words as a person writes them, a line for each command.
    private static let forms = #"""
        a
        'a b'
        "a b"
        ""
        ''
        `a b`
        a"b c"
        a="b"
        model="o3"
        --x="y z"
        -c 'k="v"'
        -c k="v w"
        --flag
        -q
        -abc
        --
        -
        -- -x
        --help
        -h
        1
        1.50
        007
        0x1F
        1e5
        1_000
        1kb
        10mb
        3sec
        2024-01-01
        12:30
        true
        false
        null
        nan
        nothing
        $env.HOME
        ~
        ~/x
        ~/*.toml
        ./x
        ../x
        *.txt
        '*.txt'
        "*.txt"
        `*.txt`
        **/*.txt
        a?.txt
        a[0]
        x{1,2}
        (1 + 1)
        $"x(1 + 1)y"
        ("a" + "b")
        @file
        http://x/?q=1&r=2
        a:b
        a,b
        'a;b'
        'a|b'
        "a\nb"
        "\u{1b}[31m"
        a#b
        ^x
        !x
        %x
        ==
        a=b
        a==b
        +x
        1..3
        ...
        ..
        r#'raw 'x'#
        --x=1
        --x=true
        --x=1.50
        --x='y z'
        -1
        -1.5
        -1kb
        1/2
        '$HOME'
        '(id)'
        "`id`"
        $'a(1)b'
        é
        用户
        😀
        '‘’“”„'
        a\b
        'a\b'
        "a\\b"
        'it'
        "it's"
        'say "x"'
        a'b'c
        a`b`c
        ...[a "b c"]
        ...[1 1.5 true]
        a b  c
        --a -b=c -- d
        """#.split(separator: "\n").map { String($0) }

    /// From 0.113 on these are Nushell's own values to a command of its own; quotes make them words.
    private static let braces = ["{a}", "{a,b}", "{}", "{a: 1}"]

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config + "words = true\n")
        // A NUL stands behind each word, as no word holds one.
        try sandbox.install(
            "words",
            """
            #!/bin/sh
            printf '%s\\0' "${PROXYENV_ACTIVE-plain}" "$#" "$@"

            """)
        for name in ["a1.txt", "b.txt"] { try sandbox.write("", to: name) }
    }

    /// What the program got by each of `lines`, and the profile that it had.
    private func words(_ lines: [String]) throws -> [(profile: String, words: [[UInt8]])] {
        let nushell = try Nushell(sandbox)
        try sandbox.write((["cd ~"] + lines).joined(separator: "\n"), to: "script.nu")
        let outcome = try nushell.run("source ~/script.nu")
        #expect(outcome.errorText.isEmpty)
        var pieces = outcome.output.split(separator: 0, omittingEmptySubsequences: false)[...]
        var calls: [(profile: String, words: [[UInt8]])] = []
        while pieces.count > 2 {
            let profile = String(decoding: pieces.removeFirst(), as: UTF8.self)
            let count = Int(String(decoding: pieces.removeFirst(), as: UTF8.self)) ?? 0
            calls.append((profile, pieces.prefix(count).map { Array($0) }))
            pieces = pieces.dropFirst(count)
        }
        return calls
    }

    @Test(arguments: ["words", "proxyenv exec office words", "proxyenv run words"])
    func `words arrive as those of the plain program do`(_ command: String) throws {
        let calls = try words(Self.forms.flatMap { ["^words \($0)", "\(command) \($0)"] })
        try #require(calls.count == 2 * Self.forms.count)
        for (index, form) in Self.forms.enumerated() {
            let (plain, wrapped) = (calls[2 * index], calls[2 * index + 1])
            #expect(plain.profile == "plain")
            // The wrapper has run.
            #expect(wrapped.profile == "office", "\(form)")
            #expect(wrapped.words == plain.words, "\(form)")
        }
    }

    @Test func `bare braces are refused, as the limits say, and in quotes they are words`() throws {
        let quoted = Self.braces.map { "'\($0)'" }
        let calls = try words(quoted.map { "words \($0)" })
        #expect(calls.map { $0.words } == Self.braces.map { [Array($0.utf8)] })
        let nushell = try Nushell(sandbox)
        for word in Self.braces {
            let outcome = try nushell.run("words \(word)")
            #expect(outcome.output.isEmpty, "\(word) is a word now: take it out of the limits")
            #expect(!outcome.errorText.isEmpty)
        }
    }

    // MARK: Nothing is executed

    private func generated(_ count: Int, _ name: String) -> [String] {
        var random = SplitMix64(for: name)
        return GeneratedValues.make(count, longest: 10_000, &random).map {
            $0.replacing("CANARY", with: "\(sandbox.home)/canary")
        }
    }

    @Test func `a thousand generated words arrive as they are, and none is executed`() throws {
        let values = generated(1_000, "words of Nushell")
        let size = 25
        let groups = stride(from: 0, to: values.count, by: size).map {
            Array(values[$0..<min($0 + size, values.count)])
        }
        let commands = ["words", "proxyenv exec office words", "proxyenv run words"]
        let calls = try words(
            groups.enumerated().map { index, group in
                let line = group.map { Nushell.quoted($0) }.joined(separator: " ")
                return "\(commands[index % commands.count]) \(line)"
            })
        try #require(calls.count == groups.count)
        for (group, call) in zip(groups, calls) {
            #expect(call.profile == "office")
            #expect(call.words == group.map { Array($0.utf8) })
        }
        #expect(!sandbox.has("canary"), "a word was executed")
    }

    @Test
    func
        `a thousand generated values arrive as they are, off puts others back, and none is executed`()
        throws
    {
        let values = generated(1_000, "values of Nushell")
        let before = generated(100, "values before Nushell")
        let groups = (0..<10).map { Array(values[($0 * 100)..<($0 * 100 + 100)]) }
        for (index, group) in groups.enumerated() {
            try sandbox.configure(group)
            try sandbox.write(
                sandbox.text(of: ".config/proxyenv/config.toml"), to: "\(index).toml")
        }
        let nushell = try Nushell(sandbox)
        var changes: [String: String?] = [:]
        // The other half is absent before.
        for index in stride(from: 0, to: 100, by: 2) {
            changes[GeneratedValues.name(index)] = before[index]
        }
        let outcome = try nushell.run(
            """
            ^env -0 | save ~/before
            for index in 0..9 {
                proxyenv --config $"($env.HOME)/($index).toml" use p
                ^env -0 | save $"($env.HOME)/($index).out"
                if $index mod 2 == 1 {
                    proxyenv off
                    ^env -0 | save $"($env.HOME)/($index).off"
                }
            }
            """, with: changes)
        #expect(outcome.errorText.isEmpty)
        let start = Variables(try #require(sandbox.read("before")))
        for (index, value) in before.enumerated() where index % 2 == 0 {
            #expect(start[GeneratedValues.name(index)] == Array(value.utf8))
        }
        for (number, group) in groups.enumerated() {
            let seen = Variables(try #require(sandbox.read("\(number).out")))
            for (index, value) in group.enumerated() {
                #expect(seen[GeneratedValues.name(index)] == Array(value.utf8))
            }
            if number % 2 == 1 {
                let after = Variables(try #require(sandbox.read("\(number).off")))
                #expect(after.stable == start.stable)
            }
        }
        #expect(!sandbox.has("canary"), "a value was executed")
    }

    @Test
    func
        `quotes of other scripts, control characters and 100,000 characters are values like others`()
        throws
    {
        let values = [
            "‘a’ ‚b‛ “c” „d‟", "\u{1}\u{2}\t\r\n\u{1B}[31m\u{7F}",
            String(repeating: "é", count: 50_000),
            "$env.HOME (id) `id` {a} [b] r#'x'#",
        ]
        try sandbox.configure(values)
        let outcome = try Nushell(sandbox).run("proxyenv use p; ^env -0")
        for (index, value) in values.enumerated() {
            #expect(outcome.variables[GeneratedValues.name(index)] == Array(value.utf8))
        }
    }

    @Test(arguments: ["'", "$x", "用户", "(id)", "\"", "{a}"])
    func `what can be no profile is refused, and nothing is switched`(_ name: String) throws {
        let outcome = try Nushell(sandbox).run(
            "try { proxyenv use \(Nushell.quoted(name)) }; ^words")
        #expect(outcome.text == "plain\u{0}0\u{0}")
        #expect(outcome.errorText.contains("cannot be a profile"))
    }
}
