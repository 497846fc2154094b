/// The forms in which `env` prints: the shells, and the documents.
///
/// A new document is a file of its own and a word here.
public enum Formats {
    /// The documents, in the order in which help names them.
    public static let documents: [Format] = [
        .prefix, .json, .dotEnv, .batch, .docker, .github, .systemd, .launchd, .tmux, .apt, .vscode,
    ]

    /// The names under which they are asked for.
    public static var names: [String] { documents.map { $0.name } + Shells.names }

    /// The form that people mean by `text`: a document's name in any case, or a shell as `Shells.named` knows it.
    public static func named(_ text: [UInt8]) -> Format? {
        let document = documents.first { document in
            text.equalsIgnoringCase(document.name)
                || document.aliases.contains { text.equalsIgnoringCase($0) }
        }
        return document ?? Shells.named(text).map { Format($0) }
    }
}
