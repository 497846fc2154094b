import ProxyEnvCore

/// The profile that a command gets, and what gives it.
struct GivenProfile {
    /// What names the profile, in the order in which it is asked.
    enum Giver: String {
        /// PROXYENV_PROFILE.
        case variable
        /// The command's rule.
        case rule
        /// The profile is active in this shell.
        case shell
        /// The file's `default`.
        case `default`
        /// Nothing does, so that it is `auto`.
        case auto

        /// The giver in words.
        var text: String {
            switch self {
            case .variable: "PROXYENV_PROFILE"
            case .rule: "its rule"
            case .shell: "active in this shell"
            case .default: "the default"
            case .auto: "no default is set"
            }
        }
    }

    /// The profile's name, or its URL.
    let name: String
    /// What gives it.
    let giver: Giver
}

extension ProfileResolver {
    /// The profile that a command with the rule `rule` gets, as `reference(for:)` finds it.
    ///
    /// - Throws: What is wrong with the name.
    mutating func given(for rule: CommandRule?) throws(Failure) -> GivenProfile {
        let reference = try reference(for: rule)
        let name = DisplayText.shortened(Array(reference.text.utf8))
        return GivenProfile(name: name, giver: giver(for: rule))
    }

    private func giver(for rule: CommandRule?) -> GivenProfile.Giver {
        if context.environment.nonEmpty("PROXYENV_PROFILE") != nil { return .variable }
        if rule?.profile != nil { return .rule }
        if context.environment.nonEmpty(SavedState.Variable.active) != nil { return .shell }
        return reader.hasTop("default") ? .default : .auto
    }

    /// The profile that the command `name` gets.
    ///
    /// - Throws: What is wrong with its rule, or with what else is asked.
    mutating func given(to name: String) throws(Failure) -> GivenProfile {
        // What is wrong with one rule is no fault of the next.
        var resolver = self
        defer { reader.keepCount(of: resolver.reader) }
        return try resolver.given(for: try resolver.rule(for: Array(name.utf8)))
    }
}
