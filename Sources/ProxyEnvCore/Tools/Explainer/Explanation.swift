/// The route that a tool takes to a target, and why.
public struct Explanation: Sendable, Equatable {
    /// A place that says something of the proxy.
    public enum Source: Sendable, Equatable {
        /// A variable of the environment.
        case variable(name: String)
        /// A key, or a variable, in a file; or what is wrong with the file, whose line is 0 where that is the whole.
        case file(path: String, line: Int, key: String)
        /// A key somewhere in the files of a program that alone knows which; or what is wrong with one of them.
        case configuration(of: String, key: String)
        /// Nothing says anything.
        case nothing

        /// The place for people.
        public var text: String {
            switch self {
            case .variable(let name): name
            case .file(let path, 0, let key): "\(path) (\(key))"
            case .file(let path, let line, let key): "\(path):\(line) (\(key))"
            case .configuration(let program, let key): "\(program)'s configuration (\(key))"
            case .nothing: "no variable and no file"
            }
        }
    }

    /// Where the traffic goes.
    public enum Decision: Sendable, Equatable {
        /// Through the proxy at this URL, as the tool takes it, a password as `***`.
        case proxy(String)
        /// To the target itself.
        case direct
        /// Nowhere: the tool refuses the value.
        case refused

        /// The decision as a word.
        public var text: String {
            switch self {
            case .proxy(let url): url
            case .direct: "direct"
            case .refused: "none"
            }
        }
    }

    /// What the transport is called.
    public var transport: String
    /// Where the traffic goes.
    public var decision: Decision
    /// Whether it gets anywhere: false where the tool refuses, or speaks HTTP to what does not.
    public var isUsable: Bool
    /// What decides.
    public var decidedBy: Source
    /// The value that it has, with whatever is secret in it.
    public var value: [UInt8] = []
    /// The proxy as the tool takes it, where variables were put into it and it is shown without them.
    public var taken: String?
    /// What kind of file has the value, if one has.
    public var origin = ToolSetting.Origin.own
    /// Whether the tool does nothing at all, as it cannot read the file that decides.
    public var isBroken = false
    /// Whether variables of the environment were put into the value.
    public var isMadeOfVariables = false
    /// The entry of NO_PROXY that matched, and where it stands.
    public var exempted: (entry: String, source: Source)?
    /// What names another proxy and does not count.
    public var overruled: [Source] = []
    /// What is dangerous in it.
    public var warnings: [String] = []

    /// Compares all parts.
    public static func == (left: Explanation, right: Explanation) -> Bool {
        left.transport == right.transport && left.decision == right.decision
            && left.isUsable == right.isUsable && left.decidedBy == right.decidedBy
            && left.exempted?.entry == right.exempted?.entry && left.overruled == right.overruled
            && left.warnings == right.warnings
    }
}

/// A value in a file of a tool's own.
public struct ToolSetting: Sendable, Equatable {
    /// The key: a variable's name, or `http_proxy`, `https_proxy`, `all_proxy` or `no_proxy` for what means as much.
    public let name: String
    /// The value.
    public internal(set) var value: [UInt8]
    /// The file's path, for people.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// The key as the file has it.
    public let key: String
    /// The program that has it in one of its files, where it is not known in which.
    private var program: String?
    /// How it stands to variables of Java's options.
    var rank = Rank.key
    /// Whose file it is.
    public var origin = Origin.own
    /// What it does to those before it.
    public internal(set) var effect = Effect.sets
    /// The value as the file has it, where variables were put into it.
    public private(set) var written: [UInt8]?

    /// Whose a file is.
    public enum Origin: Sendable, Equatable {
        /// The user's own, or the machine's.
        case own
        /// The project's in whose folder the command is, which may have come from anybody.
        case project
    }

    /// What a setting does.
    public enum Effect: Sendable, Equatable {
        /// It sets its name to its value.
        case sets
        /// It takes back what was set before it.
        case clears
        /// It takes its name away, wherever that is set.
        case removes
        /// It names a file with more of them, which was not read.
        case names
    }

    /// How a setting stands to the variables in which Java finds its options.
    enum Rank: Sendable, Equatable {
        /// It is a key of the tool's own, which goes before all of them.
        case key
        /// It is one of Java's options, which go in front of those in the tool's own variable.
        case option
        /// It is an argument of the tool's, which goes behind all of them, and so before.
        case argument
    }

    /// A setting of these parts.
    public init(name: String, value: [UInt8], path: String, line: Int, key: String) {
        self.name = name
        self.value = value
        self.path = path
        self.line = line
        self.key = key
    }

    /// What stands for a file that the tool cannot read, so that it does nothing: what it is, and the line, 0 if that is not known.
    public init(fault: String, path: String, line: Int) {
        self.init(name: "", value: [], path: path, line: line, key: fault)
    }

    /// What `program` has under `key`, or what is wrong there, in a file that is not known.
    public init(
        name: String = "", value: [UInt8] = [], configurationOf program: String, key: String
    ) {
        self.init(
            name: name, value: value, path: "\(program)'s configuration", line: 0, key: key)
        self.program = program
    }

    /// Whether it stands for a file that the tool cannot read.
    public var isFault: Bool { name.isEmpty }

    /// A setting that a variable makes in the place of a file.
    public init(name: String, value: [UInt8], variable: String) {
        self.init(name: name, value: value, path: "", line: 0, key: variable)
    }

    /// This setting with `value`, in which variables may have been put.
    public func with(_ value: [UInt8]) -> ToolSetting {
        if value == self.value { return self }
        var setting = self
        setting.value = value
        setting.written = self.value
        return setting
    }

    /// This setting, in a file of a project if `isOfProject` says so.
    public func of(project isOfProject: Bool) -> ToolSetting {
        var setting = self
        setting.origin = isOfProject ? .project : .own
        return setting
    }

    /// Where it stands.
    public var source: Explanation.Source {
        if let program { return .configuration(of: program, key: key) }
        return path.isEmpty ? .variable(name: key) : .file(path: path, line: line, key: key)
    }
}
