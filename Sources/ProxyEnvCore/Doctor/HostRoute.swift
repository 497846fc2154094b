/// The route that a command takes to a host that it needs.
public struct HostRoute: Sendable {
    /// What is asked for there.
    public let url: [UInt8]
    /// The host.
    public let target: Target
    /// The proxy with its password, or nil for none.
    public let proxy: ProxyURL?
    /// What the tool does.
    public let route: Explanation
    /// What takes the proxy away, where it is a file that names it.
    public var remedy: [String] = []
    /// Whether that leads the tool elsewhere than was meant, which has been told.
    public var isOverruled = false
    /// Whether it is a server of one's own that NO_PROXY exempts on purpose.
    public var isSpared = false
    /// Whether a project's file has made it of the user's variables, so that nothing is sent there.
    public var isWithheld = false

    /// The route `route` to `url`, which is at `target`, through `proxy`.
    public init(url: [UInt8], target: Target, proxy: ProxyURL?, route: Explanation) {
        self.url = url
        self.target = target
        self.proxy = proxy
        self.route = route
    }
}
