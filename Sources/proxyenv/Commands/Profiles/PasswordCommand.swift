import ProxyEnvCore

/// `password NAME`: asks for a profile's password and keeps it where the system keeps passwords.
struct PasswordCommand: Command {
    let name = "password"
    var description: CommandDescription {
        CommandDescription(
            operands: "NAME",
            summary: "ask for a profile's password and keep it in the system's store",
            details: """
                The password is typed without being shown, or read from standard input. It is kept by the keychain of
                macOS, by Windows' Credential Manager, by the secret service (secret-tool), or by pass, and the
                profile's `password-command` asks for it there. Where there is none of these, it stands in
                config.local.toml, which only you can read.
                """,
            group: .profiles, operandCount: 1...1, operandKinds: [.profile],
            mayGetPassword: true)
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        try Self.ask(for: try ProfileOperand.name(invocation.operands[0]), context)
    }

    /// Asks for the password of `profile` and keeps it.
    ///
    /// - Throws: That there is no such profile, no user's name, or no password.
    static func ask(for profile: String, _ context: Context) throws(Failure) -> Int32 {
        try checkUsername(of: profile, context)
        let password = try SecretInput.line("password of \(profile)", context)
        try keep(password, for: profile, context)
        return 0
    }

    /// Keeps `password`, which is one line, as that of `profile`: in the system's store, else in the local file.
    ///
    /// - Throws: That it can't be kept.
    static func keep(
        _ password: [UInt8], for profile: String, _ context: Context
    ) throws(Failure) {
        if let store = SystemPasswords.name, SystemPasswords.keep(password, of: profile) {
            guard SystemPasswords.password(of: profile) == password else {
                throw Failure("\(store) has taken the password and does not give it back")
            }
            try write(
                .passwordCommand, .strings(StoredPassword.words(for: profile)), profile, context)
            context.noteOnTerminal("the password of \(profile) is kept by \(store)")
            return
        }
        let environment = programEnvironment(context)
        for store in PasswordStore.all(for: profile) {
            guard try store.keep(password, environment) else { continue }
            try write(
                .passwordCommand, .strings(store.reading.map { Array($0.utf8) }), profile, context)
            context.noteOnTerminal("the password of \(profile) is kept by \(store.name)")
            return
        }
        var local = context
        local.options.isLocal = true
        let place = try write(.password, .string(password), profile, local)
        context.note(
            "there is no keychain, secret-tool or pass that would keep it: the password of \(profile) stands in \(place)"
        )
    }

    /// A password is of no use without a name.
    private static func checkUsername(of profile: String, _ context: Context) throws(Failure) {
        let configuration = try ConfigurationFiles.load(in: context)
        var reader = ConfigReader(configuration)
        let own = reader.readProfile(profile)
        if !reader.diagnostics.isEmpty { throw .config(reader.diagnostics, in: configuration) }
        guard let known = own ?? BuiltInProfiles.named(profile) else {
            var failure = Failure.unknown(
                "profile", profile.utf8, in: reader.knownProfileNames,
                hint: "Add it with `proxyenv add`.")
            // Perhaps it is the password.
            failure.message = "there is no profile of that name"
            throw failure
        }
        if own == nil, known.proxies == nil {
            throw Failure(
                "profile `\(profile)` is built in and has no proxy of its own, so it cannot have a password",
                hint: "Make a profile of your own: `proxyenv add NAME URL --password-prompt`.")
        }
        let names = known.proxies?.distinct.contains { $0.credentials != nil } ?? false
        if known.username == nil, !names {
            throw Failure(
                "profile `\(profile)` has no user name that the password could belong to",
                hint: own == nil
                    ? "It is built in. Add a user name first: `proxyenv set \(profile) username NAME`."
                    : "Run `proxyenv set \(profile) username NAME`.")
        }
    }

    /// The environment for the store's program, which must not need a proxy itself.
    private static func programEnvironment(_ context: Context) -> Environment {
        let patch = EnvironmentPatch([.set(name: "PROXYENV_BYPASS", value: [UInt8(ascii: "1")])])
        return ShimFolder.left(
            out: patch.applied(to: context.shellSwitch.baseline))
    }

    /// Writes the key by which the password is found, in place of the ones by which it was.
    ///
    /// - Returns: The file.
    @discardableResult
    private static func write(
        _ key: ProfileKey, _ value: TOMLValue, _ profile: String, _ context: Context
    ) throws(Failure) -> String {
        try EditSession.run(context) { (session) throws(Failure) in
            let path = ConfigPath.profile(profile).appending(key.rawValue)
            let file = session.file(for: profile, path)
            for index in session.files.indices {
                try session.files[index].edit { (editor) throws(ConfigEditor.Problem) in
                    if index == file { try editor.set(path, to: value) }
                    for other in [
                        ProfileKey.password, .passwordCommand, .passwordEnv, .passwordFile,
                    ]
                    where index != file || other != key {
                        try editor.remove(ConfigPath.profile(profile).appending(other.rawValue))
                    }
                }
            }
            return session.files[file].name
        }
    }
}
