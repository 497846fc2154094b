import ProxyEnvCore

/// Puts user name and password into a profile's proxies.
struct CredentialsResolver {
    /// The context.
    let context: Context
    /// The state of the environment.
    let shellSwitch: ShellSwitch

    /// What is done for a password.
    enum PasswordUse {
        /// It is asked for, whatever was known before.
        case asked
        /// The one that this shell's variables hold already will do.
        case reused
        /// Nobody is asked, and `***` stands for it.
        case hidden
    }

    /// The proxies of `profile` with their credentials, or nil if it has none.
    ///
    /// A URL's own user name holds before the profile's, and its own password before any other.
    ///
    /// - Throws: Why there is no password; nothing of it is in the reason.
    func proxies(of profile: Profile, _ use: PasswordUse) throws(Failure) -> Profile.Proxies? {
        guard let proxies = profile.proxies else { return nil }
        var password: [UInt8]?
        if let source = profile.password {
            password = try self.password(source, of: profile, use)
        }
        return proxies.map { url in
            guard let username = url.credentials?.username ?? profile.username else { return url }
            var url = url
            url.credentials = ProxyURL.Credentials(
                username: username, password: url.credentials?.password ?? password)
            return url
        }
    }

    private func password(
        _ source: PasswordSource, of profile: Profile, _ use: PasswordUse
    ) throws(Failure) -> [UInt8] {
        if use == .hidden { return Array("***".utf8) }
        if use == .reused, let known = presentPassword(of: profile) { return known }
        let reader = PasswordReader(
            baseline: shellSwitch.baseline, home: context.home, profile: profile.name)
        return try reader.read(source)
    }

    /// The password in this shell's own variable, if the profile is active and its URL is the same.
    private func presentPassword(of profile: Profile) -> [UInt8]? {
        guard shellSwitch.active == profile.name, let wanted = profile.proxies?.https,
            let value = context.environment["https_proxy"],
            let present = try? ProxyURLParser.parse(value)
        else { return nil }
        let username = wanted.credentials?.username ?? profile.username
        let isSame =
            present.scheme == wanted.scheme && present.host == wanted.host
            && present.port == wanted.port && present.credentials?.username == username
        return isSame ? present.credentials?.password : nil
    }
}
