import CWindows
import ProxyEnvCore

/// A program that has the console until it ends.
enum ForegroundProcess {
    /// Runs `line`, as a person types it, with one argument more behind it.
    ///
    /// Its first word is the program, in quotes where its path has blanks; what follows are its arguments.
    ///
    /// - Returns: The exit status.
    /// - Throws: Why it did not start.
    static func run(
        line: [UInt8], with argument: [UInt8], _ environment: Environment
    ) throws(SystemError) -> Int32 {
        // The path of a program may stand there without quotes.
        let isWhole = FileSystem.isExecutable(line)
        return try run((isWhole ? [line] : words(in: line)) + [argument], environment)
    }

    /// The words of `line`, in which quotes hold blanks together.
    private static func words(in line: [UInt8]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8]?
        var isQuoted = false
        for byte in line {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                word = word ?? []
            } else if !isQuoted, byte == 0x20 || byte == 0x09 {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? []) + [byte]
            }
        }
        return words + (word.map { [$0] } ?? [])
    }

    /// Starts `arguments` with this process's own streams and waits until they end; Ctrl-C is for the program alone meanwhile.
    ///
    /// The corresponding function of Windows is `CreateProcessW`.
    ///
    /// - Returns: The exit status.
    /// - Throws: Why it did not start.
    static func run(
        _ arguments: [[UInt8]], _ environment: Environment
    ) throws(SystemError) -> Int32 {
        let environment = environment.forChildren
        let candidates = SearchPath(named: environment).candidates(for: arguments.first ?? [])
        guard let program = candidates.first(where: { FileSystem.isExecutable($0) }) else {
            throw .notFound
        }
        let words = TextBlock(arguments)
        let block = TextBlock(environment.entries)
        var status: Int32 = 0
        let result = withCString(program) {
            windows_run($0, -1, words.pointers, block.pointers, &status)
        }
        try SystemError.checked(result)
        return status
    }
}
