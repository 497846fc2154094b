/// A proxy of this machine by which a command could go.
public struct LocalRoute: Sendable {
    /// The proxy.
    public let proxy: ProxyURL
    /// The profile that has it, or its URL.
    public let profile: String

    /// `proxy`, which `profile` has.
    public init(proxy: ProxyURL, profile: String) {
        self.proxy = proxy
        self.profile = profile
    }
}
