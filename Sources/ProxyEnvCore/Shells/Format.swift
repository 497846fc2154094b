/// A form in which a change to an environment is written down: a shell's language, or a document that a program reads.
public protocol Format: Sendable {
    /// The name by which it is asked for.
    var name: String { get }
    /// Other names that people use for it, in lower case.
    var aliases: [String] { get }
    /// Whether the text ends where others read it, in a log or in a command line: a password has no place there.
    var isPublic: Bool { get }
    /// The text that makes the change.
    ///
    /// - Parameter patch: The change.
    /// - Returns: The text, with a newline at its end unless it is empty.
    /// - Throws: The first value that this form can't hold.
    func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8]
    /// What a person should know who gets the text for `patch`, or nil.
    func note(on patch: EnvironmentPatch) -> String?
}

extension Format {
    /// None.
    public var aliases: [String] { [] }
    /// No.
    public var isPublic: Bool { false }
    /// Nothing.
    public func note(on patch: EnvironmentPatch) -> String? { nil }
}

/// A value that a form can't hold; nothing is printed rather than something else.
public struct Unrepresentable: Error, Equatable, Sendable {
    /// The form's name.
    public let form: String
    /// The variable's name.
    public let variable: String
    /// What is in the value that can't be.
    public let reason: String

    /// A value that `form` can't hold.
    public init(form: String, variable: String, reason: String) {
        self.form = form
        self.variable = variable
        self.reason = reason
    }
}

extension EnvironmentPatch {
    /// This patch, whose values are text.
    ///
    /// - Throws: The first value that is no UTF-8, or holds a NUL.
    func requireText(for form: String) throws(Unrepresentable) {
        for change in changes {
            guard let value = change.value else { continue }
            if value.contains(0) {
                throw Unrepresentable(form: form, variable: change.name, reason: "a NUL")
            }
            if UTF8Reader.firstInvalidOffset(in: value) != nil {
                throw Unrepresentable(
                    form: form, variable: change.name, reason: "bytes that are no UTF-8")
            }
        }
    }

    /// Checks that no value holds one of `bytes`, each of which `reason` names.
    ///
    /// - Throws: The first value that does.
    func refuse(
        _ bytes: [(byte: UInt8, reason: String)], for form: String
    ) throws(Unrepresentable) {
        for change in changes {
            guard let value = change.value else { continue }
            for (byte, reason) in bytes where value.contains(byte) {
                throw Unrepresentable(form: form, variable: change.name, reason: reason)
            }
        }
    }

    /// Checks that no value holds a control character that is none of `allowed`.
    ///
    /// - Throws: The first value that does.
    func refuseControls(but allowed: [UInt8], for form: String) throws(Unrepresentable) {
        for change in changes {
            let isRefused = change.value?.contains { $0.isControl && !allowed.contains($0) }
            if isRefused == true {
                throw Unrepresentable(
                    form: form, variable: change.name, reason: "a control character")
            }
        }
    }
}
