extension SettingsFile {
    /// kubectl's own file: of several that a variable names the first counts here (kubectl's documents: "Organizing Cluster Access").
    static let kubeconfig = SettingsFile(
        "kubeconfig", isReadAtStart: true, separators: ":",
        paths: { places in
            let named = places.named("KUBECONFIG")?.first?.split(
                separator: places.isWindows ? UInt8(ascii: ";") : UInt8(ascii: ":")
            ).first.map { [Array($0)] }
            return named ?? places.inHome("/.kube/config")
        },
        read: { text, path, _ in KubeconfigText.settings(text, path) })
}

/// The text of a kubeconfig, in the form in which kubectl writes it.
private enum KubeconfigText {
    /// A cluster or a context in the lists of the file.
    private struct Item {
        var name: [UInt8] = []
        var values: [(key: [UInt8], value: [UInt8], line: Int)] = []

        /// The last value of `key`, and its line.
        func value(_ key: String) -> (text: [UInt8], line: Int)? {
            values.last { $0.key.equals(key) }.map { ($0.value, $0.line) }
        }
    }

    /// `proxy-url` of the cluster of the current context, which goes before all variables; NO_PROXY does not count for it
    /// (kubectl 1.32, tried).
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let entries = YAMLText.entries(in: text)
        let contexts = items(of: "contexts", in: text)
        guard let current = entries.last(where: { $0.key.equals("current-context") }),
            let context = contexts.first(where: { $0.name == unquoted(current.value.text) }),
            let cluster = context.value("cluster")?.text,
            let found = items(of: "clusters", in: text).first(where: { $0.name == cluster }),
            let (value, line) = found.value("proxy-url"), !value.isEmpty
        else { return [] }
        return ["http_proxy", "https_proxy"].map {
            ToolSetting(name: $0, value: value, path: path, line: line, key: "proxy-url")
        }
    }

    /// The items of the list `key` at the top.
    private static func items(of key: String, in text: [UInt8]) -> [Item] {
        var items: [Item] = []
        var isInside = false
        var depth: Int?
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            var content = line.trimmed
            guard let first = content.first, first != UInt8(ascii: "#") else { continue }
            let dash = UInt8(ascii: "-")
            var indent = line.prefix { $0 == 0x20 }.count
            if indent == 0, first != dash {
                isInside = content.hasPrefix(key + ":")
                depth = nil
                continue
            }
            guard isInside else { continue }
            if first == dash, depth == nil || depth == indent {
                depth = indent
                items.append(Item())
                content = content.dropFirst().trimmed
                indent += 2
            }
            guard let depth, !items.isEmpty, let (key, value) = SettingsLines.pair(content, ":")
            else { continue }
            if key.equals("name"), indent == depth + 2 {
                items[items.count - 1].name = unquoted(value[...])
            } else if indent > depth + 2 || !value.isEmpty {
                items[items.count - 1].values.append((key, unquoted(value[...]), number))
            }
        }
        return items
    }

    private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        YAMLText.unquoted(text) ?? Array(text)
    }
}
