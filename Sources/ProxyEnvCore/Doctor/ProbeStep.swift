/// One step on the route to a server, for people.
public struct ProbeStep: Sendable, Equatable {
    /// What was looked at.
    public enum Name: String, Sendable {
        case file
        case command
        case profile
        case shell
        case shim
        case files
        case route
        case daemon
        case name
        case connect
        case `protocol`
        case password
        case tunnel
        case tls = "TLS"
        case key
        case answer
        case websocket
    }

    /// How it went.
    public enum Outcome: String, Sendable {
        case good
        case bad
        /// It was not taken, or does not say whether the route is open.
        case unknown
    }

    /// What was looked at.
    public let name: Name
    /// How it went.
    public let outcome: Outcome
    /// What was found, in words that are safe to show.
    public let text: String
    /// How long it took, if it did.
    public let milliseconds: Int?

    /// A step of these parts.
    public init(_ name: Name, _ outcome: Outcome, _ text: String, milliseconds: Int? = nil) {
        self.name = name
        self.outcome = outcome
        self.text = text
        self.milliseconds = milliseconds
    }

    /// The step as a line for people, without what stands in front of it.
    public func row(_ style: TextStyle) -> String {
        let mark =
            switch outcome {
            case .good: style.green("ok  ")
            case .bad: style.red("FAIL")
            case .unknown: style.yellow("-   ")
            }
        let name = name.rawValue
        let padding = String(repeating: " ", count: max(1, 10 - name.utf8.count))
        let time = milliseconds.map { style.dim("  (\(DisplayText.duration($0)))") } ?? ""
        return "\(mark)  \(name)\(padding)\(text)\(time)\n"
    }

    /// The step for programs.
    public var json: JSONValue {
        .object([
            ("name", .string(name.rawValue)), ("outcome", .string(outcome.rawValue)),
            ("text", .string(text)),
        ])
    }
}
