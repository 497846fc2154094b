/// How a setting is taken out of a file that another tool reads.
public enum FileRemedy {
    /// What takes a setting out of its file.
    ///
    /// - Parameters:
    ///   - path: The file as it is shown, `~/` for the home folder.
    ///   - line: The line on which the setting stands, from 1.
    ///   - key: The setting as the file has it.
    ///   - text: That line, or nil where it can't be read.
    ///   - isGit: Whether the file is git's.
    /// - Returns: The commands, or a sentence where no command would do it without harm.
    public static func steps(
        path: String, line: Int, key: String, text: [UInt8]?, isGit: Bool
    ) -> [String] {
        let file = word(path)
        let sentence = ["Take `\(key)` out of \(path), line \(line)."]
        switch true {
        case isGit && text == nil: return findingGitProxies
        case isGit: return ["git config --file \(file) --unset-all \(word(key))"]
        // apt alone knows its files.
        case path.utf8.elementsEqual("apt.conf".utf8):
            return ["grep -rn '\(key)' /etc/apt/apt.conf /etc/apt/apt.conf.d"]
        case Array(path.utf8).hasSuffix(".xml"): return sentence
        // Other options of Java's may stand on the line.
        case Array(path.utf8).hasSuffix("/.mvn/jvm.config"),
            Array(path.utf8).hasSuffix("/.mvn/maven.config"):
            return sentence
        case Array(path.utf8).hasSuffix(".json"):
            guard let text, isMember(text) else { return sentence }
        // What holds keys below it may not be left empty.
        case Array(path.utf8).hasSuffix(".yml"):
            guard !key.utf8.contains(UInt8(ascii: ".")) else { return sentence }
        default: break
        }
        return ["sed -i.bak '\(line)d' \(file)"]
    }

    /// What helps to mend the file `path` that a tool cannot read; `isGit` says whether it is git's.
    public static func mending(_ path: String, isGit: Bool) -> [String] {
        let file = word(path)
        return isGit
            ? ["git config --file \(file) --list", "Mend the line that it names."]
            : ["Mend that line, or put the file aside: mv \(file) \(word(path + ".bak"))"]
    }

    /// What shows in which of git's files a proxy stands.
    public static let findingGitProxies = ["git config --show-origin --get-regexp 'proxy$'"]

    /// What shows the line of a file at which `program` ends, where it alone knows which file that is.
    public static func showing(configurationOf program: String) -> [String] {
        ["\(program) config --list", "Mend the line that it names."]
    }

    /// Whether `line` is one member of an object and the comma behind it, so that the object is whole without it.
    private static func isMember(_ line: [UInt8]) -> Bool {
        let text = (line.last == 0x0D ? line.dropLast() : line[...]).trimmingBlanks
        let braces = text.contains { "{}[]".utf8.contains($0) }
        return text.first == 0x22 && text.last == UInt8(ascii: ",") && !braces
            && text.count { $0 == UInt8(ascii: ",") } == 1
    }

    /// `path` as one word of a shell, in which `~` is the home folder.
    public static func word(_ path: String) -> String {
        let bytes = Array(path.utf8)
        let isInHome = bytes.hasPrefix("~/")
        let quoted = PosixQuoting.word(Array(bytes.dropFirst(isInHome ? 2 : 0)))
        return (isInHome ? "~/" : "") + String(decoding: quoted, as: UTF8.self)
    }
}
