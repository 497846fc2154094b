import CSystem

/// The end of the process.
enum SystemExit {
    /// Ends the process with `status`.
    ///
    /// The corresponding C function is `exit`.
    static func exit(_ status: Int32) -> Never { systemExit(status) }

    /// Calls `body` while SIGPIPE is ignored.
    ///
    /// The corresponding C function is `signal`.
    static func withoutBrokenPipeSignal(_ body: () -> Void) {
        let before = signal(SIGPIPE, system_ignoring_handler())
        body()
        signal(SIGPIPE, before)
    }

    /// Ends the process as writing to a pipe that nobody reads ends one, also where the caller ignores that signal.
    ///
    /// - Returns: The status that a shell shows for it, where the signal is blocked.
    static func asBrokenPipe() -> Int32 {
        signal(SIGPIPE, system_default_handler())
        kill(getpid(), SIGPIPE)
        return 128 + SIGPIPE
    }
}

private func systemExit(_ status: Int32) -> Never { exit(status) }
