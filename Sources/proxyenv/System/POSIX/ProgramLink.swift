/// A name under which a folder has another program: a symbolic link.
enum ProgramLink {
    /// What ends the names of these files; it is plain text.
    static var ending: [UInt8] { [] }

    /// Where the one called `name` is in `folder`.
    static func path(_ name: [UInt8], in folder: [UInt8]) -> [UInt8] {
        folder + [PathText.separator] + name
    }

    /// The name of the program that the file called `file` stands for.
    static func name(ofFile file: [UInt8]) -> [UInt8]? { file }

    /// The program that the file at `path` stands for; nil where it is no link, or there is none.
    static func target(at path: [UInt8]) -> [UInt8]? { FileSystem.link(at: path) }

    /// Whether the file at `path` stands for `program` as it is now.
    static func isCurrent(at path: [UInt8], to program: [UInt8]) -> Bool {
        target(at: path) == program
    }

    /// Makes one to `program` at `path`, in place of what is there.
    ///
    /// - Throws: The system's answer.
    static func make(to program: [UInt8], at path: [UInt8]) throws(SystemError) {
        try FileSystem.makeLink(to: program, at: path)
    }

    /// Takes the one at `path` away.
    static func remove(_ path: [UInt8]) { FileSystem.remove(path) }
}

/// A path that stands in a folder under a name: a symbolic link.
enum PathNote {
    /// The path, or nil where there is none.
    static func read(at place: [UInt8]) -> [UInt8]? { FileSystem.link(at: place) }

    /// Puts `path` there, in place of what is there.
    ///
    /// - Throws: The system's answer.
    static func write(_ path: [UInt8], at place: [UInt8]) throws(SystemError) {
        try FileSystem.makeLink(to: path, at: place)
    }
}
