/// What can be wrong with what a file says, as data; the words are below.
public enum ConfigProblem: Sendable, Equatable {
    case unknownKey(String, in: String, suggestion: String?)
    case wrongType(key: String, expected: ExpectedType, found: String)
    case empty(key: String)
    case containsNUL(key: String)
    case url(ProxyURLParser.Kind)
    case missingRoute(profile: String)
    case conflict(key: String, with: String)
    case usernameTwice
    case passwordWithoutUsername
    case profileName(String)
    case reference(ProfileReference.Problem)
    case unknownProfile(String, suggestion: String?)
    case cycle([String])
    case variableName(String)
    case ownVariable(String)
    case shellVariable(String)
    case noProxy(NoProxyList.Problem)
    case commandName(String)
    case reservedCommand(String)
    case untrusted(key: String, Distrust)
    case untrustedRoute(key: String, holder: String, Distrust)
    case untrustedFile(Distrust)
}

extension ConfigProblem {
    var message: String {
        switch self {
        case .unknownKey(let key, let place, _): "unknown key `\(key)` in \(place)"
        case .wrongType(let key, let expected, let found):
            "`\(key)` is \(expected.rawValue), found \(found)"
        case .empty(let key): "`\(key)` is empty"
        case .containsNUL(let key): "`\(key)` holds a NUL, which no variable can"
        case .url(let kind): kind.message
        case .missingRoute(let profile): "profile `\(profile)` says nowhere where its proxy is"
        case .conflict(let key, let other): "`\(key)` and `\(other)` cannot both be given"
        case .usernameTwice: "`username` and a user name in `url` cannot both be given"
        case .passwordWithoutUsername: "a password without a `username`"
        case .profileName(let name): "`\(name)` cannot be a profile's name"
        case .reference(let problem): problem.message
        case .unknownProfile(let name, _): "there is no profile `\(name)`"
        case .cycle(let names):
            "`first-reachable` leads back to itself: \(names.joined(separator: " → "))"
        case .variableName(let name): "`\(name)` cannot be a variable's name"
        case .ownVariable(let name): "`\(name)` is one of proxyenv's own variables"
        case .shellVariable(let name): "`\(name)` is a variable that shells keep for themselves"
        case .noProxy(let problem): problem.message
        case .commandName(let name): "`\(name)` cannot be a wrapped command's name"
        case .reservedCommand(let name): "`\(name)` is a word of a shell's own"
        case .untrusted(let key, let distrust): "`\(key)` is refused, as \(distrust.reason)"
        case .untrustedRoute(let key, let holder, let distrust):
            "`\(key)` is refused: the password or token of `\(holder)` would follow it, and \(distrust.reason)"
        case .untrustedFile(let distrust) where distrust.isUnread:
            "nothing of this file is read, as \(distrust.reason)"
        case .untrustedFile(let distrust):
            "\(distrust.reason): no password, `env` or certificates go with what it says"
        }
    }

    var hint: String? {
        switch self {
        case .unknownKey(_, _, let suggestion?), .unknownProfile(_, let suggestion?):
            "Did you mean `\(suggestion)`?"
        case .unknownKey, .empty, .containsNUL: nil
        case .unknownProfile: "See the profiles with `proxyenv list`."
        case .wrongType(_, let expected, _): expected.example
        case .url(let kind): kind.hint
        case .missingRoute: "Add `url = \"http://127.0.0.1:7890\"`, with your proxy's port."
        case .conflict, .usernameTwice: "Keep one of the two."
        case .passwordWithoutUsername: "Add `username = \"…\"` to the profile."
        case .profileName: "Use letters, digits, `_`, `.` and `-`; not `-` first, not digits alone."
        case .reference(let problem): problem.hint
        case .cycle: "Take one of them out."
        case .variableName: "Use letters, digits and `_`, and no digit first."
        case .ownVariable: "Leave it out; proxyenv sets it."
        case .shellVariable: "Set it in the shell's own start-up file."
        case .noProxy(let problem): problem.hint
        case .commandName: "Use letters, digits, `_`, `.`, `+`, `@` and `-`, at most 64 of them."
        case .reservedCommand: "Wrap programs only, such as `codex` or `npm`."
        case .untrusted(_, let distrust), .untrustedRoute(_, _, let distrust),
            .untrustedFile(let distrust):
            distrust.cure
        }
    }
}

