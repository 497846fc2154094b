import Glibc
import Testing

/// What the tests do to files, besides writing and reading them; whatever the system refuses fails the test.
enum Files {
    /// The permission bits of a file.
    typealias Mode = mode_t

    /// Makes the folder `path`, unless it is there.
    static func makeFolder(
        _ path: String, mode: Mode = 0o755, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        require(mkdir(path, mode) == 0 || errno == EEXIST, "mkdir", path, sourceLocation)
    }

    /// Makes a link at `path` that leads to `target`.
    static func link(
        _ path: String, to target: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        require(symlink(target, path) == 0, "symlink", path, sourceLocation)
    }

    /// Makes a pipe at `path`, in which only the user may read and write.
    static func makePipe(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) {
        require(mkfifo(path, 0o600) == 0, "mkfifo", path, sourceLocation)
    }

    /// Removes the file, the link, the pipe or the empty folder at `path`, if one is there.
    static func remove(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) {
        require(Glibc.remove(path) == 0 || errno == ENOENT, "remove", path, sourceLocation)
    }

    /// Gives the file `path` another name, in the place of what has that.
    static func rename(
        _ path: String, to name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        require(Glibc.rename(path, name) == 0, "rename", path, sourceLocation)
    }

    /// Makes the file `path` as long as `size` bytes.
    static func resize(
        _ path: String, to size: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        require(truncate(path, size) == 0, "truncate", path, sourceLocation)
    }

    /// Sets who may do what with `path`.
    static func setMode(
        _ path: String, _ mode: Mode, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        require(chmod(path, mode) == 0, "chmod", path, sourceLocation)
    }

    /// Gives `path` to another user, a link itself and not what it leads to.
    static func setOwner(
        _ path: String, _ owner: Users.Identity, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        require(lchown(path, owner.user, owner.group) == 0, "lchown", path, sourceLocation)
    }

    /// Who may do what with `path`, or nil if it is not there.
    static func mode(_ path: String) -> Mode? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// What the link at `path` leads to, or nil if it is none.
    static func target(of path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count)
        let bytes = buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
        return count < 0 ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Whether there is anything at `path`.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func require(
        _ isDone: Bool, _ call: String, _ path: String, _ sourceLocation: SourceLocation
    ) {
        guard !isDone else { return }
        let reason = String(cString: strerror(errno))
        Issue.record("\(call) \(path): \(reason)", sourceLocation: sourceLocation)
    }
}
