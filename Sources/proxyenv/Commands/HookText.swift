import ProxyEnvCore
import ShellSnippets

/// The text of a hook: the fixed part, and a wrapper for each command.
struct HookText {
    private let snippet: ShellSnippet
    private let hook: [UInt8]
    private let wrapper: [UInt8]
    private let program: [UInt8]
    private let config: [UInt8]

    /// The hook of `shell`, which calls `program`, with `--config` if a file was named.
    ///
    /// - Throws: That the shell can't hold a path.
    init(
        snippet: ShellSnippet, shell: AnyShell, program: [UInt8], config: [UInt8]?
    ) throws(Failure) {
        hook = Self.compacted(snippet.hook)
        wrapper = Self.compacted(snippet.wrapper)
        self.snippet = snippet
        do throws(Unrepresentable) {
            self.program = try shell.quoted(program) ?? program
            var words: [UInt8] = []
            if let config {
                words += "--config "
                words += try shell.quoted(config) ?? config
                words += " "
            }
            self.config = words
        } catch {
            throw Failure("\(shell.name) can't hold a path with \(error.reason)")
        }
    }

    /// The whole text, with a wrapper for each of `commands`.
    func text(for commands: [String]) -> [UInt8] {
        let tokens = [(ShellSnippets.pathToken, program), (ShellSnippets.configToken, config)]
        var text = Self.replacing(hook, tokens)
        for name in commands {
            let bytes = Array(name.utf8)
            if snippet.functionNames == .any || VariableName.isValid(bytes) {
                text += Self.replacing(wrapper, tokens + [(ShellSnippets.nameToken, bytes)])
            } else {
                text +=
                    "\n\(snippet.comment)\(name): no function of \(snippet.shell) can have this name\n"
            }
        }
        return text
    }

    /// `template` without comments and indentation.
    ///
    /// Shells read the text of a substitution a few bytes at a time, so that at every start of a shell the comments would
    /// cost more than the code. No string in a hook goes over several lines.
    static func compacted(_ template: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for line in template.split(separator: 0x0A) {
            let line = line.trimmingBlanks
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            result += line
            result.append(0x0A)
        }
        return result
    }

    /// `template` with each whole token replaced, in one pass: what is put in is not looked at again.
    static func replacing(_ template: [UInt8], _ tokens: [(String, [UInt8])]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < template.count {
            let match = tokens.first { isWhole($0.0, at: index, in: template) }
            if let match {
                result += match.1
                index += match.0.utf8.count
            } else {
                result.append(template[index])
                index += 1
            }
        }
        return result
    }

    /// Whether `token` stands at `index`, and is no part of a longer name.
    private static func isWhole(_ token: String, at index: Int, in text: [UInt8]) -> Bool {
        guard text[index] == token.utf8.first, text[index...].hasPrefix(token) else { return false }
        func isName(_ position: Int) -> Bool {
            guard text.indices.contains(position) else { return false }
            return text[position].isLetter || text[position].isDigit
                || text[position] == UInt8(ascii: "_")
        }
        let end = index + token.utf8.count
        return !(isName(index) && isName(index - 1)) && !(isName(end - 1) && isName(end))
    }
}
