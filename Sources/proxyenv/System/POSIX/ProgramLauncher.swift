import CSystem
import ProxyEnvCore

/// Replaces this process with another program.
enum ProgramLauncher {
    /// Why a program did not start.
    enum StartError: Error {
        /// It is nowhere in PATH, or not at its path.
        case notFound
        /// It is there, and can't be started.
        case notExecutable(SystemError)
        /// The system refused for another reason.
        case refused(SystemError)
    }

    /// Replaces this process with the command whose words are the process's own arguments from `index` on.
    ///
    /// It is looked up as `execvp` does it: a name with a slash is a path, another is tried in each folder of the PATH of
    /// the *new* environment, and a file that is no program is run by `/bin/sh`.
    ///
    /// The command of a shim, which is the process's own name, is told the path at which it was found, as some programs look
    /// for their own files by it.
    ///
    /// The corresponding C function is `execve`.
    ///
    /// - Parameters:
    ///   - index: The index of the command's name among the process's arguments; 0 where this process is its shim.
    ///   - environment: The command's environment, or nil for this process's own.
    ///   - isPassedOver: Whether what PATH leads to for a name is not the command, but a shim.
    /// - Throws: Why the command did not start.
    static func become(
        argumentsFrom index: Int, _ environment: Environment?,
        passingOver isPassedOver: (_ name: [UInt8], _ file: [UInt8]) -> Bool
    ) throws(StartError) -> Never {
        let arguments = ProcessArguments.pointers(from: index)
        guard let first = arguments.pointee, first.pointee != 0 else { throw .notFound }
        ChildSignals.putBack()
        var name = Array(UnsafeRawBufferPointer(start: first, count: strlen(first)))
        let isShim = index == 0
        if isShim { name = PathText.name(of: name) }
        guard let environment else {
            try become(
                name, arguments, ProcessArguments.environmentPointers,
                path: ProcessArguments.environment["PATH"], isShim: isShim, isPassedOver)
        }
        let block = EnvironmentBlock(environment)
        try become(
            name, arguments, block.pointers, path: environment["PATH"], isShim: isShim,
            isPassedOver)
    }

    private static func become(
        _ name: [UInt8], _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>,
        _ environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, path: [UInt8]?,
        isShim: Bool, _ isPassedOver: (_ name: [UInt8], _ file: [UInt8]) -> Bool
    ) throws(StartError) -> Never {
        if PathText.hasFolder(name) {
            throw startError(start(name, arguments, environment))
        }
        var denied: SystemError?
        for file in SearchPath(path).candidates(for: name) {
            if isPassedOver(name, file) { continue }
            // Not only a link may have led here, but a copy under another name too.
            if isShim, FileSystem.isOwnProgram(file) { continue }
            if isShim { arguments[0] = permanent(file) }
            switch start(file, arguments, environment) {
            case .notFound, .notADirectory, SystemError(code: ENAMETOOLONG),
                SystemError(code: ELOOP):
                continue
            case .denied: denied = .denied
            case let error: throw startError(error)
            }
        }
        throw denied.map { .notExecutable($0) } ?? .notFound
    }

    /// `text` as C takes it, for as long as the process lives.
    private static func permanent(_ text: [UInt8]) -> UnsafeMutablePointer<CChar> {
        let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
        for (index, byte) in text.enumerated() { pointer[index] = CChar(bitPattern: byte) }
        pointer[text.count] = 0
        return pointer
    }

    private static func startError(_ error: SystemError) -> StartError {
        switch error {
        case .notFound, .notADirectory: .notFound
        case .denied, SystemError(code: ETXTBSY), SystemError(code: EISDIR), .notExecutableFormat:
            .notExecutable(error)
        default: .refused(error)
        }
    }

    /// Starts `file`; what it answers is why that failed.
    private static func start(
        _ file: [UInt8], _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>,
        _ environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> SystemError {
        withCString(file) { path in
            execve(path, arguments, environment)
            guard system_errno() == ENOEXEC else { return .last }
            return startScript(path, arguments, environment)
        }
    }

    /// Starts `/bin/sh FILE ARGUMENT…`, as `execvp` does for a file without a `#!` line.
    private static func startScript(
        _ path: UnsafeMutablePointer<CChar>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>,
        _ environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> SystemError {
        var words: [UnsafeMutablePointer<CChar>?] = [path]
        var next = arguments + 1
        while let word = next.pointee {
            words.append(word)
            next += 1
        }
        return withCString(Array("/bin/sh".utf8)) { shell in
            words.insert(shell, at: 0)
            words.append(nil)
            words.withUnsafeMutableBufferPointer { buffer in
                _ = buffer.baseAddress.map { execve(shell, $0, environment) }
            }
            return .last
        }
    }
}

/// An environment as C takes it: pointers to `NAME=VALUE` texts, and a null at the end.
///
/// It lives as long as the process, which is about to become another.
struct EnvironmentBlock {
    /// The pointers.
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    /// The block of `environment`.
    init(_ environment: Environment) {
        let size = environment.entries.reduce(0) { $0 + $1.count + 1 }
        let text = UnsafeMutablePointer<CChar>.allocate(capacity: max(size, 1))
        pointers = .allocate(capacity: environment.entries.count + 1)
        var offset = 0
        for (index, entry) in environment.entries.enumerated() {
            pointers[index] = text + offset
            entry.withUnsafeBytes { buffer in
                if let base = buffer.baseAddress { memcpy(text + offset, base, entry.count) }
            }
            text[offset + entry.count] = 0
            offset += entry.count + 1
        }
        pointers[environment.entries.count] = nil
    }
}
