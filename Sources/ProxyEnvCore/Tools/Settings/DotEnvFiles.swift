extension SettingsFile {
    /// The variables of codex's own; it passes over names of its own, so that no file changes where it sends what (codex's source, arg0).
    static let codexEnvironment = SettingsFile(
        "codexEnvironment", references: .dotEnv, isReadAtStart: true,
        paths: { places in
            let folder = ToolFolder.codex
            return places.inFolder(folder.variable, else: folder.standard, "/.env")
        },
        read: { text, path, _ in
            SettingsLines.settings(in: DotEnvText.withoutLaterLines(text, needsEnd: false), path) {
                DotEnvText.pairs($0, as: .dotenvy)
            }.filter { !$0.name.utf8.starts(with: "CODEX_".utf8) }
        })

    /// The variables for gemini: the first file that is there, from the folder upwards, else of the home folder; no other counts then
    /// (gemini-cli 0.61, tried).
    static let geminiEnvironment = SettingsFile(
        "geminiEnvironment", isReadAtStart: true,
        paths: { places in
            let names = ["/.gemini/.env", "/.env"]
            let near = places.nearest(names)
            return near.isEmpty ? places.first(of: names.flatMap { places.inHome($0) }) : near
        },
        read: { text, path, _ in
            SettingsLines.settings(in: DotEnvText.withoutLaterLines(text), path) {
                DotEnvText.pairs($0, as: .node)
            }
        })
}

extension SettingsFile {
    /// The variables for qwen: the first file that is there, from the folder upwards, before those of the home folder; and `proxy` in its
    /// settings, the folder's last, which goes before the environment (qwen 0.24.4, tried; `env` in there is not read here).
    static let qwenSettings = SettingsFile(
        "qwenSettings", isReadAtStart: true,
        paths: { places in
            places.inHome("/.env") + places.inHome("/.qwen/.env")
                + places.nearest(["/.qwen/.env", "/.env"])
                + places.inFolder("QWEN_HOME", else: "/.qwen", "/settings.json")
                + places.here("/.qwen/settings.json")
        },
        read: { text, path, _ in
            guard path.utf8.suffix(5).elementsEqual(".json".utf8) else {
                return SettingsLines.settings(in: DotEnvText.withoutLaterLines(text), path) {
                    DotEnvText.pairs($0, as: .node)
                }
            }
            let root = try? JSONReader.tree(of: text, allowsComments: true)
            guard let proxy = root?.member("proxy"), let value = proxy.text else { return [] }
            let line = SourceFile(path: path, bytes: text).line(of: proxy.offset)
            return [
                ToolSetting(name: "HTTPS_PROXY", value: value, path: path, line: line, key: "proxy")
            ]
        })

    /// The variables for aider: the home folder's file, that of the repository's folder, and the folder's own, the later winning, also
    /// against the environment (aider 0.86.2, its source: main.py).
    static let aiderEnvironment = SettingsFile(
        "aiderEnvironment", references: .braces(takesFallback: false), isReadAtStart: true,
        paths: { places in
            let repository = places.folders.first { places.isThere($0 + Array("/.git".utf8)) }
            let all =
                places.inHome("/.env") + (repository.map { [$0 + Array("/.env".utf8)] } ?? [])
                + places.here("/.env")
            return all.enumerated().filter { index, path in !all[(index + 1)...].contains(path) }
                .map { $0.element }
        },
        read: { text, path, _ in
            SettingsLines.settings(in: DotEnvText.withoutLaterLines(text), path) {
                DotEnvText.pairs($0, as: .python)
            }
        })
}

/// The text of a `.env`.
private enum DotEnvText {
    /// `text` with nothing on the lines that belong to a value in quotes which has begun on one before.
    ///
    /// A quote that never ends takes all that follows with dotenvy (codex), and nothing for the others where `needsEnd` (the pattern
    /// of Node's dotenv 16, and `node --env-file` 20.20, tried).
    static func withoutLaterLines(_ text: [UInt8], needsEnd: Bool = true) -> [UInt8] {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        let double = lines.lastIndex { closes($0, 0x22) } ?? -1
        let single = lines.lastIndex { closes($0, 0x27) } ?? -1
        var open: UInt8?
        var result: [UInt8] = []
        for (index, line) in lines.enumerated() {
            if let quote = open {
                if closes(line, quote) { open = nil }
            } else {
                result += line
                let content = line.trimmed
                if content.first != UInt8(ascii: "#"),
                    let (_, value) = SettingsLines.pair(content, "="),
                    let quote = value.first, quote == 0x22 || quote == 0x27,
                    !closes(value.dropFirst(), quote),
                    !needsEnd || index < (quote == 0x22 ? double : single)
                {
                    open = quote
                }
            }
            result.append(0x0A)
        }
        return result
    }

    /// Whether `quote` ends on the line; a backslash escapes in double ones.
    private static func closes(_ line: ArraySlice<UInt8>, _ quote: UInt8) -> Bool {
        var rest = line
        while let byte = rest.popFirst() {
            if byte == quote { return true }
            if byte == UInt8(ascii: "\\"), quote == 0x22 { rest = rest.dropFirst() }
        }
        return false
    }

    /// Whose rules a file follows.
    enum Reader {
        /// dotenvy 0.15, as codex 0.163 has it (tried).
        case dotenvy
        /// dotenv 16 for Node (its pattern).
        case node
        /// python-dotenv 1 (its documents).
        case python
    }

    /// `NAME=VALUE`, with `export` in front and quotes around the value, or a comment behind it: what a blank stands before, for Node
    /// any `#`; a `$` that stands for itself gets a `\` for dotenvy.
    static func pairs(_ line: ArraySlice<UInt8>, as reader: Reader) -> [SettingsLines.Pair] {
        guard line.first != UInt8(ascii: "#"), let (key, value) = SettingsLines.pair(line, "=")
        else { return [] }
        var name = key[...]
        if name.hasPrefix("export ") { name = name.dropFirst(7).trimmingBlanks }
        guard VariableName.isValid(name) else { return [] }
        let text = String(decoding: name, as: UTF8.self)
        let literal = SettingsLines.unquoted(value[...])
        switch value.first {
        case 0x27 where reader == .dotenvy:
            let escaped = literal.flatMap { $0 == UInt8(ascii: "$") ? [0x5C, $0] : [$0] }
            return [(text, text, escaped)]
        case 0x22, 0x27: return [(text, text, literal)]
        default:
            let plain = value.prefix {
                $0 != 0x20 && $0 != 0x09 && (reader != .node || $0 != UInt8(ascii: "#"))
            }
            return [(text, text, Array(plain))]
        }
    }
}
