/// What can be wrong with a proxy.
///
/// `endpoint` is its host and port, `target` those of the server behind it.
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

    /// That `endpoint` speaks TLS, in which may be anything.
    public static func tls(_ endpoint: String) -> Finding {
        Finding(
            .proxyProtocol,
            "\(endpoint) speaks TLS: it may be a proxy for `https://` URLs, or a web server")
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

    /// That a SOCKS 5 proxy accepts neither a password nor a connection without one.
    static func noMethod(_ endpoint: String) -> Finding {
        Finding(
            .proxyNTLM,
            "\(endpoint) asks for a login that is not a user name and a password, which few tools support",
            evidence: ["SOCKS 5: no acceptable method"],
            fix: ["Use its HTTP port, or ask those who run the proxy."])
    }

    /// What is wrong with the password for a proxy.
    enum PasswordFault {
        /// There is neither a user name nor a password.
        case missing
        /// There is a user name without a password.
        case nameAlone
        /// It does not accept the password.
        case refused
    }

    /// That `endpoint` asks for a password, or does not accept the one of `profile`.
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
            case .refused: "\(endpoint) does not accept the password\(owner)"
            }
        return Finding(.proxyPassword, title, evidence: evidence, fix: fix)
    }

    /// That a proxy asks for a password that is not the one of the route.
    static func passwordBehindProxy(_ place: String, _ evidence: [String], hasProxy: Bool)
        -> Finding
    {
        Finding(
            .proxyPassword,
            hasProxy
                ? "a proxy behind the proxy asks for a password"
                : "a proxy between this machine and \(place) asks for a password",
            evidence: evidence,
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
            fix: ["Start your own proxy on another port, and use that port."],
            isAside: !isClosed)
    }

    /// That `endpoint` itself denied the connection to `target`; `isHTTP` says whether `answer` is a status of HTTP.
    static func forbidden(
        _ endpoint: String, to target: String, _ answer: String, isHTTP: Bool
    ) -> Finding {
        Finding(
            .proxyForbidden, "the proxy \(endpoint) itself denied the connection to \(target)",
            evidence: [isHTTP ? "\(answer), before TLS: it is not the server's answer" : answer],
            fix: ["Ask those who run the proxy, or take another profile: proxyenv list"])
    }

    /// That `endpoint` does not get to `target`.
    static func noTunnel(_ endpoint: String, to target: String, _ answer: String) -> Finding {
        Finding(
            .proxyTunnel, "the proxy \(endpoint) cannot reach \(target)",
            evidence: answer.isEmpty ? [] : [answer],
            fix: ["Check the proxy's own connection: its server (node) and its rules."])
    }

    /// That there is no TLS with the proxy itself, whose certificate the profile `profile` can name.
    static func noTLS(withProxy endpoint: String, _ answer: String, profile: String?) -> Finding {
        Finding(
            .proxyTunnel, "cannot speak TLS with the proxy \(endpoint)",
            evidence: answer.isEmpty ? [] : [answer],
            fix: ["Write `http://` if the proxy has such a port: few tools speak TLS to a proxy."]
                + (profile.map { ["proxyenv set \($0) ca-file FILE"] } ?? []))
    }
}
