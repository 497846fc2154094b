/// A language, or a kind of file, in which a start-up script is written.
public protocol ScriptForm: Sendable {
    /// The name by which it is asked for.
    var name: String { get }
    /// Other names that people use for it, in lower case.
    var aliases: [String] { get }
    /// What its files' names end with, without the dot.
    var fileExtension: String { get }
    /// Whether the file itself is started.
    var isExecutable: Bool { get }
    /// Whether it is for a system for which there is no proxyenv, so that it can't call one.
    var isForWindows: Bool { get }
    /// Whether its values end in a command line, which others can read: a password has no place there.
    var isPublic: Bool { get }
    /// The text of `script`.
    ///
    /// - Throws: The first thing that this form can't hold; it names no variable where that is the command.
    func text(of script: StartScript) throws(Unrepresentable) -> [UInt8]
    /// What a person should know who gets the text of `script`, or nil.
    func note(on script: StartScript) -> String?
}

extension ScriptForm {
    /// None.
    public var aliases: [String] { [] }
    /// Yes.
    public var isExecutable: Bool { true }
    /// No.
    public var isForWindows: Bool { false }
    /// No.
    public var isPublic: Bool { false }
    /// Nothing.
    public func note(on script: StartScript) -> String? { nil }
}

/// A form of a script of any kind, as a value that can be looked up.
public struct AnyScriptForm: ScriptForm {
    /// The name by which it is asked for.
    public let name: String
    /// Other names that people use for it, in lower case.
    public let aliases: [String]
    /// What its files' names end with, without the dot.
    public let fileExtension: String
    /// Whether the file itself is started.
    public let isExecutable: Bool
    /// Whether it is for a system for which there is no proxyenv.
    public let isForWindows: Bool
    /// Whether its values end in a command line.
    public let isPublic: Bool
    private let makeText: @Sendable (StartScript) throws(Unrepresentable) -> [UInt8]
    private let makeNote: @Sendable (StartScript) -> String?

    /// `form`.
    public init(_ form: some ScriptForm) {
        name = form.name
        aliases = form.aliases
        fileExtension = form.fileExtension
        isExecutable = form.isExecutable
        isForWindows = form.isForWindows
        isPublic = form.isPublic
        makeText = { (script) throws(Unrepresentable) in try form.text(of: script) }
        makeNote = { form.note(on: $0) }
    }

    /// The text of `script`.
    ///
    /// - Throws: The first thing that this form can't hold.
    public func text(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        try makeText(script)
    }

    /// What a person should know who gets the text of `script`, or nil.
    public func note(on script: StartScript) -> String? { makeNote(script) }
}
