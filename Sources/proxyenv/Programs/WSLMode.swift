import ProxyEnvCore

extension WSLNetwork {
    /// How WSL is connected to Windows, as its own `wslinfo` says; older ones have none, and one way alone.
    static func current(in environment: Environment) -> WSLNetwork {
        let words = ["wslinfo", "--networking-mode"].map { Array($0.utf8) }
        let outcome = try? ChildProcess.run(
            words, ShimFolder.inquiry(in: environment), quietly: true, limit: 1000)
        guard let outcome, outcome.status == 0, !outcome.wasStopped else { return .separate }
        return WSLNetwork(outcome.output)
    }
}
