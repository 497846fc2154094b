import CSystem
import ProxyEnvCore

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

    /// Its number.
    private let process: pid_t
    /// From where its standard output is read.
    private let input: Int32

    /// Starts `arguments`, the program's name first; it may ask on the terminal, and complain on standard error.
    ///
    /// The corresponding C function is `posix_spawn`.
    ///
    /// - Parameters:
    ///   - arguments: The program, as a path or a name in PATH, and its arguments; no shell sees them.
    ///   - environment: Its environment.
    ///   - text: What it reads on standard input, at most 4096 bytes (POSIX, `_POSIX_PIPE_BUF`, is as much on Linux).
    ///   - quietly: Whether nobody sees what it complains of.
    /// - Throws: Why it did not start.
    init(
        starting arguments: [[UInt8]], _ environment: Environment, input text: [UInt8]? = nil,
        quietly: Bool = false
    ) throws(SystemError) {
        let (input, output) = try Self.makePipe()
        defer { close(output) }
        let source = try text.map { (text) throws(SystemError) in try Self.makeFullPipe(text) }
        defer { if let source { close(source) } }
        do throws(SystemError) {
            process = try Self.spawn(
                arguments, environment, input: source, output: output, quietly: quietly)
        } catch {
            close(input)
            throw error
        }
        self.input = input
    }

    /// A pipe from which `text` can be read.
    ///
    /// - Throws: The system's answer, also where the text is longer than a pipe holds.
    private static func makeFullPipe(_ text: [UInt8]) throws(SystemError) -> Int32 {
        let (read, write) = try makePipe()
        defer { close(write) }
        guard text.count <= 4096 else {
            close(read)
            throw SystemError.tooLong
        }
        do throws(SystemError) {
            try Descriptor.write(text, to: write)
        } catch {
            close(read)
            throw error
        }
        return read
    }

    /// Waits until it ends.
    ///
    /// - Parameters:
    ///   - deadline: The time of `Clock` at which it is ended.
    ///   - longest: The most bytes that it may print.
    /// - Returns: What became of it.
    consuming func finish(by deadline: Int, longest: Int = 65_536) -> Outcome {
        var outcome = Outcome()
        var status: Int32?
        var isAtEnd = false
        // It has ended when the process has, whoever else may still hold the other end of the pipe.
        while status == nil || !isAtEnd {
            if outcome.output.count > longest || Clock.milliseconds >= deadline {
                outcome.wasStopped = status == nil
                break
            }
            if status == nil { status = Self.endedStatus(process) }
            let hasMore = Self.readSome(
                input, into: &outcome.output, isAtEnd: &isAtEnd, pause: status == nil)
            if status != nil, !hasMore { break }
        }
        // Before the pipe breaks, which would end it in another way.
        if outcome.wasStopped { Self.end(process) }
        close(input)
        outcome.status = status ?? Self.waitedStatus(process)
        return outcome
    }

    /// Waits until all of `children` end, none of which waits for another.
    ///
    /// - Returns: What became of each.
    static func finish(
        _ children: [ChildProcess], by deadline: Int, longest: Int
    ) -> [Outcome] {
        var outcomes = children.map { _ in Outcome() }
        var statuses: [Int32?] = children.map { _ in nil }
        var isAtEnd = children.map { _ in false }
        var open = Array(children.indices)
        while !open.isEmpty {
            var hasMore = false
            for index in open {
                let process = children[index].process
                if statuses[index] == nil { statuses[index] = endedStatus(process) }
                if readSome(
                    children[index].input, into: &outcomes[index].output,
                    isAtEnd: &isAtEnd[index], pause: false)
                {
                    hasMore = true
                } else if statuses[index] != nil {
                    open.removeAll { $0 == index }
                }
                if outcomes[index].output.count > longest || Clock.milliseconds >= deadline {
                    outcomes[index].wasStopped = statuses[index] == nil
                    open.removeAll { $0 == index }
                }
            }
            if !hasMore, !open.isEmpty { _ = poll(nil, 0, 5) }
        }
        for (index, child) in children.enumerated() {
            // Before the pipe breaks, which would end it in another way.
            if outcomes[index].wasStopped { end(child.process) }
            close(child.input)
            outcomes[index].status = statuses[index] ?? waitedStatus(child.process)
        }
        return outcomes
    }

    /// Ends `process`, and what it has started: a package manager's shim waits for the real program.
    ///
    /// Not by a process group: the terminal and its Ctrl-C stay theirs.
    static func end(_ process: pid_t) {
        // What is stopped starts nothing more while the list is made.
        kill(process, SIGSTOP)
        let others = ProcessTree.descendants(of: process)
        kill(process, SIGKILL)
        for other in others { kill(other, SIGKILL) }
    }

    /// The exit status of `process`, or 128 and the signal that ended it; nil while it runs.
    static func endedStatus(_ process: pid_t) -> Int32? { status(of: process, WNOHANG) }

    /// Waits until `process` ends: its exit status, or 128 and the signal that ended it.
    static func waitedStatus(_ process: pid_t) -> Int32 { status(of: process, 0) ?? unknownStatus }

    /// The exit status of a child of which the system knows no more: it has ended, and not as it should.
    private static let unknownStatus: Int32 = 255

    private static func status(of process: pid_t, _ options: Int32) -> Int32? {
        var status: Int32 = 0
        do throws(SystemError) {
            let ended = try retryingOnInterrupt { waitpid(process, &status, options) }
            return ended == process ? exitStatus(status) : nil
        } catch {
            // ECHILD: it has ended, and its number may be another process's, which must get no signal.
            return unknownStatus
        }
    }

    /// The status word: the signal in the low 7 bits, else the exit status in the next 8 (POSIX `WIFSIGNALED`).
    private static func exitStatus(_ status: Int32) -> Int32 {
        status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    /// Reads what there is, waiting for it a moment if `pause` says so.
    ///
    /// - Returns: Whether there was something.
    private static func readSome(
        _ descriptor: Int32, into output: inout [UInt8], isAtEnd: inout Bool, pause: Bool
    ) -> Bool {
        if isAtEnd {
            // Nothing more comes; the process is given a moment to end.
            _ = poll(nil, 0, pause ? 5 : 0)
            return false
        }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, pause ? 20 : 0) > 0 else { return false }
        let count = (try? Descriptor.read(descriptor, into: &output, count: 4096)) ?? 0
        isAtEnd = count == 0
        return count > 0
    }

    /// Starts `arguments` and waits until they end, at most `limit` milliseconds.
    ///
    /// - Throws: Why they did not start.
    static func run(
        _ arguments: [[UInt8]], _ environment: Environment, input: [UInt8]? = nil,
        quietly: Bool = false, limit: Int
    ) throws(SystemError) -> Outcome {
        let deadline = Clock.milliseconds + limit
        return try ChildProcess(
            starting: arguments, environment, input: input, quietly: quietly
        )
        .finish(by: deadline)
    }

    private static func makePipe() throws(SystemError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        try retryingOnInterrupt { pipe(&ends) }
        for end in ends { _ = system_fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func spawn(
        _ arguments: [[UInt8]], _ environment: Environment, input: Int32?, output: Int32,
        quietly: Bool
    ) throws(SystemError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        if quietly {
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        // What is on standard input may be meant for the command that is to be started: it is not the child's to read.
        let terminal = try? FileSystem.openDescriptor(Array("/dev/tty".utf8), O_RDWR)
        defer { if let terminal { close(terminal) } }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else if let terminal {
            posix_spawn_file_actions_adddup2(&actions, terminal, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        let words = EnvironmentBlock(Environment(entries: arguments))
        let block = EnvironmentBlock(environment.forChildren)
        var lastError = ENOENT
        // What is asked for something is looked for in no working directory.
        let isNamed = environment["PATH"] != nil
        let search = isNamed ? SearchPath(named: environment) : SearchPath(nil)
        for file in search.candidates(for: arguments.first ?? []) {
            var process: pid_t = 0
            lastError = ChildSignals.starting { attributes in
                withCString(file) {
                    posix_spawn(
                        &process, $0, &actions, attributes, words.pointers, block.pointers)
                }
            }
            if lastError == 0 { return process }
            if lastError != ENOENT, lastError != ENOTDIR, lastError != EACCES { break }
        }
        throw SystemError(code: lastError)
    }
}
