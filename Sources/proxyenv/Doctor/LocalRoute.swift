import ProxyEnvCore

/// A proxy of this machine by which a command could go.
struct LocalRoute {
    /// The proxy.
    let proxy: ProxyURL
    /// The profile that has it, or its URL.
    let profile: String
}
