import ProxyEnvCore

/// `toml-json`: what a TOML document on standard input says, as toml-test, TOML's public test suite, wants it.
struct TOMLJSONCommand: Command {
    let name = "toml-json"
    var description: CommandDescription {
        CommandDescription(
            summary: "print the TOML on standard input as the JSON of toml-test",
            group: .hidden)
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let limit = ConfigDocument.longestSource
        let content: [UInt8]?
        do throws(SystemError) {
            content = try StandardStream.readInput(limit: limit)
        } catch {
            throw Failure("cannot read standard input: \(error.message)")
        }
        guard let content else {
            throw Failure("standard input is longer than \(limit >> 20) MB")
        }
        let document = ConfigDocument(parsing: content)
        let configuration = Configuration(
            layers: [.init(path: "stdin", document: document, distrust: nil)])
        let errors = configuration.syntaxErrors
        if !errors.isEmpty { throw .config(errors, in: configuration) }
        try context.write(TaggedJSON.value(of: document))
        return 0
    }
}
