/// The ports in a configuration of Clash or mihomo, as far as they stand in it as programs write them: a key, a number.
public enum ClashConfig {
    /// The keys whose ports are proxies; the last is that of Clash Verge's own `verge.yaml`.
    private static let keys = ["mixed-port", "port", "socks-port", "verge_mixed_port"]

    /// How the programs are called that run with such a file; what is behind may follow (`clash-meta`).
    private static let programs = ["clash", "mihomo", "verge-mihomo"]

    /// The file with which a program that was started with `words` runs, or nil where they name none.
    ///
    /// That of `-f`, which may be below the folder in which it was started, else `config.yaml` in that of `-d` (mihomo 1.19's documents).
    public static func path(of words: [[UInt8]]) -> [UInt8]? {
        guard let first = words.first,
            programs.contains(where: { FileName.last(of: first).hasPrefix($0) })
        else { return nil }
        func value(_ option: String) -> [UInt8]? {
            for (index, word) in words.enumerated().dropFirst() {
                for spelling in ["-\(option)", "--\(option)"] {
                    if word.equals(spelling), index + 1 < words.count { return words[index + 1] }
                    if word.hasPrefix(spelling + "=") {
                        return Array(word.dropFirst(spelling.utf8.count + 1))
                    }
                }
            }
            return nil
        }
        return value("f") ?? value("d").map { $0 + Array("/config.yaml".utf8) }
    }

    /// The files with which such programs run on Windows, for whose user `places` are; none on another system.
    ///
    /// mihomo and Clash for Windows take the folder that they have elsewhere too (mihomo's source, constant/path.go), Clash Verge Rev
    /// the one of its identifier (its source, utils/dirs.rs); read, not tried.
    public static func files(_ places: FilePlaces) -> [[UInt8]] {
        guard places.isWindows else { return [] }
        return places.inHome("/.config/mihomo/config.yaml")
            + places.inHome("/.config/clash/config.yaml")
            + places.inRoaming("/io.github.clash-verge-rev.clash-verge-rev/clash-verge.yaml")
    }

    /// The most ports of one file; no program writes as many.
    private static let most = 16

    /// The ports of the keys at the top of `text`, in their order, each once.
    public static func ports(in text: [UInt8]) -> [UInt16] {
        var ports: [UInt16] = []
        let entries = YAMLText.entries(in: text)
        for entry in entries where keys.contains(where: { entry.key.equals($0) }) {
            let value = YAMLText.unquoted(entry.value.text) ?? []
            if let port = ProxyURLParser.port(value), !ports.contains(port) { ports.append(port) }
            if ports.count == most { return ports }
        }
        let entry = entries.last { $0.key.equals("listeners") }
        for listener in listeners(entry).prefix(most - ports.count)
        where !ports.contains(listener.port) {
            ports.append(listener.port)
        }
        return ports
    }

    /// One of mihomo's `listeners`.
    struct Listener {
        /// Whether it speaks SOCKS alone.
        let isSocks: Bool
        /// The address at which it is reached.
        let host: String
        /// Its port.
        let port: UInt16
        /// Whether it wants a user's name and password.
        let hasUsers: Bool
        /// The users that it lets in, as far as they can be read.
        let users: [(name: [UInt8], password: [UInt8])]
        /// Its line, from 1.
        let line: Int
    }

    /// The listeners of `entry` that speak HTTP or SOCKS, in their order.
    static func listeners(_ entry: YAMLText.Entry?) -> [Listener] {
        mappings(of: entry).compactMap { line, members in
            func text(_ key: String) -> [UInt8]? {
                members.first { $0.key.equals(key) }.flatMap { $0.value.text }
            }
            guard let type = text("type"),
                let port = text("port").flatMap({ ProxyURLParser.port($0) }),
                ["http", "socks", "mixed"].contains(where: { type.equals($0) })
            else { return nil }
            return Listener(
                isSocks: type.equals("socks"),
                host: text("listen").flatMap { ListenAddress.host($0) } ?? "127.0.0.1", port: port,
                hasUsers: members.contains { $0.key.equals("users") && !$0.value.isNothing },
                users: members.filter { $0.key.equals("users") }.flatMap { $0.value.elements }
                    .compactMap { user($0) },
                line: line)
        }
    }

    /// The name and the password of one of the users of a listener, or nil where it is something else.
    private static func user(_ node: YAMLFlow) -> (name: [UInt8], password: [UInt8])? {
        func text(_ key: String) -> [UInt8]? {
            node.members?.first { $0.key.equals(key) }.flatMap { $0.value.text }
        }
        return text("username").map { (name: $0, password: text("password") ?? []) }
    }

    private typealias Members = [(key: [UInt8], value: YAMLFlow)]

    /// The mappings in the list of `entry`, in braces or a line for each key, with their lines; users below one are among its members.
    private static func mappings(of entry: YAMLText.Entry?) -> [(line: Int, members: Members)] {
        guard let entry else { return [] }
        if entry.value.text.first == UInt8(ascii: "[") {
            return (YAMLFlow(entry.rest)?.elements ?? [])
                .compactMap { node in node.members.map { (line: entry.value.line, members: $0) } }
        }
        var found: [(line: Int, members: Members)] = []
        for (item, pairs) in zip(entry.items, entry.mappings) {
            let members: Members
            if item.text.first == UInt8(ascii: "{") {
                guard let inBraces = YAMLFlow(item.text)?.members else { continue }
                members = inBraces
            } else {
                members = pairs.map {
                    (key: $0.key, value: YAMLFlow($0.value.text) ?? .scalar([]))
                }
            }
            guard let last = found.indices.last,
                members.contains(where: { $0.key.equals("username") })
            else {
                found.append((item.line, members))
                continue
            }
            // What stands behind the users belongs to the listener again.
            let isOfUser = { (key: [UInt8]) in key.equals("username") || key.equals("password") }
            let user = YAMLFlow.mapping(members.filter { isOfUser($0.key) })
            found[last].members.append((Array("users".utf8), .list([user])))
            found[last].members += members.filter { !isOfUser($0.key) }
        }
        return found
    }
}
