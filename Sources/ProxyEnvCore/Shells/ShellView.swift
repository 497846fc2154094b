/// What a shell's integration tells of its shell: `zsh/1 wrapper:codex function:npm alias:pip=…`.
///
/// Behind an alias stands what the shell's own `alias` prints of it, each blank as the control character US; it may hold
/// secrets, so that only where it leads is kept. `extern:git=git push` is a command of its own to Nushell, which completions
/// declare so.
public struct ShellView: Sendable {
    /// The shell.
    public let language: Shell
    /// The shell's name.
    public var shell: String { language.name }
    /// The commands whose function is proxyenv's.
    public private(set) var wrappers: [String] = []
    /// The commands whose function is the user's own.
    public private(set) var functions: [String] = []
    /// The commands that the shell leaves to their shim.
    public private(set) var shims: [String] = []
    /// The commands that have an alias.
    public private(set) var aliases: [String] = []
    /// The variables that name a proxy in the shell, exported or not.
    public private(set) var variables: [String] = []
    /// The variables and values that cmd's `set NAME=VALUE` was to set, which is something else in this shell.
    public private(set) var assignments: [(name: String, value: [UInt8])] = []
    private var externs: [(name: String, text: String)] = []
    private var targets: [(name: String, target: AliasTarget)] = []

    /// The shell for which the integration is that wrote `text`, whatever else it has written; nil for none of this version.
    public static func shell(of text: [UInt8]) -> Shell? {
        guard let first = text.pieces(separatedBy: { $0 == 0x20 }).first, first.hasSuffix("/1")
        else {
            return nil
        }
        return Shells.named(first.dropLast(2))
    }

    /// The view that `text` tells of, or nil if no integration of this version wrote it.
    public init?(_ text: [UInt8]) {
        let words = text.pieces { $0 == 0x20 }
        guard let shell = Self.shell(of: text) else { return nil }
        language = shell
        var execFindsFunctions = shell.execFindsFunctions
        for word in words.dropFirst() {
            guard let colon = word.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let rest = word[(colon + 1)...]
            let bytes = Array(rest[..<(rest.firstIndex(of: UInt8(ascii: "=")) ?? rest.endIndex)])
            guard CommandName.isValid(bytes) else { return nil }
            let name = String(decoding: bytes, as: UTF8.self)
            let kind = word[..<colon]
            // The hook of ksh is mksh's too.
            if kind.equals("shell"), name == "mksh" { execFindsFunctions = true }
            if kind.equals("wrapper") { wrappers.append(name) }
            if kind.equals("function") { functions.append(name) }
            if kind.equals("shim") { shims.append(name) }
            let line = rest.dropFirst(bytes.count + 1).map { $0 == 0x1F ? 0x20 : $0 }
            // tcsh tells of each, whether it is set.
            if kind.equals("set"), !line.equals("0") { variables.append(name) }
            if kind.equals("assigned") { assignments.append((name, line)) }
            if kind.equals("extern") { externs.append((name, DisplayText.shortened(line))) }
            if kind.equals("alias") {
                aliases.append(name)
                guard bytes.count < rest.count else { continue }
                targets.append(
                    (
                        name,
                        AliasTarget(
                            ofAlias: name, in: line, execFindsFunctions: execFindsFunctions)
                    ))
            }
        }
    }

    /// Where the alias `name` leads, or nil where there is none, or the shell has not told.
    public func target(ofAlias name: String) -> AliasTarget? {
        targets.first { $0.name == name }?.target
    }

    /// The commands of more words than `name`, which start its program past the wrapper.
    public func externs(of name: String) -> [String] {
        externs.filter { $0.name == name }.map { $0.text }
    }

    /// `externs` in a sentence, of which a completion can have a hundred.
    public static func listed(_ externs: [String]) -> String {
        let more = externs.count > 3 ? " and \(externs.count - 2) more" : ""
        return externs.prefix(more.isEmpty ? 3 : 2).map { "`\($0)`" }.joined(separator: ", ") + more
    }

    /// What the user has made of `name`, `an alias` or `a function`; nil where it is neither.
    public func kind(of name: String) -> String? {
        aliases.contains(name) ? "an alias" : functions.contains(name) ? "a function" : nil
    }
}
