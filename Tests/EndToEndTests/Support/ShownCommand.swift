/// A command of proxyenv that a page shows.
struct ShownCommand: Hashable {
    /// Its words behind `proxyenv`.
    let words: [String]

    /// Those that stand in `line` of a shell or of cmd, each up to its end.
    static func all(in line: Substring) -> [ShownCommand] {
        var found: [ShownCommand] = []
        var behind = line
        while let name = behind.firstRange(of: "proxyenv ") {
            let before = behind[..<name.lowerBound].last
            behind = behind[name.upperBound...]
            // `./proxyenv-x ` and `myproxyenv ` are other words.
            guard before.map({ " (/`^".contains($0) }) ?? true else { continue }
            let words = Self.words(of: behind)
            // `~/.config/proxyenv ~/.cache/proxyenv` are two folders.
            if words.first?.first.map({ $0.isLetter || $0 == "-" }) == true {
                found.append(ShownCommand(words: words))
            }
        }
        return found
    }

    /// The words at the beginning of `text`, up to what ends a command.
    private static func words(of text: Substring) -> [String] {
        var words: [String] = []
        var (word, isWord, quote): (String, Bool, Character?) = ("", false, nil)
        for character in text {
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
            } else if character == "'" || character == "\"" {
                (quote, isWord) = (character, true)
            } else if character == " " {
                if isWord { words.append(word) }
                (word, isWord) = ("", false)
            } else if ")|;&><`".contains(character) || character == "#" && !isWord {
                break
            } else {
                word.append(character)
                isWord = true
            }
        }
        return isWord ? words + [word] : words
    }

    /// Whether it starts another command, whose words are not proxyenv's.
    var launches: Bool { words[0] == "exec" || words[0] == "run" }

    /// The words with `others` behind those that are proxyenv's own.
    func adding(_ others: [String]) -> [String] {
        var end = words.firstIndex(of: "--") ?? words.count
        if launches {
            end = 1
            while end < words.count, words[end].hasPrefix("-"), words[end] != "--" {
                end += ["--profile", "--config"].contains(words[end]) ? 2 : 1
            }
        }
        return Array(words[..<end]) + others + words[end...]
    }
}
