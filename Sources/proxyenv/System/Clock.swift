import CSystem

/// Time that only goes forward.
enum Clock {
    /// Milliseconds since some moment.
    ///
    /// The corresponding C function is `clock_gettime`.
    static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }

    /// Waits.
    ///
    /// The corresponding C function is `poll`.
    static func sleep(milliseconds: Int) {
        _ = poll(nil, 0, Int32(truncatingIfNeeded: milliseconds))
    }
}
