/// The parser and the readers above it: nothing traps, and all that is said of a file is about bytes of it.
enum ParserTarget {
    /// The text that a value must never get into.
    private static let renderer = DiagnosticRenderer(style: TextStyle(isColored: false))

    /// Reads `input` as a file of profiles.
    static func run(_ input: [UInt8]) {
        let document = ConfigDocument(parsing: input, keeping: .tokens)
        var end = 0
        for token in document.tokens {
            require(token.start == end && token.end > end, "tokens leave no gap")
            end = token.end
        }
        require(end <= input.count, "tokens are inside the source")
        if document.diagnostics.isEmpty {
            require(end == input.count, "tokens are every byte")
            require(!TaggedJSON.value(of: document).serialized().isEmpty, "a document has JSON")
        }
        for id in document.nodes.indices { check(id, in: document) }
        checkConfiguration(document)
    }

    private static func check(_ id: ConfigDocument.NodeID, in document: ConfigDocument) {
        let node = document[id]
        for range in [node.keyRange, node.valueRange] {
            let isInside = range.lowerBound >= 0 && range.upperBound <= document.source.count
            require(isInside, "a node is inside the source")
        }
        for child in document.children(of: id) {
            require(Int(document[child].parent) == id, "a child knows its parent")
        }
    }

    private static func checkConfiguration(_ document: ConfigDocument) {
        let configuration = Configuration(
            layers: [.init(path: "c", document: document, distrust: nil)])
        for diagnostic in ConfigReader.check(configuration).prefix(20) {
            let file = configuration.file(of: diagnostic)
            let range = diagnostic.range
            let isInside = range.lowerBound >= 0 && range.upperBound <= file.bytes.count
            require(isInside, "a diagnostic is inside the source")
            let text = renderer.render(diagnostic, in: file)
            require(text.hasSuffix("\n") && text.contains("^"), "a diagnostic can be shown")
            let isSafe = text.unicodeScalars.allSatisfy { $0 == "\n" || !DisplayText.isUnsafe($0) }
            require(isSafe, "a terminal can show it")
        }
        guard document.diagnostics.isEmpty else { return }
        var reader = ConfigReader(configuration)
        for name in configuration.profileNames { _ = reader.readProfile(name) }
    }
}
