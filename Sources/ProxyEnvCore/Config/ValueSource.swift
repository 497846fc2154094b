/// The place that a value comes from.
public struct ValueSource: Sendable, Equatable {
    /// The value's key, as a dotted key of TOML.
    public let key: String
    /// The file's path, for messages.
    public let path: String
    /// The line, from 1.
    public let line: Int
}

extension ConfigReader {
    /// Where each value of the profile `name` comes from, in the order of the files; of equal keys the one that holds.
    ///
    /// - Parameters:
    ///   - name: The profile's name.
    ///   - files: The files, for who asks about many profiles: to count the lines of a file takes as long as it is.
    /// - Returns: The places.
    public func sources(
        ofProfile name: String, in files: [SourceFile]? = nil
    ) -> [ValueSource] {
        var sources: [ValueSource] = []
        for (number, layer) in configuration.layers.enumerated() {
            guard let profiles = layer.document.table("profiles"),
                let profile = layer.document.find(Array(name.utf8)[...], in: profiles),
                layer.document[profile].isTable
            else { continue }
            let file = files?[number] ?? layer.file
            for key in members(of: Place(layer: number, node: profile)) {
                let keys = node(key).isTable ? members(of: key) : [key]
                for place in keys {
                    let names =
                        node(key).isTable ? [self.key(key), self.key(place)] : [self.key(key)]
                    let source = source(
                        of: [Array("profiles".utf8), Array(name.utf8)] + names, place, file)
                    sources.append(source)
                }
            }
        }
        var seen = Set<String>()
        return sources.reversed().filter { seen.insert($0.key).inserted }.reversed()
    }

    /// Where the rule for each of the commands `names` comes from, nil for one that has none.
    public func sources(ofRules names: [String]) -> [ValueSource?] {
        var sources: [ValueSource?] = names.map { _ in nil }
        for (number, layer) in configuration.layers.enumerated() {
            guard let commands = layer.document.table("commands") else { continue }
            let file = layer.file
            for (index, name) in names.enumerated() {
                let name = Array(name.utf8)
                guard let node = layer.document.find(name[...], in: commands) else { continue }
                let path = [Array("commands".utf8), name]
                sources[index] = source(of: path, Place(layer: number, node: node), file)
            }
        }
        return sources
    }

    /// Whether a file has the key `name` outside of all tables.
    public func hasTop(_ name: String) -> Bool { place(ofTop: name) != nil }

    /// Where the key `name` at the top comes from, or nil if no file has it.
    public func source(ofTop name: String) -> ValueSource? {
        place(ofTop: name).map {
            source(of: [Array(name.utf8)], $0, configuration.layers[$0.layer].file)
        }
    }

    private func source(of path: [[UInt8]], _ place: Place, _ file: SourceFile) -> ValueSource {
        var text = ""
        for key in path {
            if !text.isEmpty { text += "." }
            text += DisplayText.escaped(TOMLText.key(key))
        }
        let line = file.line(of: node(place).keyRange.lowerBound)
        return ValueSource(key: text, path: file.path, line: line)
    }
}
