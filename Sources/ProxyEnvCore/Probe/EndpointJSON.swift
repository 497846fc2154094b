/// Reports of endpoints for programs.
public enum EndpointJSON {
    /// What is known of the endpoint.
    public static func value(_ report: EndpointReport) -> JSONValue {
        .object([
            ("addresses", .array(report.addresses.map { .string($0.text) })),
            ("connection", .string(connection(report.connection))),
            ("otherUser", report.otherUser.map { .number(Int($0)) } ?? .null),
            ("speaks", .array(report.spoken.words.map { .string($0) })),
            ("server", .optional(report.serverDescription)),
            ("fault", .optional(report.muteness)),
            ("authentication", value(report.authentication)),
            ("tunnel", value(report.tunnel)),
        ])
    }

    private static func connection(_ connection: EndpointReport.Connection) -> String {
        switch connection {
        case .connected: "connected"
        case .refused: "refused"
        case .silent: "silent"
        case .unresolvable: "unresolvable"
        case .failed: "failed"
        }
    }

    private static func value(_ authentication: EndpointReport.Authentication) -> JSONValue {
        let (state, schemes): (String, [String]) =
            switch authentication {
            case .notAsked: ("not-asked", [])
            case .accepted: ("accepted", [])
            case .refused(let schemes): ("refused", schemes)
            case .required(let schemes): ("required", schemes)
            case .unknown: ("unknown", [])
            }
        return .object([
            ("state", .string(state)), ("schemes", .array(schemes.map { .string($0) })),
        ])
    }

    private static func value(_ tunnel: EndpointReport.Tunnel) -> JSONValue {
        switch tunnel {
        case .notTried: tunnelValue("not-tried")
        case .open: tunnelValue("open")
        case .refused(let status, let reason): tunnelValue("refused", status, reason)
        }
    }

    private static func tunnelValue(
        _ state: String, _ status: Int? = nil, _ reason: String? = nil
    ) -> JSONValue {
        .object([
            ("state", .string(state)), ("status", status.map { .number($0) } ?? .null),
            ("reason", .optional(reason)),
        ])
    }

    /// What the target answered.
    public static func value(_ origin: EndpointReport.Origin) -> JSONValue {
        switch origin {
        case .notTried: originValue("not-tried")
        case .skipped(let reason): originValue("skipped", message: reason)
        case .failed(let message): originValue("failed", message: message)
        case .tlsFailure(let failure) where failure.fault == nil:
            originValue("failed", message: failure.message)
        case .tlsFailure(let failure):
            originValue("untrusted", message: failure.message, issuer: failure.issuer)
        case .answered(let answer):
            originValue(
                "answered", status: answer.status, issuer: answer.issuer,
                isPublicCA: answer.isPublicCA)
        }
    }

    private static func originValue(
        _ state: String, status: Int? = nil, message: String? = nil, issuer: String? = nil,
        isPublicCA: Bool? = nil
    ) -> JSONValue {
        .object([
            ("state", .string(state)), ("status", status.map { .number($0) } ?? .null),
            ("message", .optional(message)), ("issuer", .optional(issuer)),
            ("publicCA", isPublicCA.map { .boolean($0) } ?? .null),
        ])
    }

    /// The times of the steps.
    public static func value(_ times: EndpointReport.Milliseconds) -> JSONValue {
        func time(_ value: Int?) -> JSONValue { value.map { .number($0) } ?? .null }
        return .object([
            ("resolve", time(times.resolve)), ("connect", time(times.connect)),
            ("tunnel", time(times.tunnel)), ("tls", time(times.tls)),
            ("answer", time(times.answer)),
        ])
    }
}
