/// The proxies in the YAML of pnpm, Yarn and conda.
enum YAMLSettings {
    /// `httpsProxy`, `httpProxy`, `proxy` and `noProxy` in pnpm's pnpm-workspace.yaml or config.yaml (pnpm 11, "Network Settings").
    static func pnpm(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let names = [
            ("httpsProxy", "https_proxy"), ("httpProxy", "http_proxy"), ("proxy", "all_proxy"),
            ("noProxy", "no_proxy"),
        ]
        return YAMLText.leaves(in: text).compactMap { leaf in
            guard leaf.path.count == 1, let key = leaf.path.last,
                let name = names.first(where: { key.equals($0.0) })
            else { return nil }
            var value = value(of: leaf)
            if value.equals("null") || value.equals("false") { value = [] }
            return ToolSetting(
                name: name.1, value: value, path: path, line: leaf.value.line, key: name.0)
        }
    }

    /// `httpProxy` and `httpsProxy` in Yarn's .yarnrc.yml, at the top or for the hosts of `networkSettings` (Yarn 3.5, tried).
    static func yarn(_ text: [UInt8], _ path: String, _ target: Target?) -> [ToolSetting] {
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
            var value = value(of: leaf)
            if value.equals("null") { value = [] }
            return ToolSetting(
                name: name, value: value, path: path, line: leaf.value.line, key: keyText(leaf))
        }
    }

    /// `proxy_servers` in a condarc, for a kind of targets or for one host (conda's documents, ".condarc").
    static func conda(_ text: [UInt8], _ path: String, _ target: Target?) -> [ToolSetting] {
        let leaves = YAMLText.leaves(in: text).filter { leaf in
            leaf.path.count == 2 && leaf.path[0].equals("proxy_servers")
        }
        func settings(_ kind: String, _ name: String) -> [ToolSetting] {
            let host = target.map { Array("\(kind)://".utf8) + $0.host }
            // What names the host goes before what names the kind alone.
            return [Array(kind.utf8), host].flatMap { wanted in
                leaves.filter { $0.path[1] == wanted }.map { leaf in
                    ToolSetting(
                        name: name, value: value(of: leaf), path: path, line: leaf.value.line,
                        key: keyText(leaf))
                }
            }
        }
        return settings("http", "http_proxy") + settings("https", "https_proxy")
    }

    private static func value(of leaf: YAMLText.Leaf) -> [UInt8] {
        YAMLText.unquoted(leaf.value.text) ?? Array(leaf.value.text)
    }

    private static func keyText(_ leaf: YAMLText.Leaf) -> String {
        leaf.path.map { DisplayText.shortened($0) }.joined(separator: ".")
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
