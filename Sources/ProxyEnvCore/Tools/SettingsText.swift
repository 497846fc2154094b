/// Reads what the files of other tools say of proxies; what it does not know there it passes over.
public enum SettingsText {
    /// What the file `path`, of the kind `file`, says with the content `text`, for `target` where it tells hosts apart.
    public static func settings(
        _ file: Tool.SettingsFile, _ text: [UInt8], path: String, for target: Target? = nil
    ) -> [ToolSetting] {
        switch file {
        case .curlrc: lines(text, path, curl)
        case .wgetrc: lines(text, path, wget)
        case .npmrc: lines(text, path, npm)
        case .pnpmYAML: YAMLSettings.pnpm(text, path)
        case .yarnrc: lines(text, path, yarnClassic)
        case .yarnrcYAML: YAMLSettings.yarn(text, path, target)
        case .pipConf: pip(text, path)
        case .uvTOML: UvSettings.settings(text, path)
        case .condarc: YAMLSettings.conda(text, path, target)
        case .codexEnvironment: lines(text, path, dotEnv)
        case .claudeSettings: claude(text, path)
        case .cargoConfig: cargo(text, path)
        case .gradleProperties: GradleSettings.settings(text, path)
        case .mavenSettings: MavenSettings.settings(text, path, target)
        case .gitconfig, .aptConf: []
        }
    }

    /// A key and what it means.
    private typealias Pair = (name: String, key: String, value: [UInt8])

