/// A form in which a change to an environment is written down: a document that a program reads, or a shell's lines.
///
/// It is a value with closures, so that each document is one file and all of them are one list.
public struct Format: Sendable {
    /// The name by which it is asked for.
    public let name: String
    /// Other names that people use for it, in lower case.
    public var aliases: [String] = []
    /// Whether the text ends where others read it, in a log or in a command line: a password has no place there.
    public var isPublic = false
    /// What a person should know who gets the text for `patch`, or nil.
    public var note: @Sendable (_ patch: EnvironmentPatch) -> String? = { _ in nil }
    /// The text that makes the change.
    let write: @Sendable (EnvironmentPatch) throws(Unrepresentable) -> [UInt8]
}

extension Format {
    /// The lines of `shell`.
    public init(_ shell: Shell) {
        self.init(name: shell.name) { (patch) throws(Unrepresentable) in
            try shell.script(for: patch)
        }
    }

    /// The text that makes the change, with a newline at its end unless it is empty.
    ///
    /// - Throws: The first value that this form can't hold.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        do throws(Unrepresentable) { return try write(patch) } catch { throw error.of(name) }
    }
}
