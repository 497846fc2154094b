@testable import ProxyEnvCore

extension ConfigDocument {
    /// The document on one line: `{key: value}` for tables, `[…]` for arrays, strings in quotes, the rest as written.
    var outline: String { outline(of: Self.root) }

    private func outline(of id: NodeID) -> String {
        switch self[id].kind {
        case .array, .arrayOfTables:
            "[\(children(of: id).map { outline(of: $0) }.joined(separator: ", "))]"
        case .string: "\"\(string(id)?.shown ?? "")\""
        case .integer, .float, .boolean, .dateTime: Array(source[self[id].valueRange]).shown
        default:
            "{\(children(of: id).map { "\(key(of: $0).shown): \(outline(of: $0))" }.joined(separator: ", "))}"
        }
    }
}
