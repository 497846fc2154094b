import CWindows
import ProxyEnvCore

/// A name under which a folder has another program: a hard link of it, or a copy on another drive.
///
/// A symbolic link would want the developer mode or an administrator. A note beside it says which program it stands for, as
/// a copy does not.
enum ProgramLink {
    /// What ends the names of these files; it is plain text.
    static var ending: [UInt8] { Array(".exe".utf8) }
    private static let noteEnding = Array(".proxyenv".utf8)

    /// Where the one called `name` is in `folder`.
    static func path(_ name: [UInt8], in folder: [UInt8]) -> [UInt8] {
        folder + [PathText.separator] + name + ending
    }

    /// The name of the program that the file called `file` stands for; nil where it is no program.
    static func name(ofFile file: [UInt8]) -> [UInt8]? {
        guard file.count > ending.count, file.suffix(ending.count).equalsIgnoringCase(".exe") else {
            return nil
        }
        return Array(file.dropLast(ending.count))
    }

    /// The program that the file at `path` stands for; nil where it stands for none, or there is none.
    static func target(at path: [UInt8]) -> [UInt8]? {
        guard withCString(path, { windows_is_file($0) != 0 }) else { return nil }
        return PathNote.read(at: path + noteEnding) ?? FileSystem.link(at: path)
    }

    /// Whether the file at `path` stands for `program` as it is now, and not as it was before an update.
    static func isCurrent(at path: [UInt8], to program: [UInt8]) -> Bool {
        guard target(at: path) == program, let link = try? FileSystem.status(of: path),
            let now = try? FileSystem.status(of: program)
        else { return false }
        // A copy has the length and the time of what it was made of.
        return link.isSame(as: now) || link.identity[2..<5] == now.identity[2..<5]
    }

    /// Makes one to `program` at `path`, in place of what is there.
    ///
    /// The corresponding functions of Windows are `CreateHardLinkW` and `CopyFileW`.
    ///
    /// - Throws: The system's answer.
    static func make(to program: [UInt8], at path: [UInt8]) throws(SystemError) {
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        let temporary = path + Array(".\(number)".utf8)
        try withCString(program) { from throws(SystemError) in
            try withCString(temporary) { to throws(SystemError) in
                _ = try SystemError.checked(windows_link_program(from, to))
            }
        }
        do throws(SystemError) {
            try PathNote.write(program, at: path + noteEnding)
            removeFile(path)
            try FileSystem.move(temporary, to: path)
        } catch {
            FileSystem.remove(temporary)
            throw error
        }
    }

    /// Takes the one at `path` away.
    static func remove(_ path: [UInt8]) {
        removeFile(path)
        // What is still there has to say what it is.
        if withCString(path, { windows_is_file($0) == 0 }) { FileSystem.remove(path + noteEnding) }
    }

    private static let asideEnding = Array(".old".utf8)

    /// Takes the file away.
    ///
    /// That of a program that runs can't be, but be given another name: it goes the next time.
    private static func removeFile(_ path: [UInt8]) {
        let folder = PathText.folder(of: path)
        let name = PathText.name(of: path) + [UInt8(ascii: ".")]
        for old in FileSystem.names(in: folder, withPrefix: name)
        where old.suffix(4).elementsEqual(asideEnding) {
            FileSystem.remove(folder + [PathText.separator] + old)
        }
        FileSystem.remove(path)
        guard withCString(path, { windows_is_file($0) != 0 }) else { return }
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        try? FileSystem.moveNew(path, to: path + Array(".\(number)".utf8) + asideEnding)
    }
}

/// A path that stands in a folder under a name: a file that holds it.
enum PathNote {
    /// The path, or nil where there is none.
    static func read(at place: [UInt8]) -> [UInt8]? {
        guard let content = (try? FileSystem.load(place, limit: 65_536))?.content else {
            return nil
        }
        return content.isEmpty ? nil : content
    }

    /// Puts `path` there, in place of what is there.
    ///
    /// - Throws: The system's answer.
    static func write(_ path: [UInt8], at place: [UInt8]) throws(SystemError) {
        try FileSystem.replace(place, with: path)
    }
}
