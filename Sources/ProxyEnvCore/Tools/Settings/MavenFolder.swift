extension SettingsFile {
    /// Java's options in the project's `.mvn/jvm.config`, which mvn puts in front of MAVEN_OPTS: they go before JAVA_TOOL_OPTIONS and
    /// JDK_JAVA_OPTIONS, and behind MAVEN_OPTS and `_JAVA_OPTIONS` (Maven 3.8.7, tried).
    static let mavenJVM = SettingsFile(
        "mavenJVM", isReadAtStart: true,
        paths: { MavenFolder.path("/jvm.config", $0) },
        read: { text, path, _ in MavenFolder.settings(text, path, .option) })

    /// mvn's own arguments in the project's `.mvn/maven.config`, whose properties go before all variables, and behind settings.xml
    /// (Maven 3.8.7, tried).
    static let mavenConfig = SettingsFile(
        "mavenConfig", isReadAtStart: true,
        paths: { MavenFolder.path("/maven.config", $0) },
        read: { text, path, _ in MavenFolder.settings(text, path, .argument) })
}

/// The folder `.mvn` of the project: the nearest above the working directory (Maven's documents: "Configuring Apache Maven").
enum MavenFolder {
    /// The file `name` in it.
    static func path(_ name: String, _ places: FilePlaces) -> [[UInt8]] {
        places.nearest(["/.mvn"]).map { $0 + Array(name.utf8) }
    }

    /// The file that its `maven.config` puts in the place of the user's settings, or of those of the installation where `isGlobal`;
    /// it is looked for from the working directory, and mvn ends where it is not there (Maven 3.8.7, tried).
    static func settingsFile(_ places: FilePlaces, isGlobal: Bool) -> [[UInt8]]? {
        guard let text = path("/maven.config", places).first.flatMap({ places.content($0) }) else {
            return nil
        }
        let (short, long) = isGlobal ? ("-gs", "--global-settings") : ("-s", "--settings")
        guard let name = value(of: short, long, in: words(of: text)) else { return nil }
        let hasDrive = places.isWindows && name.dropFirst().first == UInt8(ascii: ":")
        if name.first == UInt8(ascii: "/") || hasDrive { return [name] }
        return places.here("/" + String(decoding: name, as: UTF8.self))
    }

    /// The value of the last option `short` or `long`: the next word, or behind `=`, or at the short one itself.
    private static func value(
        of short: String, _ long: String, in words: [(text: [UInt8], line: Int)]
    ) -> [UInt8]? {
        var found: [UInt8]?
        for (index, word) in words.enumerated() {
            if word.text.equals(short) || word.text.equals(long) {
                found = index + 1 < words.count ? words[index + 1].text : found
            } else if word.text.hasPrefix(long + "=") {
                found = Array(word.text.dropFirst(long.utf8.count + 1))
            } else if word.text.hasPrefix(short) {
                found = Array(word.text.dropFirst(short.utf8.count))
            }
        }
        return found
    }

    /// What the properties of Java's say in `text`: `-Dname=value`, for mvn also `-D name=value` and `--define name=value`.
    static func settings(
        _ text: [UInt8], _ path: String, _ rank: ToolSetting.Rank
    ) -> [ToolSetting] {
        var settings: [ToolSetting] = []
        var isNext = false
        for (word, line) in words(of: text) {
            let isWhole = isNext
            isNext = rank == .argument && (word.equals("-D") || word.equals("--define"))
            if isNext || !isWhole && !word.hasPrefix("-D") { continue }
            let property = isWhole ? word[...] : word.dropFirst(2)
            let name = property.prefix { $0 != UInt8(ascii: "=") }
            guard JavaProperties.isProxy(name) else { continue }
            let key = String(decoding: name, as: UTF8.self)
            var setting = ToolSetting(
                name: key, value: Array(property[name.endIndex...].dropFirst()), path: path,
                line: line, key: key)
            setting.rank = rank
            settings.append(setting)
        }
        return settings
    }

    /// The words, without the quotes in which one may stand, and their lines.
    private static func words(of text: [UInt8]) -> [(text: [UInt8], line: Int)] {
        var words: [(text: [UInt8], line: Int)] = []
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            // A comment (Maven 3.9, its documents); Maven 3.8 ends at one.
            if line.first == UInt8(ascii: "#") { continue }
            for word in line.split(whereSeparator: { $0 <= 0x20 }) {
                words.append((text: word.filter { $0 != 0x22 && $0 != 0x27 }, line: number))
            }
        }
        return words
    }
}
