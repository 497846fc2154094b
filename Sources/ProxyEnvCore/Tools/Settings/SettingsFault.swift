/// What is wrong with a file of a tool's own, so that what stands there does not count.
public struct SettingsFault: Sendable, Equatable {
    /// The line, from 1, or nil where it is the whole file.
    let line: Int?
    /// What is said of the place: `not TOML` where the tool does nothing then, else a predicate.
    let text: String
    /// What becomes of the rest.
    public let reach: Reach

    /// What does not count.
    public enum Reach: Sendable {
        /// That line.
        case line
        /// The file.
        case file
        /// The tool does nothing at all.
        case tool
    }

    /// A fault of these parts.
    init(line: Int? = nil, _ text: String, _ reach: Reach) {
        self.line = line
        self.text = text
        self.reach = reach
    }

    /// A sentence on it, for the file `name`.
    public func sentence(_ name: String) -> String {
        "\(name)\(line.map { ":\($0)" } ?? "") \(text)"
    }

    /// What stands for the settings of the file `path` where the tool does nothing at all.
    public func setting(_ path: String) -> ToolSetting {
        ToolSetting(fault: text, path: path, line: line ?? 0)
    }

    /// The first fault of the TOML `document`, in the file `file`.
    static func ofTOML(_ document: ConfigDocument, _ file: SourceFile, _ reach: Reach)
        -> SettingsFault?
    {
        document.diagnostics.first.map {
            let words = reach == .tool ? "not TOML" : "is not TOML: nothing in the file counts"
            return SettingsFault(line: file.line(of: $0.range.lowerBound), words, reach)
        }
    }
}
