import ProxyEnvCore
import ShellSnippets

/// The text of a hook: the fixed part, and a wrapper for each command.
struct HookText {
    private let snippet: ShellSnippet
    private let program: [UInt8]
    private let config: [UInt8]

    /// The hook of `shell`, which calls `program`, with `--config` if a file was named.
    ///
    /// - Throws: That the shell can't hold a path.
    init(
        snippet: ShellSnippet, shell: AnyShell, program: [UInt8], config: [UInt8]?
    ) throws(Failure) {
        self.snippet = snippet
        do throws(Unrepresentable) {
            self.program = try Self.quoted(program, in: shell)
            var words: [UInt8] = []
            if let config {
                words += "--config "
                words += try Self.quoted(config, in: shell)
                words += " "
            }
            self.config = words
        } catch {
            throw Failure("\(shell.name) can't hold a path with \(error.reason)")
        }
    }

    /// The whole text, with a wrapper for each of `commands`.
    func text(for commands: [String]) -> [UInt8] {
        let tokens = [ShellSnippets.pathToken, ShellSnippets.configToken]
        let hook = HookTemplate(
            Self.compacted(snippet.hook), tokens: tokens + [ShellSnippets.namesToken])
        let wrapper = HookTemplate(
            Self.compacted(snippet.wrapper), tokens: tokens + [ShellSnippets.nameToken])
        let names = Array(commands.joined(separator: " ").utf8)
        var text = hook.filled([program, config, names])
        for command in commands {
            let name = Array(command.utf8)
            if snippet.functionNames == .any || VariableName.isValid(name) {
                text += wrapper.filled([program, config, name])
            } else {
                text +=
                    "\n\(snippet.comment)\(command): no function of \(snippet.shell) can have this name\n"
            }
        }
        return text
    }

    private static func quoted(
        _ path: [UInt8], in shell: AnyShell
    ) throws(Unrepresentable) -> [UInt8] {
        if let word = try shell.quoted(path) { return word }
        throw Unrepresentable(form: shell.name, variable: "", reason: "anything in it")
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
}
