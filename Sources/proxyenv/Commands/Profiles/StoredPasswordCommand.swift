import ProxyEnvCore

/// `stored-password NAME`: prints the password of a profile that the system's store keeps; a `password-command` names it.
struct StoredPasswordCommand: Command {
    let name = "stored-password"
    var description: CommandDescription {
        CommandDescription(
            operands: "NAME", summary: "print the password of a profile that the system keeps",
            group: .hidden, operandCount: 1...1, operandKinds: [.profile])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let profile = try ProfileOperand.name(invocation.operands[0])
        guard let store = SystemPasswords.name else {
            throw Failure("this system has no store of its own that proxyenv could ask")
        }
        guard let password = SystemPasswords.password(of: profile) else {
            throw Failure(
                "\(store) has no password of \(profile)",
                hint: "Keep one with `proxyenv password \(profile)`.")
        }
        if context.output.isTerminal {
            throw Failure("a password is not shown on a terminal")
        }
        try context.write(password + [0x0A])
        return 0
    }
}
