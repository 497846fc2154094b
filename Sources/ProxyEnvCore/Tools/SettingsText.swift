/// Reads what the files of other tools say of proxies; what it does not know there it passes over.
public enum SettingsText {
    /// What the file `path`, of the kind `file`, says with the content `text`, for `target` where it tells hosts apart.
    public static func settings(
        _ file: Tool.SettingsFile, _ text: [UInt8], path: String, for target: Target? = nil
    ) -> [ToolSetting] {
        switch file {
        case .curlrc: curl(text, path)
        case .wgetrc: wget(text, path)
        case .npmrc: joined(lines(top(of: text), path, npm))
        case .pnpmrc: joined(lines(top(of: text), path) { npm($0) + pnpm($0) })
        case .pnpmYAML: YAMLSettings.pnpm(text, path)
        case .yarnrc: lines(text, path, yarnClassic)
        case .yarnrcYAML: YAMLSettings.yarn(text, path, target)
        case .pipConf: pip(text, path)
        case .uvTOML: UvSettings.settings(text, path)
        case .condarc: YAMLSettings.conda(text, path, target)
        case .codexEnvironment: lines(withoutLaterLines(text), path, dotEnv)
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

    /// What curl's file says; `preproxy`, which is reached first, goes before the others (curl 7.88, tried).
    private static func curl(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let settings = lines(text, path, curl)
        return settings.filter { $0.key != "preproxy" } + settings.filter { $0.key == "preproxy" }
    }

    /// `key = value`, `key: value`, `key value`, `--key value`, `-x value`, `-xvalue`: `=` and `:` part nothing behind a dash,
    /// and the case of a long name does not count (curl 7.88, tried).
    private static func curl(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard let first = line.first, !"#/*".utf8.contains(first) else { return [] }
        let isDashed = first == UInt8(ascii: "-")
        let separators = isDashed ? " \t" : " \t=:"
        var key = line.prefix { !separators.utf8.contains($0) }
        var value = line[key.endIndex...].drop { separators.utf8.contains($0) }
        if isDashed, key.hasPrefix("-x"), key.count > 2 {
            (value, key) = (key.dropFirst(2), key.prefix(2))
        }
        guard !value.isEmpty else { return [] }
        let text = curlValue(value)
        switch true {
        case key.equals("-x"): return both("proxy", text)
        case key.equals("-U"): return [("proxy_user", "proxy-user", text)]
        default: break
        }
        if isDashed, !key.hasPrefix("--") { return [] }
        key = isDashed ? key.dropFirst(2) : key
        let name = String(decoding: key.map { $0.lowercased }, as: UTF8.self)
        switch name {
        case "proxy-user": return [("proxy_user", name, text)]
        case "proxy", "proxy1.0", "preproxy": return both(name, text)
        case "noproxy": return [("no_proxy", name, text)]
        case "socks4", "socks4a", "socks5": return both(name, Array("\(name)://".utf8) + text)
        case "socks5-hostname": return both(name, Array("socks5h://".utf8) + text)
        default: return []
        }
    }

    /// A key that is meant for targets of both kinds.
    private static func both(_ key: String, _ value: [UInt8]) -> [Pair] {
        [("http_proxy", key, value), ("https_proxy", key, value)]
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

    /// What wget's file says; `use_proxy` goes before the other keys wherever it stands, and a word for it that is none of
    /// wget's ends wget (Wget 1.21, tried).
    private static func wget(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let settings = lines(text, path, wget)
        let switches = settings.filter { $0.key == "use_proxy" }
        let words = ["on", "yes", "1"]
        let isOn = switches.last.map { last in words.contains { last.value.equalsIgnoringCase($0) }
        }
        let last = isOn == false ? switches.suffix(2) : []
        return settings.filter { $0.key != "use_proxy" }
            + last.map { setting in
                let isOff = ["off", "no", "0"].contains { setting.value.equalsIgnoringCase($0) }
                return isOff ? setting.with([]) : setting
            }
    }

    /// `key = value`; case, `-` and `_` in a key do not count (GNU Wget manual, "Wgetrc Syntax").
    private static func wget(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard let (key, value) = pair(line, "="), line.first != UInt8(ascii: "#") else { return [] }
        let name = key.filter { $0 != 0x2D && $0 != 0x5F }.map { $0.lowercased }
        switch true {
        case name.equals("httpproxy"): return [("http_proxy", "http_proxy", value)]
        case name.equals("httpsproxy"): return [("https_proxy", "https_proxy", value)]
        case name.equals("noproxy"): return [("no_proxy", "no_proxy", value)]
        case name.equals("useproxy"): return both("use_proxy", value)
        default: return []
        }
    }

    /// What stands in front of the first `[section]`, whose keys are others, without a byte order mark (npm 10.8, tried).
    private static func top(of text: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = text.starts(with: mark) ? text.dropFirst(3) : text[...]
        for line in text.split(separator: 0x0A) {
            let content = line.trimmed
            if content.first == UInt8(ascii: "["), content.last == UInt8(ascii: "]") {
                return Array(text[..<line.startIndex])
            }
        }
        return Array(text)
    }

    /// `https-proxy` goes before `proxy`, for both kinds of targets (npm-registry-fetch 18).
    private static func npm(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard let (key, value) = pair(line, "="), !";#".utf8.contains(line.first ?? 0) else {
            return []
        }
        let given = npmValue(value[...])
        let text = ["null", "false"].contains { given.equals($0) } ? [] : given
        switch true {
        case key.equals("https-proxy"): return [("https_proxy", "https-proxy", text)]
        case key.equals("proxy"): return [("all_proxy", "proxy", text)]
        case key.equals("noproxy"): return [("no_proxy", "noproxy", text)]
        case key.equals("noproxy[]"): return [("no_proxy", "noproxy[]", text)]
        default: return []
        }
    }

    /// `settings` with the lines that are one list put together (npm 10.8, tried).
    private static func joined(_ settings: [ToolSetting]) -> [ToolSetting] {
        let list = settings.filter { $0.key == "noproxy[]" }
        guard list.count > 1, let last = list.last else { return settings }
        let value = Array(list.map { $0.value }.joined(separator: [UInt8(ascii: ",")]))
        return settings.filter { $0.key != "noproxy[]" } + [last.with(value)]
    }

    /// `http-proxy`, which npm 10.8 passes over (tried), and pnpm 11 reads for `http://` targets (its source).
    private static func pnpm(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard let (key, value) = pair(line, "="), key.equals("http-proxy") else { return [] }
        return [("http_proxy", "http-proxy", npmValue(value[...]))]
    }

    /// What stands in quotes, or what stands before a `;` or `#` (ini 4.1, as npm 10.8 has it; tried).
    private static func npmValue(_ text: ArraySlice<UInt8>) -> [UInt8] {
        if text.first == 0x22 || text.first == 0x27 { return unquoted(text) }
        return Array(text.prefix { !";#".utf8.contains($0) }.trimmingBlanks)
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

    /// `proxy` in `[global]`, and in `[install]` or `[download]`, which go before it; `--proxy` and any case mean the same, `:`
    /// parts too, an empty value is none, and a line that is indented more continues the one before (pip 23.2, tried).
    private static func pip(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        var settings: [ToolSetting] = []
        var section: ArraySlice<UInt8> = []
        var option: (indent: Int, isWanted: Bool)?
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let content = line.trimmed
            guard let first = content.first, !";#".utf8.contains(first) else { continue }
            let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
            if let known = option, indent > known.indent {
                if known.isWanted, !settings.isEmpty {
                    settings[settings.count - 1].value.append(0x0A)
                    settings[settings.count - 1].value += content
                }
                continue
            }
            if first == UInt8(ascii: "["), let end = content.lastIndex(of: UInt8(ascii: "]")) {
                (section, option) = (content[(content.startIndex + 1)..<end], nil)
                continue
            }
            let mark = content.firstIndex { "=:".utf8.contains($0) } ?? content.endIndex
            var key = content[..<mark].trimmed.map { $0.lowercased }[...]
            if key.hasPrefix("--") { key = key.dropFirst(2) }
            let isWanted =
                key.equals("proxy") && mark < content.endIndex
                && ["global", "install", "download"].contains { section.equals($0) }
            option = (indent, isWanted)
            guard isWanted else { continue }
            settings.append(
                ToolSetting(
                    name: section.equals("global") ? "proxy" : "proxy ",
                    value: Array(content[(mark + 1)...].trimmed), path: path, line: number,
                    key: "proxy"))
        }
        let given = settings.filter { !$0.value.isEmpty }
        let ordered = given.filter { $0.name == "proxy" } + given.filter { $0.name != "proxy" }
        return ordered.flatMap { setting in
            ["http_proxy", "https_proxy"].map { name in
                ToolSetting(
                    name: name, value: setting.value, path: path, line: setting.line, key: "proxy")
            }
        }
    }

    /// `text` with nothing on the lines that belong to a value in quotes which has begun on one before.
    private static func withoutLaterLines(_ text: [UInt8]) -> [UInt8] {
        var open: UInt8?
        var result: [UInt8] = []
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if let quote = open {
                if closes(line, quote) { open = nil }
            } else {
                result += line
                let content = line.trimmed
                if content.first != UInt8(ascii: "#"), let (_, value) = pair(content, "="),
                    let quote = value.first, quote == 0x22 || quote == 0x27,
                    !closes(value.dropFirst(), quote)
                {
                    open = quote
                }
            }
            result.append(0x0A)
        }
        return result
    }

    /// Whether `quote` ends on the line; a backslash escapes in double ones.
    private static func closes(_ line: ArraySlice<UInt8>, _ quote: UInt8) -> Bool {
        var rest = line
        while let byte = rest.popFirst() {
            if byte == quote { return true }
            if byte == UInt8(ascii: "\\"), quote == 0x22 { rest = rest.dropFirst() }
        }
        return false
    }

    /// `NAME=VALUE`, with `export` in front and quotes around the value, or blanks and a comment behind it; a `$` that stands for
    /// itself gets a `\` (dotenvy 0.15, as codex 0.163 has it; tried).
    private static func dotEnv(_ line: ArraySlice<UInt8>) -> [Pair] {
        guard line.first != UInt8(ascii: "#"), let (key, value) = pair(line, "=") else { return [] }
        var name = key[...]
        if name.hasPrefix("export ") { name = name.dropFirst(7).trimmingBlanks }
        guard VariableName.isValid(name) else { return [] }
        let text = String(decoding: name, as: UTF8.self)
        let literal = unquoted(value[...])
        switch value.first {
        case 0x27:
            let escaped = literal.flatMap { $0 == UInt8(ascii: "$") ? [0x5C, $0] : [$0] }
            return [(text, text, escaped)]
        case 0x22: return [(text, text, literal)]
        default: return [(text, text, value.prefix { $0 != 0x20 && $0 != 0x09 }.map { $0 })]
        }
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
                line: file.line(of: leaf.offset), key: "env.\(name)")
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
        let line = file.line(of: document[proxy].valueRange.lowerBound)
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
