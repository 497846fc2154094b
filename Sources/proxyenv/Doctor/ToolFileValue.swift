import ProxyEnvCore

/// What a key has for a value in the files of a tool that has a line for each, whatever section the line is in.
struct ToolFileValue {
    /// The value, without quotes around it; empty where there is none.
    let text: [UInt8]
    /// The file and the line, for people.
    let place: String

    /// That of `key` in the file of the kind `file` that counts most and has it; nil where none has.
    init?(_ key: String, in file: SettingsFile, _ environment: Environment) {
        let home = environment.nonEmpty("HOME")
        for path in file.paths(FilePlaces(environment, home: home)).reversed() {
            guard let content = try? FileSystem.load(path, limit: 1 << 20).content else { continue }
            let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated().reversed() {
                guard let value = Self.value(of: key, in: line.trimmed, file) else { continue }
                text = Array(Self.unquoted(value))
                place = "\(ConfigurationFiles.displayed(path, home: home)):\(number + 1)"
                return
            }
        }
        return nil
    }

    private static func value(
        of key: String, in line: ArraySlice<UInt8>, _ file: SettingsFile
    ) -> ArraySlice<UInt8>? {
        let line = file.holdsOptions ? line.drop { $0 == UInt8(ascii: "-") } : line
        let name = line.prefix { !file.separators.utf8.contains($0) }
        guard name.count < line.count || file.holdsOptions, name.trimmed.equals(key) else {
            return nil
        }
        return line.dropFirst(name.count).drop { file.separators.utf8.contains($0) }.trimmed
    }

    /// The text without the quotes around it.
    private static func unquoted(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.first, first == text.last, text.count >= 2,
            first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        else { return text }
        return text.dropFirst().dropLast()
    }
}
