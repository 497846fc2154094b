extension Environment {
    /// This without what is secret, and without proxies: enough for a program that only tells its version or its settings.
    ///
    /// git's own variables stay, as they are settings that it is asked for.
    public var withoutSecrets: Environment {
        Environment(entries: entries.filter { !Self.isSecret($0) })
    }

    private static let kept = ["GIT_CONFIG_", "HOME=", "PATH="]

    private static func isSecret(_ entry: [UInt8]) -> Bool {
        if kept.contains(where: { entry.hasPrefix($0) }) { return false }
        let name = entry.prefix { $0 != UInt8(ascii: "=") }
        let value = entry.dropFirst(name.count + 1)
        let isOwn = [SavedState.Variable.state, "PROXYENV_SHELL_VIEW"].contains { name.equals($0) }
        return isOwn || ProxyVariables.known.contains { name.equalsIgnoringCase($0) }
            || Secrets.isSecretName(name) || Secrets.holdsCredentials(value)
    }
}
