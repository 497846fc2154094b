extension SettingsFile {
    /// The file of yarn since 2.
    static let yarnrcYAML = SettingsFile(
        "yarnrcYAML", references: .braces(takesFallback: true), separators: ":",
        paths: { $0.inHome("/.yarnrc.yml") + $0.upwards("/.yarnrc.yml") },
        read: { YarnrcYAMLText.settings($0, $1, $2) })
}

/// The text of a .yarnrc.yml.
private enum YarnrcYAMLText {
    /// `httpProxy` and `httpsProxy` in Yarn's .yarnrc.yml, at the top or for the hosts of `networkSettings` (Yarn 3.5, tried).
    static func settings(_ text: [UInt8], _ path: String, _ target: Target?) -> [ToolSetting] {
        let leaves = YAMLText.leaves(in: text)
        let own = leaves.filter { leaf in
            leaf.path.count == 3 && leaf.path[0].equals("networkSettings")
                && matches(leaf.path[1], target)
        }
        // The longest pattern counts, of two the upper one; what counts stands last here.
        let sorted = own.sorted {
            ($0.path[1].count, $1.value.line) < ($1.path[1].count, $0.value.line)
        }
        return (leaves.filter { $0.path.count == 1 } + sorted).compactMap { leaf in
            guard let key = leaf.path.last else { return nil }
            let name: String
            switch true {
            case key.equals("httpProxy"): name = "http_proxy"
            case key.equals("httpsProxy"): name = "https_proxy"
            default: return nil
            }
            var value = YAMLSettings.value(of: leaf)
            if value.equals("null") { value = [] }
            return ToolSetting(
                name: name, value: value, path: path, line: leaf.value.line,
                key: YAMLSettings.keyText(leaf))
        }
    }

    /// Whether `pattern`, in which `*` is any text, stands for the host of `target`.
    private static func matches(_ pattern: [UInt8], _ target: Target?) -> Bool {
        guard let target else { return false }
        var rest = target.host[...]
        let pieces = pattern.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
            return pattern == target.host
        }
        guard rest.starts(with: first) else { return false }
        rest = rest.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let place = rest.firstOccurrence(of: Array(piece)) else { return false }
            rest = rest[(place + piece.count)...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }
}
