/// A URL that git asks in the place of another, by `url.….insteadOf`.
public struct GitReplacement {
    /// The URL.
    public let url: [UInt8]
    /// What says so.
    public let source: Explanation.Source

    /// `url`, by `source`.
    public init(_ url: [UInt8], by source: Explanation.Source) {
        self.url = url
        self.source = source
    }

    /// What is asked over the web; nil for ssh and for what is on this machine.
    public var target: Target? {
        let scheme = url.prefix { $0 != UInt8(ascii: ":") }
        return ["http", "https"].contains { scheme.equalsIgnoringCase($0) } ? Target(url) : nil
    }

    /// Whether it is asked over ssh (git-clone(1), "GIT URLS").
    private var isSSH: Bool {
        if url.firstOccurrence(of: Array("://".utf8)) != nil {
            return url.prefix { $0 != UInt8(ascii: ":") }.hasSuffix("ssh")
        }
        let host = url.prefix { $0 != UInt8(ascii: ":") }
        return host.count > 1 && host.count < url.count && !host.contains(UInt8(ascii: "/"))
    }

    /// The routes to it: those in `web`, which lead to `target`, or one without a proxy.
    public func routes(_ web: [Explanation]) -> [Explanation] {
        let words =
            "git asks \(DisplayText.shortened(url, to: 200)) in its place, by \(source.text)"
        if target == nil {
            var route = Explanation(
                transport: "http", decision: .direct, isUsable: true, decidedBy: source)
            route.warnings = [words + (isSSH ? ": over ssh, which reads no proxy variable" : "")]
            return [route]
        }
        return web.map { route in
            var route = route
            route.warnings.insert(words, at: 0)
            return route
        }
    }
}
