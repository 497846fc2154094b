import ProxyEnvCore

/// A terminal that nobody looks at, which is not made on this system.
enum HiddenTerminal {
    /// Whether the system has such a thing.
    static let isOffered = false

    /// Nothing is run.
    ///
    /// - Throws: That it can't be.
    static func run(
        _ arguments: [[UInt8]], _ environment: Environment, limit: Int
    ) throws(SystemError) -> Int32? {
        throw .unsupported
    }

    /// Nothing was started.
    static func endAll(with name: String, _ value: [UInt8]) {}
}
