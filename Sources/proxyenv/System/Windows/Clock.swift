import CWindows

/// Times.
enum Clock {
    /// Milliseconds since some moment, which only go forward.
    ///
    /// The corresponding function of Windows is `GetTickCount64`.
    static var milliseconds: Int { Int(windows_milliseconds()) }

    /// Milliseconds since 1970, as the system's clock has it, which may be set back and forth.
    ///
    /// The corresponding function of Windows is `GetSystemTimePreciseAsFileTime`.
    static var millisecondsSince1970: Int { Int(windows_milliseconds_since_1970()) }

    /// Waits.
    ///
    /// The corresponding function of Windows is `Sleep`.
    static func sleep(milliseconds: Int) { windows_sleep(Int32(truncatingIfNeeded: milliseconds)) }
}
