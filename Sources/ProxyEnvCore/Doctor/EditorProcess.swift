/// Which processes belong to an editor, and run what its extensions start.
public enum EditorProcess {
    /// How the programs of the editors are called that come from VS Code; what is behind may follow (`code-insiders`).
    private static let names = [
        "code", "codium", "vscodium", "cursor", "windsurf", "trae", "kiro", "antigravity",
        "positron",
    ]

    /// Whether a process that was started with `words` is an extension host.
    ///
    /// VS Code's server says so, as older ones do; in today's it is a service of Electron, as other programs have them too.
    public static func isExtensionHost(_ words: [[UInt8]]) -> Bool {
        let isNamed = words.contains { word in
            word.equals("--type=extensionHost")
                || word.firstOccurrence(of: Array("extensionHostProcess".utf8)) != nil
        }
        if isNamed { return true }
        guard words.contains(where: { $0.equals("--utility-sub-type=node.mojom.NodeService") }),
            let first = words.first
        else { return false }
        // On Windows they are called `Code.exe` and `Code - Insiders.exe`.
        let program = FileName.stem(of: first).map { $0.lowercased }
        return names.contains { name in
            program.equals(name) || program.hasPrefix(name + "-") || program.hasPrefix(name + " - ")
        }
    }
}
