/// What the files say of every profile.
extension ConfigReader {
    /// The keys at the top of a file.
    private static let topKeys = [
        "default", "no-proxy", "no-proxy-inherit", "profiles", "commands",
    ]

    /// The profile for `use` without a name and for rules that name none, or nil if the files name none.
    public mutating func readDefault() -> ProfileReference? {
        soughtForPassword = []
        return place(ofTop: "default").flatMap { readReference($0) }
    }

    /// The hosts that every profile reaches without its proxy.
    public mutating func readSharedNoProxy() -> [[UInt8]] {
        place(ofTop: "no-proxy").flatMap { readNoProxy($0) } ?? []
    }

    /// Checks everything but the profiles' own keys.
    mutating func readTop() {
        for (number, layer) in configuration.layers.enumerated() {
            for id in layer.document.children(of: ConfigDocument.root) {
                let place = Place(layer: number, node: id)
                let key = layer.document.key(of: id)
                if !Self.topKeys.contains(where: { key.equals($0) }) {
                    reportUnknownKey(place, in: "the file", known: Self.topKeys)
                }
            }
            for name in ["profiles", "commands"] {
                let top = layer.document.child(of: ConfigDocument.root, named: name)
                if let top, !layer.document[top].isTable {
                    reportType(.table, Place(layer: number, node: top), key: name)
                }
            }
            readRules(number)
        }
        _ = readDefault()
        _ = readSharedNoProxy()
        if let place = place(ofTop: "no-proxy-inherit") {
            _ = readBoolean(place, key: "no-proxy-inherit")
        }
    }

    mutating func readRules(_ number: Int) {
        let document = configuration.layers[number].document
        guard let commands = document.table("commands") else { return }
        for id in document.children(of: commands) {
            _ = readRule(at: Place(layer: number, node: id))
        }
    }

    /// The place of the key `name` at the top of the highest file that has it.
    func place(ofTop name: String) -> Place? {
        for (number, layer) in configuration.layers.enumerated().reversed() {
            if let node = layer.document.child(of: ConfigDocument.root, named: name) {
                return Place(layer: number, node: node)
            }
        }
        return nil
    }
}
