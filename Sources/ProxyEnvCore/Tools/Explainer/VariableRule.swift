/// Which variables a tool reads, and which of two that disagree wins.
struct VariableRule: Sendable {
    /// Which spelling of a name is read, the first that counts.
    enum Case: Sendable {
        case lowerFirst
        case upperFirst
        case lowerOnly
        /// `http_proxy` in lower case alone, as CGI programs are given an HTTP_PROXY by strangers; others as `lowerFirst`.
        case lowerFirstButHTTP
        /// The one that stands last in the environment.
        case last
        /// None: the name is only what a key means.
        case neither
    }

    /// What an empty value means.
    enum Empty: Sendable {
        /// The variable is taken as absent.
        case absent
        /// It hides the other spelling, and the next variable has its turn.
        case hidesOtherCase
        /// There is no proxy.
        case direct
    }

    /// The variables for `http://` targets, in lower case, the first that counts.
    let http: [String]
    /// The variables for `https://` targets.
    let https: [String]
    /// Which spelling is read.
    let spelling: Case
    /// What an empty value means.
    let empty: Empty
    /// The keys of a file for `http://` targets, where they are not those of the variables.
    var httpKeys: [String]?
    /// Whether a name in any other case, `Https_Proxy`, is read too.
    var takesAnyCase = false
    /// Whether REQUEST_METHOD, which CGI programs have, makes `http_proxy` count for nothing.
    var isCGIAware = false
    /// Whether it makes all variables count for nothing.
    var hidesAllFromCGI = false

    /// The variables for a target.
    func names(isSecure: Bool) -> [String] { isSecure ? https : http }

    /// The spellings of `name` that are read, the first that counts; for `last` there is no order.
    func spellings(of name: String) -> [String] {
        switch spelling {
        case .lowerFirst, .last: [name, name.uppercasedASCII]
        case .upperFirst: [name.uppercasedASCII, name]
        case .lowerOnly: [name]
        case .neither: []
        case .lowerFirstButHTTP:
            name == "http_proxy" ? [name] : [name, name.uppercasedASCII]
        }
    }
}

extension String {
    /// This text with the letters of ASCII in upper case.
    var uppercasedASCII: String { String(decoding: utf8.map { $0.uppercased }, as: UTF8.self) }
}