extension ProxyURLParser.Kind {
    /// What is wrong with the URL.
    public var message: String {
        switch self {
        case .empty: "the proxy's URL is empty"
        case .controlCharacter(let byte):
            "control character `\(DisplayText.escaped([byte]))` in a proxy's URL"
        case .blank: "blank in a proxy's URL"
        case .missingScheme: "this proxy's URL has no scheme"
        case .ambiguousSocks: "`socks` could be any of SOCKS 4, 4a, 5 and 5h"
        case .unknownScheme(let scheme): "`\(scheme)` is not a protocol for a proxy"
        case .missingHost: "this proxy's URL has no host"
        case .invalidHost(let host): "`\(host)` cannot be a host"
        case .invalidIPv6: "this is not an IPv6 address in brackets"
        case .missingPort: "this proxy's URL has no port"
        case .invalidPort(let port?): "`\(port)` is not a port, expected 1 to 65535"
        case .invalidPort(nil): "what follows the host is not a port, expected 1 to 65535"
        case .path: "a proxy's URL ends after the port"
        case .rawCharacterInCredentials(let byte):
            "raw `\(DisplayText.escaped([byte]))` in a user name or password"
        case .brokenPercentEncoding: "`%` that is not followed by two hexadecimal digits"
        case .nulInCredentials: "a NUL in a user name or password"
        }
    }

    /// What to do about it.
    public var hint: String? {
        switch self {
        case .empty: "Write it like `http://127.0.0.1:7890`."
        case .controlCharacter, .blank: "Delete it."
        case .missingScheme:
            "Put `http://` in front, or `socks5h://` if the port speaks only SOCKS."
        case .ambiguousSocks:
            "Write `socks5h://`, or `http://` if the port speaks both, which more tools understand."
        case .unknownScheme:
            "Use one of \(ProxyScheme.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))."
        case .missingHost: "Write it like `http://127.0.0.1:7890`."
        case .invalidHost:
            "Use ASCII letters, digits, `.`, `-` and `_`, no `-` first; other scripts as `xn--…`."
        case .invalidIPv6: "Write it like `http://[::1]:7890`."
        case .missingPort: "Add it, as `:7890`: without one curl takes 1080, and Python 80."
        case .invalidPort: nil
        case .path: "Delete what follows the port."
        case .rawCharacterInCredentials, .brokenPercentEncoding:
            "Give them as `username` and `password-command`: proxyenv encodes them."
        case .nulInCredentials: "Delete it."
        }
    }
}

extension NoProxyList.Problem {
    var message: String {
        switch self {
        case .empty: "empty entry in `no-proxy`"
        case .everything: "`*` in `no-proxy` would switch the proxy off"
        case .separator: "more than one host in an entry of `no-proxy`"
        case .invalid(let entry): "`\(entry)` is not a host, an address or a network"
        }
    }

    var hint: String? {
        switch self {
        case .empty: "Delete it."
        case .everything: "To go without a proxy, use the profile `direct`."
        case .separator: "Write one string for each: `[\"a.example\", \"b.example\"]`."
        case .invalid: "Write it like `.corp.example`, `10.0.0.0/8` or `git.corp.example:8443`."
        }
    }
}

extension ProfileReference.Problem {
    /// Why the text names no profile; nothing of a password is in it.
    public var message: String {
        switch self {
        case .unreadable(let text): "`\(text)` cannot be a profile"
        case .url(let kind): kind.message
        case .port(let text): "`\(text)` is not a port, expected 1 to 65535"
        case .password: "a URL with a password cannot name a profile, as others could read it"
        }
    }

    /// What to do about it.
    public var hint: String? {
        switch self {
        case .unreadable:
            "Give a profile's name, a proxy's URL such as `http://127.0.0.1:7890`, or a port."
        case .url(let kind): kind.hint
        case .port: nil
        case .password:
            "Make a profile of it in the file, with `username` and `password-command`."
        }
    }
}

/// What a key's value has to be.
public enum ExpectedType: String, Sendable {
    case boolean = "`true` or `false`"
    case rule = "`true`, a profile's name or a table"
    case string = "a string"
    case strings = "an array of strings"
    case table = "a table"
    case tableOfStrings = "a table of strings"

    /// How to write one, if that needs to be said.
    var example: String? {
        switch self {
        case .boolean: "Write it without quotes."
        case .string: "Write it in quotes: `\"…\"`."
        case .strings: "Write `[\"one\", \"two\"]`."
        case .rule, .table, .tableOfStrings: nil
        }
    }
}
