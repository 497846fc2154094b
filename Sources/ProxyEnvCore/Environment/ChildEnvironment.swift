extension Environment {
    /// The environment for a program that proxyenv starts for itself: without what the hook has told of its shell.
    ///
    /// That is for this process alone; the text of an alias may hold a secret.
    public var forChildren: Environment {
        let view = "PROXYENV_SHELL_VIEW"
        if self[view] == nil { return self }
        return EnvironmentPatch([.unset(name: view)]).applied(to: self)
    }
}
