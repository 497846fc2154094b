import CWindows

/// A stream that the process was started with.
enum StandardStream: Int32 {
    /// What a program reads.
    case output = 1
    /// What a person reads.
    case error = 2

    /// Whether it leads to a console; that of MSYS2 is a pipe here.
    ///
    /// The corresponding function of Windows is `GetConsoleMode`.
    var isTerminal: Bool { windows_is_console(rawValue) != 0 }

    /// How many columns the console has to which it leads, or nil where that can't be told.
    ///
    /// The corresponding function of Windows is `GetConsoleScreenBufferInfo`.
    var columns: Int? {
        let columns = Int(windows_columns(rawValue))
        return columns > 0 ? columns : nil
    }

    /// Reads standard input to its end.
    ///
    /// - Returns: What was read, or nil if it is more than `limit` bytes.
    /// - Throws: The system's answer.
    static func readInput(limit: Int) throws(SystemError) -> [UInt8]? {
        try Descriptor.readAll(0, limit: limit)
    }

    /// Writes all of `bytes`.
    ///
    /// - Throws: The system's answer.
    func put(_ bytes: [UInt8]) throws(SystemError) { try Descriptor.write(bytes, to: rawValue) }
}
