/// What the options say.
public struct Options: Sendable {
    /// When to use colours.
    public enum Color: String, CaseIterable, Sendable {
        case auto
        case always
        case never
    }

    /// The file named by `--config`.
    public var config: [UInt8]?
    /// Whether only errors are told.
    public var isQuiet = false
    /// When to use colours.
    public var color = Color.auto
    /// Whether help is wanted instead.
    public var wantsHelp = false
    /// Whether the version is wanted instead.
    public var wantsVersion = false
    /// Whether a report is JSON.
    public var isJSON = false
    /// The shell named by `--shell`.
    public var shell: [UInt8]?
    /// The form named by `--format`.
    public var format: [UInt8]?
    /// Whether passwords may be shown.
    public var reveals = false
    /// Whether what would change is only shown.
    public var isDryRun = false
    /// Whether the file that is not shared is meant.
    public var isLocal = false
    /// The options given, in their order, with their values.
    public var given: [(option: Option, value: [UInt8])] = []

    /// Options of which none is given.
    public init() {}

    /// The values given with `option`, in their order.
    public func values(of option: Option) -> [[UInt8]] {
        given.filter { $0.option == option }.map { $0.value }
    }

    /// Has `values` in place of those that are given with `option`.
    public mutating func replace(_ option: Option, by values: [[UInt8]]) {
        given.removeAll { $0.option == option }
        given += values.map { (option, $0) }
    }

    /// Whether `option` is given.
    public func has(_ option: Option) -> Bool { given.contains { $0.option == option } }
}
