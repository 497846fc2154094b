/// All that the files say, the lowest layer first: a later file's key replaces an earlier one's.
public struct Configuration: Sendable {
    /// One file.
    public struct Layer: Sendable {
        /// The path, for messages.
        public let path: String
        /// What the file holds.
        public let document: ConfigDocument
        /// Why others may have a say in it, or nil if it is the user's or the machine's alone.
        public let distrust: Distrust?

        /// A layer of these parts.
        public init(path: String, document: ConfigDocument, distrust: Distrust?) {
            self.path = path
            self.document = document
            self.distrust = distrust
        }

        /// The file, for messages; its lines are counted anew each time.
        public var file: SourceFile { SourceFile(path: path, bytes: document.source) }
    }

    /// The files, the lowest first.
    public let layers: [Layer]

    /// A configuration of `layers`.
    public init(layers: [Layer]) { self.layers = layers }

    /// What is wrong with the files as TOML; a configuration with such an error can't be used.
    public var syntaxErrors: [Diagnostic] {
        layers.enumerated().flatMap { number, layer in
            layer.document.diagnostics.map { diagnostic in
                var diagnostic = diagnostic
                diagnostic.layer = number
                return diagnostic
            }
        }
    }

    /// The file that `diagnostic` is about.
    public func file(of diagnostic: Diagnostic) -> SourceFile { layers[diagnostic.layer].file }

    /// The names of the profiles in the files, sorted, each once.
    public var profileNames: [String] {
        var names: [[UInt8]] = []
        for layer in layers {
            guard let table = layer.document.table("profiles") else { continue }
            for id in layer.document.children(of: table) {
                names.append(layer.document.key(of: id))
            }
        }
        return Self.sorted(names.filter { ProfileName.isValid($0) })
    }

    /// The names under `[commands]` that can be wrapped, sorted, each once; rules that say `false` left out.
    public var commandNames: [String] {
        var isOn: [(name: [UInt8], isOn: Bool, order: Int)] = []
        for layer in layers {
            guard let table = layer.document.table("commands") else { continue }
            for id in layer.document.children(of: table) {
                let name = layer.document.key(of: id)
                isOn.append((name, layer.document.boolean(id) != false, isOn.count))
            }
        }
        isOn.sort { left, right in
            left.name == right.name
                ? left.order < right.order : left.name.lexicographicallyPrecedes(right.name)
        }
        // The last of equal names is the highest layer's.
        return isOn.indices
            .filter { $0 + 1 == isOn.count || isOn[$0].name != isOn[$0 + 1].name }
            .filter { isOn[$0].isOn && CommandName.isValid(isOn[$0].name) }
            .map { String(decoding: isOn[$0].name, as: UTF8.self) }
    }

    private static func sorted(_ names: [[UInt8]]) -> [String] {
        var result: [String] = []
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let name = String(decoding: name, as: UTF8.self)
            if result.last != name { result.append(name) }
        }
        return result
    }
}

extension ConfigDocument {
    /// The table called `name` at the top, or nil if there is none or it is something else.
    public func table(_ name: String) -> NodeID? {
        guard let id = child(of: Self.root, named: name), self[id].isTable else { return nil }
        return id
    }
}
