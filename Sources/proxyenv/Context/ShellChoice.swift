import ProxyEnvCore

/// Which shell's language to print.
enum ShellChoice {
    /// `--shell`, else PROXYENV_SHELL, else the shell that this runs in, else SHELL, else the system's.
    ///
    /// - Throws: That the shell named is not known.
    static func shell(in context: Context) throws(Failure) -> Shell {
        if let name = context.options.shell { return try named(name, by: "--shell") }
        if let name = context.environment.nonEmpty("PROXYENV_SHELL") {
            return try named(name, by: "PROXYENV_SHELL")
        }
        for process in ProcessTree.ancestors(limit: 8) {
            if let shell = shell(of: process) { return shell }
        }
        return context.environment.nonEmpty("SHELL").flatMap { Shells.named($0) } ?? Platform.shell
    }

    /// The shell that started this process, or nil if that is no shell.
    static var parent: Shell? {
        let ancestors = ProcessTree.ancestors(limit: 2).lazy.filter { !isCarrier($0) }
        return ancestors.first { _ in true }.flatMap { shell(of: $0) }
    }

    /// Whether a cmd that was started for proxyenv.cmd alone has started this process, as other shells start batch files.
    static var isCarried: Bool { ProcessTree.ancestors(limit: 1).contains { isCarrier($0) } }

    private static func isCarrier(_ process: ProcessTree.Process) -> Bool {
        guard Shells.named(process.program)?.name == Shell.cmd.name else { return false }
        let words = ProcessTree.arguments(of: process.id).map { $0.map { $0.lowercased } }
        let name = Array("proxyenv.cmd".utf8)
        return words.contains { $0.equals("/c") }
            && words.contains { $0.firstOccurrence(of: name) != nil }
    }

    /// The shell in which a person types what a message proposes: that of the hook, else the one that started this, else
    /// the system's.
    static func typed(in context: Context) -> Shell {
        let view = context.environment["PROXYENV_SHELL_VIEW"].flatMap { ShellView.shell(of: $0) }
        return view ?? parent ?? Platform.shell
    }

    /// The shell that is called `name`.
    ///
    /// - Throws: That there is none, with the known ones.
    static func named(_ name: [UInt8], by source: String) throws(Failure) -> Shell {
        if let shell = Shells.named(name) { return shell }
        var failure = Failure.unknown(
            "shell", name, in: Shells.names, aliases: Shells.all.flatMap { $0.aliases },
            listsKnown: true
        ).asUsage
        failure.message += " (\(source))"
        throw failure
    }

    /// The shell that `process` is, or nil.
    ///
    /// It is told by the file that it runs and never by the name it gives itself, which for a script is the script's own.
    /// Programs that can be many things are told by the first two words of their command line.
    private static func shell(of process: ProcessTree.Process) -> Shell? {
        if let shell = Shells.named(process.program) { return isCarrier(process) ? nil : shell }
        let program = PathText.name(of: process.program)
        guard program.hasPrefix("busybox") || program.hasPrefix("python") else { return nil }
        for word in ProcessTree.arguments(of: process.id).prefix(2) {
            if let shell = Shells.named(word) { return shell }
        }
        return nil
    }

    /// `line` as it can be pasted: without the hook, the shell has to read what `use` prints.
    static func pasted(_ line: String, _ context: Context) -> String {
        guard context.environment["PROXYENV_SHELL_VIEW"] == nil,
            line.utf8.starts(with: "proxyenv use ".utf8)
        else { return line }
        return (parent ?? Platform.shell).evaluation(of: line)
    }
}
