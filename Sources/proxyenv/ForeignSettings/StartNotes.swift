import ProxyEnvCore

/// What a person has to know when a command starts with a profile that may not reach it.
struct StartNotes {
    private let context: Context
    private let profile: String
    private let isDirect: Bool
    private let environment: Environment

    /// Notes on a command that gets `environment`, which has the variables of `profile`; `isDirect` says that it has no proxy.
    init(_ context: Context, profile: String, isDirect: Bool, _ environment: Environment) {
        self.context = context
        self.profile = profile
        self.isDirect = isDirect
        self.environment = environment
    }

    /// Says each on one line of standard error; where all is well, nothing.
    func give(for command: [UInt8], _ tool: Tool?, arguments: ArraySlice<[UInt8]>) {
        if context.options.isQuiet { return }
        noteChangeOfUser(command, arguments)
        guard let tool else { return }
        if let advice = tool.advice { context.note(advice) }
        if tool.service?.isUsed(with: arguments) == true,
            let service = ToolFiles(context, environment, for: .start).serviceNeeded(by: tool)
        {
            context.note(
                "\(service.title) \(service.work), and profile \(profile) does not reach it: `proxyenv doctor \(tool.name)` tells its route"
            )
        }
        // The switch is left out where Node would end at the proxy's scheme.
        if tool.waitsForSwitch, !isDirect, environment[ProxyVariables.node]?.equals("1") != true {
            context.note(
                "node's own clients do not speak to such a proxy and go without one; a profile with an http:// URL does"
            )
        }
        noteFiles(of: tool, arguments)
        RunningDaemon.note(of: tool, environment, arguments, profile: profile, in: context)
    }

    /// sudo and its like start with an environment of their own.
    private func noteChangeOfUser(_ command: [UInt8], _ arguments: ArraySlice<[UInt8]>) {
        let name = FileName.last(of: command)
        let isLogin = { (word: [UInt8]) in ["-", "-l", "--login"].contains { word.equals($0) } }
        let keeps = { (word: [UInt8]) in word.equals("-E") || word.hasPrefix("--preserve-env") }
        let command: String
        switch true {
        case name.equals("sudo") && !arguments.contains(where: keeps), name.equals("doas"):
            command = "\(DisplayText.escaped(name)) proxyenv exec \(profile) -- …"
        case name.equals("su") && arguments.contains(where: isLogin):
            command = "su - -c 'proxyenv exec \(profile) -- …'"
        default: return
        }
        context.note(
            "\(DisplayText.escaped(name)) drops the variables of the profile; do it inside: \(command)"
        )
    }

    /// Says which file of the tool's own leads it elsewhere than the variables do.
    private func noteFiles(of tool: Tool, _ arguments: ArraySlice<[UInt8]>) {
        guard tool.mayBeOverruled(isDirect: isDirect), !tool.namesItsOwn(arguments) else { return }
        var files = ToolFiles(context, environment, for: .start)
        files.take(arguments, of: tool)
        let urls = [tool.hosts.first ?? "https://example.com/", "http://example.com/"]
        var settings: [ToolSetting] = []
        for (index, url) in urls.enumerated() {
            guard let target = Target(Array(url.utf8)) else { continue }
            settings = files.settings(of: tool, for: target)
            let isNoted = noteRoute(of: tool, to: target, settings, isOther: index > 0)
            if index == 0 { for problem in files.problems { context.note(problem) } }
            if isNoted || settings.isEmpty { return }
        }
        noteExemptions(of: tool, settings)
    }

    /// Says which of `settings` leads the tool elsewhere on its way to `target`, if one does; where that is not what most targets
    /// are, for which.
    private func noteRoute(
        of tool: Tool, to target: Target, _ settings: [ToolSetting], isOther: Bool
    ) -> Bool {
        let wanted = Explainer(tool, environment, []).routes(to: target)
        let found = Explainer(tool, environment, settings).routes(to: target)
        for (wanted, found) in zip(wanted, found) where wanted.decision != found.decision {
            guard case .file = found.decidedBy else { continue }
            context.note(
                found.isBroken
                    ? "\(tool.name) cannot read \(found.decidedBy.text) and does nothing; mend it"
                    : "\(found.decidedBy.text) beats profile \(profile): "
                        + (isOther ? "to http:// URLs " : "")
                        + "\(tool.name) goes \(found.decision.phrase); take that out")
            return true
        }
        return false
    }

    /// Says for which host the list of exemptions in a file of the tool's own goes before that of the profile.
    private func noteExemptions(of tool: Tool, _ settings: [ToolSetting]) {
        guard let list = settings.last(where: { $0.name.utf8.equalsIgnoringCase("no_proxy") })
        else {
            return
        }
        let others = ["no_proxy", "NO_PROXY"].compactMap { environment[$0] }
        for host in Self.hosts(in: [list.value] + others) {
            guard let target = Target(Array("https://".utf8) + host) else { continue }
            let wanted = Explainer(tool, environment, []).routes(to: target)
            let found = Explainer(tool, environment, settings).routes(to: target)
            for (wanted, found) in zip(wanted, found) where wanted.decision != found.decision {
                context.note(
                    "\(list.source.text) beats profile \(profile): to \(DisplayText.shortened(host)) \(tool.name) goes \(found.decision.phrase); take that out"
                )
                return
            }
        }
    }

    /// The hosts among the first entries of `lists`, what stands for several as one of them.
    private static func hosts(in lists: [[UInt8]]) -> [[UInt8]] {
        lists.flatMap { list in
            list.split { $0 == UInt8(ascii: ",") || $0 <= 0x20 }.prefix(20).compactMap { entry in
                let name = entry.drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".") }
                if name.isEmpty || name.contains(UInt8(ascii: "/")) { return nil }
                // `.example.com` may stand for what is below it alone.
                return (name.count < entry.count ? Array("www.".utf8) : []) + name
            }
        }
    }
}

extension Explanation.Decision {
    /// The route in a sentence about who goes it.
    var phrase: String {
        switch self {
        case .proxy(let url): "through \(url)"
        case .direct: "without a proxy"
        case .refused: "nowhere"
        }
    }
}

extension ToolFiles {
    /// What the files are read for.
    enum Purpose {
        /// Somebody asks what is in them, and waits.
        case answer
        /// A command is to start, which no file may delay.
        case start
    }

    /// Whether the files of `tool` name a proxy for the web.
    mutating func nameProxy(of tool: Tool) -> Bool {
        guard let target = Target(Array("https://example.com/".utf8)) else { return false }
        return settings(of: tool, for: target).contains { $0.name != "no_proxy" && !$0.isFault }
    }
}
