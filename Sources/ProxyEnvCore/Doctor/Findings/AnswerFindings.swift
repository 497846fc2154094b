/// What a server can answer that is not what was wanted, although the connection works.
///
/// `place` is the server's host.
extension Finding {
    /// That the server wants to see a browser.
    static func challenge(_ place: String, _ evidence: [String]) -> Finding {
        Finding(
            .answerChallenge,
            "\(place) wants to see a browser (a Cloudflare challenge): it does not trust the address from which the proxy connects",
            evidence: evidence + ["cf-mitigated: challenge"],
            fix: ["Choose another node in the proxy program."])
    }

    /// That the server does not serve those who come from here.
    static func region(_ place: String, _ evidence: [String], fix: [String]) -> Finding {
        Finding(
            .answerRegion, "\(place) does not serve the country from which you connect",
            evidence: evidence + ["unsupported_country_region_territory"], fix: fix)
    }

    /// That the server has had too many requests.
    static func quota(_ place: String, _ evidence: [String]) -> Finding {
        Finding(
            .answerQuota, "\(place) has had too many requests, or your quota is used up (429)",
            evidence: evidence,
            fix: [
                "Wait, look at your account's limits, or choose another node in the proxy program."
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

    /// That the server has a fault of its own; `isEverywhere` says whether all of the command's servers have one.
    static func serverFault(
        _ place: String, _ status: Int, _ evidence: [String], isEverywhere: Bool
    ) -> Finding {
        Finding(
            .answerServer,
            "\(place) answers \(status): it, or the proxy, has a fault of its own",
            evidence: evidence, fix: ["Try again later."],
            severity: isEverywhere ? .problem : .warning)
    }
}
