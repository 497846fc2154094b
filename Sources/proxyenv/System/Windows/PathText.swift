import CWindows
import ProxyEnvCore

/// How the system writes paths: `C:\Users\me`, `\\server\share\me`, each with `/` as well.
enum PathText {
    /// What stands between the names in a path.
    static let separator = UInt8(ascii: "\\")

    /// Whether `byte` stands between the names in a path.
    static func isSeparator(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "/")
    }

    /// The path of `place`, names with `/` between them, in `folder`.
    static func path(_ place: String, in folder: [UInt8]) -> [UInt8] {
        folder + [separator] + place.utf8.map { isSeparator($0) ? separator : $0 }
    }

    /// `path` with `/` between the names.
    static func portable(_ path: [UInt8]) -> [UInt8] {
        path.map { isSeparator($0) ? UInt8(ascii: "/") : $0 }
    }

    /// `path` as the system itself writes it, with `\` between the names; other texts stay as they are.
    static func own(_ path: [UInt8]) -> [UInt8] {
        isAbsolute(path) ? path.map { isSeparator($0) ? separator : $0 } : path
    }

    /// Whether `path` is one of a file or a folder in `folder`, which has no separator at its end; letters have no case.
    static func isPath(_ path: [UInt8], in folder: [UInt8]) -> Bool {
        guard path.count > folder.count, isSeparator(path[folder.count]) else { return false }
        return zip(path, folder).allSatisfy {
            $0.lowercased == $1.lowercased || isSeparator($0) && isSeparator($1)
        }
    }

    /// Whether `path` leads to the same place from every folder.
    static func isAbsolute(_ path: some Collection<UInt8>) -> Bool {
        let start = Array(path.prefix(3))
        guard start.count >= 2 else { return false }
        if isSeparator(start[0]), isSeparator(start[1]) { return true }
        return start.count == 3 && start[0].isLetter && start[1] == UInt8(ascii: ":")
            && isSeparator(start[2])
    }

    /// Whether `path` is more than a name.
    static func hasFolder(_ path: [UInt8]) -> Bool { start(ofNameIn: path) > 0 }

    /// Where the name at the end of `path` begins: behind a separator, or a drive's colon.
    private static func start(ofNameIn path: [UInt8]) -> Int {
        if let last = path.lastIndex(where: { isSeparator($0) }) { return last + 1 }
        return path.count >= 2 && path[0].isLetter && path[1] == UInt8(ascii: ":") ? 2 : 0
    }

    /// The name at the end of `path`.
    static func name(of path: [UInt8]) -> [UInt8] { Array(path[start(ofNameIn: path)...]) }

    /// What the program at `path` is called: the name at its end, without `.exe` or what else says that it is one.
    static func programName(of path: [UInt8]) -> [UInt8] { FileName.stem(of: path) }

    /// The folder of the file at `path`.
    static func folder(of path: [UInt8]) -> [UInt8] {
        let start = start(ofNameIn: path)
        if start == 0 { return [UInt8(ascii: ".")] }
        let root = rootLength(path)
        // The separator belongs to a drive's root, as does nothing to `C:`, the working folder there.
        return Array(path[..<max(root, isSeparator(path[start - 1]) ? start - 1 : start)])
    }

    /// How many bytes of `path` are the root: `C:\`, `\\server\share\`, `\`, or none.
    static func rootLength(_ path: [UInt8]) -> Int {
        guard isAbsolute(path) else { return path.first.map { isSeparator($0) } == true ? 1 : 0 }
        guard isSeparator(path[0]) else { return 3 }
        // The server, and what it shares.
        var index = 2
        for _ in 0..<2 {
            while index < path.count, !isSeparator(path[index]) { index += 1 }
            if index < path.count { index += 1 }
        }
        return index
    }

    /// Whether `path` is nothing but a root.
    static func isRoot(_ path: [UInt8]) -> Bool { rootLength(path) == path.count }

    /// `path` from the root on; nil where the system takes it for none.
    ///
    /// The corresponding function of Windows is `GetFullPathNameW`.
    static func absolute(_ path: [UInt8]) -> [UInt8]? {
        if isAbsolute(path) { return path }
        return withCString(path) { CText.taken(windows_full_path($0)) }
    }

    /// Whether `path` is the usual name for no file at all, of this system or of the shells that come from others.
    static func isNowhere(_ path: [UInt8]) -> Bool {
        path.equalsIgnoringCase(nowhere) || path.elementsEqual("/dev/null".utf8)
    }

    /// The path that a `file:` URL names, as `file:///C:/proxy.pac` and the older `file://C:/proxy.pac`; nil for another URL.
    static func ofURL(_ url: [UInt8]) -> [UInt8]? {
        guard url.prefix(7).equalsIgnoringCase("file://") else { return nil }
        let path = url.dropFirst(7).drop { $0 == UInt8(ascii: "/") }
        return isAbsolute(path) ? Array(path) : nil
    }

    /// The usual name for no file at all.
    static let nowhere = "NUL"
}
