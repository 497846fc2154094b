/// A TOML document as the JSON in which toml-test, the public test suite of TOML, compares what parsers read.
///
/// A table is an object, an array is an array, and every other value `{"type": "integer", "value": "42"}`.
public enum TaggedJSON {
    /// What `document`, which has no errors, says.
    public static func value(of document: ConfigDocument) -> JSONValue {
        value(of: ConfigDocument.root, in: document)
    }

    private static func value(
        of id: ConfigDocument.NodeID, in document: ConfigDocument
    ) -> JSONValue {
        let node = document[id]
        let text = document.source[node.valueRange]
        switch node.kind {
        case .implicitTable, .headerTable, .dottedTable, .inlineTable:
            var members: [(name: String, value: JSONValue)] = []
            for child in document.children(of: id) {
                let name = String(decoding: document.key(of: child), as: UTF8.self)
                members.append((name, value(of: child, in: document)))
            }
            return .object(members)
        case .array, .arrayOfTables:
            return .array(document.children(of: id).map { value(of: $0, in: document) })
        case .string: return tagged("string", document.string(id) ?? [])
        case .boolean: return tagged("bool", Array(text))
        case .integer:
            return tagged("integer", Array(String(IntegerLiteral.value(of: text) ?? 0).utf8))
        case .float: return tagged("float", float(text))
        case .dateTime:
            let dateTime = DateTimeLiteral(text)
            return tagged(dateTime.kind.rawValue, dateTime.text)
        }
    }

    private static func tagged(_ type: String, _ value: [UInt8]) -> JSONValue {
        .object([("type", .string(type)), ("value", .string(value))])
    }

    /// A float without what only TOML takes: underscores, a plus sign, and a sign of what is no number.
    private static func float(_ text: ArraySlice<UInt8>) -> [UInt8] {
        if text.hasSuffix("nan") { return Array("nan".utf8) }
        let unsigned = text.first == UInt8(ascii: "+") ? text.dropFirst() : text
        return unsigned.filter { $0 != UInt8(ascii: "_") }
    }
}
