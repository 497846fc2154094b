import CWindows

/// What the system answered when it could not do what it was asked.
struct SystemError: Error, Equatable {
    /// The number: Linux's for what the program knows by name, else Windows' own and 0x10000.
    let code: Int32

    /// The system's last answer in this thread.
    static var last: SystemError { SystemError(code: windows_error()) }

    private init(_ code: Int) { self.code = Int32(truncatingIfNeeded: code) }

    /// The answer of the number `code`.
    init(code: Int32) { self.code = code }

    /// There is no such file.
    static let notFound = SystemError(Int(windows_not_found))
    /// A path goes through too many links.
    static let tooManyLinks = SystemError(Int(windows_loop))
    /// There is a file already.
    static let exists = SystemError(Int(windows_exists))
    /// A part of a path is no folder.
    static let notADirectory = SystemError(Int(windows_not_folder))
    /// The user may not do that.
    static let denied = SystemError(Int(windows_denied))
    /// The file is no program that the system can start by itself.
    static let notExecutableFormat = SystemError(Int(windows_no_program))
    /// Nobody reads the pipe any more.
    static let brokenPipe = SystemError(Int(windows_broken_pipe))
    /// What is to be read has no room in a pipe.
    static let tooLong = SystemError(Int(windows_too_big))
    /// The connection was refused: nothing listens there.
    static let refused = SystemError(Int(windows_refused))
    /// It can't be done now without waiting.
    static let again = SystemError(Int(windows_again))
    /// The system has no such thing, or it makes no sense there.
    static let unsupported = SystemError(Int(windows_invalid))

    /// Whether the system has no such thing, or the file system has not.
    var isUnsupported: Bool { self == .unsupported }

    /// What it means.
    var message: String {
        guard let text = CText.taken(windows_error_text(code)) else { return "error \(code)" }
        return String(decoding: text, as: UTF8.self)
    }

    /// `result`, unless it is -1.
    ///
    /// - Throws: The system's answer then.
    @discardableResult
    static func checked<Result: SignedInteger>(_ result: Result) throws(SystemError) -> Result {
        if result == -1 { throw .last }
        return result
    }
}
