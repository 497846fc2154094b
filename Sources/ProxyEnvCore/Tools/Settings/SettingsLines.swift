/// What the readers of files with a setting on each line have in common.
enum SettingsLines {
    /// A key and what it means.
    typealias Pair = (name: String, key: String, value: [UInt8])

    /// What `read` finds in each line of `text`, without blanks around.
    static func settings(
        in text: [UInt8], _ path: String, _ read: (ArraySlice<UInt8>) -> [Pair]
    ) -> [ToolSetting] {
        var settings: [ToolSetting] = []
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            for pair in read(line.trimmed) {
                settings.append(
                    ToolSetting(
                        name: pair.name, value: pair.value, path: path, line: number, key: pair.key)
                )
            }
        }
        return settings
    }

    /// A key that is meant for targets of both kinds.
    static func both(_ key: String, _ value: [UInt8]) -> [Pair] {
        [("http_proxy", key, value), ("https_proxy", key, value)]
    }

    /// What stands at both sides of the first `separator`, without blanks around.
    static func pair(
        _ line: ArraySlice<UInt8>, _ separator: Character
    ) -> (key: [UInt8], value: [UInt8])? {
        guard let byte = separator.asciiValue, let index = line.firstIndex(of: byte) else {
            return nil
        }
        return (Array(line[..<index].trimmed), Array(line[(index + 1)...].trimmed))
    }

    /// What stands in quotes, if `text` begins with one that ends.
    static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard let quote = text.first, quote == 0x22 || quote == 0x27, text.count > 1,
            let end = text.dropFirst().firstIndex(of: quote)
        else { return Array(text) }
        return Array(text[(text.startIndex + 1)..<end])
    }
}
