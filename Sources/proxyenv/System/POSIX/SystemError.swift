import CSystem

/// What the system answered when it could not do what it was asked.
struct SystemError: Error, Equatable {
    /// The number, as `errno` has it.
    let code: Int32

    /// The system's last answer in this thread.
    static var last: SystemError { SystemError(code: system_errno()) }

    /// There is no such file.
    static let notFound = SystemError(code: ENOENT)
    /// A path goes through too many links.
    static let tooManyLinks = SystemError(code: ELOOP)
    /// There is a file already.
    static let exists = SystemError(code: EEXIST)
    /// A part of a path is no folder.
    static let notADirectory = SystemError(code: ENOTDIR)
    /// The user may not do that.
    static let denied = SystemError(code: EACCES)
    /// The file is no program that the system can start by itself.
    static let notExecutableFormat = SystemError(code: ENOEXEC)
    /// Nobody reads the pipe any more.
    static let brokenPipe = SystemError(code: EPIPE)
    /// What is to be read has no room in a pipe.
    static let tooLong = SystemError(code: E2BIG)
    /// The connection was refused: nothing listens there.
    static let refused = SystemError(code: ECONNREFUSED)

    /// Whether the system has no such thing, or the file system has not.
    var isUnsupported: Bool { [EINVAL, ENOSYS, ENOTSUP].contains(code) }

    /// What it means.
    ///
    /// The corresponding C function is `strerror`.
    var message: String {
        guard let text = strerror(code) else { return "error \(code)" }
        return String(cString: text)
    }
}

/// The result of `call`, repeated while a signal interrupts it.
///
/// - Throws: The system's answer, where the result is -1.
@discardableResult
func retryingOnInterrupt<Result: SignedInteger>(
    _ call: () -> Result
) throws(SystemError) -> Result {
    while true {
        let result = call()
        if result != -1 { return result }
        if system_errno() != EINTR { throw .last }
    }
}
