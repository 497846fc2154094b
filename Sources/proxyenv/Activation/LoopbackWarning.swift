import ProxyEnvCore

/// The one look at a proxy of this machine before something is started with it.
enum LoopbackWarning {
    /// Says on standard error if nothing listens where the profile's proxy should be, and what does.
    ///
    /// PROXYENV_PROBE=0 turns it off. What was asked for happens all the same: the proxy may be about to start.
    static func give(for resolution: ProfileResolver.Resolution, in context: Context) {
        if resolution.isReachable || context.options.isQuiet { return }
        if context.environment["PROXYENV_PROBE"]?.equals("0") == true { return }
        guard let proxies = resolution.profile.proxies else { return }
        for proxy in proxies.distinct where proxy.isLoopback && ProxyProbe.isRefused(proxy) {
            let other = ProxyProbe.listeningProfile().map {
                "; \($0.port) does: proxyenv use \($0.name)"
            }
            context.note(
                "nothing listens on \(proxy.endpoint) (profile \(resolution.name))\(other ?? "")")
            return
        }
    }
}
