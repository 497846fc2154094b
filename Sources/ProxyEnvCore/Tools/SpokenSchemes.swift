/// Whether a tool speaks to a proxy: the one rule for starting it, for proposing a proxy, and for what is set in its place.
extension Tool {
    /// Whether it speaks to the proxy `url` by each of its transports, for targets that are `isSecure`.
    public func speaks(to url: ProxyURL, isSecure: Bool = true) -> Bool {
        // Java gets a host and a port, which do for any scheme.
        if case .javaProperties = means { return true }
        return transports.allSatisfy { $0.speaks(to: url, isSecure: isSecure) }
    }
}

extension Tool.Transport {
    /// Whether the transport speaks to the proxy `url`; one that reads no variable for such targets has nothing to refuse.
    func speaks(to url: ProxyURL, isSecure: Bool) -> Bool {
        if variables.names(isSecure: isSecure).isEmpty { return true }
        if case .proxy(_, let isSpoken) = values.read(url.text, isSecure: isSecure) {
            return isSpoken
        }
        return false
    }
}
