import CSystem
import ProxyEnvCore

/// The terminal that the process was started on, whatever its streams lead to.
enum Terminal {
    /// Why nothing could be read.
    enum Problem: Error {
        /// There is no terminal.
        case absent
        /// The person has pressed Ctrl-C or Ctrl-D.
        case cancelled
    }

    /// Whether standard input is a terminal.
    ///
    /// The corresponding C function is `isatty`.
    static var isInput: Bool { isatty(0) == 1 }

    /// The signals that end a process from outside.
    private static let ending = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

    /// Asks for a line and does not show what is typed.
    ///
    /// The terminal hands over every key, Ctrl-C too, and what would end the process waits a moment, so that no signal but
    /// SIGKILL can leave it without its echo.
    ///
    /// The corresponding C functions are `tcsetattr` and `sigprocmask`.
    ///
    /// - Throws: That there is nobody to ask, or that they would not say.
    static func secret(_ prompt: String) throws(Problem) -> [UInt8] {
        guard let descriptor = try? FileSystem.openDescriptor(Array("/dev/tty".utf8), O_RDWR) else {
            throw .absent
        }
        defer { close(descriptor) }
        var before = termios()
        guard tcgetattr(descriptor, &before) == 0 else { throw .absent }
        var signals = sigset_t()
        var mask = sigset_t()
        sigemptyset(&signals)
        for signal in ending { sigaddset(&signals, signal) }
        sigprocmask(SIG_BLOCK, &signals, &mask)
        defer { sigprocmask(SIG_SETMASK, &mask, nil) }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        // Every 200 ms a look at the signals; not every system can `poll` a terminal.
        withUnsafeMutableBytes(of: &silent.c_cc) { characters in
            characters[Int(VMIN)] = 0
            characters[Int(VTIME)] = 2
        }
        tcsetattr(descriptor, TCSAFLUSH, &silent)
        defer {
            tcsetattr(descriptor, TCSAFLUSH, &before)
            try? Descriptor.write([0x0A], to: descriptor)
        }
        try? Descriptor.write(Array(prompt.utf8), to: descriptor)
        return try typedLine(descriptor)
    }

    /// Whether a signal waits that ends the process, or the terminal is gone.
    private static func isEnding(_ descriptor: Int32) -> Bool {
        var pending = sigset_t()
        sigpending(&pending)
        if ending.contains(where: { sigismember(&pending, $0) == 1 }) { return true }
        var now = termios()
        return tcgetattr(descriptor, &now) != 0
    }

    private static func typedLine(_ descriptor: Int32) throws(Problem) -> [UInt8] {
        var line: [UInt8] = []
        while line.count < 65_536 {
            var keys: [UInt8] = []
            guard let count = try? Descriptor.read(descriptor, into: &keys, count: 1) else {
                throw .cancelled
            }
            guard count == 1, let key = keys.first else {
                if isEnding(descriptor) { throw .cancelled }
                continue
            }
            switch key {
            case 0x0A, 0x0D: return line
            case 0x03: throw .cancelled
            case 0x04 where line.isEmpty: throw .cancelled
            case 0x04: return line
            case 0x15: line = []
            case 0x08, 0x7F:
                // A character may be several bytes.
                while let last = line.popLast(), last & 0xC0 == 0x80 {}
            default: line.append(key)
            }
        }
        throw .cancelled
    }

    /// Asks on the terminal for one of `keys`, in lower case.
    ///
    /// - Returns: The key, or nil if they said something else.
    /// - Throws: That there is nobody to ask.
    static func answer(_ question: String, _ keys: String) throws(Problem) -> UInt8? {
        guard let key = try line(question).first?.lowercased else { return nil }
        return keys.utf8.contains(key) ? key : nil
    }

    /// Asks on the terminal for a line, which the terminal itself lets people edit; Ctrl-C ends the process.
    ///
    /// - Returns: The line without its end.
    /// - Throws: That there is nobody to ask, or that they have pressed Ctrl-D.
    static func line(_ question: String) throws(Problem) -> [UInt8] {
        guard let descriptor = try? FileSystem.openDescriptor(Array("/dev/tty".utf8), O_RDWR) else {
            throw .absent
        }
        defer { close(descriptor) }
        try? Descriptor.write(Array(question.utf8), to: descriptor)
        var line: [UInt8] = []
        while line.last != 0x0A, line.count < 1024 {
            guard let count = try? Descriptor.read(descriptor, into: &line, count: 1024) else {
                throw .absent
            }
            if count == 0 { throw .cancelled }
        }
        if line.last == 0x0A { line.removeLast() }
        return line
    }
}
