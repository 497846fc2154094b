import CSystem
import ProxyEnvCore

/// A terminal that nobody looks at.
enum HiddenTerminal {
    /// Whether the system has such a thing.
    static let isOffered = true

    /// Runs `arguments` as the first program of a session on a new terminal, for which it is as if a person had opened it.
    ///
    /// The corresponding C functions are `posix_spawn` with `POSIX_SPAWN_SETSID`, and `posix_openpt`.
    ///
    /// - Parameters:
    ///   - arguments: The program, as a path, and its arguments.
    ///   - environment: Its environment.
    ///   - limit: After so many milliseconds it is ended, with all that it has started.
    /// - Returns: The exit status, or 128 and the signal that ended it; nil where it was ended.
    /// - Throws: Why it did not start.
    static func run(
        _ arguments: [[UInt8]], _ environment: Environment, limit: Int
    ) throws(SystemError) -> Int32? {
        var name = [CChar](repeating: 0, count: 256)
        let terminal = system_open_terminal(&name, name.count)
        guard terminal >= 0 else { throw .last }
        defer { close(terminal) }
        let process = try spawn(arguments, environment, on: name)
        // What the shell has started shares its group, or loses its terminal.
        defer { kill(-process, SIGKILL) }
        let deadline = Clock.milliseconds + limit
        while Clock.milliseconds < deadline {
            if let status = ChildProcess.endedStatus(process) { return status }
            var request = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, 10) > 0 else { continue }
            // What is shown is of no interest, but a terminal that nobody reads is full some time.
            var shown: [UInt8] = []
            let count = (try? Descriptor.read(terminal, into: &shown, count: 4096)) ?? 0
            if count == 0 { _ = poll(nil, 0, 5) }
        }
        ChildProcess.end(process)
        _ = ChildProcess.waitedStatus(process)
        return nil
    }

    /// Ends all processes that were started with the variable `name` of this `value`, also those that left the terminal, as tmux's
    /// server does.
    static func endAll(with name: String, _ value: [UInt8]) {
        for id in ProcessTree.own where ProcessTree.environment(of: id)?[name] == value {
            kill(id, SIGKILL)
        }
    }

    private static func spawn(
        _ arguments: [[UInt8]], _ environment: Environment, on name: [CChar]
    ) throws(SystemError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens is its own.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        for stream: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, 0, stream) }
        let words = EnvironmentBlock(Environment(entries: arguments))
        let block = EnvironmentBlock(environment.forChildren)
        var process: pid_t = 0
        let signals = [SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGPIPE]
        let error = ChildSignals.starting(resetting: signals, isSession: true) { attributes in
            withCString(arguments.first ?? []) {
                posix_spawn(&process, $0, &actions, attributes, words.pointers, block.pointers)
            }
        }
        guard error == 0 else { throw SystemError(code: error) }
        return process
    }
}
