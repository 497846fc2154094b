/// The Python to which pyenv's launchers lead; they are scripts, all in one folder, and no links (pyenv 2.3, tried).
struct PyenvVersion {
    private let places: FilePlaces

    /// The Python for who asks from `places`.
    init(_ places: FilePlaces) { self.places = places }

    /// The folder of the Python that a launcher in the folder `root` of pyenv's starts; nil where that is the system's, or can't be
    /// told without asking pyenv.
    func prefix(in root: [UInt8]) -> [[UInt8]]? {
        guard let name = name(in: root) else { return nil }
        let folder = root + Array("/versions/".utf8) + name
        return places.isThere(folder) ? [folder] : nil
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
