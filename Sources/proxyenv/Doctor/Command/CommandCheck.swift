import ProxyEnvCore

/// The command itself: where it is, which version, and how it came here.
struct CommandCheck {
    /// How a command was installed, which decides how it is brought up to date.
    private enum Origin {
        case npm
        case brew
        case pip
        case other
    }

    private let name: [UInt8]
    private let tool: Tool?
    private let environment: Environment
    private let path: [UInt8]?
    private let asked: ChildProcess?
    private var answer: Version??

    /// The milliseconds that the command may take to tell its version.
    private static let limit = 3000

    /// A look at the command `name`, which will have `environment`; its version is asked for meanwhile.
    init(_ name: [UInt8], _ tool: Tool?, _ environment: Environment) {
        self.name = name
        self.tool = tool
        let environment = ShimFolder.left(out: environment)
        self.environment = environment
        let path = ProgramSearch(environment).path(of: name)
        self.path = path
        var asked: ChildProcess?
        if let path, tool?.faults.isEmpty == false {
            asked = try? ChildProcess(
                starting: [path, Array("--version".utf8)], environment.withoutSecrets,
                quietly: true)
        }
        self.asked = asked
    }

    /// The version that the command tells, or nil if it was not asked, or has not told in time.
    mutating func version(_ progress: Progress? = nil) -> Version? {
        if let answer { return answer }
        if asked != nil {
            progress?.show("asking \(DisplayText.shortened(name)) for its version")
        }
        let output = asked.map { $0.finish(by: Clock.milliseconds + Self.limit) }
        let version = output.flatMap { $0.status == 0 ? Version(in: $0.output) : nil }
        answer = version
        return version
    }

    /// The Python that runs it and has no `module`; nil where it has it, or nobody knows.
    func python(without module: String) -> String? {
        guard let modules = path.flatMap({ PythonModules(of: $0, environment) }),
            modules.has(module) == false
        else { return nil }
        return modules.name
    }

    /// Whether it is there; if not, that is noted, and what it is in the shell that `view` tells of.
    func isThere(_ view: ShellView?, _ diagnosis: inout Diagnosis) -> Bool {
        if path != nil { return true }
        let shown = DisplayText.shortened(name)
        if let kind = view?.kind(of: shown) {
            note(.missing(shown, .shells(kind: kind)), .unknown, &diagnosis)
        } else {
            let isPath = PathText.hasFolder(name)
            note(.missing(shown, isPath ? .path : .command), .bad, &diagnosis)
        }
        return false
    }

    private func note(
        _ finding: Finding, _ outcome: ProbeStep.Outcome, _ diagnosis: inout Diagnosis
    ) {
        diagnosis.noteFirst(ProbeStep(.command, outcome, finding.title))
        diagnosis.addFirst(finding)
    }

    /// Notes what was found; `hasPassword` says whether the proxy wants one.
    mutating func finish(
        _ diagnosis: inout Diagnosis, hasPassword: Bool, _ progress: Progress
    ) {
        guard let path else { return }
        let shown = DisplayText.shortened(name)
        var text = DisplayText.shortened(path, to: 200)
        let number = version(progress)
        if let number { text += ", version \(number.text)" }
        if let manager = Self.manager(of: path) { text += ", a shim of \(manager)" }
        diagnosis.noteFirst(ProbeStep(.command, .good, text))
        guard let number, let tool else { return }
        for fault in tool.faults.reversed()
        where fault.concerns(number)
            && fault.matters(in: environment, hasPassword: hasPassword)
        {
            // No proxy helps a command that looks at none.
            if fault.concern == .proxies { diagnosis.remove(.routeDirect) }
            diagnosis.addFirst(.version(shown, number, fault, fix: update(tool, path)))
        }
    }

    /// How to bring it up to date, through the proxy.
    private func update(_ tool: Tool, _ path: [UInt8]) -> String {
        let name = DisplayText.shortened(FileName.last(of: name))
        switch Self.origin(of: path) {
        case .npm:
            return "proxyenv run npm install -g \(tool.npmPackage ?? name)@latest"
        case .brew: return "proxyenv run brew upgrade \(name)"
        case .pip: return "proxyenv run pip install --upgrade \(name)"
        case .other: return "Install a newer \(name), as you have installed this one."
        }
    }

    private static func origin(of path: [UInt8]) -> Origin {
        let real = PathText.portable(FileSystem.realPath(of: path) ?? path)
        func holds(_ text: String) -> Bool { real.firstOccurrence(of: Array(text.utf8)) != nil }
        if holds("/node_modules/") { return .npm }
        if holds("/Cellar/") || holds("/homebrew/") || holds("/linuxbrew/") { return .brew }
        return holds("/site-packages/") || holds("/dist-packages/") ? .pip : .other
    }

    /// The other program's manager whose shim stands at `path`, or nil.
    private static func manager(of path: [UInt8]) -> String? {
        let managers = [
            ("/.asdf/shims/", "asdf"), ("/mise/shims/", "mise"), ("/.pyenv/shims/", "pyenv"),
            ("/.nodenv/shims/", "nodenv"), ("/.volta/bin/", "Volta"), ("/scoop/shims/", "Scoop"),
        ]
        let path = PathText.portable(path)
        return managers.first { path.firstOccurrence(of: Array($0.0.utf8)) != nil }?.1
    }
}
