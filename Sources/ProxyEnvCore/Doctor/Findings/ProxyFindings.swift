/// What can be wrong with a proxy.
///
/// `endpoint` is its host and port, `place` those of the server behind it.
extension Finding {
    /// That nothing listens on `endpoint`, which is on this machine if `isLocal`.
    public static func refused(_ endpoint: String, isLocal: Bool) -> Finding {
        Finding(
            .proxyRefused, "nothing listens on \(endpoint)",
            fix: [
                isLocal
                    ? "Start the proxy program, or look in its settings for the port."
                    : "Check host and port, and whether the proxy runs."
            ])
    }

    /// That `endpoint` does not answer.
    static func silent(_ endpoint: String) -> Finding {
        Finding(
            .proxySilent, "\(endpoint) does not answer",
            fix: [
                "Check host and port. A VPN may be needed, or a firewall may be in between."
            ])
    }

    /// That there is no address for `host`.
    static func unresolvable(host: String) -> Finding {
        Finding(
            .proxyUnresolvable, "cannot resolve \(host)",
            fix: [
                "Check the spelling of the host. A VPN may be needed in whose network it is known."
            ])
    }

    /// That no connection to `endpoint` comes about.
    static func unreachable(_ endpoint: String, _ message: String) -> Finding {
        Finding(
            .proxyUnreachable, "cannot connect to \(endpoint): \(message)",
            fix: ["Check host and port, and this machine's own connection."])
    }

    /// That `endpoint` speaks something else than the URL says.
    static func otherProtocol(
        _ endpoint: String, speaks: EndpointReport.Protocols, says scheme: ProxyScheme
    ) -> Finding {
        Finding(
            .proxyProtocol,
            "\(endpoint) speaks \(speaks.names), but the URL says \(scheme.rawValue)",
            fix: ["Turn on the HTTP port of the proxy program, or its mixed one, and use that."])
    }

    /// That `endpoint` is a server of the web or of an API.
    public static func web(_ endpoint: String, _ server: String?) -> Finding {
        Finding(
            .proxyWeb, "\(endpoint) is not a proxy: it is \(server ?? "a web server")",
            fix: ["Look in the proxy program's settings for its proxy port (Clash: `mixed-port`)."])
    }

    /// That `endpoint` says nothing that is of a known protocol.
    static func mute(_ endpoint: String, _ muteness: String?) -> Finding {
        Finding(
            .proxyMute, "\(endpoint) \(muteness ?? "accepts connections and says nothing")",
            fix: [
                "Restart the proxy program. If that does not help, another program has that port."
            ])
    }

    /// That `endpoint` takes only `schemes`, by which few tools log in.
    static func login(_ endpoint: String, by schemes: [String]) -> Finding {
        let isWindows = schemes.contains { scheme in
            ["ntlm", "negotiate"].contains { scheme.utf8.equalsIgnoringCase($0) }
        }
        return Finding(
            .proxyNTLM,
            "\(endpoint) asks for a login by \(schemes.joined(separator: ", ")) only, which few tools support",
            evidence: ["407 Proxy Authentication Required"],
            fix: [
                "Run \(isWindows ? "Px or CNTLM" : "Px") on this machine: it logs in for the tools.",
                "proxyenv use px",
            ])
    }

    /// Whose password a proxy asks for.
    enum PasswordFault {
        /// There is neither a user name nor a password.
        case missing
        /// There is a user name without a password.
        case nameAlone
        /// It does not take the password.
        case refused
    }

    /// That `endpoint` asks for a password, or does not take the one of `profile`.
    static func password(
        _ endpoint: String, _ fault: PasswordFault, profile: String?, evidence: [String],
        fix: [String]
    ) -> Finding {
        let owner = profile.map { " of profile \($0)" } ?? ""
        let title =
            switch fault {
            case .missing:
                "\(endpoint) asks for a password"
                    + (profile.map { ", and profile \($0) has none" } ?? "")
            case .nameAlone:
                "\(endpoint) asks for a password"
                    + (profile.map { ", and profile \($0) has a user name alone" } ?? "")
            case .refused: "\(endpoint) does not take the password\(owner)"
            }
        return Finding(.proxyPassword, title, evidence: evidence, fix: fix)
    }

    /// That a proxy behind the proxy asks for a password.
    static func passwordBehindProxy(_ evidence: [String]) -> Finding {
        Finding(
            .proxyPassword, "a proxy behind the proxy asks for a password", evidence: evidence,
            fix: ["Ask those who run the proxy."])
    }

    /// That another user's program is the proxy; `getsPassword` and `asksForPassword` say what it would see besides.
    public static func otherUser(
        _ user: UInt32, at endpoint: String, getsPassword: Bool, asksForPassword: Bool
    ) -> Finding {
        let isClosed = getsPassword || asksForPassword
        let what =
            getsPassword
            ? "would get your password"
            : asksForPassword ? "asks for a password" : "sees where you go"
        return Finding(
            .proxyOtherUser, "user \(user), not you, listens on \(endpoint) and \(what)",
            evidence: ["who that is: `id -un \(user)`; no password is sent there"],
            fix: ["Start your own proxy on another port, and write that into the profile."],
            isAside: !isClosed)
    }

    /// That `endpoint` itself denied the connection to `place`.
    static func forbidden(_ endpoint: String, to place: String, _ answer: String) -> Finding {
        Finding(
            .proxyForbidden, "the proxy \(endpoint) itself denied the connection to \(place)",
            evidence: ["\(answer), before TLS: it is not the server's answer"],
            fix: ["Ask those who run the proxy, or take another profile: proxyenv list"])
    }

    /// That `endpoint` does not get to `place`; `isTLS` says whether it speaks TLS itself.
    static func noTunnel(
        _ endpoint: String, to place: String, _ answer: String, isTLS: Bool
    ) -> Finding {
        Finding(
            .proxyTunnel, "the proxy \(endpoint) cannot reach \(place)",
            evidence: answer.isEmpty ? [] : [answer],
            fix: [
                isTLS
                    ? "Few tools speak TLS to a proxy: write `http://` if it has such a port. Else give the file of its certificate to the profile as `ca-file`."
                    : "Check the proxy's own connection: the node chosen in it, and its rules."
            ])
    }
}
