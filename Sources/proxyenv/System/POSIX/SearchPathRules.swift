/// How the system writes PATH, and where it looks for a program.
extension SearchPath {
    /// What stands between the folders.
    static let separator = UInt8(ascii: ":")

    /// The folders where there is no PATH, as `execvp` takes them.
    static let usual = Array("/bin:/usr/bin".utf8)

    /// The paths at which the program `name` may be; a name with a slash is its path.
    func candidates(for name: [UInt8]) -> [[UInt8]] {
        if PathText.hasFolder(name) { return [name] }
        return folders.map { $0.isEmpty ? name : $0 + [PathText.separator] + name }
    }
}
