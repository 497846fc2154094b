extension SettingsFile {
    /// pnpm's own file, and npm's.
    static let pnpmrc = SettingsFile(
        "pnpmrc", references: .braces(takesFallback: true),
        paths: { $0.inUserConfig("/pnpm/rc") + SettingsFile.npmrc.paths($0) },
        read: { text, path, _ in
            NpmrcText.settings(text, path) { NpmrcText.pairs($0) + PnpmrcText.pairs($0) }
        })
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
