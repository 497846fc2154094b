/// The keys from the top of a document to a value or a table.
public struct ConfigPath: Sendable, Equatable {
    /// The keys.
    public let keys: [[UInt8]]
    /// Their hashes, by which statements are looked for.
    let hashes: [UInt32]

    /// A path of these keys.
    public init(_ keys: [[UInt8]]) {
        self.keys = keys
        hashes = keys.map { ByteIndex.hash($0) }
    }

    /// The path to the profile `name`.
    public static func profile(_ name: String) -> ConfigPath {
        ConfigPath([Array("profiles".utf8), Array(name.utf8)])
    }

    /// The path to the rule for the command `name`.
    public static func rule(_ name: [UInt8]) -> ConfigPath {
        ConfigPath([Array("commands".utf8), name])
    }

    /// The path to the key `name` at the top.
    public static func top(_ name: String) -> ConfigPath { ConfigPath([Array(name.utf8)]) }

    /// The path one key further.
    public func appending(_ key: [UInt8]) -> ConfigPath { ConfigPath(keys + [key]) }

    /// The path one key further.
    public func appending(_ key: String) -> ConfigPath { appending(Array(key.utf8)) }

    /// The path to the table that holds this one's last key.
    var container: ConfigPath { ConfigPath(Array(keys.dropLast())) }
}
