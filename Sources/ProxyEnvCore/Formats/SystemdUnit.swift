extension Format {
    /// A drop-in for a systemd service: `systemctl edit NAME`.
    static let systemd = Format(name: "systemd", isForOtherSystems: true, write: text)

    /// `Environment="NAME=value"`, in which `\` and `"` are escaped, `%` is doubled as it begins a specifier, and control
    /// characters are written as C does (systemd.exec(5), systemd.syntax(7) "Quoting").
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText()
        var text = Array("[Service]\n".utf8)
        for change in patch.changes {
            guard let value = change.value else {
                text += "UnsetEnvironment=\(change.name)\n"
                continue
            }
            text += "Environment=\"\(change.name)="
            for byte in value {
                switch byte {
                case UInt8(ascii: "\\"), UInt8(ascii: "\""): text += [UInt8(ascii: "\\"), byte]
                case UInt8(ascii: "%"): text += "%%"
                case _ where byte.isControl: text += "\\x" + byte.hexadecimal
                default: text.append(byte)
                }
            }
            text += "\"\n"
        }
        return text
    }
}
