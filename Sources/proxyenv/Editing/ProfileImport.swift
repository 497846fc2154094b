import ProxyEnvCore

/// A profile that was found elsewhere, and what became of it.
struct ImportedProfile {
    /// Its name.
    let name: String
    /// What was found.
    let proposal: Proposal
    /// Its keys.
    let keys: ProposalKeys
    /// The file that it is added to, or nil if it was there already.
    let place: String?
    /// Whether nothing gives its password, as when a store has failed before.
    let lacksPassword: Bool
}

extension EditSession {
    /// Adds what was found as a profile called `base`, or `base-2` and so on where that name is another's.
    ///
    /// - Returns: What became of it; a profile that is there already with the same proxy is left as it is.
    /// - Throws: That there is no name for it, or no place in the file.
    mutating func add(
        _ proposal: Proposal, _ keys: ProposalKeys, named base: String
    ) throws(Failure) -> ImportedProfile {
        var number = 1
        while true {
            let name = number == 1 ? base : "\(base)-\(number)"
            guard ProfileName.isValid(name.utf8) else {
                throw Failure(
                    "`\(name)` cannot be a profile's name", hint: "Choose another with `--name`.")
            }
            let known = knownProfile(name)
            if let profile = known.profile, keys.isSame(as: profile) {
                let hasPassword =
                    profile.password != nil
                    || profile.proxies?.distinct.contains { $0.credentials?.password != nil }
                        == true
                return ImportedProfile(
                    name: name, proposal: proposal, keys: keys, place: nil,
                    lacksPassword: known.isInFile && !hasPassword)
            }
            // One that is no port means something of its own, wherever it is named.
            let isSpecial = ["auto", "direct", "system"].contains(name)
            if !known.isInFile, !isSpecial { return try insert(proposal, keys, name) }
            number += 1
        }
    }

    /// The profile `name`, if it is right, and whether a file has it; a built-in one may be replaced.
    private func knownProfile(_ name: String) -> (profile: Profile?, isInFile: Bool) {
        var reader = ConfigReader(configuration)
        if reader.hasProfile(name) { return (reader.readProfile(name), true) }
        return (BuiltInProfiles.named(name), false)
    }

    private mutating func insert(
        _ proposal: Proposal, _ keys: ProposalKeys, _ name: String
    ) throws(Failure) -> ImportedProfile {
        let file = context.options.isLocal ? Self.local : Self.shared
        try files[file].edit { (editor) throws(ConfigEditor.Problem) in
            try editor.addTable(
                .profile(name), keys.members.map { (Array($0.key.rawValue.utf8), $0.value) })
        }
        return ImportedProfile(
            name: name, proposal: proposal, keys: keys, place: files[file].name,
            lacksPassword: true)
    }
}
