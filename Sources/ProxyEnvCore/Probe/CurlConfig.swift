/// What curl is told on its standard input (curl's `--config`), where no other user can read it.
public struct CurlConfig: Sendable {
    /// The lines.
    public private(set) var text: [UInt8] = []

    /// An empty one.
    public init() {}

    /// Adds an option with a value.
    ///
    /// In quotes, `\` takes the next character as it is, and only `\t`, `\n`, `\r` and `\v` mean another.
    public mutating func add(_ name: String, _ value: [UInt8]) {
        text += name
        text += " = \""
        for byte in value {
            switch byte {
            case 0x5C, 0x22: text += [0x5C, byte]
            case 0x0A: text += "\\n"
            case 0x0D: text += "\\r"
            // Nothing that could be behind a NUL is meant for curl.
            case 0: continue
            default: text.append(byte)
            }
        }
        text += "\"\n"
    }

    /// Adds an option with a value.
    public mutating func add(_ name: String, _ value: String) { add(name, Array(value.utf8)) }

    /// Adds an option without a value.
    public mutating func add(flag name: String) {
        text += name
        text += "\n"
    }
}
