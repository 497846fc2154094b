import ProxyEnvCore

/// How reports say which file and line a value comes from.
enum SourceText {
    /// The members of a report.
    static func json(_ sources: [ValueSource]) -> JSONValue { .array(sources.map(json)) }

    /// The member of a report, `null` where no file says it.
    static func json(_ source: ValueSource?) -> JSONValue { source.map(json) ?? .null }

    /// The lines of a report, with two blanks in front.
    static func lines(_ sources: [ValueSource], _ style: TextStyle) -> String {
        sources.map { style.dim("  from \($0.path):\($0.line)  \($0.key)") + "\n" }.joined()
    }

    private static func json(_ source: ValueSource) -> JSONValue {
        .object([
            ("key", .string(source.key)), ("file", .string(source.path)),
            ("line", .number(source.line)),
        ])
    }
}
