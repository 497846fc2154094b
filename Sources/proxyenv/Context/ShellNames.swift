import ProxyEnvCore

extension Context {
    /// The state of the shell that this was typed in.
    var shellSwitch: ShellSwitch { ShellSwitch(environment, foldsNames: foldsNames) }

    /// Whether names of variables have no case in the shell that this prints for, or was typed in.
    var foldsNames: Bool {
        guard NushellVersion(environment).foldsNames else { return false }
        let name = options.shell ?? environment.nonEmpty("PROXYENV_SHELL")
        let shell = name.map { Shells.named($0) } ?? ShellChoice.typed(in: self)
        return shell?.name == Shell.nushell.name
    }
}
