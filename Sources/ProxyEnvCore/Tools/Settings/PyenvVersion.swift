/// The Python to which pyenv's launchers lead; they are scripts, all in one folder, and no links (pyenv 2.3, tried).
struct PyenvVersion {
    private let places: FilePlaces

    /// The Python for who asks from `places`.
    init(_ places: FilePlaces) { self.places = places }

    /// The folder of the Python that a launcher in the folder `root` of pyenv's starts; nil where that is the system's, or can't be
    /// told without asking pyenv.
    func prefix(in root: [UInt8]) -> [[UInt8]]? {
        guard let name = name(in: root) else { return nil }
        let versions = root + Array("/versions".utf8)
        let folder = versions + [0x2F] + name
        if places.isThere(folder) { return [folder] }
        return latest(name, in: versions).map { [versions + [0x2F] + $0] }
    }

    /// The newest of the numbers that begin with the shorter one `name`, as `3.11` stands for `3.11.7` (pyenv 2.6.30, tried).
    private func latest(_ name: [UInt8], in folder: [UInt8]) -> [UInt8]? {
        var found: (name: [UInt8], parts: [Int])?
        for other in places.names(folder) where other.starts(with: name + [UInt8(ascii: ".")]) {
            let rest = other.dropFirst(name.count + 1).split(separator: UInt8(ascii: "."))
            let parts = rest.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
            guard parts.count == rest.count else { continue }
            if let known = found?.parts, parts.lexicographicallyPrecedes(known) { continue }
            found = (other, parts)
        }
        return found?.name
    }

    /// The first name of the variable, else of the file of the folder or of one above it, else of the user's (pyenv's documents:
    /// "Understanding Python version selection").
    private func name(in root: [UInt8]) -> [UInt8]? {
        if let names = places.environment.nonEmpty("PYENV_VERSION") { return Self.first(names) }
        let near = places.nearest(["/.python-version"]) + [root + Array("/version".utf8)]
        for path in near {
            if let name = places.content(path).flatMap({ Self.first($0) }) { return name }
        }
        return nil
    }

    /// The first of the names in `text`, which blanks or colons part; nil for what leads out of pyenv's folder.
    private static func first(_ text: [UInt8]) -> [UInt8]? {
        let names = text.split { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
        guard let name = names.first, !name.contains(UInt8(ascii: "/")), !name.hasPrefix(".")
        else { return nil }
        return Array(name)
    }
}
