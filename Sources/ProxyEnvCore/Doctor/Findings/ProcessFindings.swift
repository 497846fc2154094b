/// What can be wrong with processes that keep older variables, and with the machine; `name` is the command.
extension Finding {
    /// That a running daemon of the tool takes `route`.
    public static func daemon(
        _ daemon: ToolDaemon, process: Int, goes route: String, _ name: String
    ) -> Finding {
        Finding(
            .processDaemon,
            "a running \(daemon.name) goes \(route), and \(name) goes through it",
            evidence: ["process \(process) keeps the variables with which it was started"],
            fix: [daemon.stop, "\(name) \(daemon.bypass)"])
    }

    /// That servers of the tool which another program has started take `route`.
    public static func server(
        _ daemon: ToolDaemon, processes: [Int], goes route: String
    ) -> Finding {
        Finding(
            .processDaemon,
            "a running \(daemon.name) that another program has started goes \(route)",
            evidence: processes.map {
                "process \($0) keeps the variables with which it was started"
            },
            fix: [
                "Quit the program that has started it, such as the desktop app, and start it again."
            ])
    }

    /// That tmux hands on variables by which the command takes `route`.
    public static func tmux(_ name: String, goes route: String, fix: [String]) -> Finding {
        Finding(
            .processTmux,
            "tmux gives new windows other proxy variables: \(name) goes \(route) there", fix: fix)
    }

    /// That the desktop hands on variables by which the command takes `route`; `removal` takes them away.
    public static func desktop(_ name: String, goes route: String, removal: [String]) -> Finding {
        Finding(
            .processDesktop,
            "programs that the desktop starts have other proxy variables: \(name) goes \(route) there",
            fix: removal + [
                "proxyenv shim add \(name)",
                "Quit what the desktop has started, and start it again.",
            ])
    }

    /// That Windows' registry has variables for new windows by which the command takes `route`; `removal` takes them away.
    public static func registry(
        _ name: String, goes route: String, evidence: [String], removal: [String]
    ) -> Finding {
        Finding(
            .processDesktop,
            "new windows get other proxy variables from the registry: \(name) goes \(route) there",
            evidence: evidence,
            fix: [
                "What `setx` has set counts in new windows alone: open one, if that is the way that is meant. Else:"
            ] + removal)
    }

    /// That an editor runs in which the command takes `route`.
    public static func editor(_ name: String, goes route: String, processes: [String]) -> Finding {
        Finding(
            .processEditor, "a running editor connects \(route), and \(name) in it does too",
            evidence: processes.map {
                "process \($0) keeps the variables with which it was started"
            },
            fix: [
                "proxyenv shim add \(name)",
                "Quit the editor, all its windows, and start it again.",
            ])
    }

    /// Another machine on which a proxy may be that is not on this one.
    public enum OtherMachine {
        /// The host of a container.
        case containerHost
        /// Windows, whose network is not that of WSL.
        case windows
    }

    /// That `host` is this machine, and a proxy of another one is not on it; `isSure` says that one was found there.
    public static func elsewhere(
        _ machine: OtherMachine, _ host: String, isSure: Bool, evidence: [String], fix: [String],
        edit: ConfigChange?
    ) -> Finding {
        switch machine {
        case .containerHost:
            Finding(
                .platformContainer,
                "this is a container: \(host) is the container itself, and a proxy of its host is not on it",
                evidence: evidence, fix: fix, edit: edit, severity: isSure ? .problem : .warning)
        case .windows:
            Finding(
                .platformWSL,
                "this is WSL: \(host) is Linux itself, and a proxy of Windows is not on it",
                evidence: evidence, fix: fix, edit: edit)
        }
    }

    /// That WSL has the network of Windows, and nothing answers there either.
    public static func mirrored(_ host: String) -> Finding {
        Finding(
            .platformWSL,
            "this is WSL, whose network is that of Windows: \(host) is Windows too, and nothing answers there either",
            evidence: ["wslinfo --networking-mode: mirrored"],
            fix: [
                "Start the proxy program in Windows. If it runs, let Windows' firewall for Hyper-V pass it, or restart WSL: wsl.exe --shutdown"
            ],
            severity: .warning)
    }
}
