/// How the system writes PATH, and where it looks for a program.
extension SearchPath {
    /// What stands between the folders.
    static let separator = UInt8(ascii: ";")

    /// The folders where there is no PATH: none.
    static let usual: [UInt8] = []

    /// The paths at which the program `name` may be, with each ending of a program; a name with a folder is its path.
    ///
    /// Unlike cmd.exe it is not looked for in the working folder: what lies there is seldom meant.
    func candidates(for name: [UInt8]) -> [[UInt8]] {
        if PathText.hasFolder(name) { return ProgramName.completions(of: name) }
        let completions = ProgramName.completions(of: name)
        let quote = UInt8(ascii: "\"")
        return folders.flatMap { folder in
            // One with a `;` in its name is quoted.
            let folder = folder.filter { $0 != quote }
            return folder.isEmpty ? [] : completions.map { folder + [PathText.separator] + $0 }
        }
    }
}
