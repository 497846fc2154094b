/// How a person changes a shell by hand, which messages propose; `NAME` and `VALUE` stand for what is changed.
struct ShellAdvice: Sendable {
    /// Sets an environment variable; `VALUE` gets its quotes by `quotes`.
    var set = "export NAME=VALUE"
    /// Hands a variable that the shell has to the programs that it starts.
    var export = "export NAME"
    /// Removes an environment variable.
    var unset = "unset NAME"
    /// Removes an alias.
    var removeAlias = "unalias NAME"
    /// Removes a function.
    var removeFunction = "unset -f NAME"
    /// Whether `NAME=VALUE` in front of a command sets the variable for it alone.
    var takesPrefix = true
    /// Which values are put in quotes.
    var quotes = Quotes.whereNeeded

    /// Which values are put in quotes.
    enum Quotes {
        /// Those in which the shell would read more than their characters.
        case whereNeeded
        /// All.
        case always
        /// None, as the template has quotes.
        case never
    }
}

extension Shell {
    /// What a person types to set the environment variable `variable` to `value`.
    public func setting(_ variable: String, to value: String) -> String {
        let bytes = Array(value.utf8)
        let isQuoted =
            switch advice.quotes {
            case .whereNeeded: PosixQuoting.word(bytes) != bytes
            case .always: true
            case .never: false
            }
        return filled(advice.set, variable, isQuoted ? (try? quote(bytes)) ?? bytes : bytes)
    }

    /// What a person types to set `variable` to the file at `path`, in which `~` is `home`.
    public func setting(_ variable: String, toFile path: String, home: [UInt8]?) -> String {
        guard path.utf8.starts(with: "~/".utf8) else { return setting(variable, to: path) }
        let rest = path.utf8.dropFirst(2)
        if advice.quotes != .always, PosixQuoting.word(Array(rest)) == Array(rest) {
            return filled(advice.set, variable, Array(path.utf8))
        }
        return setting(
            variable, to: String(decoding: (home ?? [0x7E]) + [0x2F] + rest, as: UTF8.self))
    }

    /// What a person types to start `command` with `variable` as 1.
    public func starting(_ command: String, with variable: String) -> String {
        advice.takesPrefix
            ? "\(variable)=1 \(command)" : "\(setting(variable, to: "1")); \(command)"
    }

    /// What a person types so that programs see the variable `variable` of the shell.
    public func exporting(_ variable: String) -> String { filled(advice.export, variable) }

    /// What a person types to remove the environment variable `variable`.
    public func unsetting(_ variable: String) -> String { filled(advice.unset, variable) }

    /// What a person types to remove the alias `name`.
    public func removingAlias(_ name: String) -> String { filled(advice.removeAlias, name) }

    /// What a person types to remove the function `name`.
    public func removingFunction(_ name: String) -> String { filled(advice.removeFunction, name) }

    /// `template` with what stands for the name and the value; a name is put in as it is.
    private func filled(_ template: String, _ name: String, _ value: [UInt8] = []) -> String {
        var text: [UInt8] = []
        var rest = Array(template.utf8)[...]
        while let byte = rest.first {
            if rest.hasPrefix("VALUE") {
                text += value
                rest = rest.dropFirst(5)
            } else if rest.hasPrefix("NAME") {
                text += name.utf8
                rest = rest.dropFirst(4)
            } else {
                text.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
