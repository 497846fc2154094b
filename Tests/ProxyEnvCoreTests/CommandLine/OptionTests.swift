import Testing

@testable import ProxyEnvCore

/// The options, each with its names.
@Suite struct OptionTests {
    @Test func `each name is one option's alone, but for a key that the command tells apart`() {
        let names = Option.inOrder.flatMap { $0.names }
        var seen = Set<String>()
        #expect(names.filter { !seen.insert($0).inserted } == ["--all"])
    }

    @Test(arguments: Option.inOrder)
    func `an option is found by each of its names`(_ option: Option) {
        let command = CommandDescription(summary: "", group: .help, options: [option])
        for name in option.names { #expect(Option.named(name.utf8, of: command) == option) }
    }

    @Test(arguments: Option.inOrder)
    func `an option has a long name and a summary without a full stop`(_ option: Option) {
        #expect(option.names.contains { $0.hasPrefix("--") })
        #expect(!option.summary.isEmpty && !option.summary.hasSuffix("."))
    }

    @Test(arguments: ["", "-", "--", "--jso", "json", "--JSON", "--url"])
    func `another word is no option`(_ word: String) {
        #expect(Option.named(word.utf8) == nil)
    }

    @Test func `a shell's function passes over the options with a value`() {
        let names = Option.namesWithValue
        #expect(names.contains("--config") && names.contains("-o") && names.contains("--username"))
        #expect(!names.contains("--json") && !names.contains("-q"))
    }

    /// Options of which one is given twice.
    private var given: Options {
        var options = Options()
        options.given = [
            (.key(.env), [UInt8]("A=1")), (.quiet, []), (.key(.env), [UInt8]("B=2")),
        ]
        return options
    }

    @Test func `values that were given are read in their order`() {
        #expect(given.values(of: .key(.env)).map { $0.text } == ["A=1", "B=2"])
        #expect(given.has(.quiet) && !given.has(.json))
    }

    @Test func `values are replaced without the other options`() {
        var options = given
        options.replace(.key(.env), by: [[UInt8]("C=3")])
        #expect(options.values(of: .key(.env)).map { $0.text } == ["C=3"])
        #expect(options.has(.quiet))
    }
}
