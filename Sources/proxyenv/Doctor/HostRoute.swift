import ProxyEnvCore

/// The route that a command takes to a host that it needs.
struct HostRoute {
    /// What is asked for there.
    let url: [UInt8]
    /// The host.
    let target: Target
    /// The proxy with its password, or nil for none.
    let proxy: ProxyURL?
    /// What the tool does.
    let route: Explanation
    /// What takes the proxy away, where it is a file that names it.
    var remedy: [String] = []
    /// Whether that leads the tool elsewhere than was meant, which has been told.
    var isOverruled = false
    /// Whether a project's file has made it of the user's variables, so that nothing is sent there.
    var isWithheld = false
}
