import CSystem
import ProxyEnvCore

/// A program that has the terminal until it ends.
enum ForegroundProcess {
    /// Runs `line`, as a person types it, with one argument more behind it.
    ///
    /// - Returns: The exit status, or 128 and the signal that ended it.
    /// - Throws: Why it did not start.
    static func run(
        line: [UInt8], with argument: [UInt8], _ environment: Environment
    ) throws(SystemError) -> Int32 {
        let shell = ["/bin/sh", "-c"].map { Array($0.utf8) }
        return try run(shell + [line + Array(" \"$@\"".utf8), line, argument], environment)
    }

    /// Starts `arguments` with this process's own streams and waits until they end.
    ///
    /// Ctrl-C and Ctrl-\ are for the program alone meanwhile, as `system` has it (POSIX).
    ///
    /// The corresponding C function is `posix_spawn`.
    ///
    /// - Returns: The exit status, or 128 and the signal that ended it.
    /// - Throws: Why it did not start.
    static func run(
        _ arguments: [[UInt8]], _ environment: Environment
    ) throws(SystemError) -> Int32 {
        let words = EnvironmentBlock(Environment(entries: arguments))
        let block = EnvironmentBlock(environment.forChildren)
        let interrupt = signal(SIGINT, system_ignoring_handler())
        let quit = signal(SIGQUIT, system_ignoring_handler())
        defer {
            signal(SIGINT, interrupt)
            signal(SIGQUIT, quit)
        }
        var process: pid_t = 0
        let error = ChildSignals.starting(resetting: [SIGINT, SIGQUIT]) { attributes in
            withCString(arguments.first ?? []) {
                posix_spawn(&process, $0, nil, attributes, words.pointers, block.pointers)
            }
        }
        guard error == 0 else { throw SystemError(code: error) }
        return ChildProcess.waitedStatus(process)
    }
}
