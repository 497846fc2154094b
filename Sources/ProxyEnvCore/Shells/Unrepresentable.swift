/// A value that a form can't hold; nothing is printed rather than something else.
public struct Unrepresentable: Error, Equatable, Sendable {
    /// The form's name, which the form itself fills in.
    public let form: String
    /// The variable's name; empty for a word of a command.
    public let variable: String
    /// What is in the value that can't be.
    public let reason: String

    /// A value that `form` can't hold.
    public init(form: String = "", variable: String = "", reason: String) {
        self.form = form
        self.variable = variable
        self.reason = reason
    }

    /// The same, in `form`.
    func of(_ form: String, variable: String? = nil) -> Unrepresentable {
        Unrepresentable(form: form, variable: variable ?? self.variable, reason: reason)
    }
}

extension EnvironmentPatch {
    /// This patch, whose values are text.
    ///
    /// - Throws: The first value that is not UTF-8, or holds a NUL.
    func requireText() throws(Unrepresentable) {
        for change in changes {
            guard let value = change.value else { continue }
            if value.contains(0) {
                throw Unrepresentable(variable: change.name, reason: "a NUL")
            }
            if UTF8Reader.firstInvalidOffset(in: value) != nil {
                throw Unrepresentable(variable: change.name, reason: "bytes that are not UTF-8")
            }
        }
    }

    /// Checks that no value holds one of `bytes`, each of which `reason` names.
    ///
    /// - Throws: The first value that does.
    func refuse(_ bytes: [(byte: UInt8, reason: String)]) throws(Unrepresentable) {
        for change in changes {
            guard let value = change.value else { continue }
            for (byte, reason) in bytes where value.contains(byte) {
                throw Unrepresentable(variable: change.name, reason: reason)
            }
        }
    }

    /// Checks that no value holds a control character that is none of `allowed`.
    ///
    /// - Throws: The first value that does.
    func refuseControls(but allowed: [UInt8]) throws(Unrepresentable) {
        for change in changes {
            let isRefused = change.value?.contains { $0.isControl && !allowed.contains($0) }
            if isRefused == true {
                throw Unrepresentable(variable: change.name, reason: "a control character")
            }
        }
    }
}
