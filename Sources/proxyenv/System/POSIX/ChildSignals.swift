import CSystem

/// The signals of this process while it has children, and those that a child begins with.
///
/// A process that has inherited an ignored SIGCHLD never hears how a child ended, and its number may be another process's by then
/// (POSIX `waitpid`); one that has inherited a blocked SIGCHLD starts shells that wait for ever.
enum ChildSignals {
    /// Whether the caller ignores SIGCHLD.
    ///
    /// The process has one thread.
    nonisolated(unsafe) private static var isIgnored = false

    #if canImport(Darwin)
        /// What `posix_spawn` takes besides the files.
        typealias Attributes = posix_spawnattr_t?
    #else
        /// What `posix_spawn` takes besides the files.
        typealias Attributes = posix_spawnattr_t
    #endif

    /// Calls `spawn`, which starts a child with no signal blocked, and with SIGCHLD and those of `signals` as the system has them.
    ///
    /// From here on this process hears of its children.
    ///
    /// With `isSession` the child leads a session of its own.
    ///
    /// The corresponding C functions are `signal` and `posix_spawnattr_setsigmask`.
    static func starting<Result>(
        resetting signals: [Int32] = [], isSession: Bool = false,
        _ spawn: (UnsafeMutablePointer<Attributes>) -> Result
    ) -> Result {
        if system_is_ignoring(signal(SIGCHLD, system_default_handler())) { isIgnored = true }
        #if canImport(Darwin)
            var attributes: Attributes = nil
        #else
            var attributes = Attributes()
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var set = sigset_t()
        sigemptyset(&set)
        posix_spawnattr_setsigmask(&attributes, &set)
        for signal in signals { sigaddset(&set, signal) }
        posix_spawnattr_setsigdefault(&attributes, &set)
        let session = isSession ? system_spawn_session() : 0
        posix_spawnattr_setflags(
            &attributes,
            Int16(Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | session))
        return spawn(&attributes)
    }

    /// Makes the signals what they were when the process began, for the program that it becomes.
    static func putBack() {
        if isIgnored { signal(SIGCHLD, system_ignoring_handler()) }
    }
}
