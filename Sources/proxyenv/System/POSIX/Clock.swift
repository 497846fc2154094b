import CSystem

/// Times.
enum Clock {
    /// Milliseconds since some moment, which only go forward.
    ///
    /// The corresponding C function is `clock_gettime`.
    static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }

    /// Milliseconds since 1970, as the system's clock has it, which may be set back and forth.
    ///
    /// The corresponding C function is `clock_gettime`.
    static var millisecondsSince1970: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }

    /// Waits.
    ///
    /// The corresponding C function is `poll`.
    static func sleep(milliseconds: Int) {
        _ = poll(nil, 0, Int32(truncatingIfNeeded: milliseconds))
    }
}
