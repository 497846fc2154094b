import ProxyEnvCore
import ShellSnippets

/// The text of a hook: the fixed part, and a wrapper for each command.
struct HookText {
    private let shell: Shell
    private let snippet: ShellSnippet
    private let completion: [UInt8]
    private let program: [UInt8]
    private let config: [UInt8]
    private let alias: [UInt8]
    private let leavesOutAttributes: Bool
    private let wrappers: [UInt8]

    /// The hook of `shell`, which calls `program`, with `--config` if a file was named.
    ///
    /// - Parameters:
    ///   - snippet: The shell's texts.
    ///   - shell: The shell.
    ///   - program: The program's path.
    ///   - config: The file that was named.
    ///   - completion: What goes in front where the shell can't read it later.
    ///   - wrappers: The folder of the links that are the wrappers; empty where there is none.
    ///   - leavesOutAttributes: Whether the shell takes no line that begins with `@`.
    /// - Throws: That the shell can't hold a path.
    init(
        snippet: ShellSnippet, shell: Shell, program: [UInt8], config: [UInt8]?,
        completion: [UInt8], wrappers: [UInt8], leavesOutAttributes: Bool = false
    ) throws(Failure) {
        self.leavesOutAttributes = leavesOutAttributes
        self.shell = shell
        self.snippet = snippet
        self.completion = shell.holdsCompletion ? completion : []
        do throws(Unrepresentable) {
            self.program = try shell.quoted(program)
            var words: [UInt8] = []
            if let config {
                words += "--config "
                words += try shell.quoted(config)
                words += " "
            }
            self.config = words
            self.wrappers = try shell.quoted(wrappers)
            self.alias = try Self.alias(program, config, of: shell)
        } catch {
            throw Failure("\(shell.name) cannot hold a path with \(error.reason)")
        }
    }

    /// The whole text, which knows of `commands`, with a wrapper for each but those in `own`, which are the user's.
    func text(for commands: [String], except own: [String] = []) -> [UInt8] {
        let tokens = [
            ShellSnippets.pathToken, ShellSnippets.configToken, ShellSnippets.aliasToken,
        ]
        let hook = HookTemplate(
            compacted(snippet.hook),
            tokens: tokens + [
                ShellSnippets.namesToken, ShellSnippets.optionsToken, ShellSnippets.wrappersToken,
                ShellSnippets.endingToken,
            ])
        let wrapper = HookTemplate(
            compacted(snippet.wrapper), tokens: tokens + [ShellSnippets.nameToken])
        let names = Array(commands.joined(separator: " ").utf8)
        let options = Array(Option.namesWithValue.joined(separator: " ").utf8)
        let call = HookTemplate(compacted(completion), tokens: [ShellSnippets.callToken])
        var text = Array(shell.hookFrame.before.utf8)
        text += call.filled([[UInt8(ascii: "^")] + program + [0x20] + config])
        text += hook.filled([
            program, config, alias, names, options, wrappers, [0x27] + ProgramLink.ending + [0x27],
        ])
        let wrappable = Set(shell.wrappable(commands))
        for command in commands where !own.contains(command) {
            if wrappable.contains(command) {
                text += wrapper.filled([program, config, alias, Array(command.utf8)])
            } else {
                text += "\n# \(command): \(shell.name) cannot wrap a command of this name\n"
            }
        }
        return text + shell.hookFrame.after.utf8
    }

    /// What an alias puts before the wrapped command's name, as one quoted text: it is what `jobs` shows, so that a plain path
    /// stands in it without quotes.
    ///
    /// - Throws: That the shell can't hold a path.
    private static func alias(
        _ program: [UInt8], _ config: [UInt8]?, of shell: Shell
    ) throws(Unrepresentable) -> [UInt8] {
        func word(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
            let isPlain = text.allSatisfy {
                $0.isLetter || $0.isDigit || "/._-+".utf8.contains($0)
            }
            return isPlain ? text : try shell.quoted(text)
        }
        var text = try word(program)
        if let config {
            text += " --config "
            text += try word(config)
        }
        text += " wrapped"
        return try shell.quoted(text)
    }

    /// `template` without comments, and without indentation where it means nothing.
    ///
    /// Shells read the text of a substitution a few bytes at a time, so that at every start of a shell the comments would
    /// cost more than the code; but for the line above a statement that the shell's help shows. No string in a hook goes over
    /// several lines.
    private func compacted(_ template: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var comment: ArraySlice<UInt8> = []
        for line in template.split(separator: 0x0A) {
            let text = line.trimmingBlanks
            if text.first == UInt8(ascii: "#") { comment = text }
            if text.isEmpty || text.first == UInt8(ascii: "#") { continue }
            if leavesOutAttributes, text.first == UInt8(ascii: "@") { continue }
            if !comment.isEmpty, shell.describedStatements.contains(where: { text.hasPrefix($0) }) {
                result += comment + [0x0A]
            }
            comment = []
            result += shell.keepsIndentation ? line : text
            result.append(0x0A)
        }
        return result
    }
}
