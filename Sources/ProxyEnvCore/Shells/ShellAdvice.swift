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

    /// What a person types to set `variable` to `word`, a path as a word of a shell of Bourne's family; where a value needs
    /// quotes always, `~` in it is `home`.
    public func setting(_ variable: String, toWord word: String, home: [UInt8]?) -> String {
        guard advice.quotes == .always else {
            return filled(advice.set, variable, Array(word.utf8))
        }
        guard let home, word.utf8.starts(with: "~/".utf8) else {
            return setting(variable, to: word)
        }
        return setting(variable, to: String(decoding: home + word.utf8.dropFirst(), as: UTF8.self))
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
        var text = Array(template.utf8)
        for (token, word) in [("VALUE", value), ("NAME", Array(name.utf8))] {
            let token = Array(token.utf8)
            var end = text.count
            // From the end on, so that what is put in is not looked at again.
            while let start = (0..<end).last(where: { text[$0...].starts(with: token) }) {
                text.replaceSubrange(start..<start + token.count, with: word)
                end = start
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
