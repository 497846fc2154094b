/// What `tmux show-environment` prints of a server's variables and of a session's.
public struct TmuxText: Sendable {
    /// The variables that a new window of the session gets: a session's own go before, and it may do without one.
    public let environment: Environment
    private let global: [ArraySlice<UInt8>]
    private let session: [ArraySlice<UInt8>]

    /// The variables in what is printed with `-g` and without.
    public init(global: [UInt8], session: [UInt8]) {
        self.global = global.split(separator: 0x0A)
        self.session = session.split(separator: 0x0A)
        let own = self.session
        let names = Set(own.map { Self.text(of: $0) })
        let kept = self.global.filter { !names.contains(Self.text(of: $0)) }
        let set = own.filter { $0.first != UInt8(ascii: "-") }
        environment = Environment(entries: (kept + set).map { Array($0) })
    }

    /// The commands that take the variable `name` away from new windows.
    public func removal(of name: String) -> [String] {
        func isSet(_ lines: [ArraySlice<UInt8>]) -> Bool {
            lines.contains { $0.first != UInt8(ascii: "-") && Self.name(of: $0).equals(name) }
        }
        return (isSet(global) ? ["tmux set-environment -gu \(name)"] : [])
            + (isSet(session) ? ["tmux set-environment -u \(name)"] : [])
    }

    private static func text(of line: ArraySlice<UInt8>) -> String {
        String(decoding: name(of: line), as: UTF8.self)
    }

    /// The name in `NAME=value`, or in `-NAME` for one that is taken away.
    private static func name(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.first == UInt8(ascii: "-") ? line.dropFirst() : line.prefix { $0 != UInt8(ascii: "=") }
    }
}