    private static func lines(
        _ text: [UInt8], _ path: String, _ read: (ArraySlice<UInt8>) -> [Pair]
    ) -> [ToolSetting] {
        var settings: [ToolSetting] = []
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            for pair in read(line.trimmed) {
                settings.append(
                    ToolSetting(
                        name: pair.name, value: pair.value, path: path, line: number, key: pair.key)
                )
            }
        }
        return settings
    }

    /// `key = value`, `key: value`, `key value`, `--key value`; `-x` is `proxy` (curl 7.88, "Config file").
    private static func curl(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard line.first != UInt8(ascii: "#") else { return [] }
        var key = line.prefix { !" \t=:".utf8.contains($0) }
        let value = line[key.endIndex...].drop { " \t=:".utf8.contains($0) }
        key = key.drop { $0 == UInt8(ascii: "-") }
        let text = curlValue(value)
        switch true {
        case key.equals("proxy-user"), key.equals("U"):
            return [("proxy_user", "proxy-user", text)]
        case key.equals("proxy"), key.equals("x"):
            return [("http_proxy", "proxy", text), ("https_proxy", "proxy", text)]
        case key.equals("noproxy"): return [("no_proxy", "noproxy", text)]
        case key.equals("socks4"), key.equals("socks4a"), key.equals("socks5"):
            let name = String(decoding: key, as: UTF8.self)
            let url = Array("\(name)://".utf8) + text
            return [("http_proxy", name, url), ("https_proxy", name, url)]
        case key.equals("socks5-hostname"):
            let url = Array("socks5h://".utf8) + text
            return [
                ("http_proxy", "socks5-hostname", url), ("https_proxy", "socks5-hostname", url),
            ]
        default: return []
        }
    }

    /// A value ends at a blank, or stands in double quotes, in which a backslash escapes (curl 7.88, "Config file").
    private static func curlValue(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.first == 0x22 else { return Array(text.prefix { $0 != 0x20 && $0 != 0x09 }) }
        var value: [UInt8] = []
        var rest = text.dropFirst()
        while let byte = rest.popFirst(), byte != 0x22 {
            guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                value.append(byte)
                continue
            }
            switch escape {
            case UInt8(ascii: "t"): value.append(0x09)
            case UInt8(ascii: "n"): value.append(0x0A)
            case UInt8(ascii: "r"): value.append(0x0D)
            case UInt8(ascii: "v"): value.append(0x0B)
            default: value.append(escape)
            }
        }
        return value
    }

    /// `key = value`; case, `-` and `_` in a key do not count (GNU Wget manual, "Wgetrc Syntax").
    private static func wget(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard let (key, value) = pair(line, "="), line.first != UInt8(ascii: "#") else { return [] }
        let name = key.filter { $0 != 0x2D && $0 != 0x5F }.map { $0.lowercased }
        switch true {
        case name.equals("httpproxy"): return [("http_proxy", "http_proxy", value)]
        case name.equals("httpsproxy"): return [("https_proxy", "https_proxy", value)]
        case name.equals("noproxy"): return [("no_proxy", "no_proxy", value)]
        case name.equals("useproxy") where value.equalsIgnoringCase("off") || value.equals("0"):
            return [("http_proxy", "use_proxy", []), ("https_proxy", "use_proxy", [])]
        default: return []
        }
    }

    /// `https-proxy` goes before `proxy`, for both kinds of targets (npm-registry-fetch 18).
    private static func npm(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard let (key, value) = pair(line, "="), !";#".utf8.contains(line.first ?? 0) else {
            return []
        }
        let text = unquoted(value[...])
        switch true {
        case text.equals("null"): return []
        case key.equals("https-proxy"): return [("https_proxy", "https-proxy", text)]
        case key.equals("proxy"), key.equals("http-proxy"): return [("all_proxy", "proxy", text)]
        case key.equals("noproxy"): return [("no_proxy", "noproxy", text)]
        default: return []
        }
    }

    /// `key "value"`, the quotes where they are wanted (Yarn 1.21, tried).
    private static func yarnClassic(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard line.first != UInt8(ascii: "#") else { return [] }
        let key = unquoted(line.prefix { $0 != 0x20 })
        let rest = line.drop { $0 != 0x20 }.trimmingBlanks
        switch true {
        case key.equals("proxy"): return [("all_proxy", "proxy", unquoted(rest))]
        case key.equals("https-proxy"): return [("https_proxy", "https-proxy", unquoted(rest))]
        default: return []
        }
    }

    /// `proxy` in `[global]`, `[install]` or `[download]`.
    private static func pip(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        var isWanted = false
        return lines(text, path) { line in
            if line.first == UInt8(ascii: "[") {
                isWanted = ["[global]", "[install]", "[download]"].contains { line.equals($0) }
                return []
            }
            guard isWanted, let (key, value) = pair(line, "="), key.equals("proxy") else {
                return []
            }
            return [("http_proxy", "proxy", value), ("https_proxy", "proxy", value)]
        }
    }

    /// `NAME=VALUE`, with `export` in front and quotes around the value.
    private static func dotEnv(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard line.first != UInt8(ascii: "#"), let (key, value) = pair(line, "=") else { return [] }
        var name = key[...]
        if name.hasPrefix("export ") { name = name.dropFirst(7).trimmingBlanks }
        guard VariableName.isValid(name) else { return [] }
        let text = String(decoding: name, as: UTF8.self)
        return [(text, text, unquoted(value[...]))]
    }

    /// The strings in `env`.
    private static func claude(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let file = SourceFile(path: path, bytes: text)
        return (JSONReader.strings(in: text) ?? []).filter { leaf in
            leaf.path.count == 2 && leaf.path[0].equals("env") && VariableName.isValid(leaf.path[1])
        }.map { leaf in
            let name = String(decoding: leaf.path[1], as: UTF8.self)
            return ToolSetting(
                name: name, value: leaf.text, path: path,
                line: file.position(of: leaf.offset).line, key: "env.\(name)")
        }
    }

    /// `http.proxy`.
    private static func cargo(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let document = ConfigDocument(parsing: text)
        guard document.diagnostics.isEmpty, let table = document.table("http"),
            let proxy = document.child(of: table, named: "proxy"),
            let value = document.string(proxy)
        else { return [] }
        let file = SourceFile(path: path, bytes: text)
        let line = file.position(of: document[proxy].valueRange.lowerBound).line
        return ["http_proxy", "https_proxy"].map {
            ToolSetting(name: $0, value: value, path: path, line: line, key: "http.proxy")
        }
    }

    /// What stands at both sides of the first `separator`, without blanks around.
    private static func pair(
        _ line: ArraySlice<UInt8>, _ separator: Character
    ) -> (key: [UInt8], value: [UInt8])? {
        guard let byte = separator.asciiValue, let index = line.firstIndex(of: byte) else {
            return nil
        }
        return (Array(line[..<index].trimmed), Array(line[(index + 1)...].trimmed))
    }

    private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard let quote = text.first, quote == 0x22 || quote == 0x27, text.count > 1,
            let end = text.dropFirst().firstIndex(of: quote)
        else { return Array(text) }
        return Array(text[(text.startIndex + 1)..<end])
    }
}

extension ArraySlice<UInt8> {
    /// These bytes without blanks and a carriage return at both ends.
    fileprivate var trimmed: ArraySlice<UInt8> {
        (last == 0x0D ? dropLast() : self).trimmingBlanks
    }
}
