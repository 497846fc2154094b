import CWindows
import ProxyEnvCore

/// Starts another program, waits for it and ends as it does: this system can't put one in the place of a process.
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

    /// Runs the command whose words are the process's own arguments from `index` on, and ends with its exit status.
    ///
    /// A name with a folder is a path, another is tried in each folder of the PATH of the *new* environment. To an `.exe` its
    /// part of the command line is handed on as it was written; a batch file is run by cmd.exe. Ctrl-C is for the command
    /// alone. If this process is ended, so is the command.
    ///
    /// The corresponding function of Windows is `CreateProcessW`.
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
        var words = Array(ProcessArguments.all.dropFirst(index))
        guard var name = words.first, !name.isEmpty else { throw .notFound }
        let isShim = index == 0
        if isShim { name = PathText.programName(of: name) }
        let environment = environment ?? ProcessArguments.environment
        let isPath = PathText.hasFolder(name)
        let search = SearchPath(environment["PATH"])
        for file in search.candidates(for: name) where FileSystem.isExecutable(file) {
            // Not only a link may have led here, but a copy under another name too.
            if !isPath, isPassedOver(name, file) || isShim && FileSystem.isOwnProgram(file) {
                continue
            }
            if isShim { words[0] = file }
            throw startError(run(file, index, words, environment))
        }
        // What is there and has no ending of a program can't be started.
        if isPath, (try? FileSystem.status(of: name)) != nil {
            throw .notExecutable(.notExecutableFormat)
        }
        throw .notFound
    }

    private static func startError(_ error: SystemError) -> StartError {
        switch error {
        case .notFound, .notADirectory: .notFound
        case .denied, .notExecutableFormat: .notExecutable(error)
        default: .refused(error)
        }
    }

    /// Runs `file` and ends with its status; what it answers is why that failed.
    private static func run(
        _ file: [UInt8], _ index: Int, _ words: [[UInt8]], _ environment: Environment
    ) -> SystemError {
        let arguments = TextBlock(words)
        let block = TextBlock(environment.entries)
        var status: Int32 = 0
        let result = withCString(file) {
            windows_run($0, Int32(index), arguments.pointers, block.pointers, &status)
        }
        if result == 0 { windows_exit(status) }
        return .last
    }
}
