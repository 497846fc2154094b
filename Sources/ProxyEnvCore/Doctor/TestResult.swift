/// What `test` found, for people and for programs.
public struct TestResult {
    /// The profile's name.
    public let profile: String
    /// What was asked for, without a password.
    public let url: [UInt8]
    /// The routes, one through each of the profile's proxies.
    public let routes: [TestedRoute]

    /// What was found on `routes` of the profile `profile` to `url`.
    public init(profile: String, url: [UInt8], routes: [TestedRoute]) {
        self.profile = profile
        self.url = url
        self.routes = routes
    }

    /// Whether no fault was found.
    public var isGood: Bool { routes.allSatisfy { $0.isGood } }

    /// The text for people.
    public func text(_ style: TextStyle) -> String {
        var text = style.bold(profile) + " to " + DisplayText.shortened(url, to: 200) + "\n"
        for route in routes {
            text += "  \(route.report?.proxy.masked ?? "without a proxy")\n"
            for step in route.steps { text += "    " + step.row(style) }
            for finding in route.findings {
                for line in finding.evidence { text += style.dim("      \(line)") + "\n" }
                for line in finding.fix { text += "    fix: \(line)\n" }
            }
        }
        return text
    }

    /// The document for programs.
    public var json: JSONValue {
        .object([
            ("profile", .string(profile)), ("url", .string(url)), ("ok", .boolean(isGood)),
            ("routes", .array(routes.map { $0.json })),
        ])
    }
}
