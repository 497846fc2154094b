/// A form of any kind, as a value that can be looked up; what `any Format` would be.
public struct AnyFormat: Format {
    /// The name by which it is asked for.
    public let name: String
    /// Other names that people use for it, in lower case.
    public let aliases: [String]
    /// Whether the text ends where others read it.
    public let isPublic: Bool
    private let makeScript: @Sendable (EnvironmentPatch) throws(Unrepresentable) -> [UInt8]
    private let makeNote: @Sendable (EnvironmentPatch) -> String?

    /// `format`.
    public init(_ format: some Format) {
        name = format.name
        aliases = format.aliases
        isPublic = format.isPublic
        makeScript = { (patch) throws(Unrepresentable) in try format.script(for: patch) }
        makeNote = { format.note(on: $0) }
    }

    /// The lines of `shell`.
    public init(_ shell: Shell) {
        name = shell.name
        aliases = shell.aliases
        isPublic = false
        makeScript = { (patch) throws(Unrepresentable) in try shell.script(for: patch) }
        makeNote = { _ in nil }
    }

    /// The text that makes the change.
    ///
    /// - Throws: The first value that this form can't hold.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try makeScript(patch)
    }

    /// What a person should know who gets the text for `patch`, or nil.
    public func note(on patch: EnvironmentPatch) -> String? { makeNote(patch) }
}
