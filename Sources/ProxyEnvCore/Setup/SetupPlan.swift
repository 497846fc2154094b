/// What `setup` found on the machine.
public struct SetupFindings: Sendable {
    /// A proxy that answers.
    public struct Proxy: Sendable, Equatable {
        /// Where it was found, what is preferred first.
        public enum Source: Int, Sendable {
            /// A profile of the files leads to it.
            case file
            /// A built-in profile does.
            case builtIn
            /// It is on a port of this machine for which there is no profile.
            case port
            /// The system is set to it.
            case system
        }

        /// Where it was found.
        public let source: Source
        /// The name of its profile, or of the one to be made.
        public let name: String
        /// The proxy, without a password.
        public let url: String
        /// The program whose it is, or the file that names it; may be empty.
        public let program: String

        /// Its place in the order of what is proposed: a profile that somebody has made, then what every tool can speak to.
        var rank: Int {
            let isForAll = source == .file || url.hasPrefix("http://")
            return source.rawValue + (isForAll ? 0 : 10)
        }

        /// A proxy of these parts.
        public init(source: Source, name: String, url: String, program: String = "") {
            self.source = source
            self.name = name
            self.url = url
            self.program = program
        }
    }

    /// The default that the files name.
    public var defaultName: String?
    /// The proxies that answer and ask for no password that is not known, as they were found.
    public var proxies: [Proxy] = []
    /// The known commands in PATH, in the order of the tools.
    public var installed: [String] = []
    /// The commands that have a rule in the files, also one that they are not wrapped.
    public var ruled: [String] = []

    /// Nothing.
    public init() {}

    /// The names of the known tools for which a wrapper makes sense: those that ask servers of their own, and those that ask
    /// the servers of models.
    public static var candidates: [String] {
        Tools.all.filter { tool in
            let asks = !tool.hosts.isEmpty || !tool.serverVariables.isEmpty
            return asks && tool.advice == nil && tool.service == nil
        }.flatMap { [$0.name] + $0.commands }
    }

    /// What is proposed.
    public var proposal: SetupPlan {
        var first: Proxy?
        for proxy in proxies where proxy.rank < first?.rank ?? Int.max {
            first = proxy
        }
        let choice: SetupPlan.Choice
        if let defaultName {
            choice = .kept(defaultName)
        } else if let first {
            choice = .found(first)
        } else {
            choice = .nothing
        }
        return SetupPlan(choice: choice, commands: installed.filter { !ruled.contains($0) })
    }
}

/// What `setup` is to do.
public struct SetupPlan: Sendable, Equatable {
    /// The default profile.
    public enum Choice: Sendable, Equatable {
        /// The one that the files name stays.
        case kept(String)
        /// That of a proxy that answers.
        case found(SetupFindings.Proxy)
        /// The one that a person has named.
        case named(ProfileReference)
        /// There is none, as no proxy answers.
        case nothing
    }

    /// The default profile.
    public var choice: Choice
    /// The commands that get a wrapper.
    public var commands: [String]

    /// A plan of these parts.
    public init(choice: Choice, commands: [String]) {
        self.choice = choice
        self.commands = commands
    }

    /// The plan after a person has typed `words`: names alone are all that is wanted, `none` is for none, `-NAME` takes a command out,
    /// and `+NAME` adds one.
    ///
    /// - Parameters:
    ///   - words: The words.
    ///   - isInstalled: Whether a name is one of PATH; one that is not needs its `+`, as it may be a slip.
    /// - Returns: The plan.
    /// - Throws: The first word that can't be meant.
    public func changed(
        by words: [[UInt8]], isInstalled: (String) -> Bool
    ) throws(CommandProblem) -> SetupPlan {
        var plan = self
        var named: [String]?
        for word in words {
            let sign = word.first
            let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
            let name = isSigned ? Array(word.dropFirst()) : word
            if !isSigned, name.equals("none") {
                named = named ?? []
                continue
            }
            guard CommandName.isValid(name) else {
                throw CommandProblem(word: word, isAbsent: false)
            }
            let text = String(decoding: name, as: UTF8.self)
            let isIn = plan.commands.contains(text)
            switch sign {
            case UInt8(ascii: "+"): if !isIn { plan.commands.append(text) }
            case UInt8(ascii: "-") where isIn: plan.commands.removeAll { $0 == text }
            case _ where !isIn && (isSigned || !isInstalled(text)):
                throw CommandProblem(word: word, isAbsent: true)
            default: if named?.contains(text) != true { named = (named ?? []) + [text] }
            }
        }
        if let named {
            let added = plan.commands.filter { !commands.contains($0) && !named.contains($0) }
            plan.commands = named + added
        }
        return plan
    }

    /// That a word can't be meant.
    public struct CommandProblem: Error, Equatable {
        /// The word.
        public let word: [UInt8]
        /// Whether it can be a command's name, and there is none.
        public let isAbsent: Bool
    }
}
