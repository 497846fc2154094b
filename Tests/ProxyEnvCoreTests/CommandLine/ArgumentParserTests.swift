import Testing

@testable import ProxyEnvCore

/// What command lines mean, and how the wrong ones are refused.
@Suite struct ArgumentParserTests {
    /// A parser of `line`, whose words stand between single spaces.
    private func parser(_ line: String) -> ArgumentParser {
        let words = line.isEmpty ? [] : line.split(separator: " ", omittingEmptySubsequences: false)
        return ArgumentParser(
            [[UInt8]("proxyenv")] + words.map { Array($0.utf8) }, commands: .sample)
    }

    /// What `line` means: `COMMAND OPERAND… {OPTION=VALUE…} > WORDS OF THE COMMAND TO START`.
    private func meaning(_ line: String) throws -> String {
        var parser = parser(line)
        let invocation = try parser.parse()
        var words = parser.command.map { [$0.name] } ?? []
        words += invocation.operands.map { $0.shown }
        let given = parser.options.given.map { option, value in
            value.isEmpty ? option.names[0] : "\(option.names[0])=\(value.shown)"
        }
        if !given.isEmpty { words.append("{\(given.joined(separator: " "))}") }
        let started = line.split(separator: " ").dropFirst(invocation.launchIndex - 1)
        if !started.isEmpty { words.append("> " + started.joined(separator: " ")) }
        return words.joined(separator: " ")
    }

    /// What is wrong with `line`, with the hints.
    private func refusal(of line: String) -> Failure? {
        var parser = parser(line)
        do throws(Failure) {
            _ = try parser.parse()
            return nil
        } catch { return error }
    }

    @Test(
        arguments: [
            ("", ""), ("-q", "{-q}"), ("list", "list"), ("use clash", "use clash"),
            ("-q use clash", "use clash {-q}"), ("use -q clash", "use clash {-q}"),
            ("use clash --quiet", "use clash {-q}"), ("list --config=f", "list {--config=f}"),
            ("--config f list", "list {--config=f}"), ("list --config --", "list {--config=--}"),
            ("list --config=a=b", "list {--config=a=b}"), ("use -", "use -"),
            ("use  -q", "use  {-q}"), ("add x --env=A=", "add x {--env=A=}"),
            ("list --all", "list {--all}"), ("add x --all u y", "add x y {--all=u}"),
        ])
    func `options may stand before and behind the command`(
        _ line: String, _ wanted: String
    ) throws {
        #expect(try meaning(line) == wanted)
    }

    @Test(
        arguments: [
            ("list --", "list"), ("use -- -x", "use -x"), ("-- use clash", "use clash"),
            ("use -- --", "use --"), ("-q -- use -q", "use -q {-q}"),
        ])
    func `what follows two dashes is no option`(_ line: String, _ wanted: String) throws {
        #expect(try meaning(line) == wanted)
    }

    @Test(
        arguments: [
            ("exec clash codex --json", "exec clash > codex --json"),
            ("exec clash -- codex -q", "exec clash > codex -q"),
            ("exec clash -- -- codex", "exec clash > -- codex"),
            ("exec clash codex -- x", "exec clash > codex -- x"),
            ("exec -q clash codex -q", "exec clash {-q} > codex -q"),
            ("exec -- clash codex", "exec clash > codex"),
            ("exec -- clash -- codex", "exec clash > codex"),
            ("exec clash -x", "exec clash > -x"), ("run codex -x", "run > codex -x"),
            ("run -- codex -q", "run > codex -q"), ("run -q codex", "run {-q} > codex"),
            ("run --profile clash -- codex", "run {--profile=clash} > codex"),
            ("wrapped -- --help", "wrapped > --help"),
        ])
    func `the words of the command to start are its own`(_ line: String, _ wanted: String) throws {
        #expect(try meaning(line) == wanted)
    }

