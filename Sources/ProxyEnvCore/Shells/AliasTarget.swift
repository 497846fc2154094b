/// Where an alias leads, told by its text; the text may hold secrets, and is shown nowhere.
public enum AliasTarget: Sendable, Equatable {
    /// It calls the function of its own name, and so the wrapper.
    case wrapper
    /// It calls proxyenv itself.
    case proxyenv
    /// It names a program by its path.
    case path
    /// It leads to something else: another program, or one that looks the name up in PATH.
    case other

    /// Where the alias `name` leads, of which the shell's own `alias` has printed `line`.
    ///
    /// - Parameters:
    ///   - name: The alias's name.
    ///   - line: `NAME=TEXT`, the text quoted as the shell does, `alias` and `--` before it where the shell writes them.
    ///   - execFindsFunctions: Whether `exec` starts a function of that name before a program, as in zsh and mksh.
    public init(
        ofAlias name: String, in line: some Collection<UInt8>, execFindsFunctions: Bool
    ) {
        let equals = line.firstIndex(of: UInt8(ascii: "=")).map { line.index(after: $0) }
        let quoted = Array(line[(equals ?? line.startIndex)...])
        // What the quotes of the shell's own output hold is one word.
        let text = AliasWords(quoted, splits: false).commands.first?.first?.bytes ?? []
        var hasPath = false
        for command in AliasWords(text, splits: true).commands {
            if Self.callsProxyenv(command, for: name) {
                self = .proxyenv
                return
            }
            guard let word = Self.commandWord(command, execFindsFunctions) else { continue }
            if word.equals(name) {
                self = .wrapper
                return
            }
            hasPath = hasPath || word.contains(UInt8(ascii: "/"))
        }
        self = hasPath ? .path : .other
    }

    /// The word by which the shell finds what to start.
    private static func commandWord(
        _ words: [AliasWords.Word], _ execFindsFunctions: Bool
    ) -> [UInt8]? {
        var transparent = ["time", "!", "{", "noglob", "nocorrect"]
        if execFindsFunctions { transparent.append("exec") }
        return words.first { word in
            if word.isAssignment { return false }
            return word.isQuoted || !transparent.contains { word.bytes.equals($0) }
        }?.bytes
    }

    /// Whether proxyenv is started for `name`, as its wrapper does or as a person writes it.
    private static func callsProxyenv(_ words: [AliasWords.Word], for name: String) -> Bool {
        var isProxyenv = false
        for (index, word) in words.enumerated() {
            if isProxyenv, ["run", "exec"].contains(where: { word.bytes.equals($0) }) {
                return true
            }
            if word.bytes.equals("wrapped"), index + 1 < words.count,
                words[index + 1].bytes.equals(name)
            {
                return true
            }
            isProxyenv = isProxyenv || FileName.last(of: word.bytes).equals("proxyenv")
        }
        return false
    }
}

/// The words of a text as a shell of Bourne's family reads them, nothing expanded.
private struct AliasWords {
    /// A word without its quotes.
    struct Word {
        var bytes: [UInt8] = []
        /// Whether quotes were in it.
        var isQuoted = false
        /// Whether it begins with a name and `=`, none of them quoted.
        var isAssignment = false
        /// Whether a `=` was in it.
        var hasEquals = false
    }

    /// The simple commands, each of its words.
    private(set) var commands: [[Word]] = []

    private var command: [Word] = []
    private var word = Word()
    private var isInWord = false

    /// The words of `text`, or all of it as one.
    init(_ text: [UInt8], splits: Bool) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            switch byte {
            case UInt8(ascii: "'"): index = takeQuoted(text, index)
            case UInt8(ascii: "\""): index = takeDoublyQuoted(text, index)
            case UInt8(ascii: "\\"):
                if index < text.count { add(text[index], quoted: true) }
                index += 1
            case UInt8(ascii: "$") where index < text.count && text[index] == UInt8(ascii: "'"):
                index = takeEscaped(text, index + 1)
            case 0x20 where splits, 0x09 where splits: endWord()
            case _ where splits && "\n;|&()".utf8.contains(byte): endCommand()
            default: add(byte)
            }
        }
        endCommand()
    }

    private mutating func add(_ byte: UInt8, quoted: Bool = false) {
        if byte == UInt8(ascii: "="), !word.hasEquals {
            word.hasEquals = true
            word.isAssignment = !quoted && !word.isQuoted && VariableName.isValid(word.bytes)
        }
        word.bytes.append(byte)
        word.isQuoted = word.isQuoted || quoted
        isInWord = true
    }

    private mutating func endWord() {
        if isInWord { command.append(word) }
        word = Word()
        isInWord = false
    }

    private mutating func endCommand() {
        endWord()
        if !command.isEmpty { commands.append(command) }
        command = []
    }

    /// Takes what stands before the next `'`; the index behind that is returned.
    private mutating func takeQuoted(_ text: [UInt8], _ start: Int) -> Int {
        isInWord = true
        var index = start
        while index < text.count, text[index] != UInt8(ascii: "'") {
            add(text[index], quoted: true)
            index += 1
        }
        return index + 1
    }

    private mutating func takeDoublyQuoted(_ text: [UInt8], _ start: Int) -> Int {
        isInWord = true
        var index = start
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            let next = index + 1 < text.count ? text[index + 1] : 0
            if text[index] == UInt8(ascii: "\\"), "\"\\$`".utf8.contains(next) { index += 1 }
            add(text[index], quoted: true)
            index += 1
        }
        return index + 1
    }

    /// Takes what stands in `$'…'`, where the shells write a newline and the like.
    private mutating func takeEscaped(_ text: [UInt8], _ start: Int) -> Int {
        isInWord = true
        var index = start
        while index < text.count, text[index] != UInt8(ascii: "'") {
            var byte = text[index]
            if byte == UInt8(ascii: "\\"), index + 1 < text.count {
                index += 1
                byte = text[index]
                if byte == UInt8(ascii: "n") { byte = 0x0A }
                if byte == UInt8(ascii: "t") { byte = 0x09 }
            }
            add(byte, quoted: true)
            index += 1
        }
        return index + 1
    }
}
