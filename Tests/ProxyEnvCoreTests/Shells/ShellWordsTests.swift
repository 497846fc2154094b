import Testing

@testable import ProxyEnvCore

/// A command in one argument is taken apart as a POSIX shell does it, with nothing expanded.
@Suite struct ShellWordsTests {
    @Test(
        arguments: [
            ("", []), ("  ", []), ("a b", ["a", "b"]), (" a\t b\n", ["a", "b"]),
            ("pass show 'my proxy'", ["pass", "show", "my proxy"]),
            ("a\"b c\"'d'\\ e", ["ab cd e"]), ("'' \"\"", ["", ""]),
            ("\"\\\"\\\\\\$\\x\"", ["\"\\$\\x"]), ("'\\'", ["\\"]), ("$HOME *", ["$HOME", "*"]),
        ] as [(String, [String])])
    func `quotes and backslashes join words, and nothing is expanded`(text: String, words: [String])
    {
        #expect(ShellWords.split([UInt8](text)) == words.map { [UInt8]($0) })
    }

    @Test(arguments: ["'a", "\"a", "a\\", "\"a'"])
    func `a quote or a backslash without an end is no command`(text: String) {
        #expect(ShellWords.split([UInt8](text)) == nil)
    }

    @Test(
        arguments: [
            (["proxyenv", "use", "http://h:1"], "proxyenv use http://h:1"),
            (["a", "http://[::1]:1"], "a 'http://[::1]:1'"),
            (["{wsl-host}", ""], "'{wsl-host}' ''"),
            (["it's", "$a", "~"], "'it'\\''s' '$a' '~'"), ([], ""),
        ] as [([String], String)])
    func `words as a line, and back`(_ words: [String], _ line: String) {
        #expect(ShellWords.line(words) == line)
        #expect(ShellWords.split([UInt8](line)) == words.map { [UInt8]($0) })
    }
}
