/// What `systemctl show-environment` prints.
public enum SystemdText {
    /// The entry of an environment that `line` is: a value with what a shell would take for its own stands as `$'…'`.
    public static func unquoted(_ line: ArraySlice<UInt8>) -> [UInt8] {
        guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return Array(line) }
        let value = line[(equals + 1)...]
        guard value.hasPrefix("$'"), value.hasSuffix("'"), value.count > 2 else {
            return Array(line)
        }
        var entry = Array(line[...equals])
        var isEscaped = false
        for byte in value.dropFirst(2).dropLast() {
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            isEscaped = false
            entry.append(byte)
        }
        return entry
    }
}
