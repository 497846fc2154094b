/// A shell: its language, and all else that is said of it.
///
/// It is a value with closures, so that each shell is one file and all of them are one list.
public struct Shell: Sendable {
    /// How the shell takes a change to its environment.
    public enum Language: Sendable {
        /// By a statement for each variable, without a newline; that which unsets succeeds where there is no variable.
        case statements(
            set:
                @Sendable (_ variable: String, _ value: [UInt8]) throws(Unrepresentable) -> [UInt8],
            unset: @Sendable (_ variable: String) -> [UInt8])
        /// As one document.
        case document(@Sendable (EnvironmentPatch) throws(Unrepresentable) -> [UInt8])
    }

    /// The name by which it is asked for.
    public let name: String
    /// Other names that people use for it, and those of its programs, in lower case.
    public var aliases: [String] = []
    /// How a person has the output of `use clash` evaluated where there is no hook.
    public let evaluation: String
    /// What it can't hold, for people; empty where it holds everything but a NUL.
    public var limits = ""
    /// The statement that fails, printed when the change can't be made: `eval "$(…)" && …` and `set -e` then stop.
    public var failingStatement = "false;"
    /// `text` as one word of the language, every character standing for itself.
    let quote: @Sendable (_ text: [UInt8]) throws(Unrepresentable) -> [UInt8]
    /// The form of a change to its environment.
    let language: Language
    /// What a patch is made into before its statements are written.
    var arrange: @Sendable (EnvironmentPatch) -> EnvironmentPatch = { $0 }
    /// `lines`, which change `names`, so that they all count or none does, where a read-only variable would end them half-way.
    var guardLines: @Sendable (_ lines: [UInt8], _ names: [String]) -> [UInt8] = { lines, _ in lines
    }

    /// The start-up files, below the home folder, that it alone reads.
    public var startUpFiles: [String] = []
    /// The start-up files that get the line of its hook, the one that matters most first; none where only a person can tell.
    public var hookFiles: @Sendable (StartUpFolders) -> [HookFile] = { _ in [] }
    /// What a person types for the hook where it is loaded by no line of a file.
    public var hookSteps: [String] = []
    /// How it is started anew to see what a command gets; nil where that is not known.
    public var trial: ShellTrial?
    /// The line that puts the folder of the shims in front of PATH.
    public var shimPathLine = "export PATH=\"$(proxyenv shim path):$PATH\""
    /// Where a person puts that line.
    public var shimPathPlace =
        "Put this line into your start-up file, after the line that adds the other folder (mise, nvm)."
    /// How a person changes it by hand.
    var advice = ShellAdvice()
    /// Whether a wrapper can, and may, have `name`, which `[commands]` may hold.
    var takesFunction: @Sendable (_ name: [UInt8]) -> Bool = { _ in true }
    /// Whether two commands whose names differ in case alone are one command.
    var foldsCommands = false
    /// Whether the completion is a part of the hook, as the shell can't read it when it is first asked for.
    public var holdsCompletion = false
    /// What stands before and behind the whole hook.
    public var hookFrame = (before: "", after: "")
    /// How the statements begin that have a comment above them which the shell's help shows.
    public var describedStatements: [String] = []
    /// Whether the indentation is a part of the language.
    public var keepsIndentation = false
    /// Whether its hook is right in other shells too, as their languages contain this one.
    public var isContained = false
    /// Whether `exec` finds a function before a program.
    public var execFindsFunctions = false
    /// Whether a function can't run in the background.
    public var keepsFunctionsInFront = false
    /// Whether the start-up file ends at a program that fails, and what is typed at a prompt is no job of its own.
    public var endsAtFailure = false
}

extension Shell {
    /// `text` as one word of the language, every character standing for itself.
    ///
    /// - Throws: That this language can't hold the text; the variable it names is the caller's to fill in.
    public func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        do throws(Unrepresentable) { return try quote(text) } catch { throw error.of(name) }
    }

    /// `lines`, which change `names`, so that they all count or none does.
    public func guarded(_ lines: [UInt8], changing names: [String]) -> [UInt8] {
        guardLines(lines, names)
    }

    /// The text that makes the change: a document, or a line for each variable in the patch's order.
    ///
    /// - Throws: The first value that this language can't hold.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        switch language {
        case .document(let write):
            do throws(Unrepresentable) { return try write(patch) } catch { throw error.of(name) }
        case .statements(let set, let unset):
            var script: [UInt8] = []
            for change in arrange(patch).changes {
                switch change {
                case .set(let variable, let value):
                    if value.contains(0) {
                        throw Unrepresentable(form: name, variable: variable, reason: "a NUL")
                    }
                    do throws(Unrepresentable) {
                        script += try set(variable, value)
                    } catch {
                        throw error.of(name, variable: variable)
                    }
                case .unset(let variable): script += unset(variable)
                }
                script.append(0x0A)
            }
            return script
        }
    }

    /// How a person has the output of `line` evaluated, as `evaluation` has that of `proxyenv use clash`.
    public func evaluation(of line: String) -> String {
        let text = Array(evaluation.utf8)
        let sample = Array("proxyenv use clash".utf8)
        guard let start = text.firstOccurrence(of: sample) else { return line }
        let end = start + sample.count
        return String(decoding: text[..<start] + Array(line.utf8) + text[end...], as: UTF8.self)
    }

    /// The line that loads the hook, or nil where the shell evaluates no text.
    public var hookLine: String? {
        guard case .statements = language else { return nil }
        let line = "proxyenv hook \(name)"
        let text = evaluation(of: line)
        return text == line ? nil : text
    }

    /// Those of the file's `commands` that it can wrap.
    public func wrappable(_ commands: [String]) -> [String] {
        let possible = commands.filter { takesFunction(Array($0.utf8)) }
        guard foldsCommands else { return possible }
        var seen: Set<[UInt8]> = []
        var doubled: Set<[UInt8]> = []
        for command in commands {
            let name = command.utf8.map { $0.lowercased }
            if !seen.insert(name).inserted { doubled.insert(name) }
        }
        return possible.filter { !doubled.contains($0.utf8.map { $0.lowercased }) }
    }

    /// What the wrapper of `command` can't do that the plain command can, and what helps; nil if it can all.
    public func limit(of command: String) -> String? {
        guard keepsFunctionsInFront else { return nil }
        return
            "in \(name), `\(command) &` does not run in the background; a shim does: proxyenv shim add \(command)"
    }
}
