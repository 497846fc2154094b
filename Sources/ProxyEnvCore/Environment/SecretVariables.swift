extension Environment {
    /// This without what is secret, and without proxies: enough for a program that only tells its version or its settings.
    ///
    /// Settings for git that are in variables stay, unless a password is in one of them: git counts them, so that all go then.
    public var withoutSecrets: Environment {
        let holdsPassword = entries.contains { entry in
            guard entry.hasPrefix("GIT_CONFIG_VALUE_") else { return false }
            let value = entry.drop { $0 != UInt8(ascii: "=") }
            return Secrets.holdsCredentials(value) || Secrets.labelsSecret(value)
        }
        return withoutSecrets(keepingGit: !holdsPassword)
    }

    /// This for the git that is asked for its settings, those in variables among them.
    public var forGitSettings: Environment { withoutSecrets(keepingGit: true) }

    private func withoutSecrets(keepingGit keepsGit: Bool) -> Environment {
        Environment(
            entries: entries.filter { entry in
                entry.hasPrefix("GIT_CONFIG_") ? keepsGit : !Self.isSecret(entry)
            }, foldsNames: foldsNames)
    }

    private static let kept = ["HOME=", "PATH="]

    private static func isSecret(_ entry: [UInt8]) -> Bool {
        if kept.contains(where: { entry.hasPrefix($0) }) { return false }
        let name = entry.prefix { $0 != UInt8(ascii: "=") }
        let value = entry.dropFirst(name.count + 1)
        let isOwn = [SavedState.Variable.state, "PROXYENV_SHELL_VIEW"].contains { name.equals($0) }
        return isOwn || ProxyVariables.known.contains { name.equalsIgnoringCase($0) }
            || Secrets.isSecretName(name) || Secrets.holdsCredentials(value)
            || Secrets.labelsSecret(value)
    }
}
