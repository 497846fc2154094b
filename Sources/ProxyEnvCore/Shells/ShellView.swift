/// What a shell's integration tells of its shell: `zsh/1 wrapper:codex function:npm alias:pip`.
public struct ShellView: Sendable, Equatable {
    /// The shell's name.
    public let shell: String
    /// The commands whose function is proxyenv's.
    public private(set) var wrappers: [String] = []
    /// The commands whose function is the user's own.
    public private(set) var functions: [String] = []
    /// The commands that have an alias.
    public private(set) var aliases: [String] = []
    /// Those of them whose alias leads to a path, past the function.
    public private(set) var bypasses: [String] = []

    /// The shell for which the integration is that wrote `text`, whatever else it has written; nil for none of this version.
    public static func shell(of text: [UInt8]) -> String? {
        guard let first = text.pieces(separatedBy: { $0 == 0x20 }).first, first.hasSuffix("/1")
        else {
            return nil
        }
        return Shells.named(first.dropLast(2))?.name
    }

    /// The view that `text` tells of, or nil if no integration of this version wrote it.
    public init?(_ text: [UInt8]) {
        let words = text.pieces { $0 == 0x20 }
        guard let shell = Self.shell(of: text) else { return nil }
        self.shell = shell
        for word in words.dropFirst() {
            guard let colon = word.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let bytes = Array(word[(colon + 1)...])
            guard CommandName.isValid(bytes) else { return nil }
            let name = String(decoding: bytes, as: UTF8.self)
            let kind = word[..<colon]
            if kind.equals("wrapper") { wrappers.append(name) }
            if kind.equals("function") { functions.append(name) }
            if kind.equals("alias") { aliases.append(name) }
            if kind.equals("bypass") { bypasses.append(name) }
        }
    }

    /// What the user has made of `name`, `an alias` or `a function`; nil where it is neither.
    public func kind(of name: String) -> String? {
        aliases.contains(name) ? "an alias" : functions.contains(name) ? "a function" : nil
    }
}
