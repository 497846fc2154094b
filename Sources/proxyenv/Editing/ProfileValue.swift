import ProxyEnvCore

/// The values of a profile's keys, as they are given on the command line.
enum ProfileValue {
    /// A key of a profile, or a variable in its `env`.
    struct Key {
        /// The key.
        let key: ProfileKey
        /// The variable's name.
        var variable: [UInt8]?

        /// Where it stands below the profile `name`.
        func path(in name: String) -> ConfigPath {
            let path = ConfigPath.profile(name).appending(key.rawValue)
            return variable.map { path.appending($0) } ?? path
        }

        /// The key for people.
        var text: String {
            variable.map { "\(key.rawValue).\(DisplayText.shortened($0))" } ?? key.rawValue
        }
    }

    /// The key that `text` names: `username`, or `env.NAME`.
    ///
    /// - Throws: That there is no such key.
    static func key(_ text: [UInt8]) throws(Failure) -> Key {
        if text.hasPrefix("env."), text.count > 4 {
            return Key(key: .env, variable: Array(text[4...]))
        }
        guard let key = ProfileKey.inOrder.first(where: { text.equals($0.rawValue) }) else {
            throw Failure.unknown(
                "profile key", text, in: ProfileKey.names,
                hint: "The keys are \(ProfileKey.names.joined(separator: ", "))."
            ).asUsage
        }
        return Key(key: key)
    }

    /// The value that `words` give `key`.
    ///
    /// - Throws: What is wrong with them; nothing of a password is in the reason.
    static func value(of key: ProfileKey, _ words: [[UInt8]]) throws(Failure) -> TOMLValue {
        switch key {
        case .password: throw passwordInArguments
        case .passwordCommand: return .strings(words)
        case .noProxy, .firstReachable:
            return .strings(
                words.flatMap { $0.pieces { ", \t".utf8.contains($0) }.map { Array($0) } })
        case .env:
            var members: [(key: [UInt8], value: TOMLValue)] = []
            for word in words {
                let (name, value) = try variable(word)
                members.append((name, .string(value)))
            }
            return .table(members)
        case .noProxyInherit, .ssh:
            let word = try single(words, key)
            if word.equals("true") { return .boolean(true) }
            if word.equals("false") { return .boolean(false) }
            throw .usage(
                "`\(key.rawValue)` is true or false, found `\(DisplayText.shortened(word))`")
        case .url, .http, .https, .all: return .string(try url(try single(words, key)))
        default: return .string(try single(words, key))
        }
    }

    /// A proxy's URL as it is written into a file: a port is one of this machine, `host:port` is `http://host:port`.
    ///
    /// - Throws: That it is none, or holds a password, which every user of the machine could read in the list of processes.
    static func url(_ text: [UInt8]) throws(Failure) -> [UInt8] {
        if PastedURL(text).password != nil { throw passwordInArguments }
        if let port = ProxyURLParser.port(text) { return ProxyURL.local(port).text }
        let url = ProxyURLParser.completed(text)
        do throws(ProxyURLParser.Problem) {
            _ = try ProxyURLParser.parse(url)
        } catch {
            throw .usage(
                "\(error.kind.message), found `\(DisplayText.shortened(text))`",
                hint: error.kind.hint)
        }
        return url
    }

    /// The name and value in `NAME=VALUE`.
    ///
    /// - Throws: That there is no `=`.
    static func variable(_ word: [UInt8]) throws(Failure) -> (name: [UInt8], value: [UInt8]) {
        guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else {
            throw .usage("`env` takes NAME=VALUE, found `\(DisplayText.shortened(word))`")
        }
        return (Array(word[..<equals]), Array(word[(equals + 1)...]))
    }

    private static func single(_ words: [[UInt8]], _ key: ProfileKey) throws(Failure) -> [UInt8] {
        guard let word = words.first, words.count == 1 else {
            throw .usage("`\(key.rawValue)` takes one value, found \(words.count)")
        }
        return word
    }

    /// A password among the arguments.
    static var passwordInArguments: Failure {
        .usage(
            "a password among the arguments can be read by every user of this machine, and stays in the shell's history",
            hint:
                "Use --password-prompt or `proxyenv password NAME`, or give the whole URL on standard input: `proxyenv add NAME -`."
        )
    }
}
