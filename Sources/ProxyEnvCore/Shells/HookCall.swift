/// A line of a start-up file that loads a hook.
public enum HookCall {
    /// The shell whose hook `line` loads, or nil; a comment loads none.
    public static func shell(in line: ArraySlice<UInt8>) -> Shell? {
        if line.trimmed.first == UInt8(ascii: "#") { return nil }
        let words = line.pieces { $0 <= 0x20 || "()\"'`;|<&".utf8.contains($0) }
        for (index, word) in words.enumerated() where word.equals("hook") {
            guard index > 0, words[index - 1].hasSuffix("proxyenv"), index + 1 < words.count else {
                continue
            }
            return Shells.named(words[index + 1])
        }
        return nil
    }

    /// Whether a line of `text` loads the hook of `shell`.
    public static func isLoaded(_ shell: Shell, in text: [UInt8]) -> Bool {
        text.split(separator: 0x0A).contains { self.shell(in: $0)?.name == shell.name }
    }
}
