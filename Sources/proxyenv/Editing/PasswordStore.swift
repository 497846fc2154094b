import ProxyEnvCore

/// The system's own store of passwords, through the program that belongs to it.
struct PasswordStore {
    /// What the store is called.
    let name: String
    /// The program and arguments that put a password there, which they read from standard input.
    private let writing: [String]
    /// The program and arguments that print it.
    let reading: [String]
    /// What the program reads on standard input to be given `password`.
    private let input: @Sendable (_ password: [UInt8]) -> [UInt8]

    /// The stores in which the password of `profile` may be, the likeliest first.
    ///
    /// No argument holds a password: secret-tool 0.20 and pass 1.7 read it from standard input, and so does `security -i` a
    /// whole command.
    static func all(for profile: String) -> [PasswordStore] {
        [
            PasswordStore(
                name: "the keychain", writing: ["/usr/bin/security", "-i"],
                reading: [
                    "/usr/bin/security", "find-generic-password", "-s", "proxyenv", "-a", profile,
                    "-w",
                ]
            ) { password in
                let command = "add-generic-password -U -s proxyenv -a \(profile) -w "
                return Array(command.utf8) + quoted(password) + [0x0A]
            },
            PasswordStore(
                name: "the secret service",
                writing: [
                    "secret-tool", "store", "--label=proxyenv: \(profile)", "service", "proxyenv",
                    "profile", profile,
                ],
                reading: ["secret-tool", "lookup", "service", "proxyenv", "profile", profile]
            ) { $0 },
            PasswordStore(
                name: "pass",
                writing: ["pass", "insert", "--multiline", "--force", "proxyenv/\(profile)"],
                reading: ["pass", "show", "proxyenv/\(profile)"]
            ) { $0 + [0x0A] },
        ]
    }

    /// `text` in the quotes of `security -i`, in which a backslash takes `"` and itself as they are.
    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        [0x22] + text.flatMap { $0 == 0x22 || $0 == 0x5C ? [0x5C, $0] : [$0] } + [0x22]
    }

    /// The most milliseconds for a person to unlock the store.
    private static let limit = 120_000

    /// Puts `password` into the store and reads it back once.
    ///
    /// - Returns: Whether the store has it; false where there is no such store, or it refuses.
    /// - Throws: That the store took it and does not give it back.
    func keep(_ password: [UInt8], _ environment: Environment) throws(Failure) -> Bool {
        guard let kept = try? run(writing, input(password), environment), kept.status == 0 else {
            return false
        }
        let back = try? run(reading, nil, environment)
        if let back, back.output == password || back.output == password + [0x0A] { return true }
        throw Failure(
            "\(name) has taken the password and does not give it back",
            hint: "Try `\(reading.joined(separator: " "))`.")
    }

    private func run(
        _ words: [String], _ input: [UInt8]?, _ environment: Environment
    ) throws(SystemError) -> ChildProcess.Outcome {
        try ChildProcess.run(
            words.map { Array($0.utf8) }, environment, input: input, limit: Self.limit)
    }
}
