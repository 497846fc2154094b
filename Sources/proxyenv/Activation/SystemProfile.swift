import ProxyEnvCore

/// The built-in profile `system`.
enum SystemProfile {
    /// `profile` with the route that the system is set to now.
    ///
    /// - Throws: That the system can't be asked, or says something that no variable can.
    static func resolved(
        _ profile: Profile, _ baseline: Environment, home: [UInt8]?
    ) throws(Failure) -> Profile {
        let settings = try SystemSettingsReader(environment: baseline, home: home).read()
        var result = profile
        switch settings.mode {
        case .direct: result.route = .direct
        case .manual:
            guard let proxies = settings.kinds.proxies else {
                let reason = settings.remarks.first ?? "it names none"
                throw Failure("profile \(profile.name): no proxy of \(settings.system): \(reason)")
            }
            result.route = .proxies(proxies)
            result.noProxy = settings.noProxy
        case .automatic, .environment:
            var failure = settings.unusable
            failure.message = "profile \(profile.name): \(failure.message)"
            throw failure
        }
        return result
    }
}
