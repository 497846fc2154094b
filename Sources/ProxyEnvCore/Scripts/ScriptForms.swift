/// The forms in which `script` writes, in the order in which help names them.
///
/// A new one is a file of its own and a line here.
public enum ScriptForms {
    /// All of them.
    public static let all: [AnyScriptForm] = [
        AnyScriptForm(PosixScript()), AnyScriptForm(BatchScript()),
        AnyScriptForm(PowerShellScript()), AnyScriptForm(PosixScript.finder),
        AnyScriptForm(DesktopEntry()), AnyScriptForm(LaunchAgent()),
    ]

    /// The names under which they are asked for.
    public static var names: [String] { all.map { $0.name } }

    /// The form that people mean by `text`, in any case.
    public static func named(_ text: some Collection<UInt8>) -> AnyScriptForm? {
        all.first { form in
            text.equalsIgnoringCase(form.name)
                || form.aliases.contains { text.equalsIgnoringCase($0) }
        }
    }

    /// The form that the name of the file at `path` tells by its end, or nil.
    public static func of(file path: [UInt8]) -> AnyScriptForm? {
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
