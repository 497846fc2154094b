extension Finding {
    /// That Node ends at its start in `environment`, by the value of `variable`.
    ///
    /// - Parameters:
    ///   - variable: The variable.
    ///   - environment: The environment, in which Node is told to read it.
    ///   - isSure: Whether the Node that is there is one that reads it.
    /// - Returns: The finding.
    public static func nodeEnds(
        by variable: String, in environment: Environment, isSure: Bool
    ) -> Finding {
        let value = DisplayText.shortened(environment[variable] ?? [], to: 200)
        return Finding(
            "env.node", isSure ? .problem : .warning, NodeSwitch.warning(of: variable),
            evidence: ["\(variable)=\(value)"], fix: [NodeSwitch.remedy(in: environment)])
    }
}

extension NodeSwitch {
    /// Whether Node reads variables in its version `version`, where it is told to.
    public static func isKnown(to version: Version) -> Bool { Tool.nodeFetch.canBeTold(version) }
}
