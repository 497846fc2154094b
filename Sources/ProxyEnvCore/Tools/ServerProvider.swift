/// A cloud in which a tool finds its models where a variable says so, in the place of its own server.
public struct ServerProvider: Sendable {
    /// The variable that switches it on.
    public let variable: String
    /// The variable that names its server.
    let server: String
    /// The variable that is a part of its host's name.
    let part: String
    /// What that part is where nothing says it; empty where it has to be said.
    let usualPart: String
    /// The URL of the server for a part.
    let url: @Sendable (_ part: String) -> String

    /// The variables of which one has to say where it is.
    public var needed: [String] { [server, part] }

    /// Whether `environment` switches it on.
    public func isOn(in environment: Environment) -> Bool {
        let words = ["1", "true", "yes", "on"]
        guard let value = environment[variable] else { return false }
        return words.contains { value.equalsIgnoringCase($0) }
    }

    /// The URL of the server, or nil where `environment` does not switch it on, or does not say which it is.
    public func url(in environment: Environment) -> [UInt8]? {
        guard isOn(in: environment) else { return nil }
        if let own = environment.nonEmpty(server) { return ServerVariable.checked(own) }
        let part = environment.nonEmpty(part) ?? Array(usualPart.utf8)
        let isName = part.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        guard !part.isEmpty, isName else { return nil }
        return ServerVariable.checked(Array(url(String(decoding: part, as: UTF8.self)).utf8))
    }
}
