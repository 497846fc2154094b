/// The shells, in the order in which help names them.
///
/// A new one is a file of its own and a word here.
public enum Shells {
    /// All of them.
    public static let all: [Shell] = [
        .zsh, .bash, .fish, .sh, .ksh, .tcsh, .elvish, .nushell, .xonsh, .powershell, .cmd,
    ]

    /// The names under which they are asked for, in the order of `all`.
    public static var names: [String] { all.map { $0.name } }

    /// The shell that people mean by `text`.
    ///
    /// Taken are a name in any case, a path, a login shell's leading `-`, `.exe`, and a version behind the name:
    /// `-zsh`, `/usr/bin/zsh`, `zsh-5.9`, `pwsh.exe`, `bash5`.
    public static func named(_ text: some Collection<UInt8>) -> Shell? {
        guard text.count <= 4096 else { return nil }
        var name = text.map { $0.lowercased }
        if let slash = name.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        ) {
            name.removeFirst(slash + 1)
        }
        if name.first == UInt8(ascii: "-") { name.removeFirst() }
        if name.hasSuffix(".exe") { name.removeLast(4) }
        if let shell = exactly(name) { return shell }
        while let last = name.last, last.isDigit || last == UInt8(ascii: ".") { name.removeLast() }
        if name.last == UInt8(ascii: "-") { name.removeLast() }
        return exactly(name)
    }

    private static func exactly(_ name: [UInt8]) -> Shell? {
        all.first { shell in name.equals(shell.name) || shell.aliases.contains { name.equals($0) } }
    }
}
