/// Why a server does not serve those who come from here, although the route is open.
enum OriginRefusal {
    /// It wants to see a browser.
    case challenge
    /// It serves other countries.
    case region
    /// It has had too many requests from there.
    case tooMany

    /// Why `answer` is none that was wanted, or nil if it is not known to be one of these.
    init?(_ answer: OriginAnswer) {
        let mitigation = answer.value(of: "cf-mitigated")
        if mitigation?.equalsIgnoringCase("challenge") == true {
            self = .challenge
        } else if answer.status == 403 || answer.status == 451,
            Self.regions.contains(where: { answer.holds($0) })
        {
            self = .region
        } else if answer.status == 429 {
            self = .tooMany
        } else {
            return nil
        }
    }

    /// What servers say to those who come from elsewhere.
    private static let regions = [
        "unsupported_country", "not available in your country", "Country, region, or territory",
        "not available in your region",
    ]
}

extension OriginAnswer {
    /// Whether the body holds `text`.
    fileprivate func holds(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return body.indices.contains { body[$0] == first && body[$0...].hasPrefix(text) }
    }
}
