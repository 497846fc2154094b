/// The forms in which `script` writes, in the order in which help names them.
///
/// A new one is a file of its own and a word here.
public enum ScriptForms {
    /// All of them.
    public static let all: [ScriptForm] = [
        .posix, .batch, .powerShell, .finder, .desktopEntry, .launchAgent,
    ]

    /// The names under which they are asked for.
    public static var names: [String] { all.map { $0.name } }

    /// The form that people mean by `text`, in any case.
    public static func named(_ text: some Collection<UInt8>) -> ScriptForm? {
        all.first { form in
            text.equalsIgnoringCase(form.name)
                || form.aliases.contains { text.equalsIgnoringCase($0) }
        }
    }

    /// The form that the name of the file at `path` tells by its end, or nil.
    public static func of(file path: [UInt8]) -> ScriptForm? {
        guard let ending = FileName.ending(of: path) else { return nil }
        return all.first { ending.equalsIgnoringCase($0.fileExtension) } ?? named(ending)
    }

    /// What the names of files end with, each once.
    public static var endings: [String] {
        var endings: [String] = []
        for form in all where !endings.contains(form.fileExtension) {
            endings.append(form.fileExtension)
        }
        return endings
    }
}
