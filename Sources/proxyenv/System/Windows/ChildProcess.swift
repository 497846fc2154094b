import CWindows
import ProxyEnvCore

/// Another program that was started, and what it prints.
struct ChildProcess {
    /// What became of it.
    struct Outcome {
        /// What it printed on standard output.
        var output: [UInt8] = []
        /// Its exit status.
        var status: Int32 = 0
        /// Whether it was ended because it took too long, or printed too much.
        var wasStopped = false
    }

    /// Its number, for `windows_wait`.
    private let process: Int32
    /// From where its standard output is read.
    private let input: Int32

    /// Starts `arguments`, the program's name first; it may ask on the console, and complain on standard error.
    ///
    /// The corresponding function of Windows is `CreateProcessW`.
    ///
    /// - Parameters:
    ///   - arguments: The program, as a path or a name in PATH, and its arguments; no shell sees them but that of a batch file.
    ///   - environment: Its environment.
    ///   - text: What it reads on standard input, at most 4096 bytes.
    ///   - quietly: Whether nobody sees what it complains of.
    /// - Throws: Why it did not start.
    init(
        starting arguments: [[UInt8]], _ environment: Environment, input text: [UInt8]? = nil,
        quietly: Bool = false
    ) throws(SystemError) {
        let environment = environment.forChildren
        let candidates = SearchPath(named: environment).candidates(for: arguments.first ?? [])
        guard let program = candidates.first(where: { FileSystem.isExecutable($0) }) else {
            throw .notFound
        }
        let (input, output) = try Self.makePipe()
        defer { windows_close(output) }
        let words = TextBlock(arguments)
        let block = TextBlock(environment.entries)
        do throws(SystemError) {
            let source = try Self.source(of: text)
            defer { if source >= 0 { windows_close(source) } }
            process = try withCString(program) { program throws(SystemError) in
                try SystemError.checked(
                    windows_spawn(
                        program, words.pointers, block.pointers, source, output, quietly ? -1 : 2))
            }
        } catch {
            windows_close(input)
            throw error
        }
        self.input = input
    }

    /// From where the program reads: `text`, or the console where there is one, or -1 for nothing.
    ///
    /// What is on standard input may be meant for the command that is to be started: it is not the child's to read.
    ///
    /// - Throws: The system's answer, also where the text is longer than a pipe holds.
    private static func source(of text: [UInt8]?) throws(SystemError) -> Int32 {
        guard let text else {
            return withCString([]) { windows_open($0, Int32(windows_open_keys)) }
        }
        guard text.count <= 4096 else { throw .tooLong }
        let (read, write) = try makePipe()
        defer { windows_close(write) }
        do throws(SystemError) {
            try Descriptor.write(text, to: write)
        } catch {
            windows_close(read)
            throw error
        }
        return read
    }

    /// Waits until it ends.
    ///
    /// - Parameters:
    ///   - deadline: The time of `Clock` at which it is ended.
    ///   - longest: The most bytes that it may print.
    /// - Returns: What became of it.
    consuming func finish(by deadline: Int, longest: Int = 65_536) -> Outcome {
        Self.finish([self], by: deadline, longest: longest).first ?? Outcome()
    }

    /// Waits until all of `children` end, none of which waits for another.
    ///
    /// - Returns: What became of each.
    static func finish(
        _ children: [ChildProcess], by deadline: Int, longest: Int
    ) -> [Outcome] {
        var outcomes = children.map { _ in Outcome() }
        var hasEnded = children.map { _ in false }
        var open = Array(children.indices)
        while !open.isEmpty {
            var hasMore = false
            for index in open {
                let child = children[index]
                // Before the look at the pipe: what it has printed until then is there.
                if !hasEnded[index] {
                    hasEnded[index] = windows_wait(child.process, 0, &outcomes[index].status) == 1
                }
                if child.readSome(into: &outcomes[index].output) {
                    hasMore = true
                } else if hasEnded[index] {
                    open.removeAll { $0 == index }
                }
                if outcomes[index].output.count > longest || Clock.milliseconds >= deadline {
                    outcomes[index].wasStopped = !hasEnded[index]
                    open.removeAll { $0 == index }
                }
            }
            if !hasMore, let first = open.first {
                var status: Int32 = 0
                _ = windows_wait(children[first].process, 5, &status)
            }
        }
        for (index, child) in children.enumerated() {
            // Before the pipe breaks, which would end it in another way.
            if outcomes[index].wasStopped {
                windows_end(child.process)
                _ = windows_wait(child.process, 1000, &outcomes[index].status)
            }
            windows_close(child.input)
            windows_forget(child.process)
        }
        return outcomes
    }

    /// Reads what there is.
    ///
    /// - Returns: Whether there was something.
    private func readSome(into output: inout [UInt8]) -> Bool {
        let ready = Int(windows_readable(input))
        guard ready > 0 else { return false }
        return ((try? Descriptor.read(input, into: &output, count: min(ready, 65_536))) ?? 0) > 0
    }

    /// Starts `arguments` and waits until they end, at most `limit` milliseconds.
    ///
    /// - Throws: Why they did not start.
    static func run(
        _ arguments: [[UInt8]], _ environment: Environment, input: [UInt8]? = nil,
        quietly: Bool = false, limit: Int
    ) throws(SystemError) -> Outcome {
        let deadline = Clock.milliseconds + limit
        return try ChildProcess(
            starting: arguments, environment, input: input, quietly: quietly
        )
        .finish(by: deadline)
    }

    private static func makePipe() throws(SystemError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        let result = ends.withUnsafeMutableBufferPointer { windows_pipe($0.baseAddress) }
        try SystemError.checked(result)
        return (ends[0], ends[1])
    }
}
