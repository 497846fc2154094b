extension Environment {
    /// The environment for a program that proxyenv starts: without what the hook has told of its shell, and the file by which cmd
    /// is switched.
    ///
    /// Both are for this process alone; the text of an alias may hold a secret.
    public var forChildren: Environment {
        let own = ["PROXYENV_SHELL_VIEW", SavedState.Variable.switchFile]
        if own.allSatisfy({ self[$0] == nil }) { return self }
        return EnvironmentPatch(own.map { .unset(name: $0) }).applied(to: self)
    }
}
