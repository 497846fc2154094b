import ProxyEnvCore

extension Context {
    /// The state of the shell that this was typed in.
    var shellSwitch: ShellSwitch { ShellSwitch(environment, foldsNames: foldsNames) }

    /// Whether names of variables have no case in the shell that this prints for, or was typed in.
    var foldsNames: Bool {
        guard NushellVersion(environment).foldsNames else { return false }
        return shell?.name == Shell.nushell.name
    }

    private var shell: Shell? {
        if let name = options.shell ?? environment.nonEmpty("PROXYENV_SHELL") {
            return Shells.named(name)
        }
        if let view = environment["PROXYENV_SHELL_VIEW"] { return ShellView.shell(of: view) }
        return ProcessTree.ancestors(limit: 1).lazy.compactMap { Shells.named($0.program) }
            .first { _ in true }
    }
}
