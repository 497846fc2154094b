import Glibc
import Synchronization
import Testing

/// The one way in which the tests start a program.
struct Spawn {
    /// Where the program's descriptors 0, 1 and 2 lead: a descriptor of ours, or a path to open.
    enum Stream {
        /// A descriptor of this process.
        case descriptor(Int32)
        /// A file, opened by the new process.
        case path(String, Int32)

        /// The file that is empty whatever is written into it.
        static let nothing = Stream.path("/dev/null", O_RDWR)

        /// The end of the file `path`, which is made if it is not there.
        static func end(of path: String) -> Stream {
            .path(path, O_WRONLY | O_CREAT | O_APPEND)
        }
    }

    /// The number of a process.
    typealias ID = pid_t

    /// A signal that asks a program to end.
    enum Signal: Int32, CaseIterable {
        case terminate = 15
        case hangUp = 1
        case interrupt = 2
        case quit = 3
    }

    /// What a call of the system answered.
    struct Failure: Error {
        let call: String
        let code: Int32
    }

    /// Keeps a program from starting while a pipe has no `FD_CLOEXEC` yet; Glibc's module has no `pipe2`.
    private static let lock = Mutex(())
    /// `POSIX_SPAWN_SETSID` of <spawn.h>, which that module does not show either.
    private static let newSession: Int32 = 0x80

    /// The program's path and its arguments, its own name first.
    var arguments: [[UInt8]]
    /// The whole environment.
    var environment: [[UInt8]]
    /// Descriptors 0, 1 and 2.
    var streams: [Stream]
    /// Whether it leads a session of its own, so that a terminal that it opens is its controlling one.
    var isSession = false

    /// Starts the program as the leader of its own process group, with no signal blocked or ignored.
    ///
    /// Where the program for Windows is tested, that is started by wine; a test that starts a shell of this system ends, as
    /// that cannot start it.
    ///
    /// - Returns: Its number, which is its group's too.
    func start() throws -> pid_t {
        guard Binary.isForWindows else { return try start(arguments, environment) }
        if let shell = WindowsProgram.shell(arguments) {
            try Test.cancel("\(shell) and a program for Windows cannot start each other")
        }
        guard WindowsProgram.isMeant(by: arguments[0]) else {
            return try start(arguments, environment)
        }
        return try start(
            WindowsProgram.arguments(arguments), WindowsProgram.environment(environment))
    }

    private func start(_ arguments: [[UInt8]], _ environment: [[UInt8]]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() {
            switch stream {
            case .descriptor(let descriptor):
                posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
            case .path(let path, let flags):
                posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o600)
            }
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let group = isSession ? Self.newSession : POSIX_SPAWN_SETPGROUP
        let flags = group | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
        posix_spawnattr_setpgroup(&attributes, 0)

        var process: pid_t = 0
        let code = Self.withPointers(to: arguments) { words in
            Self.withPointers(to: environment) { variables in
                Self.lock.withLock { _ in
                    words[0].map {
                        posix_spawn(&process, $0, &actions, &attributes, words, variables)
                    } ?? ENOENT
                }
            }
        }
        guard code == 0 else { throw Failure(call: "posix_spawn", code: code) }
        return process
    }

    /// Waits until `process` ends.
    ///
    /// - Returns: The status word, 0 if it ended well.
    @discardableResult
    static func wait(for process: ID) -> Int32 {
        var word: Int32 = 0
        waitpid(process, &word, 0)
        return word
    }

    /// Ends `process` with its group, and waits until it has ended.
    static func end(_ process: ID) {
        endGroup(of: process)
        wait(for: process)
    }

    /// Sends `signal` to `process`.
    static func send(_ signal: Signal, to process: ID) { kill(process, signal.rawValue) }

    /// Closes both ends of `pipe`.
    static func close(_ pipe: (read: Int32, write: Int32)) {
        for end in [pipe.read, pipe.write] { Glibc.close(end) }
    }

    /// Ends whatever is left of the group of `process`.
    static func endGroup(of process: pid_t) { kill(-process, SIGKILL) }

    /// A pipe whose ends no other program gets.
    static func makePipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        let status = lock.withLock { _ in
            let status = pipe(&ends)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            return status
        }
        guard status == 0 else { throw Failure(call: "pipe", code: errno) }
        return (ends[0], ends[1])
    }

    private static func withPointers<Result>(
        to texts: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { text in
            let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
            for (index, byte) in (text + [0]).enumerated() {
                pointer[index] = CChar(bitPattern: byte)
            }
            return pointer
        }
        defer { for pointer in pointers { pointer.deallocate() } }
        return body(pointers + [nil])
    }
}
