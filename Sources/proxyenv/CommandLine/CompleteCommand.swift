import ProxyEnvCore

/// `complete -- WORD…`: what may stand for the last word, for the shells' completions.
///
/// A line for each: the word, a tab, what it means. `:files` stands for the names of files, `:command N` for what the command
/// takes whose name is the word of that number (from 0), -1 for the name of a program.
struct CompleteCommand: Command {
    let name = "complete"
    var description: CommandDescription {
        CommandDescription(
            operands: "[-- WORD…]", summary: "print what may stand for the last word",
            details:
                "Without WORD it is the line in PROXYENV_COMPLETE_LINE, with escapes (\\u00e9) in the answer; or in COMMAND_LINE, as tcsh has it, and then the words alone are printed.",
            group: .hidden, operandCount: 0...Int.max)
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let isAsked = invocation.operands.isEmpty
        let line = isAsked ? context.environment["PROXYENV_COMPLETE_LINE"] : nil
        let bare = isAsked && line == nil ? context.environment["COMMAND_LINE"] : nil
        let words = (line ?? bare).map(Self.words) ?? invocation.operands
        let candidates = Candidates(
            commands: Commands.table,
            configuration: { try? ConfigurationFiles.load(in: context) },
            isInstalled: { ProgramSearch(context.environment).path(of: Array($0.utf8)) != nil })
        let offer = candidates.offer(for: words)
        switch offer {
        case .command(at: -1) where bare != nil:
            try context.write(Self.programs(words.last ?? [], context.environment))
        case _ where bare != nil && !offer.isWords:
            try context.write(Self.files(words.last ?? []))
        case .files: try context.write(":files\n")
        case .command(let index): try context.write(":command \(index)\n")
        case .words(let words):
            try context.write(
                words.map { offer in
                    if bare != nil { return "\(offer.word)\n" }
                    let text = "\(offer.word)\t\(offer.meaning)"
                    if line == nil { return text + "\n" }
                    return String(
                        decoding: PowerShell.escaped(Array(text.utf8)) + [0x0A], as: UTF8.self)
                }.joined())
        }
        return 0
    }

    /// The files whose names begin as `word` does, a line for each: tcsh asks for them, as it can't be told to look itself.
    private static func files(_ word: [UInt8]) -> [UInt8] {
        let prefix = PathText.name(of: word)
        let start = Array(word.dropLast(prefix.count))
        let folder = start.isEmpty ? [UInt8(ascii: ".")] : start
        return FileSystem.names(in: folder, withPrefix: prefix)
            .filter { !prefix.isEmpty || $0.first != UInt8(ascii: ".") }
            .flatMap { start + $0 + [0x0A] }
    }

    /// The programs in PATH whose names begin as `word` does, a line for each.
    private static func programs(_ word: [UInt8], _ environment: Environment) -> [UInt8] {
        var known = Set<String>()
        return SearchPath(named: environment).folders
            .flatMap { FileSystem.names(in: $0, withPrefix: word) }
            .filter { known.insert(String(decoding: $0, as: UTF8.self)).inserted }
            .flatMap { $0 + [0x0A] }
    }

    /// The words behind the program's name in `line`, the last of which may be empty.
    private static func words(_ line: [UInt8]) -> [[UInt8]] {
        var words = line.pieces { $0 == 0x20 || $0 == 0x09 }.map { Array($0) }
        if line.last == 0x20 || line.last == 0x09 { words.append([]) }
        return Array(words.dropFirst())
    }
}
