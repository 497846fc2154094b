/// What a server can answer that is not what was wanted, although the connection works.
///
/// `place` is the server's host.
extension Finding {
    /// That the server wants to see a browser.
    static func challenge(_ place: String, _ evidence: [String], fix: [String]) -> Finding {
        Finding(
            .answerChallenge,
            "\(place) wants to see a browser (a Cloudflare challenge): it does not trust the address from which you connect",
            evidence: evidence + ["cf-mitigated: challenge"], fix: fix)
    }

    /// That the server does not serve those who come from here.
    static func region(_ place: String, _ evidence: [String], fix: [String]) -> Finding {
        Finding(
            .answerRegion, "\(place) does not serve the country from which you connect",
            evidence: evidence + ["unsupported_country_region_territory"], fix: fix)
    }

    /// That the server has had too many requests.
    static func quota(_ place: String, _ evidence: [String], hasProxy: Bool) -> Finding {
        Finding(
            .answerQuota, "\(place) has had too many requests, or your quota is used up (429)",
            evidence: evidence,
            fix: [
                hasProxy
                    ? "Wait, check your account's limits, or choose another node in the proxy program."
                    : "Wait, or check your account's limits."
            ])
    }

    /// That the server does not accept the key.
    static func key(_ place: String, _ evidence: [String], fix: [String]) -> Finding {
        Finding(
            .answerKey, "\(place) does not accept the key: it is malformed or revoked",
            evidence: evidence, fix: fix)
    }

    /// That the server gives no permission, and no reason.
    static func noPermission(_ place: String, _ evidence: [String], fix: [String]) -> Finding {
        Finding(
            .answerForbidden, "\(place) answers 403: no permission, and it does not say why",
            evidence: evidence, fix: fix)
    }

    /// That the server has a fault of its own; `mayBeProxy` says that the answer may be a proxy's, `isEverywhere` that all of the command's servers have one.
    static func serverFault(
        _ place: String, _ status: Int, _ evidence: [String], mayBeProxy: Bool, isEverywhere: Bool
    ) -> Finding {
        Finding(
            .answerServer,
            mayBeProxy
                ? "\(place), or the proxy in its place, answers \(status)"
                : "\(place) answers \(status): it has a fault of its own",
            evidence: evidence,
            fix: [
                mayBeProxy
                    ? "Try again later, or test another URL to see whose answer it is."
                    : "Try again later."
            ],
            severity: isEverywhere ? .problem : .warning)
    }
}
