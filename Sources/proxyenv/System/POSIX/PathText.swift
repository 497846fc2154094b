import ProxyEnvCore

/// How the system writes paths.
enum PathText {
    /// What stands between the names in a path.
    static let separator = UInt8(ascii: "/")

    /// Whether `byte` stands between the names in a path.
    static func isSeparator(_ byte: UInt8) -> Bool { byte == separator }

    /// The path of `place`, names with `/` between them, in `folder`.
    static func path(_ place: String, in folder: [UInt8]) -> [UInt8] {
        folder + [separator] + Array(place.utf8)
    }

    /// `path` with `/` between the names, as it is.
    static func portable(_ path: [UInt8]) -> [UInt8] { path }

    /// `path` as the system itself writes it.
    static func own(_ path: [UInt8]) -> [UInt8] { path }

    /// Whether `path` is one of a file or a folder in `folder`, which has no `/` at its end.
    static func isPath(_ path: [UInt8], in folder: [UInt8]) -> Bool {
        path.starts(with: folder + [separator])
    }

    /// Whether `path` leads to the same place from every folder.
    static func isAbsolute(_ path: some Collection<UInt8>) -> Bool { path.first == separator }

    /// Whether `path` is more than a name.
    static func hasFolder(_ path: [UInt8]) -> Bool { path.contains(separator) }

    /// The name at the end of `path`.
    static func name(of path: [UInt8]) -> [UInt8] {
        Array(path[(path.lastIndex(of: separator).map { $0 + 1 } ?? 0)...])
    }

    /// What the program at `path` is called: the name at its end.
    static func programName(of path: [UInt8]) -> [UInt8] { name(of: path) }

    /// The folder of the file at `path`.
    static func folder(of path: [UInt8]) -> [UInt8] {
        guard let end = path.lastIndex(of: separator) else { return [UInt8(ascii: ".")] }
        return end == 0 ? [separator] : Array(path[..<end])
    }

    /// `path` from the root on; nil where it is relative and the working directory is gone.
    static func absolute(_ path: [UInt8]) -> [UInt8]? {
        if isAbsolute(path) { return path }
        return FileSystem.workingDirectory.map { $0 + [separator] + path }
    }

    /// Whether `path` is the usual name for no file at all.
    static func isNowhere(_ path: [UInt8]) -> Bool { path.elementsEqual(nowhere.utf8) }

    /// The path that a `file:` URL names, as `file:///etc/proxy.pac`; nil for another URL.
    static func ofURL(_ url: [UInt8]) -> [UInt8]? {
        url.hasPrefix("file:///") ? Array(url[7...]) : nil
    }

    /// The usual name for no file at all.
    static let nowhere = "/dev/null"
}