    @Test(
        arguments: [
            ("lisst", "there is no command `lisst` | Did you mean `list`?"),
            ("wrappd", "there is no command `wrappd` | See `proxyenv help`."),
            ("xyzzy", "there is no command `xyzzy` | See `proxyenv help`."),
            ("--json", "no command given | See `proxyenv help`."),
            ("--", "no command given | See `proxyenv help`."),
            ("list --jsn", "there is no option `--jsn` | Did you mean `--json`?"),
            ("use --jsn", "there is no option `--jsn`"), ("list -x", "there is no option `-x`"),
            ("list --shell zsh", "`list` takes no `--shell`"),
            ("list more", "`list` takes no further `more` | Write `proxyenv list`."),
            ("use a b", "`use` takes no further `b` | Write `proxyenv use [PROFILE]`."),
            ("hook", "`hook` needs more | Write `proxyenv hook SHELL`."),
            ("unset clash", "`unset` needs more | Write `proxyenv unset PROFILE KEY…`."),
            ("exec", "`exec` needs more | Write `proxyenv exec PROFILE [--] COMMAND…`."),
            (
                "exec clash",
                "`exec` needs a command to start | Write `proxyenv exec PROFILE [--] COMMAND…`."
            ),
            (
                "exec clash --",
                "`exec` needs a command to start | Write `proxyenv exec PROFILE [--] COMMAND…`."
            ),
            ("run", "`run` needs a command to start | Write `proxyenv run [--] COMMAND…`."),
            ("list --config", "`--config` needs FILE"), ("list --config=", "`--config` needs FILE"),
            ("script x -o", "`-o` needs FILE"), ("script x --output=", "`-o` needs FILE"),
            ("list --color red", "`--color` is auto, always or never, found `red`"),
            ("list --json=1", "`--json` takes no value"), ("--=", "there is no option `--`"),
            ("a\u{1B}[31mb", "there is no command `a\\u{1b}[31mb` | See `proxyenv help`."),
        ])
    func `a command line that is wrong is told so, with what is right`(
        _ line: String, _ wanted: String
    ) throws {
        let failure = try #require(refusal(of: line))
        #expect(failure.shown == wanted)
        #expect(failure.status == 2)
    }

    @Test(arguments: ["add x http://h:1 hunter2", "add x --hunter2", "add --hunter2=x"])
    func `what may be a password is not repeated`(_ line: String) throws {
        let failure = try #require(refusal(of: line))
        #expect(!failure.shown.contains("hunter2"))
    }

    @Test(arguments: ["--help", "hook --help", "--help exec", "list more -V", "-V", "exec -h"])
    func `who wants help or the version gets it without what is missing`(_ line: String) throws {
        var parser = parser(line)
        _ = try parser.parse()
        #expect(parser.options.wantsHelp || parser.options.wantsVersion)
    }

    @Test(
        arguments: [
            ("use --bogus --shell fish", "fish"), ("use --bogus --shell=fish", "fish"),
            ("--bogus use --shell fish", "fish"), ("use --bogus --shell", ""),
            ("use --bogus -- --shell fish", nil), ("use --bogus", nil),
            ("use --shell zsh --bogus", nil), ("use a b", nil),
        ])
    func `a failure leaves a shell unread that is named behind it`(
        _ line: String, _ wanted: String?
    ) throws {
        var parser = parser(line)
        #expect(throws: Failure.self) { try parser.parse() }
        #expect(parser.unreadShell?.text == wanted)
    }

    @Test(
        arguments: [
            ("--bogus use", "use"), ("bogus use", "use"), ("list --bogus use", "list"),
            ("use a b", "use"), ("--bogus", nil), ("bogus", nil), ("--config", nil),
        ])
    func `the command that was meant is the one that was read, else the first that is named`(
        _ line: String, _ wanted: String?
    ) throws {
        var parser = parser(line)
        #expect(throws: Failure.self) { try parser.parse() }
        #expect(parser.intendedCommand?.name == wanted)
    }

    @Test func `an unknown command is kept, for who knows what else it may mean`() {
        var parser = parser("-q bogus use")
        #expect(throws: Failure.self) { try parser.parse() }
        #expect(parser.unknownCommand?.text == "bogus")
        #expect(parser.command == nil)
    }

    @Test func `options with a meaning of their own are read`() throws {
        var parser = parser("list --json -q --color=never --config f")
        _ = try parser.parse()
        let options = parser.options
        #expect(options.isJSON && options.isQuiet && !options.wantsHelp)
        #expect(options.color == .never)
        #expect(options.config?.text == "f")
    }

    @Test func `only the description of the command that is named is made`() throws {
        let names = ["one", "two", "three"]
        let table = CommandTable(
            count: 3, name: { names[$0] },
            description: { index in
                #expect(index == 1)
                return CommandDescription(summary: "", group: .help)
            })
        var parser = ArgumentParser(["proxyenv", "two"].map { [UInt8]($0) }, commands: table)
        _ = try parser.parse()
        #expect(parser.command?.index == 1)
    }
}
