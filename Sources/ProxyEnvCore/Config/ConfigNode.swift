/// A table, an array or a value of a TOML document, and where it stands.
///
/// Nodes name each other by their number in `ConfigDocument.nodes`; offsets are 32 bits wide, so that a file of ten
/// thousand profiles costs a megabyte and not four.
public struct ConfigNode: Sendable, Equatable {
    /// What a node is, and for a table how it came about, on which depends what may still be added to it.
    public enum Kind: Sendable, Equatable {
        /// A table that is there because `[a.b]` names one inside it.
        case implicitTable
        /// `[a]`, or one of `[[a]]`.
        case headerTable
        /// A table that is there because of `a.b = 1`.
        case dottedTable
        /// `{ … }`
        case inlineTable
        /// All of `[[a]]` together.
        case arrayOfTables
        /// `[ … ]`
        case array
        case string
        case integer
        case float
        case boolean
        case dateTime
    }

    /// What the node is.
    public internal(set) var kind: Kind
    /// Whether the key is written with escapes, so that its text has to be made.
    var keyIsEscaped = false
    /// How many children the node has, 255 for more than can be told.
    var childCount: UInt8 = 0
    var keyStart: Int32 = 0
    var keyEnd: Int32 = 0
    var valueStart: Int32 = 0
    var valueEnd: Int32 = 0
    var parent: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// The number of the header below which a dotted table was made: only there may more keys be added to it.
    var section: Int32 = 0

    /// The offsets of the key's text, without quotes; empty for the root and for elements of arrays.
    public var keyRange: Range<Int> { Int(keyStart)..<Int(keyEnd) }

    /// The offsets of the value as written; for a table with a header, of that header.
    public var valueRange: Range<Int> { Int(valueStart)..<Int(valueEnd) }

    /// Whether the node has members with names.
    public var isTable: Bool {
        switch kind {
        case .implicitTable, .headerTable, .dottedTable, .inlineTable: true
        default: false
        }
    }
}
