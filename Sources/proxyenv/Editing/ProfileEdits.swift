import ProxyEnvCore

/// Changes to profiles, wherever among the user's files they stand.
extension EditSession {
    /// The file that a change to `path`, a key of the profile `name`, is made in.
    ///
    /// It is the one whose value holds; a key that is new goes to the file that has the profile.
    func file(for name: String, _ path: ConfigPath) -> Int {
        if context.options.isLocal || files[Self.local].editor.node(at: path) != nil {
            return Self.local
        }
        let isShared = files[Self.shared].hasProfile(name)
        return !isShared && files[Self.local].hasProfile(name) ? Self.local : Self.shared
    }

    /// Whether a file, also the machine's own, has the profile `name`.
    func hasProfile(_ name: String) -> Bool {
        ConfigReader(configuration).hasProfile(name)
    }

    /// Whether one of the user's own files has the profile `name`.
    func ownsProfile(_ name: String) -> Bool { files.contains { $0.hasProfile(name) } }

    /// Adds the profile `name`, which is `members`, to the file number `file`.
    ///
    /// - Throws: That there is one already, or that the file can't hold it.
    mutating func addProfile(
        _ name: String, _ members: [(key: ProfileKey, value: TOMLValue)], in file: Int
    ) throws(Failure) {
        if hasProfile(name) {
            throw Failure(
                "there is a profile `\(name)` already",
                hint: "Change it with `proxyenv set \(name) KEY VALUE`.")
        }
        try files[file].edit { (editor) throws(ConfigEditor.Problem) in
            try editor.addTable(
                .profile(name), members.map { (Array($0.key.rawValue.utf8), $0.value) })
        }
    }

    /// Makes sure that there is a profile `name` to change: a built-in one is written into the file first.
    ///
    /// - Throws: That there is none.
    mutating func requireProfile(_ name: String) throws(Failure) {
        if hasProfile(name) { return }
        guard let profile = BuiltInProfiles.named(name) else { throw unknownProfile(name) }
        guard let url = profile.proxies?.https else {
            throw Failure(
                "profile `\(name)` is built in and has no keys",
                hint: "Make one of your own: `proxyenv add NAME URL`.")
        }
        var members: [(key: [UInt8], value: TOMLValue)] = []
        if let description = profile.description {
            members.append((Array("description".utf8), .string(description)))
        }
        members.append((Array("url".utf8), .string(url.text)))
        let file = context.options.isLocal ? Self.local : Self.shared
        try files[file].edit { (editor) throws(ConfigEditor.Problem) in
            try editor.addTable(.profile(name), members)
        }
    }

    /// That there is no profile `name`, and which one may be meant.
    func unknownProfile(_ name: String) -> Failure {
        .unknown(
            "profile", name.utf8, in: ConfigReader(configuration).knownProfileNames,
            hint: "See `proxyenv list`.")
    }

    /// Where the profile `name` stands in the machine's own file, which is not the user's to change.
    func isOfTheMachine(_ name: String) -> Bool {
        guard let system else { return false }
        return ConfigReader(Configuration(layers: [system])).hasProfile(name)
    }
}

/// The names that commands which change profiles are given.
enum ProfileOperand {
    /// The profile's name that `word` is.
    ///
    /// - Throws: That it can't be one.
    static func name(_ word: [UInt8]) throws(Failure) -> String {
        guard ProfileName.isValid(word) else {
            throw .usage(
                "`\(DisplayText.shortened(word))` cannot be a profile's name",
                hint:
                    "A name has letters, digits, `_`, `.` and `-`, does not begin with `-`, and is not a number."
            )
        }
        return String(decoding: word, as: UTF8.self)
    }
}
