import ProxyEnvCore

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    @preconcurrency import Musl
#else
    @preconcurrency import Glibc
#endif

/// Another program that was started, and what it prints.
struct ChildProcess {
    /// What became of it.
    struct Outcome {
        /// What it printed on standard output.
        var output: [UInt8] = []
        /// Its exit status, or 128 and the signal that ended it.
        var status: Int32 = 0
        /// Whether it was ended because it took too long, or printed too much.
        var wasStopped = false
    }

    private let process: pid_t
    private let input: Int32

    /// Starts `arguments`, the program's name first; standard input and standard error are left to it.
    ///
    /// The corresponding C function is `posix_spawn`.
    ///
    /// - Parameters:
    ///   - arguments: The program, as a path or a name in PATH, and its arguments; no shell sees them.
    ///   - environment: Its environment.
    /// - Throws: Why it did not start.
    init(starting arguments: [[UInt8]], _ environment: Environment) throws(SystemError) {
        let (input, output) = try Self.makePipe()
        defer { close(output) }
        do throws(SystemError) {
            process = try Self.spawn(arguments, environment, output: output)
        } catch {
            close(input)
            throw error
        }
        self.input = input
    }

    /// Waits until it ends.
    ///
    /// - Parameters:
    ///   - deadline: The time of `Clock` at which it is ended.
    ///   - longest: The most bytes that it may print.
    /// - Returns: What became of it.
    consuming func finish(by deadline: Int, longest: Int = 65_536) -> Outcome {
        var outcome = Outcome()
        outcome.wasStopped = !Self.readAll(
            input, into: &outcome.output, deadline: deadline, longest: longest)
        close(input)
        if outcome.wasStopped { kill(process, SIGKILL) }
        var status: Int32 = 0
        _ = try? retryingOnInterrupt { waitpid(process, &status, 0) }
        // The status word: the signal in the low 7 bits, else the exit status in the next 8 (POSIX `WIFSIGNALED`).
        outcome.status = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        return outcome
    }

    /// Starts `arguments` and waits until they end, at most `limit` milliseconds.
    ///
    /// - Throws: Why they did not start.
    static func run(
        _ arguments: [[UInt8]], _ environment: Environment, limit: Int
    ) throws(SystemError) -> Outcome {
        let deadline = Clock.milliseconds + limit
        return try ChildProcess(starting: arguments, environment).finish(by: deadline)
    }

    private static func makePipe() throws(SystemError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        try retryingOnInterrupt { pipe(&ends) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func spawn(
        _ arguments: [[UInt8]], _ environment: Environment, output: Int32
    ) throws(SystemError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        let words = EnvironmentBlock(Environment(entries: arguments))
        let block = EnvironmentBlock(environment)
        var lastError = ENOENT
        for file in candidates(arguments.first ?? [], environment["PATH"]) {
            var process: pid_t = 0
            lastError = withCString(file) {
                posix_spawn(&process, $0, &actions, nil, words.pointers, block.pointers)
            }
            if lastError == 0 { return process }
            if lastError != ENOENT, lastError != ENOTDIR, lastError != EACCES { break }
        }
        throw SystemError(code: lastError)
    }

    /// The paths at which the program `name` may be.
    private static func candidates(_ name: [UInt8], _ path: [UInt8]?) -> [[UInt8]] {
        if name.contains(UInt8(ascii: "/")) { return [name] }
        return (path ?? Array("/bin:/usr/bin".utf8))
            .split(separator: UInt8(ascii: ":")).map { Array($0) + [UInt8(ascii: "/")] + name }
    }

    /// Reads to the end; false if that took too long or was too much.
    private static func readAll(
        _ descriptor: Int32, into output: inout [UInt8], deadline: Int, longest: Int
    ) -> Bool {
        while output.count <= longest {
            let left = deadline - Clock.milliseconds
            guard left > 0 else { return false }
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, Int32(clamping: left)) > 0 else {
                if errno == EINTR { continue }
                return false
            }
            guard let count = try? Descriptor.read(descriptor, into: &output, count: 4096) else {
                return false
            }
            if count == 0 { return true }
        }
        return false
    }
}
