/// Where a user's start-up files are, and what is in them.
public struct StartUpFolders {
    /// The environment in which the shell starts.
    public let environment: Environment
    /// The home folder.
    public let home: [UInt8]
    /// The folder for settings.
    public let settings: [UInt8]
    /// The folder for documents, on Windows.
    public let documents: [UInt8]?
    /// The shell's program.
    public let program: [UInt8]
    /// What the file at a path holds; nil where there is none, or it can't be read.
    public let content: ([UInt8]) -> [UInt8]?

    /// Folders of these parts.
    public init(
        environment: Environment, home: [UInt8], settings: [UInt8], documents: [UInt8]? = nil,
        program: [UInt8], content: @escaping ([UInt8]) -> [UInt8]?
    ) {
        self.environment = environment
        self.home = home
        self.settings = settings
        self.documents = documents
        self.program = program
        self.content = content
    }

    /// The path of `place` in the home folder.
    func inHome(_ place: String) -> [UInt8] { home + Array("/\(place)".utf8) }

    /// The path of `place` in the folder for settings.
    func inSettings(_ place: String) -> [UInt8] { settings + Array("/\(place)".utf8) }

    /// The first of `paths` at which a file is, else the first of all.
    func present(_ paths: [[UInt8]]) -> [UInt8] {
        paths.first { content($0) != nil } ?? paths.first ?? []
    }

    /// The file that the variable `name` names, where that is a whole path.
    func named(_ name: String) -> [UInt8]? {
        environment.nonEmpty(name).flatMap { $0.first == UInt8(ascii: "/") ? $0 : nil }
    }

    /// Whether a line of the file at `path` that is no comment has `word` in it.
    func mentions(_ word: String, in path: [UInt8]) -> Bool {
        (content(path) ?? []).split(separator: 0x0A).contains { line in
            let text = line.trimmed
            return text.first != UInt8(ascii: "#")
                && text.firstOccurrence(of: Array(word.utf8)) != nil
        }
    }
}

/// A start-up file that gets the line of a hook.
public struct HookFile: Sendable, Equatable {
    /// Where it is.
    public let path: [UInt8]
    /// Which of the texts that the head of the hook shows it gets.
    public var part = 0
    /// Whether that stands at its beginning.
    public var isAtStart = false
    /// What stands before the line, as other shells read the file too.
    public var condition = ""
    /// Whether lines that end with CR LF are what they are without the CR.
    public var takesCarriageReturns = false

    /// The file at `path`.
    public init(_ path: [UInt8]) { self.path = path }
}
