extension JSONValue {
    /// This with `***` for what is secret in its texts, by `Secrets`.
    public var withoutSecrets: JSONValue {
        switch self {
        case .null, .boolean, .number: self
        case .string(let text): .string(Secrets.hiddenInProse(text))
        case .array(let values): .array(values.map { $0.withoutSecrets })
        case .object(let members):
            .object(
                members.map { name, value in
                    let shown = Secrets.hiddenInProse(Array(name.utf8))
                    return (String(decoding: shown, as: UTF8.self), value.withoutSecrets)
                })
        }
    }
}
