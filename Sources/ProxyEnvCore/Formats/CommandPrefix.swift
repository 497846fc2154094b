extension Format {
    /// What stands in front of a command in a POSIX shell: `HTTP_PROXY='…' HTTPS_PROXY='…'`.
    static let prefix = Format(name: "prefix", write: text)

    /// One line; what is to be unset needs `env -u`, which GNU, BSD and busybox have.
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.refuse([(0, "a NUL")])
        var words: [[UInt8]] = []
        for change in patch.changes where change.value == nil {
            words.append(Array("-u \(change.name)".utf8))
        }
        if !words.isEmpty { words.insert(Array("env".utf8), at: 0) }
        for change in patch.changes {
            guard let value = change.value else { continue }
            words.append(Array("\(change.name)=".utf8) + PosixQuoting.quoted(value))
        }
        return words.isEmpty ? [] : Array(words.joined(separator: [0x20])) + [0x0A]
    }
}
