/// What a tool makes of a proxy variable's value.
struct ValueRule: Sendable {
    /// What it does with a scheme.
    enum Handling: Sendable {
        /// It speaks it.
        case spoken
        /// It connects and speaks HTTP to what does not.
        case misunderstood
        /// It refuses the value and connects nowhere.
        case refused
        /// It takes it as no proxy at all, silently.
        case ignored
    }

    /// What it does with a value that is no URL.
    enum Odd: Sendable {
        /// It takes it as if nothing were odd.
        case accepted
        /// It refuses the value and connects nowhere.
        case refused
        /// It takes it as no proxy at all, silently.
        case ignored
    }

    /// The SOCKS schemes that it speaks, and what it does with each other one.
    var socks: [String]
    /// What it does with SOCKS schemes that it does not speak.
    let otherSocks: Handling
    /// The module of Python without which it speaks none of them.
    var socksModule: String?
    /// What it does with `socks://`.
    var bareSocks = Handling.refused
    /// What it does with SOCKS schemes for `http://` targets, if it is something else.
    var socksForPlainTargets: Handling?
    /// What it does with SOCKS schemes in upper case, if it is something else.
    var upperCaseSocks: Handling?
    /// What it does with `https` in upper case, if it is something else.
    var upperCaseHTTPS: Handling?
    /// What it does with `https://`, TLS to the proxy itself.
    var https = Handling.spoken
    /// What it does with any other scheme, if it is something else than with what is no URL.
    var otherSchemes: Handling?
    /// What it does with `https://` for `https://` targets, if it is something else.
    var httpsForSecureTargets: Handling?
    /// Whether the port is that of the target's scheme where none is given.
    var portFollowsTarget = false
    /// What it does with a host and port without a scheme.
    var withoutScheme = Odd.accepted
    /// The port for SOCKS where none is given, if it is not that of the scheme.
    var socksPort: Int?
    /// Whether `//` in front of the host will do.
    var takesSlashesAlone = false
    /// What it does with a path behind a value without a scheme, if it is something else.
    var pathWithoutScheme: Odd?
    /// What it does with a user or with an address in brackets in a value without a scheme, if it is something else.
    var oddWithoutScheme: Odd?
    /// What it does with a text in front of a colon that may be a scheme, as in `localhost:7890` or `user:password@127.0.0.1`;
    /// that in `proxy.example.com:7890` has a dot.
    var nameWithoutScheme = Odd.accepted
    /// Whether that may be one with a dot in it too.
    var takesDotsInSchemes = false
    /// Whether what has no scheme is taken for a proxy of the target's kind, `https://` for a target with TLS.
    var takesSchemeOfTarget = false
    /// What it does with a host alone, without scheme and port, if it is something else than without a scheme.
    var hostAlone: Odd?
    /// What it does with blanks in front of the value, and behind it where that is no other thing.
    var blanks = Odd.refused
    /// What it does with blanks behind the value, if it is something else.
    var trailingBlanks: Odd?
    /// What it does with a carriage return at the end.
    var carriageReturn = Odd.refused
    /// What it does with a newline at the end.
    var newline = Odd.refused
    /// What it does with what is no URL at all.
    var garbage = Odd.refused
    /// Whether `HTTP://` will do.
    var takesUpperCaseScheme = true
    /// The port where none is given; nil for that of the scheme.
    var defaultPort: Int?
    /// Whether a `@` in the password will do.
    var takesRawAt = true
    /// Whether a `#` in the password will do.
    var takesRawHash = false
    /// Whether a `%` that begins no escape will do.
    var takesRawPercent = true
    /// Whether a backslash ends the host, as a slash does (WHATWG URL, 4.4, of special schemes; urllib3 and npm, tried).
    var endsHostAtBackslash = false
    /// How many `/` may stand behind the colon of `http`.
    var slashes = 2...2
    /// Whether letters beyond ASCII in the user or the password will do.
    var takesNonASCII = true
    /// Whether a value that it would refuse ends it also where another variable decides.
    var checksAll = false
}
