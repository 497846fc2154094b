/// A kind of file of a tool's own that may name a proxy: where it is, and how it is read.
public struct SettingsFile: Sendable, Equatable {
    /// What puts variables into the values of a file.
    public enum References: Sendable {
        /// Nothing: a `$` is a `$`.
        case none
        /// `${NAME}`; with a fallback also `${NAME-else}`.
        case braces(takesFallback: Bool)
        /// `$NAME`, `${NAME}` and `\$`.
        case dotEnv
    }

    /// A program that is asked where no file is read that says anything, as it alone knows its files.
    public enum Program: Sendable {
        /// git, for what holds for the target.
        case git
        /// git, for what holds for the user, without conditions and variables.
        case gitOfUser
        /// apt-config.
        case apt
    }

    /// Its name, for those who read this code: no two have the same.
    public let name: String
    /// Its paths, the one that counts last; not all of them need be there.
    public let paths: @Sendable (FilePlaces) -> [[UInt8]]
    /// What a file of the content, at the path, says for the target where it tells hosts apart.
    private let read: @Sendable ([UInt8], String, Target?) -> [ToolSetting]
    /// What is wrong with a content of the file at a path, by the rules of the tool.
    public var fault: @Sendable (_ text: [UInt8], _ path: String) -> SettingsFault? = { _, _ in nil
    }
    /// What puts variables into its values.
    public var references = References.none
    /// What is asked where it says nothing.
    public var program: Program?
    /// Whether it is looked at also when a command starts with a proxy: it may beat a profile.
    public var isReadAtStart = false
    /// What parts a key from its value.
    public var separators = "="
    /// The option of the tool's command line that names one more, or holds its content in braces.
    public var option: String?
    /// Whether it has options of the tool's command line, with the dashes or without, which need no value.
    public var holdsOptions = false

    /// A kind of file.
    init(
        _ name: String, references: References = .none, program: Program? = nil,
        isReadAtStart: Bool = false, separators: String = "=", holdsOptions: Bool = false,
        paths: @escaping @Sendable (FilePlaces) -> [[UInt8]] = { _ in [] }, option: String? = nil,
        fault: @escaping @Sendable ([UInt8], String) -> SettingsFault? = { _, _ in nil },
        read: @escaping @Sendable ([UInt8], String, Target?) -> [ToolSetting] = { _, _, _ in [] }
    ) {
        self.name = name
        self.paths = paths
        self.option = option
        self.fault = fault
        self.read = read
        self.references = references
        self.program = program
        self.isReadAtStart = isReadAtStart
        self.separators = separators
        self.holdsOptions = holdsOptions
    }

    /// What the file at `path`, for people, says with the content `text`; what it does not know there it passes over.
    public func settings(
        in text: [UInt8], path: String, for target: Target? = nil
    ) -> [ToolSetting] {
        read(text, path, target)
    }

    /// What the last `option` among `arguments` has for a value; nil where there is none.
    public func value(in arguments: ArraySlice<[UInt8]>) -> [UInt8]? {
        guard let option else { return nil }
        var value: [UInt8]?
        var isValue = false
        for word in arguments {
            if isValue {
                value = word
                isValue = false
            } else if word.equals("--") {
                break
            } else if word.equals(option) {
                isValue = true
            } else if word.hasPrefix(option + "=") {
                value = Array(word.dropFirst(option.utf8.count + 1))
            }
        }
        return value
    }

    /// Whether git's own files are among what is asked.
    public var asksGit: Bool {
        switch program {
        case .git, .gitOfUser: true
        case .apt, nil: false
        }
    }

    /// Whether they are the same kind.
    public static func == (left: SettingsFile, right: SettingsFile) -> Bool {
        left.name == right.name
    }
}
