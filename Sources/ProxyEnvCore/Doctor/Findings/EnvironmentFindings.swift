/// What can be wrong with the variables that the command sees.
///
/// Where they are given, `evidence` is the variables as they are shown, and `fix` sets them all alike.
extension Finding {
    /// That two spellings of a variable differ; `isOverruled` says that neither decides for the command.
    static func differ(
        _ lower: String, _ upper: String, evidence: [String], fix: [String], isOverruled: Bool
    ) -> Finding {
        Finding(
            .environmentCase, "\(lower) and \(upper) differ: tools disagree on which counts",
            evidence: evidence, fix: fix, severity: isOverruled ? .warning : .problem)
    }

    /// That an empty variable hides the other spelling from `readers`, of which `isTool` says whether the command is one.
    static func empty(
        _ empty: String, hides full: String, from readers: String, isTool: Bool,
        evidence: [String], fix: [String]
    ) -> Finding {
        Finding(
            .environmentEmpty, "\(empty) is set and empty, and hides \(full) from \(readers)",
            evidence: evidence, fix: fix, severity: isTool ? .problem : .warning)
    }

    /// What a value can have that keeps tools from using it.
    public enum ValueFault: Equatable {
        case quotes
        case wideLetters
        case unexpanded
        case carriageReturn
        case blank
        case noScheme
        case socks
        case noPort
        case rawPassword
        case backslash
        case noURL

        /// The finding, and what the value does, for people.
        fileprivate var words: (kind: FindingKind, what: String) {
            switch self {
            case .quotes: (.environmentQuotes, "has quotes in it")
            case .wideLetters:
                (.environmentLetters, "has full-width characters, as an input method types them")
            case .unexpanded:
                (.environmentUnexpanded, "holds the name of a variable instead of its value")
            case .carriageReturn: (.environmentBlank, "contains a carriage return")
            case .blank: (.environmentBlank, "contains a space or a control character")
            case .noScheme: (.environmentScheme, "has no scheme")
            case .socks: (.environmentSOCKS, "says socks://, which each tool reads differently")
            case .noPort: (.environmentPort, "has no port")
            case .rawPassword:
                (.environmentPassword, "has a password that is not percent-encoded")
            case .backslash:
                (
                    .environmentPassword,
                    "has a backslash in its user name, at which some end the host"
                )
            case .noURL: (.environmentValue, "is not the URL of a proxy")
            }
        }
    }

    /// That `who` cannot use the value of a variable; `isTaken` says that the command itself can.
    static func value(
        of name: String, _ fault: ValueFault, for who: String, isTaken: Bool, evidence: [String],
        fix: [String]
    ) -> Finding {
        Finding(
            fault.words.kind, "\(name) \(fault.words.what): \(who) cannot use it",
            evidence: evidence, fix: fix, severity: isTaken ? .warning : .problem)
    }

    /// That nothing reads the variable `name`, where `meant` was meant; `who` does not see its value.
    static func misspelt(
        _ name: String, meant: String, for who: String, evidence: [String], fix: [String]
    ) -> Finding {
        let isBlank = name.utf8.last == UInt8(ascii: " ") || name.utf8.first == UInt8(ascii: " ")
        let quoted = "`\(DisplayText.shortened(Array(name.utf8), to: 40))`"
        return Finding(
            .environmentMisspelt,
            isBlank
                ? "the name \(quoted) has a space in it: \(who) reads \(meant), and no proxy is set"
                : "\(quoted) is not \(meant): \(who) does not read it, and no proxy is set",
            evidence: evidence, fix: fix)
    }

    /// That the variable `name` is one of `shell` alone, so that `who` does not see it.
    static func unexported(_ name: String, for who: String, in shell: Shell) -> Finding {
        Finding(
            .environmentUnexported,
            "\(name) is set in this shell and not exported: \(who) does not see it, and no proxy is set",
            fix: [shell.exporting(name)])
    }

    /// That `set NAME=VALUE`, as cmd has it, has set no variable in `shell`, so that `who` sees none.
    static func assigned(
        _ name: String, _ value: [UInt8], for who: String, in shell: Shell
    ) -> Finding {
        let shown = DisplayText.shortened(Masking.masked(name, value), to: 200)
        let meant = MeantURL.cleaned(value)?.text ?? Array("http://HOST:PORT".utf8)
        return Finding(
            .environmentUnexported,
            "`set \(name)=…` is cmd's: in \(shell.name) it sets no environment variable, \(who) does not see it, and no proxy is set",
            evidence: ["\(name)=\(shown)"],
            fix: [shell.setting(name, to: String(decoding: meant, as: UTF8.self))])
    }

