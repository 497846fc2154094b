import ProxyEnvCore

/// The one look at a proxy of this machine before something is started with it.
struct LoopbackWarning {
    /// What asks for the profile, and so what would ask for another.
    enum Asker {
        /// `use`.
        case use
        /// `exec`, for a command.
        case exec([UInt8])
        /// `run`, a wrapper or a shim, for a command with the rule that it has.
        case run([UInt8], CommandRule?)
    }

    /// The profile.
    let resolution: ProfileResolver.Resolution
    /// What asks for it.
    let asker: Asker
    /// The files.
    let resolver: ProfileResolver

    private var context: Context { resolver.context }

    /// Says on standard error if nothing listens where the profile's proxy should be, and what does, or if another user does.
    ///
    /// PROXYENV_PROBE=0 turns it off. What was asked for happens all the same: the proxy may be about to start.
    func give() {
        if resolution.isReachable || context.options.isQuiet { return }
        if context.environment["PROXYENV_PROBE"]?.equals("0") == true { return }
        guard let proxies = resolution.profile.proxies else { return }
        for proxy in proxies.distinct where proxy.isLoopback && ProxyProbe.isRefused(proxy) {
            let other = other(than: proxy).map { "; \($0.port) does: \(cure($0, of: proxy))" }
            let finding = Finding.refused(proxy.endpoint, isLocal: true)
            context.note("\(finding.title) (profile \(resolution.name))\(other ?? "")")
            return
        }
        let others = OtherUsers(in: context.environment)
        for proxy in proxies.distinct {
            guard let user = others.listener(at: proxy) else { continue }
            let finding = Finding.otherUser(
                user, at: proxy.endpoint, getsPassword: false, asksForPassword: false)
            context.note("warning: \(finding.title) (profile \(resolution.name))")
            return
        }
    }

    /// A known proxy of this machine that answers, and is spoken to as `proxy` is.
    private func other(than proxy: ProxyURL) -> ProxyURL? {
        let needed = EndpointReport.Protocols.needed(by: proxy.scheme)
        let others = OtherUsers(in: context.environment)
        let known = BuiltInProfiles.localProxies.map { ProxyURL.local($0.port, $0.scheme) }
            .filter {
                .needed(by: $0.scheme) == needed && $0.port != proxy.port
                    && others.listener(at: $0) == nil
            }
        let look = LocalProxies.first(
            of: known, timeouts: .choice, in: resolver.shellSwitch.baseline)
        guard let found = look.found, found.scheme == known[found.index].scheme else { return nil }
        return known[found.index]
    }

    /// What to type so that the same is done with `other`, and nothing else is changed.
    private func cure(_ other: ProxyURL, of proxy: ProxyURL) -> String {
        if let change = change(to: other, of: proxy) { return change }
        let profile =
            LocalProxies.profile(of: other, in: resolver.reader) { $0 == other.scheme }
            ?? String(decoding: other.text, as: UTF8.self)
        switch asker {
        case .use: return ShellWords.line(["proxyenv", "use", profile])
        case .exec(let command):
            return ShellWords.line(
                ["proxyenv", "exec", profile, "--", DisplayText.shortened(command)])
        case .run(let command, let rule):
            let name = DisplayText.shortened(FileName.last(of: command))
            if !context.options.values(of: .profile).isEmpty {
                return ShellWords.line(["proxyenv", "run", "--profile", profile, name])
            }
            if context.environment.nonEmpty("PROXYENV_PROFILE") != nil {
                return ShellWords.line(["proxyenv", "run", "--profile", profile, name])
            }
            if rule?.profile != nil {
                return ShellWords.line(["proxyenv", "wrap", name, "--profile", profile])
            }
            let isOfShell = resolver.shellSwitch.active != nil
            return ShellWords.line(["proxyenv", isOfShell ? "use" : "default", profile])
        }
    }

    /// The change of the user's own profile, their only one or one that is called as a built-in one, where the port alone is wrong.
    private func change(to other: ProxyURL, of proxy: ProxyURL) -> String? {
        let chosen = resolution.chosen
        let names = resolver.configuration.profileNames
        guard names.contains(chosen.name),
            names.count == 1 || BuiltInProfiles.names.contains(chosen.name),
            let proxies = chosen.proxies, proxies.distinct.count == 1
        else { return nil }
        let key = resolver.reader.key(of: proxies.https, in: proxies, ofProfile: chosen.name)
        let replacement = ProxyReplacement(
            other,
            at: .key(key, profile: chosen.name, hasCredentials: chosen.hasCredentials),
            for: proxy, written: proxies.https)
        guard let edit = replacement.edit else { return nil }
        guard case .use = asker else { return edit.command }
        return edit.command + " && " + ShellWords.line(["proxyenv", "use", chosen.name])
    }
}
