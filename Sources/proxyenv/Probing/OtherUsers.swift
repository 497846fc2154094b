import ProxyEnvCore

/// The other people on this machine, whose programs may listen where a proxy of one's own is thought to be.
///
/// They would see where everything goes, and a password. What root and the system's services run is trusted, as they can do
/// everything anyway; so is, for root, the one who called sudo. Where the system does not tell, nobody is known.
struct OtherUsers {
    private let own: [UInt32]

    /// All but the user of this process, which has `environment`.
    init(in environment: Environment) {
        let caller = Ownership.isRoot ? Ownership.sudoCaller(in: environment) : nil
        own = [FileSystem.userID] + (caller.map { [$0] } ?? [])
    }

    /// The number of another ordinary user whose program listens where `proxy` is, on this machine; nil if it is nobody's.
    ///
    /// `byName` says whether names of this machine are known too, and not its numbers and `localhost` alone.
    func listener(at proxy: ProxyURL, byName: Bool = false) -> UInt32? {
        for address in LocalMachine.addresses(
            of: proxy.host, port: proxy.port, askingHosts: byName)
        {
            if let owner = address.listenerOwner, SocketDiagnosis.isOrdinary(owner),
                !own.contains(owner)
            {
                return owner
            }
        }
        return nil
    }

    /// Looks who listens where the proxies of this machine are that get a password.
    ///
    /// - Throws: That another user would get it.
    static func check(_ profile: Profile, in environment: Environment) throws(Failure) {
        guard let proxies = profile.proxies else { return }
        for proxy in proxies.distinct {
            let username = proxy.credentials?.username ?? profile.username
            let isSecret =
                proxy.credentials?.isSecret == true
                || username.map {
                    profile.password != nil || !UserName.isLogin($0, hasPassword: false)
                } == true
            guard isSecret, let user = OtherUsers(in: environment).listener(at: proxy, byName: true)
            else {
                continue
            }
            throw Failure(
                "profile \(profile.name): user \(user), not you, listens on \(proxy.endpoint), and would get the password or token",
                hint:
                    "See who that is (`id -un \(user)`). Start your proxy on another port and write that into the profile: `proxyenv edit`."
            )
        }
    }
}
