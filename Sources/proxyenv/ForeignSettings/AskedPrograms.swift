import ProxyEnvCore

/// Programs that are asked what stands in files which they alone understand; each is asked once.
struct AskedPrograms {
    /// The environment that they get, shims left out.
    var environment: Environment {
        didSet { if environment != oldValue { ground = Self.ground(environment) } }
    }

    /// A question: the words of the command, and what of the environment has a say in the answer.
    private struct Question: Equatable {
        let words: [String]
        let ground: [[UInt8]]
    }

    private var ground: [[UInt8]]
    private var running: [(question: Question, process: ChildProcess)] = []
    private var answers: [(question: Question, output: [UInt8]?, status: Int32?)] = []

    /// The milliseconds that one may take.
    private static let limit = 2000

    /// Programs that get `environment`.
    init(environment: Environment) {
        self.environment = environment
        ground = Self.ground(environment)
    }

    /// The entries of `environment` that lead git and apt to their files, or stand for some of them.
    private static func ground(_ environment: Environment) -> [[UInt8]] {
        environment.entries.filter { entry in
            ["GIT_", "APT_", "XDG_", "HOME=", "PATH="].contains { entry.hasPrefix($0) }
        }
    }

    /// Asks git for the proxy of a target.
    static func gitProxy(for target: Target) -> [String] { gitValue(of: "http.proxy", for: target) }

    /// Asks git for what holds for a target, whose URL is an argument that others can read: no user's name is in it.
    static func gitValue(of key: String, for target: Target) -> [String] {
        let url = String(decoding: target.comparedURL, as: UTF8.self)
        return ["git", "config", "-z", "--get-urlmatch", key, url]
    }

    /// Asks git for every proxy, and for what it puts in the place of a URL, with the file in which it stands.
    static let gitEntries = [
        "git", "config", "-z", "--show-origin", "--get-regexp",
        "^(https?\\.(.*\\.)?proxy|remote\\..*\\.proxy|url\\..*\\.insteadof)$",
    ]

    /// Asks git which URL it takes for `repository`, a URL or a remote's name; it connects to nothing (git-ls-remote(1)).
    static func gitURL(of repository: String) -> [String] {
        ["git", "ls-remote", "--get-url", "--", repository]
    }

    /// Asks git for the user's proxy, without conditions on URLs and without variables: what libgit2 sees, and so cargo
    /// (cargo 1.95, tried).
    static let gitOwnProxy = ["git", "config", "-z", "--global", "--get", "http.proxy"]

    /// Asks git for the names of all proxies that hold for a URL or a remote.
    static let gitProxyKeys = [
        "git", "config", "-z", "--name-only", "--get-regexp", "^(http|remote)\\..*\\.proxy$",
    ]

    /// Asks apt for its settings of the network, a line for each.
    static let aptProxies = ["apt-config", "dump", "--format", "%f %v%n", "Acquire"]

    /// Starts programs without waiting for their answers.
    mutating func start(_ programs: [[String]]) {
        for words in programs {
            let question = Question(words: words, ground: ground)
            guard !running.contains(where: { $0.question == question }),
                let process = begin(words)
            else { continue }
            running.append((question, process))
        }
    }

    /// What a program prints, without its line's end, or nil if it fails.
    mutating func output(of words: [String]) -> [UInt8]? {
        let question = Question(words: words, ground: ground)
        if let known = answers.first(where: { $0.question == question }) { return known.output }
        var process: ChildProcess?
        if let index = running.firstIndex(where: { $0.question == question }) {
            process = running.remove(at: index).process
        } else {
            process = begin(words)
        }
        var output: [UInt8]?
        var status: Int32?
        if let outcome = process?.finish(by: Clock.milliseconds + Self.limit), !outcome.wasStopped {
            status = outcome.status
            let text = outcome.output
            if status == 0 { output = text.last == 0x0A ? Array(text.dropLast()) : text }
        }
        answers.append((question, output, status))
        return output
    }

    /// Whether git ended at `words` as it ends where it can't read its files: 1 says that there is no such key (git-config(1),
    /// git 2.39.5, tried).
    mutating func failsAtFiles(_ words: [String]) -> Bool {
        _ = output(of: words)
        let question = Question(words: words, ground: ground)
        return answers.first { $0.question == question }?.status == 128
    }

    /// The last value of apt's `key`, or nil where it is empty or not there.
    private mutating func aptValue(_ key: String) -> [UInt8]? {
        let lines = output(of: Self.aptProxies)?.split(separator: 0x0A) ?? []
        let values = lines.compactMap { line -> [UInt8]? in
            let found = line.prefix { $0 != 0x20 }
            return found.equalsIgnoringCase(key) ? Array(line.dropFirst(found.count + 1)) : nil
        }
        return values.last.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `Acquire::http::Proxy` and its like, as apt-config has them; one that ends in the target's host goes before both others.
    mutating func aptProxies(for target: Target?) -> [ToolSetting] {
        let host = target.map { "::" + String(decoding: $0.host, as: UTF8.self) }
        var own: [UInt8]?
        for scheme in target?.isSecure == true ? ["https", "http"] : ["http"] where own == nil {
            own = host.flatMap { aptValue("Acquire::\(scheme)::Proxy\($0)") }
        }
        var settings: [ToolSetting] = []
        for (scheme, name) in [("http", "http_proxy"), ("https", "https_proxy")] {
            let key = "Acquire::\(scheme)::Proxy"
            guard let value = own ?? aptValue(key) else { continue }
            let text = value.equals("DIRECT") ? [] : value
            settings.append(
                ToolSetting(name: name, value: text, path: "apt.conf", line: 1, key: key))
        }
        return settings
    }

    private func begin(_ words: [String]) -> ChildProcess? {
        let isGit = words.first == "git"
        return try? ChildProcess(
            starting: words.map { Array($0.utf8) },
            isGit
                ? ShimFolder.gitInquiry(in: environment) : ShimFolder.inquiry(in: environment),
            quietly: true)
    }
}
