/// The folder in which a tool keeps its own files.
public struct ToolFolder: Sendable {
    /// The variable that names it.
    let variable: String
    /// Where it is in the home folder if no variable says.
    let standard: String

    /// Its path for who has `environment`; nil without a home folder.
    public func path(in environment: Environment) -> [UInt8]? {
        environment.nonEmpty(variable)
            ?? environment.profileFolder.map { $0 + Array(standard.utf8) }
    }
}

/// What people write into a tool's folder, and the tool does not read.
public enum UnreadSetting: Sendable {
    /// A key in a table of a TOML file, which the tool knows by another name.
    case key(file: String, table: String, written: String, meant: String)
    /// Keys at the top of a project's TOML file, which the tool takes from the user's own alone.
    case projectKeys(file: String, keys: [String])
    /// A whole file, why it counts for nothing, and what to do with what is in it.
    case file(String, reason: String, fix: String)
}
