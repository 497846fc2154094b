import ProxyEnvCore

/// What `test` found, for people and for programs.
struct TestResult {
    /// The profile's name.
    let profile: String
    /// What was asked for, without a password.
    let url: [UInt8]
    /// The ways.
    var ways: [TestedRoute]

    /// Whether no fault was found.
    var isGood: Bool { ways.allSatisfy { $0.isGood } }

    // MARK: For people

    /// The text for people.
    func text(_ style: TextStyle) -> String {
        var text = style.bold(profile) + " to " + DisplayText.shortened(url, to: 200) + "\n"
        for way in ways {
            text += "  \(way.report?.proxy.masked ?? "without a proxy")\n"
            for step in way.steps { text += "    " + step.row(style) }
            for hint in way.hints { text += "    hint: \(hint)\n" }
        }
        return text
    }

    // MARK: For programs

    /// The document for programs.
    var json: JSONValue {
        .object([
            ("profile", .string(profile)),
            ("url", .string(url)),
            ("ok", .boolean(isGood)),
            ("ways", .array(ways.map { Self.json($0) })),
        ])
    }

    private static func json(_ way: TestedRoute) -> JSONValue {
        .object([
            ("proxy", .optional(way.report?.proxy.masked)),
            ("ok", .boolean(way.isGood)),
            ("endpoint", way.report.map { EndpointJSON.value($0) } ?? .null),
            ("origin", EndpointJSON.value(way.origin)),
            ("milliseconds", EndpointJSON.value(way.milliseconds)),
            (
                "steps",
                .array(
                    way.steps.map { step in
                        .object([
                            ("name", .string(step.name)),
                            ("outcome", .string(step.outcome.rawValue)),
                            ("text", .string(step.text)),
                        ])
                    })
            ),
            ("hints", .array(way.hints.map { .string($0) })),
        ])
    }
}
