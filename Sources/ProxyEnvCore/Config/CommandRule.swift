/// What `[commands]` says of one command.
public struct CommandRule: Sendable, Equatable {
    /// The profile that it always gets, or nil for the one that is active in the shell.
    public var profile: ProfileReference?
    /// Variables of its own, which come on top of the profile's.
    public var variables: [Profile.Variable] = []

    /// A rule of these parts.
    public init(profile: ProfileReference? = nil, variables: [Profile.Variable] = []) {
        self.profile = profile
        self.variables = variables
    }
}

extension ConfigReader {
    /// Reads the rule for the command `name`, or nil if there is none or it says `false`.
    ///
    /// If something is wrong with it, that is in `diagnostics` and the result is nil too.
    public mutating func readRule(_ name: [UInt8]) -> CommandRule? {
        soughtForPassword = []
        for (number, layer) in configuration.layers.enumerated().reversed() {
            guard let commands = layer.document.table("commands"),
                let node = layer.document.find(name[...], in: commands)
            else { continue }
            return readRule(at: Place(layer: number, node: node))
        }
        return nil
    }

    mutating func readRule(at place: Place) -> CommandRule? {
        let name = key(place)
        if !CommandName.hasValidLetters(name) {
            reportKey(.commandName(DisplayText.shortened(name)), place)
            return nil
        }
        if CommandName.isReserved(name) {
            reportKey(.reservedCommand(DisplayText.shortened(name)), place)
            return nil
        }
        let node = node(place)
        switch node.kind {
        case .boolean: return boolean(place) == true ? CommandRule() : nil
        case .string: return readReference(place).map { CommandRule(profile: $0) }
        case _ where node.isTable: return readRuleTable(place)
        default:
            reportType(.rule, place, key: keyText(place))
            return nil
        }
    }

    private mutating func readRuleTable(_ table: Place) -> CommandRule? {
        let before = diagnostics.count
        var rule = CommandRule()
        for place in members(of: table) {
            if key(place).equals("profile") {
                rule.profile = readReference(place)
            } else if key(place).equals("env") {
                rule.variables = readVariables(place) ?? []
            } else {
                reportUnknownKey(
                    place, in: "the rule for `\(keyText(table))`", known: ["profile", "env"])
            }
        }
        return diagnostics.count == before ? rule : nil
    }

    /// Reads a profile as it is named everywhere: by its name, a URL without a password, or a port.
    mutating func readReference(_ place: Place) -> ProfileReference? {
        guard let text = readText(place, key: keyText(place)) else { return nil }
        do {
            let reference = try ProfileReference(text)
            return mayChoose(reference, at: place) ? reference : nil
        } catch {
            reportValue(.reference(error), place)
            return nil
        }
    }
}
