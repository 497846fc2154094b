import CWindows
import ProxyEnvCore

/// The console that the process was started on, whatever its streams lead to.
enum Terminal {
    /// Why nothing could be read.
    enum Problem: Error {
        /// There is no console.
        case absent
        /// The person has pressed Ctrl-C or Ctrl-Z.
        case cancelled
    }

    /// Whether standard input is a console.
    ///
    /// The corresponding function of Windows is `GetConsoleMode`.
    static var isInput: Bool { windows_is_console(0) != 0 }

    /// Asks for a line and does not show what is typed.
    ///
    /// The console hands over every key, Ctrl-C too. The corresponding function of Windows is `SetConsoleMode`.
    ///
    /// - Throws: That there is nobody to ask, or that they would not say.
    static func secret(_ prompt: String) throws(Problem) -> [UInt8] {
        var outcome: Int32 = 0
        let line = withCString(Array(prompt.utf8)) { CText.taken(windows_secret($0, &outcome)) }
        guard let line else { throw outcome == -2 ? .cancelled : .absent }
        return line
    }

    /// Asks on the console for one of `keys`, in lower case.
    ///
    /// - Returns: The key, or nil if they said something else.
    /// - Throws: That there is nobody to ask.
    static func answer(_ question: String, _ keys: String) throws(Problem) -> UInt8? {
        guard let key = try line(question).first?.lowercased else { return nil }
        return keys.utf8.contains(key) ? key : nil
    }

    /// Asks on the console for a line, which the console itself lets people edit; Ctrl-C ends the process.
    ///
    /// - Returns: The line without its end.
    /// - Throws: That there is nobody to ask, or that they have pressed Ctrl-Z.
    static func line(_ question: String) throws(Problem) -> [UInt8] {
        let input = withCString([]) { windows_open($0, Int32(windows_open_keys)) }
        let output = withCString([]) { windows_open($0, Int32(windows_open_screen)) }
        defer {
            for descriptor in [input, output] where descriptor >= 0 { windows_close(descriptor) }
        }
        guard input >= 0, output >= 0, windows_is_console(input) != 0 else { throw .absent }
        try? Descriptor.write(Array(question.utf8), to: output)
        var line: [UInt8] = []
        while line.last != 0x0A, line.count < 1024 {
            guard let count = try? Descriptor.read(input, into: &line, count: 1024) else {
                throw .absent
            }
            if count == 0 { throw .cancelled }
        }
        while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
        return line
    }
}