    /// That HTTP_PROXY is set alone, so that `who` connects to https:// without a proxy.
    static func httpsMissing(
        _ name: String, _ who: String, transport: String?, evidence: [String], fix: [String]
    ) -> Finding {
        let which = transport.map { ", for its \($0) requests" } ?? ""
        return Finding(
            .environmentHTTPSMissing,
            "\(name) is set and https_proxy is not: \(who) connects to https:// without a proxy\(which)",
            evidence: evidence, fix: fix)
    }

    /// That ALL_PROXY alone is dangerous for the tool, which `danger` says.
    static func allProxy(_ danger: String, evidence: [String], fix: [String]) -> Finding {
        Finding(.environmentAllProxy, danger, evidence: evidence, fix: fix)
    }

    /// That the two spellings of NO_PROXY differ.
    static func noProxyDiffers(evidence: [String], fix: [String]) -> Finding {
        Finding(
            .environmentNoProxyCase,
            "no_proxy and NO_PROXY differ: tools disagree on which counts",
            evidence: evidence, fix: fix)
    }

    /// That an entry of NO_PROXY exempts `hosts`, which the command `name` needs.
    public static func exempted(
        _ hosts: [String], by entry: String, in source: String, _ name: String,
        evidence: [String], fix: [String], edit: ConfigChange?
    ) -> Finding {
        Finding(
            .environmentNoProxyHost,
            "`\(entry)` in \(source) exempts \(hosts.joined(separator: " and ")), which \(name) needs: it connects there without a proxy",
            evidence: evidence, fix: fix, edit: edit)
    }

    /// That `who` does not understand `entries` of NO_PROXY.
    static func noProxyIgnored(_ entries: String, by who: String) -> Finding {
        Finding(
            .environmentNoProxyIgnored, "\(who) does not understand \(entries) in NO_PROXY",
            fix: [
                "Name the hosts themselves: `corp.example` instead of `*.corp.example`, an address instead of a network."
            ])
    }

    /// That this machine's own `hosts` are not in NO_PROXY.
    static func localhost(_ hosts: [String], evidence: [String], fix: [String]) -> Finding {
        Finding(
            .environmentLocalhost,
            "\(hosts.joined(separator: " and ")) \(hosts.count > 1 ? "are" : "is") not in NO_PROXY: connections to servers on this machine (MCP, a login's callback) go through the proxy",
            evidence: evidence, fix: fix)
    }

    /// That a file of certificates is not there, or holds none.
    ///
    /// - Parameters:
    ///   - place: The variable, or the line of a file, that names it.
    ///   - isVariable: Whether it is a variable.
    ///   - file: The file, for people.
    ///   - isThere: Whether the file could be read.
    ///   - name: The command.
    ///   - isAdded: Whether its certificates come besides those that the command trusts anyway.
    ///   - shell: The shell in which it is mended.
    /// - Returns: The finding.
    public static func certificates(
        _ place: String, isVariable: Bool, names file: String, isThere: Bool, _ name: String,
        isAdded: Bool, in shell: Shell
    ) -> Finding {
        let what = isThere ? "holds no certificate" : "is not there or cannot be read"
        return Finding(
            .environmentCertificates,
            "\(place) names \(file), which \(what): \(name) \(isAdded ? "does not use it" : "trusts no server")",
            fix: [isVariable ? shell.unsetting(place) : "Take it out, or put the file there."],
            severity: isAdded ? .warning : .problem)
    }

    /// That `variable` sends the command to a server which none of the variables `needed` names.
    public static func noServer(
        _ name: String, _ variable: String, needs needed: [String], in shell: Shell
    ) -> Finding {
        Finding(
            .environmentServer,
            "\(variable) is on, and neither \(needed.joined(separator: " nor ")) names a server: \(name) asks none",
            fix: [shell.setting(needed.last ?? "", to: "NAME"), shell.unsetting(variable)])
    }

    /// That Node ends at its start in `environment`, by the value of `variable`.
    ///
    /// - Parameters:
    ///   - variable: The variable.
    ///   - environment: The environment, in which Node has to read it.
    ///   - isSure: Whether the Node that is there is one that reads it.
    ///   - shell: The shell in which it is mended.
    /// - Returns: The finding.
    public static func nodeEnds(
        by variable: String, in environment: Environment, isSure: Bool, in shell: Shell
    ) -> Finding {
        let value = DisplayText.shortened(environment[variable] ?? [], to: 200)
        return Finding(
            .environmentNode, NodeSwitch.warning(of: variable),
            evidence: ["\(variable)=\(value)"],
            fix: [
                NodeSwitch.isOnByVariable(in: environment)
                    ? shell.unsetting(ProxyVariables.node)
                    : "Take `\(NodeSwitch.option)` out of \(NodeSwitch.options)."
            ],
            severity: isSure ? .problem : .warning)
    }
}
