/// What `PROXYENV_STATE` holds: how the environment was before the first `use`, and what `use` made of it.
///
/// The text is `1.PREVIOUS.NAME.DIGEST.BEFORE.NAME.DIGEST.BEFORE…`, in which PREVIOUS and BEFORE are base64url, DIGEST
/// is 16 hexadecimal digits, and `-` stands for "none" and "absent". Letters, digits, `.`, `-` and `_` alone: no shell
/// does anything to them. Whoever starts proxyenv can write this variable, so it is read as untrusted text.
public struct SavedState: Sendable, Equatable {
    /// The variables that proxyenv keeps for itself.
    public enum Variable {
        /// The active profile's name, for prompts.
        public static let active = "PROXYENV_ACTIVE"
        /// The saved state.
        public static let state = "PROXYENV_STATE"
        /// The batch file that proxyenv.cmd waits for, by which `use` and `off` change the cmd that they are typed in.
        public static let switchFile = "PROXYENV_SWITCH"
    }

    /// One variable that `use` touched.
    public struct Record: Sendable, Equatable {
        /// The variable's name.
        public var name: String
        /// The digest of the value given, or nil if the variable was unset.
        public var given: Digest64?
        /// The value before the first `use`, or nil if it was absent.
        public var before: [UInt8]?

        /// A record of a variable that was `before` and was then given the value `given`.
        public init(name: String, given: [UInt8]?, before: [UInt8]?) {
            self.name = name
            self.given = given.map { Digest64(of: $0) }
            self.before = before
        }
    }

    /// The longest state in bytes: a variable of twice this size makes every `execve` on Linux fail (E2BIG).
    public static let longest = 65_536

    /// The profile that was active before the present one, or nil if there was none.
    public var previous: String?
    /// The variables touched, sorted by name.
    public var records: [Record]

    /// A state of these parts.
    public init(previous: String?, records: [Record]) {
        self.previous = previous
        self.records = records
    }

    /// The text of this state, as the variable holds it.
    public var text: [UInt8] {
        var text: [UInt8] = Array("1.".utf8)
        Self.append(previous.map { Array($0.utf8) }, to: &text)
        for record in records {
            text += "." + record.name + "."
            text += record.given?.hexadecimal ?? Array("-".utf8)
            text += "."
            Self.append(record.before, to: &text)
        }
        return text
    }

    /// The state that `text` holds, or nil if it is none that `text` could have written.
    public init?(_ text: [UInt8]) {
        guard text.count <= Self.longest, text.hasPrefix("1.") else { return nil }
        let fields = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard fields.count >= 2, (fields.count - 2) % 3 == 0,
            case .some(let previous) = Self.optional(fields[1]),
            previous.map({ UTF8Reader.firstInvalidOffset(in: $0) == nil }) ?? true
        else { return nil }
        self.previous = previous.map { String(decoding: $0, as: UTF8.self) }
        records = []
        for index in stride(from: 2, to: fields.count, by: 3) {
            guard let record = Self.record(fields[index], fields[index + 1], fields[index + 2]),
                records.last.map({ $0.name < record.name }) ?? true
            else { return nil }
            records.append(record)
        }
    }

    private static func record(
        _ name: ArraySlice<UInt8>, _ given: ArraySlice<UInt8>, _ before: ArraySlice<UInt8>
    ) -> Record? {
        guard VariableName.isValid(name), !name.hasPrefix("PROXYENV_"),
            !ShellVariables.contains(name),
            case .some(let before) = optional(before),
            before?.contains(0) != true
        else { return nil }
        var record = Record(name: String(decoding: name, as: UTF8.self), given: nil, before: before)
        if !given.equals("-") {
            guard let digest = Digest64(hexadecimal: given) else { return nil }
            record.given = digest
        }
        return record
    }

    private static func append(_ value: [UInt8]?, to text: inout [UInt8]) {
        text += value.map { Base64URL.encode($0) } ?? Array("-".utf8)
    }

    /// Nil for a field that is broken, else what it holds, which may be nothing.
    private static func optional(_ field: ArraySlice<UInt8>) -> [UInt8]?? {
        if field.equals("-") { return .some(nil) }
        return Base64URL.decode(field).map { .some($0) }
    }
}
