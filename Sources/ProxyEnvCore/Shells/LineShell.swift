/// A shell that changes its environment by a statement for each variable.
public protocol LineShell: Shell {
    /// The statement that sets and exports a variable, without a newline.
    ///
    /// - Throws: That this language can't hold the value.
    func set(_ variable: String, to value: [UInt8]) throws(Unrepresentable) -> [UInt8]
    /// The statement that removes a variable, and succeeds where there is none, without a newline.
    func unset(_ variable: String) -> [UInt8]
}

extension LineShell {
    /// A line for each variable, in the patch's order.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try lines(for: patch)
    }

    /// A line for each variable, in the patch's order.
    func lines(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        var script: [UInt8] = []
        for change in patch.changes {
            switch change {
            case .set(let name, let value):
                if value.contains(0) {
                    throw Unrepresentable(form: self.name, variable: name, reason: "a NUL")
                }
                do throws(Unrepresentable) {
                    script += try set(name, to: value)
                } catch {
                    throw Unrepresentable(form: self.name, variable: name, reason: error.reason)
                }
            case .unset(let name): script += unset(name)
            }
            script.append(0x0A)
        }
        return script
    }
}
