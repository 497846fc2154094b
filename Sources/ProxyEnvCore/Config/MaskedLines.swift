/// Shows the lines of a document that is right to people, without the passwords in them.
public struct MaskedLines {
    private let source: [UInt8]
    /// The values of keys that hold a password, in their order.
    private let passwords: [Range<Int>]

    /// The lines of `document`, whose outline was kept.
    public init(_ document: ConfigDocument) {
        source = document.source
        let statements = document.outline.statements
        passwords = statements.indices.filter { id in
            guard !statements[id].isHeader, let last = document.outline.parts(of: id).last else {
                return false
            }
            return last.value(in: document.source).equals(ProfileKey.password.rawValue)
        }.map { statements[$0].value }
    }

    /// The line at `range`, without its end.
    public func shown(_ range: Range<Int>) -> String {
        var secrets = passwords.filter { $0.overlaps(range) }.map { $0.clamped(to: range) }
        if let secret = Masking.secret(inLine: source[range]) { secrets.append(secret) }
        var text = ""
        var position = range.lowerBound
        for secret in secrets.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            text += Self.escaped(source[position..<max(position, secret.lowerBound)])
            if secret.upperBound > position { text += "***" }
            position = max(position, secret.upperBound)
        }
        return text + Self.escaped(source[position..<range.upperBound])
    }

    /// Tabs stay, as the text is meant to be read as it stands in the file.
    private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.split(separator: 0x09, omittingEmptySubsequences: false)
            .map { DisplayText.escaped($0) }.joined(separator: "\t")
    }
}
