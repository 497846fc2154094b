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
    /// Whether it is read on another system than Windows, wherever it is written: names have a case there.
    public var isForOtherSystems = false
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

    /// `patch` as it is to be written in the shell of `start`: where names have no case each stands once, as `use` has it.
    public func arranged(_ patch: EnvironmentPatch, for start: ShellSwitch) -> EnvironmentPatch {
        isForOtherSystems || !start.environment.foldsNames ? patch : start.spelled(patch)
    }

    /// The text that makes the change, with a newline at its end unless it is empty.
    ///
    /// - Throws: The first value that this form can't hold.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        do throws(Unrepresentable) { return try write(patch) } catch { throw error.of(name) }
    }
}
