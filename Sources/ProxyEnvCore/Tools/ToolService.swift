/// A server that does a tool's work on the network, with an environment of its own: no variable of a shell reaches it.
public struct ToolService: Sendable {
    /// The name of its program.
    public let name: String
    /// The first argument by which its process is known, where its program does other things too.
    let argument: String?
    /// What it does in the place of the tool.
    public let work: String
    /// The words behind the tool's name that leave their work to it.
    let commands: [String]
    /// The words that group others, as `image` in `docker image pull`.
    var groups: [String] = []
    /// The tool's options in front of these words that take the next one for a value.
    var valueOptions: [String] = []
    /// The files that give it its variables, the one that counts last.
    public let files: [SettingsFile]
    /// What it is asked, if it tells its proxies itself.
    public let question: [String]?
    /// What its answer says; nil where it has not answered.
    public let answer: @Sendable ([UInt8]) -> [ToolSetting]?
    /// The variable that names another one.
    let address: String
    /// The name of its unit of systemd.
    public let unit: String
    /// Whether an environment says that it is one of the user's own, which systemd's manager for the user starts.
    let isOfUser: @Sendable (Environment) -> Bool
    /// The folder of a `config.json` whose `proxies` are for what runs in containers, and not for it.
    public var containerFolder: ToolFolder?
    /// Whether people start it in a shell too, which gives it its variables.
    public let isStartedInShells: Bool
    /// The program that some systems have under the tool's name, and that does its work itself.
    var substitute: String?
    /// What gives it a proxy where no systemd starts it, a sentence for people.
    var ownRemedy: String?

    /// What it is called, for people.
    public var title: String { argument.map { "\(name) \($0)" } ?? name }

    /// Whether the tool leaves its work to it when it is started with `arguments`.
    public func isUsed(with arguments: ArraySlice<[UInt8]>) -> Bool {
        var isValue = false
        for word in arguments {
            if isValue {
                isValue = false
            } else if word.first == UInt8(ascii: "-") {
                isValue = valueOptions.contains { word.equals($0) }
            } else if !groups.contains(where: { word.equals($0) }) {
                return commands.contains { word.equals($0) }
            }
        }
        return false
    }

    /// Whether a process with `arguments` is it; a script's interpreter stands in front.
    public func isProcess(_ arguments: [[UInt8]]) -> Bool {
        guard let argument else {
            return arguments.first.map { FileName.last(of: $0).equals(name) } ?? false
        }
        let index = arguments.prefix(2).firstIndex { FileName.last(of: $0).equals(name) }
        return index.map { arguments.dropFirst($0 + 1).first?.equals(argument) == true } ?? false
    }

    /// Whether `environment` sends the tool to a server on another machine.
    public func isElsewhere(in environment: Environment) -> Bool {
        guard let value = environment.nonEmpty(address) else { return false }
        if value.hasPrefix("unix://") || value.hasPrefix("npipe://") { return false }
        let scheme = value.firstOccurrence(of: Array("://".utf8))
        var text = scheme.map { Array(value[($0 + 3)...]) } ?? value
        if !text.hasPrefix("[") && text.count(where: { $0 == UInt8(ascii: ":") }) > 1 {
            text = [UInt8(ascii: "[")] + text + [UInt8(ascii: "]")]
        }
        if text.isEmpty || text.first == UInt8(ascii: ":") { return false }
        guard let target = Target(Array("http://".utf8) + text) else { return true }
        return !target.isLoopback && !target.host.equals("0.0.0.0") && !target.host.equals("::")
    }

    /// Whether `text`, the `config.json` of its tool, names proxies, which are for containers alone.
    public static func namesProxies(_ text: [UInt8]) -> Bool {
        (JSONReader.strings(in: text) ?? []).contains { $0.path.first?.equals("proxies") == true }
    }

    /// Whether `tool` is another program here, which needs no server: a link to it, or a script that starts it.
    public func isReplaced(for tool: Tool, in places: FilePlaces) -> Bool {
        guard let substitute, let program = places.program(tool.name) else { return false }
        if FileName.last(of: program).equals(substitute) { return true }
        guard let text = places.content(program), text.hasPrefix("#!") else { return false }
        return text.firstOccurrence(of: Array(substitute.utf8)) != nil
    }

    /// What gives it the variables of `profile`, for who has `environment`; `isUnit` says that systemd starts what runs here.
    public func remedy(
        profile: String, in environment: Environment, isUnit: Bool
    ) -> [String] {
        if !isUnit { return ownRemedy.map { [$0] } ?? restartByHand(with: profile) }
        if isOfUser(environment) {
            let folder = "~/.config/systemd/user/\(unit).d"
            return [
                "mkdir -p \(folder)",
                "proxyenv env \(profile) --format systemd >\(folder)/proxy.conf",
                "systemctl --user daemon-reload && \(restart(in: environment))",
            ]
        }
        let folder = "/etc/systemd/system/\(unit).d"
        return [
            "sudo mkdir -p \(folder)",
            "proxyenv env \(profile) --format systemd | sudo tee \(folder)/proxy.conf",
            "sudo systemctl daemon-reload && \(restart(in: environment))",
        ]
    }

    /// What gives it the variables of `profile` where a person starts it.
    public func restartByHand(with profile: String) -> [String] {
        ["Quit \(title), and start it again:", "proxyenv exec \(profile) -- \(title)"]
    }

    /// What starts it anew, where systemd does.
    public func restart(in environment: Environment) -> String {
        isOfUser(environment)
            ? "systemctl --user restart \(unit)" : "sudo systemctl restart \(unit)"
    }
}
