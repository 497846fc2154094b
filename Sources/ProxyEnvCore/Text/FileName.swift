/// The names of files, as bytes.
public enum FileName {
    /// The last component of `path`, on Unix and on Windows.
    public static func last(of path: [UInt8]) -> [UInt8] {
        let isSeparator = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
        }
        return Array(path[(path.lastIndex(where: isSeparator).map { $0 + 1 } ?? 0)...])
    }

    /// What the last component of `path` ends with, behind its last dot; nil where it has none, or begins with its only one.
    public static func ending(of path: [UInt8]) -> [UInt8]? {
        let name = last(of: path)
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, dot < name.count - 1 else {
            return nil
        }
        return Array(name[(dot + 1)...])
    }

    /// What the program at `path` is called: its last component, without what a program's name ends with on Windows.
    public static func stem(of path: [UInt8]) -> [UInt8] {
        let name = last(of: path)
        for ending in [".cmd", ".bat", ".exe", ".ps1", ".com"]
        where name.count > ending.utf8.count && name.suffix(4).equalsIgnoringCase(ending) {
            return Array(name.dropLast(4))
        }
        return name
    }
}
