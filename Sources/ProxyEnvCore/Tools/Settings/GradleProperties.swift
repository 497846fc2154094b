extension SettingsFile {
    /// gradle's own file.
    static let gradleProperties = SettingsFile(
        "gradleProperties", isReadAtStart: true,
        paths: {
            $0.nearest(["/gradle.properties"])
                + $0.inFolder("GRADLE_USER_HOME", else: "/.gradle", "/gradle.properties")
        },
        read: { text, path, _ in GradlePropertiesText.settings(text, path) })
}

/// The properties of Java's in a gradle.properties, as Gradle 4.4 takes them.
private enum GradlePropertiesText {
    /// What the file says: `systemProp.http.proxyHost` and its like.
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        var values: [String: [UInt8]] = [:]
        var lines: [String: Int] = [:]
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard let (key, value) = property(line), key.hasPrefix("systemProp.") else { continue }
            let name = String(decoding: key.dropFirst(11), as: UTF8.self)
            values[name] = value
            lines[name] = number
        }
        return JavaProperties.proxies(values).map {
            ToolSetting(
                name: $0.name, value: $0.value, path: path, line: lines[$0.property] ?? 1,
                key: "systemProp.\($0.property)")
        }
    }

    /// `key=value`, `key: value` or `key value` with escapes (java.util.Properties, "load"), or nil for a comment.
    private static func property(
        _ line: ArraySlice<UInt8>
    ) -> (key: [UInt8], value: [UInt8])? {
        var rest = (line.last == 0x0D ? line.dropLast() : line).trimmingBlanks
        guard let first = rest.first, !"#!".utf8.contains(first) else { return nil }
        let key = take(&rest, until: " \t=:")
        rest = rest.trimmingBlanks
        if let byte = rest.first, "=:".utf8.contains(byte) {
            rest = rest.dropFirst().trimmingBlanks
        }
        return (key, take(&rest, until: ""))
    }

    /// What is in front of the first of `ends`, without the backslashes of escapes.
    private static func take(_ text: inout ArraySlice<UInt8>, until ends: String) -> [UInt8] {
        var taken: [UInt8] = []
        while let byte = text.first, !ends.utf8.contains(byte) {
            text = text.dropFirst()
            if byte == UInt8(ascii: "\\"), let escaped = text.popFirst() {
                taken.append(escaped)
            } else {
                taken.append(byte)
            }
        }
        return taken
    }
}
