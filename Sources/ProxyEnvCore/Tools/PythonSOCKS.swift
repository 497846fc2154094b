/// What a program in Python needs to speak SOCKS.
extension Tool {
    /// The module without which it speaks no SOCKS; nil where it needs none.
    public var socksModule: String? { transports.compactMap { $0.values.socksModule }.first }

    /// The package that brings `module`.
    public static func package(ofSOCKS module: String) -> String {
        module == "socks" ? "PySocks" : module
    }
}

/// The first line of a script, by which the system finds what runs it.
public enum ScriptLine {
    /// The program that runs the script `text`, and its options; nil for what is no script.
    ///
    /// `/usr/bin/env NAME` is the program NAME. Where the path of an environment's Python is too long for such a line, pip's
    /// scripts begin as one of sh whose second line starts that Python (distlib 0.3, `scripts.py`).
    public static func interpreter(of text: [UInt8]) -> [[UInt8]]? {
        guard text.starts(with: "#!".utf8) else { return nil }
        let lines = text.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
        var words = lines[0].dropFirst(2).pieces { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            .filter { !$0.isEmpty }.map { Array($0) }
        guard let first = words.first else { return nil }
        let start = Array("'''exec' ".utf8)
        if FileName.last(of: first).equals("sh"), lines.count > 1, lines[1].starts(with: start) {
            let rest = lines[1].dropFirst(start.count)
            let isQuoted = rest.first == UInt8(ascii: "\"")
            let end = isQuoted ? UInt8(ascii: "\"") : 0x20
            let path = rest.dropFirst(isQuoted ? 1 : 0).prefix { $0 != end }
            return path.isEmpty ? nil : [Array(path)]
        }
        if FileName.last(of: first).equals("env") {
            words.removeFirst()
            if words.first?.equals("-S") == true { words.removeFirst() }
        }
        return words.isEmpty ? nil : words
    }
}

extension Environment {
    /// Whether a variable that names a proxy, also one of a tool's own as PIP_PROXY, names one that speaks SOCKS.
    public var namesSOCKS: Bool {
        entries.contains { entry in
            guard let end = entry.firstIndex(of: UInt8(ascii: "=")) else { return false }
            let name = entry[..<end].suffix(6)
            return name.equalsIgnoringCase("_proxy")
                && entry[(end + 1)...].prefix(5).equalsIgnoringCase("socks")
        }
    }
}
