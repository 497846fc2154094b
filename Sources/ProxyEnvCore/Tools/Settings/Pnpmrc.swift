extension SettingsFile {
    /// pnpm's own file, and npm's.
    static let pnpmrc = SettingsFile(
        "pnpmrc", references: .braces(takesFallback: true), isReadAtStart: true,
        paths: { PnpmFolder.path("/rc", $0) + SettingsFile.npmrc.paths($0) },
        read: { text, path, _ in
            NpmrcText.settings(text, path) { NpmrcText.pairs($0) + PnpmrcText.pairs($0) }
        })
}

/// The folder of pnpm's own settings.
enum PnpmFolder {
    /// `path` in it; on Windows it is in `%LOCALAPPDATA%` where XDG_CONFIG_HOME names no other (pnpm's documents: config; read,
    /// not tried).
    static func path(_ path: String, _ places: FilePlaces) -> [[UInt8]] {
        places.isWindows && places.named("XDG_CONFIG_HOME") == nil
            ? places.inLocal("/pnpm/config" + path) : places.inUserConfig("/pnpm" + path)
    }
}

/// What pnpm reads in an npmrc besides.
private enum PnpmrcText {
    /// `http-proxy`, which npm 10.8 passes over (tried), and pnpm 11 reads for `http://` targets (its source).
    static func pairs(_ line: ArraySlice<UInt8>) -> [SettingsLines.Pair] {
        guard let (key, value) = SettingsLines.pair(line, "="), key.equals("http-proxy") else {
            return []
        }
        return [("http_proxy", "http-proxy", NpmrcText.value(value[...]))]
    }
}
