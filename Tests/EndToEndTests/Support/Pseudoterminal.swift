import Glibc
import Testing

/// A terminal with an interactive program in it.
final class Pseudoterminal {
    private let descriptor: Int32
    private let process: Spawn.ID
    private var seen: [UInt8] = []
    private var count = 0
    /// What is typed behind a line to learn that it is done, and what that shows; NUMBER is the line's.
    ///
    /// The quotes keep the echo of what is typed from looking like its output.
    var mark = (typed: " echo '='=NUMBER==", shown: "==NUMBER==")
    private static let unlock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    /// Starts `arguments` on a new terminal, which is its controlling one.
    init(_ arguments: [String], environment: [[UInt8]]) throws {
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var number: UInt32 = 0
        var isLocked: Int32 = 0
        // What `grantpt`, `unlockpt` and `ptsname` do on Linux; Glibc's module does not show them.
        guard descriptor >= 0, ioctl(descriptor, Self.unlock, &isLocked) == 0,
            ioctl(descriptor, Self.getNumber, &number) == 0
        else { throw Spawn.Failure(call: "open /dev/ptmx", code: errno) }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: 50, ws_col: 250, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
        let spawn = Spawn(
            arguments: arguments.map { Array($0.utf8) }, environment: environment,
            streams: [.path(name, O_RDWR), .path(name, O_RDWR), .path(name, O_RDWR)],
            isSession: true)
        process = try spawn.start()
    }

    deinit {
        Spawn.endGroup(of: process)
        // What the shell started has a group of its own, and loses its terminal.
        close(descriptor)
        Spawn.wait(for: process)
    }

    /// Everything that was shown and not yet waited for.
    var text: String { String(decoding: seen, as: UTF8.self) }

    /// Types `text`.
    func send(_ text: String) {
        var left = Array(text.utf8)[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            left = left.dropFirst(count)
        }
    }

    /// Waits until `text` is shown.
    ///
    /// - Returns: What was shown before it.
    @discardableResult
    func wait(
        for text: String, limit: Double = 15, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let end = now() + limit
        let wanted = Array(text.utf8)
        while true {
            if let index = Self.index(of: wanted, in: seen) {
                let before = String(decoding: seen[..<index], as: UTF8.self)
                seen.removeFirst(index + wanted.count)
                return before
            }
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = end - now()
            var buffer = [UInt8](repeating: 0, count: 65_536)
            guard left > 0, poll(&request, 1, Int32(left * 1000) + 1) > 0,
                case let count = read(descriptor, &buffer, buffer.count), count > 0
            else {
                Issue.record(
                    "no `\(text)` on the terminal:\n\(self.text)", sourceLocation: sourceLocation)
                throw Spawn.Failure(call: "wait", code: ETIMEDOUT)
            }
            seen += buffer.prefix(count)
            // A line editor asks where the cursor is, and waits for the answer.
            let asked = buffer.prefix(count).split(separator: 0x1B).filter {
                $0.starts(with: "[6n".utf8)
            }
            if !asked.isEmpty { send("\u{1B}[1;1R") }
        }
    }

    /// Waits until the program has ended, and nothing more is to be shown.
    func waitForEnd(limit: Double = 15) throws {
        let end = now() + limit
        while now() < end {
            var state = siginfo_t()
            if waitid(P_PID, id_t(process), &state, WEXITED | WNOHANG | WNOWAIT) == 0,
                state.si_signo == SIGCHLD
            {
                return
            }
            pause(0.01)
        }
        throw Spawn.Failure(call: "waitid", code: ETIMEDOUT)
    }

    /// Types `line`, and waits until the shell has done it.
    ///
    /// - Returns: What was shown meanwhile, the echo of the line and the prompts too.
    @discardableResult
    func run(
        _ line: String, limit: Double = 15, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        count += 1
        let (typed, shown) = (mark.typed, mark.shown)
        send("\(line)\n\(typed.replacing("NUMBER", with: "\(count)"))\n")
        return try wait(
            for: shown.replacing("NUMBER", with: "\(count)"), limit: limit,
            sourceLocation: sourceLocation)
    }

    private static func index(of wanted: [UInt8], in text: [UInt8]) -> Int? {
        guard text.count >= wanted.count else { return nil }
        return (0...(text.count - wanted.count)).first { text[$0...].starts(with: wanted) }
    }
}

extension Sandbox {
    /// Starts `shell` interactively, with `startUp` as its start-up file, and waits until it listens.
    func terminal(
        _ shell: RealShell, startUp: String = "", with changes: [String: String?] = [:]
    ) throws -> Pseudoterminal {
        let path = try Binary.require(shell.rawValue)
        Files.makeFolder("\(home)/.config/fish")
        switch shell {
        case .bash: try write(startUp, to: ".bashrc")
        case .zsh: try write("unsetopt global_rcs\n\(startUp)", to: ".zshrc")
        case .dash, .ksh93, .mksh: try write(startUp, to: ".shinit")
        case .fish: try write(startUp, to: ".config/fish/config.fish")
        }
        var words = [path, "-i"]
        if shell == .zsh { words = [path, "--no-global-rcs", "-i"] }
        let environment = entries(["ENV": home + "/.shinit"].merging(changes) { $1 })
        let terminal = try Pseudoterminal(words, environment: environment)
        try terminal.run("true")
        return terminal
    }
}
