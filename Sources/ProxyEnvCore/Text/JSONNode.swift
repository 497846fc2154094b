/// A value in a JSON document, and where it stands.
public struct JSONNode: Sendable {
    /// What a value can be.
    enum Value: Sendable {
        case object([(name: [UInt8], node: JSONNode)])
        case array([JSONNode])
        case string([UInt8])
        /// A number, `true`, `false` or `null`, as it is written.
        case word([UInt8])
    }

    /// What it is.
    let value: Value
    /// The offset of its first byte.
    public let offset: Int

    /// Whether it is an object.
    public var isObject: Bool { if case .object = value { true } else { false } }

    /// The members of an object in their order, or nil if it is none.
    var members: [(name: [UInt8], node: JSONNode)]? {
        if case .object(let members) = value { members } else { nil }
    }

    /// Whether it is the word `true`.
    public var isTrue: Bool {
        if case .word(let text) = value { text.equals("true") } else { false }
    }

    /// The elements of an array, or nil if it is none.
    public var elements: [JSONNode]? { if case .array(let nodes) = value { nodes } else { nil } }

    /// The text of a string or a number, or nil if it is neither.
    public var text: [UInt8]? {
        switch value {
        case .string(let text): text
        case .word(let text) where text.first.map { $0.isDigit } == true: text
        default: nil
        }
    }

    /// The last member of an object that is called `name`, or nil.
    public func member(_ name: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.last { $0.name.equals(name) }?.node
    }
}
