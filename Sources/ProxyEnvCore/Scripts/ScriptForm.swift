/// A language, or a kind of file, in which a start-up script is written.
///
/// It is a value with closures, so that each form is one file and all of them are one list.
public struct ScriptForm: Sendable {
    /// The name by which it is asked for.
    public let name: String
    /// Other names that people use for it, in lower case.
    public var aliases: [String] = []
    /// What its files' names end with, without the dot.
    public let fileExtension: String
    /// Whether the file itself is started.
    public var isExecutable = true
    /// Whether it is for a system for which there is no proxyenv, so that it can't call one.
    public var isForWindows = false
    /// Whether it is for Windows' own shells, where names of variables have no case, if it is written there.
    public var isForFoldedNames = false
    /// Whether its values end in a command line, which others can read: a password has no place there.
    public var isPublic = false
    /// What a person should know who gets the text of `script`, or nil.
    public var note: @Sendable (_ script: StartScript) -> String? = { _ in nil }
    /// The text of a script.
    let write: @Sendable (StartScript) throws(Unrepresentable) -> [UInt8]
}

extension ScriptForm {
    /// `patch` as it is to be written where `start` is: on Windows each name stands once in a script for Windows.
    public func arranged(_ patch: EnvironmentPatch, for start: ShellSwitch) -> EnvironmentPatch {
        isForFoldedNames && start.environment.foldsNames ? start.spelled(patch) : patch
    }

    /// The text of `script`.
    ///
    /// - Throws: The first thing that this form can't hold; it names no variable where that is the command.
    public func text(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        do throws(Unrepresentable) { return try write(script) } catch { throw error.of(name) }
    }
}
