/// A profile as it is named on the command line and in variables: by its name, by a proxy's URL, or by a port.
public enum ProfileReference: Sendable, Equatable {
    /// The profile of this name.
    case name(String)
    /// The proxy at this address, without a password.
    case url(ProxyURL)

    /// Why a text names no profile.
    public enum Problem: Error, Equatable, Sendable {
        /// It is neither a name, nor a URL, nor a port.
        case unreadable(String)
        /// It is a URL with something wrong in it.
        case url(ProxyURLParser.Kind)
        /// It is a URL with a password, which every user of the machine could read in the list of processes.
        case password
        /// It is a number, but no port.
        case port(String)
    }

    /// The profile that `text` names: digits alone are a port of this machine, as no profile's name is that.
    ///
    /// - Throws: Why it names none; nothing of a password is in the reason.
    public init(_ text: [UInt8]) throws(Problem) {
        if ProfileName.isValid(text) {
            self = .name(String(decoding: text, as: UTF8.self))
        } else if !text.isEmpty, text.allSatisfy({ $0.isDigit }) {
            guard let port = ProxyURLParser.port(text) else {
                throw .port(DisplayText.shortened(text, to: 20))
            }
            self = .url(.local(port))
        } else if text.contains(UInt8(ascii: ":")) {
            self = .url(try Self.readURL(text))
        } else {
            throw .unreadable(DisplayText.shortened(text))
        }
    }

    /// The profile that `word` of a command line, or a variable's value, names: there `host:port` is `http://host:port`.
    ///
    /// - Throws: Why it names none; nothing of a password is in the reason.
    public init(word: [UInt8]) throws(Problem) {
        try self.init(ProxyURLParser.completed(word))
    }

    /// The text by which the profile can be named again; it is what `PROXYENV_ACTIVE` holds.
    public var text: String {
        switch self {
        case .name(let name): name
        case .url(let url): String(decoding: url.text, as: UTF8.self)
        }
    }

    private static func readURL(_ text: [UInt8]) throws(Problem) -> ProxyURL {
        do throws(ProxyURLParser.Problem) {
            let url = try ProxyURLParser.parse(text)
            if url.credentials?.isSecret != true { return url }
        } catch {
            // An `@` may follow a password, and the reason for the refusal must not show a part of it.
            if !text.contains(UInt8(ascii: "@")) { throw .url(error.kind) }
        }
        throw .password
    }
}
