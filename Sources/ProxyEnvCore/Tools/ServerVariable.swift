/// A variable that names a server in the place of those that a tool asks by default.
public struct ServerVariable: Sendable {
    /// What its value is.
    enum Form: Sendable {
        /// A URL; the path is added to it.
        case url(path: String)
        /// URLs with `,` or `|` between them, of which the first is asked first, as GOPROXY.
        case list
        /// A URL, or `name=` and one, as UV_DEFAULT_INDEX.
        case named
        /// The name of a host.
        case host
    }

    /// Its name.
    public let name: String
    private let form: Form

    /// The variable `name`.
    init(_ name: String, _ form: Form = .url(path: "")) {
        self.name = name
        self.form = form
    }

    /// The URL of the server that `value` names, or nil where it names none that is reached by HTTP.
    public func url(in value: [UInt8]) -> [UInt8]? {
        let text = value[...].trimmingBlanks
        switch form {
        case .url(let path):
            guard !path.isEmpty else { return Self.checked(text) }
            let base = text.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
            return Self.checked(base + Array(path.utf8))
        case .list: return Self.checked(text.prefix { !",|".utf8.contains($0) })
        case .named:
            let name = text.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
            let isNamed = text[name.endIndex...].first == UInt8(ascii: "=")
            return Self.checked(isNamed ? text.dropFirst(name.count + 1) : text)
        case .host:
            guard !text.isEmpty, !text.contains(where: { "/:@?#".utf8.contains($0) }) else {
                return nil
            }
            return Self.checked(Array("https://".utf8) + text + [UInt8(ascii: "/")])
        }
    }

    /// The text as bytes if it is a URL of HTTP without a blank or a control character in it.
    public static func checked(_ text: some Collection<UInt8>) -> [UInt8]? {
        let url = Array(text)
        let scheme = url.prefix { $0 != UInt8(ascii: ":") }
        guard scheme.equalsIgnoringCase("http") || scheme.equalsIgnoringCase("https"),
            url[scheme.endIndex...].hasPrefix("://"),
            url.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), Target(url) != nil
        else { return nil }
        return url
    }
}
