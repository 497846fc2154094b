/// What can be wrong behind the proxy, or without one, on the route to a server.
///
/// `place` is the server's host.
extension Finding {
    /// That the server cannot be reached without a proxy.
    static func unreachable(
        withoutProxy place: String, because reason: String, _ message: String,
        evidence: [String], fix: [String], edit: ConfigChange?
    ) -> Finding {
        Finding(
            .routeDirect, "cannot reach \(place) without a proxy\(reason): \(message)",
            evidence: evidence, fix: fix, edit: edit)
    }

    /// That a server on this machine, which the settings of `name` name, is not there.
    static func serverMissing(_ place: String, _ message: String, for name: String) -> Finding {
        Finding(
            .routeDirect, "cannot reach \(place), a server on this machine: \(message)",
            fix: ["Start it, or look in the settings of \(name) for its port."])
    }

    /// That the connection broke off behind the proxy.
    static func broken(to place: String, _ message: String) -> Finding {
        Finding(
            .routeBroken, "the connection through the proxy to \(place) broke off: \(message)",
            fix: ["Check the proxy's own connection: its server (node) and its rules."])
    }

    /// That the certificate is by an authority that `distruster` does not trust.
    static func intercepted(
        _ place: String, by issuer: String, distruster: String, evidence: [String], fix: [String]
    ) -> Finding {
        Finding(
            .routeCertificate,
            "TLS is being intercepted: the certificate of \(place) is by \(issuer), which \(distruster) does not trust",
            evidence: evidence, fix: fix)
    }

    /// That the certificate was valid until `day`.
    static func expired(_ place: String, _ day: String?, evidence: [String]) -> Finding {
        Finding(
            .routeExpired,
            "the certificate of \(place) has expired\(day.map { " (it was valid until \($0))" } ?? ""), or this machine's clock is ahead",
            evidence: evidence,
            fix: [
                "date",
                "If the date is right, the owner must renew the certificate: who runs the server, or the proxy if that intercepts TLS.",
            ])
    }

    /// That the certificate is not yet valid; `setting` sets the clock.
    static func clock(_ place: String, evidence: [String], setting: String) -> Finding {
        Finding(
            .routeClock,
            "the certificate of \(place) is not yet valid, or this machine's clock is behind",
            evidence: evidence,
            fix: ["date", setting, "If the date is right, do not use this connection."])
    }

    /// That the certificate is for another name.
    static func otherName(_ place: String, evidence: [String]) -> Finding {
        Finding(
            .routeOtherName, "what answers as \(place) has a certificate for another name",
            evidence: evidence,
            fix: [
                "Something else answers in its place: check whether the proxy or the network wants you to log in. If not, do not use this proxy."
            ])
    }

    /// That what answers does not speak TLS.
    static func noTLS(_ place: String, evidence: [String]) -> Finding {
        Finding(
            .routeTLS, "what answers as \(place) does not speak TLS, or not correctly",
            evidence: evidence,
            fix: [
                "Something else answers in its place: check whether the proxy lets the connection through."
            ])
    }

    /// That the proxy does not carry websockets, so that the command `name` starts seconds later.
    public static func websocket(_ name: String, to host: String, _ reason: String) -> Finding {
        Finding(
            .routeWebsocket,
            "the proxy does not carry websockets to \(host): \(name) tries five times before it uses HTTP",
            evidence: [reason, "that costs some 7 seconds at every start"],
            fix: [
                "Let the proxy pass \(host) without interception, or take another profile: proxyenv list"
            ])
    }
}
