import Glibc

/// What became of a program.
struct Outcome {
    /// What it printed on standard output.
    var output: [UInt8] = []
    /// What it printed on standard error.
    var errors: [UInt8] = []
    /// Its exit status, or nil if a signal ended it.
    var status: Int32?
    /// The signal that ended it.
    var signal: Int32?
    /// Whether it had to be ended, as the time was up.
    var isLate = false

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    var errorText: String { String(decoding: errors, as: UTF8.self) }
    /// Standard output as lines, without the end of the last.
    var lines: [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }
    /// The variables that `env -0` printed.
    var variables: Variables { Variables(output) }
}

/// Variables as `env -0` prints them.
struct Variables: Equatable {
    /// The entries, in their order.
    var entries: [[UInt8]]

    /// The entries of `text`.
    init(_ text: some Sequence<UInt8>) {
        entries = Array(text).split(separator: 0).map { Array($0) }
    }

    /// The value of `name`, or nil if there is none.
    subscript(_ name: String) -> [UInt8]? {
        let start = Array("\(name)=".utf8)
        return entries.first { $0.starts(with: start) }.map { Array($0.dropFirst(start.count)) }
    }

    /// The value of `name` as text.
    func text(_ name: String) -> String? { self[name].map { String(decoding: $0, as: UTF8.self) } }

    /// The entries as sorted text, without those that a shell changes by itself.
    var stable: [String] {
        let own = ["_", "SHLVL", "PWD", "OLDPWD"].map { "\($0)=" }
        return entries.map { String(decoding: $0, as: UTF8.self) }
            .filter { entry in !own.contains { entry.hasPrefix($0) } }.sorted()
    }
}

/// Where a program's standard output goes.
enum OutputTarget {
    /// It is read.
    case captured
    /// Into a pipe that nobody reads.
    case brokenPipe
    /// Into a file.
    case file(String)
}

/// Starts a program, feeds it, reads what it prints, and ends what is left of it when the time is up.
struct Runner {
    /// What to start.
    var arguments: [[UInt8]]
    /// Its whole environment.
    var environment: [[UInt8]]
    /// Its standard input.
    var input: [UInt8] = []
    /// Where its standard output goes.
    var target = OutputTarget.captured
    /// The most seconds that it may take.
    var limit = 20.0

    /// Runs it to its end.
    func run() throws -> Outcome {
        let (input, output, errors) = try (Spawn.makePipe(), Spawn.makePipe(), Spawn.makePipe())
        var stream = Spawn.Stream.descriptor(output.write)
        if case .file(let path) = target { stream = .path(path, O_WRONLY) }
        if case .brokenPipe = target { close(output.read) }
        let spawn = Spawn(
            arguments: arguments, environment: environment,
            streams: [.descriptor(input.read), stream, .descriptor(errors.write)])
        let started = Result { try spawn.start() }
        for descriptor in [input.read, output.write, errors.write] { close(descriptor) }
        var open = [input.write, errors.read]
        if case .brokenPipe = target {} else { open.append(output.read) }
        defer { for descriptor in open { close(descriptor) } }
        let process = try started.get()
        defer { Spawn.endGroup(of: process) }

        var outcome = Outcome()
        var left = self.input[...]
        var isWriting = true
        var isDone: Set<Int32> = []
        let end = now() + limit
        var word: Int32 = 0
        var hasEnded = false
        func closeInput() {
            close(input.write)
            open.removeAll { $0 == input.write }
            isWriting = false
        }
        _ = fcntl(input.write, F_SETFL, O_NONBLOCK)
        while true {
            if isWriting, left.isEmpty { closeInput() }
            var requests = open.filter { !isDone.contains($0) }.map {
                pollfd(fd: $0, events: Int16($0 == input.write ? POLLOUT : POLLIN), revents: 0)
            }
            if requests.isEmpty, hasEnded { break }
            let count = poll(&requests, nfds_t(requests.count), requests.isEmpty ? 2 : 20)
            for request in requests where request.revents != 0 {
                if request.fd == input.write {
                    let sent = left.withUnsafeBytes { send(request.fd, $0) }
                    if sent > 0 { left = left.dropFirst(sent) } else { closeInput() }
                } else if request.fd == errors.read {
                    if !Self.read(errors.read, &outcome.errors) { isDone.insert(errors.read) }
                } else if !Self.read(output.read, &outcome.output) {
                    isDone.insert(output.read)
                }
            }
            if hasEnded, count <= 0 { break }
            if !hasEnded { hasEnded = waitpid(process, &word, WNOHANG) == process }
            if now() > end {
                outcome.isLate = true
                Spawn.endGroup(of: process)
                if !hasEnded { waitpid(process, &word, 0) }
                break
            }
        }
        // The status word: the signal in the low 7 bits, else the exit status in the next 8.
        if word & 0x7F == 0 {
            outcome.status = word >> 8 & 0xFF
        } else {
            outcome.signal = word & 0x7F
        }
        if Binary.isForWindows, WindowsProgram.isMeant(by: arguments[0]) {
            outcome.output = WindowsProgram.text(outcome.output)
            outcome.errors = WindowsProgram.text(outcome.errors)
        }
        return outcome
    }

    private func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        // A program that reads nothing must not end the tests.
        signal(SIGPIPE, SIG_IGN)
        return write(descriptor, bytes.baseAddress, min(bytes.count, 65_536))
    }

    private static func read(_ descriptor: Int32, _ content: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count > 0 { content += buffer.prefix(count) }
        return count > 0
    }
}

/// Waits for `seconds`.
func pause(_ seconds: Double) { usleep(UInt32(seconds * 1e6)) }

/// The seconds of a clock that only goes forward.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
