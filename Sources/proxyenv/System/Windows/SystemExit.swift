import CWindows

/// The end of the process.
enum SystemExit {
    /// Ends the process with `status`.
    ///
    /// The corresponding function of Windows is `ExitProcess`.
    static func exit(_ status: Int32) -> Never { windows_exit(status) }

    /// Calls `body`: no signal comes of a broken pipe on this system.
    static func withoutBrokenPipeSignal(_ body: () -> Void) { body() }

    /// The status that shells show for a pipe that nobody reads: 128 and the number of SIGPIPE.
    static func asBrokenPipe() -> Int32 { 141 }
}
