/// What the readers of YAML have in common.
enum YAMLSettings {
    /// The value of `leaf`, without quotes around it.
    static func value(of leaf: YAMLText.Leaf) -> [UInt8] {
        YAMLText.unquoted(leaf.value.text) ?? Array(leaf.value.text)
    }

    /// The keys that lead to `leaf`, for people.
    static func keyText(_ leaf: YAMLText.Leaf) -> String {
        leaf.path.map { DisplayText.shortened($0) }.joined(separator: ".")
    }
}
