/// The requests by which a proxy is asked.
public enum HTTPRequest {
    /// A request for a tunnel to `target` (RFC 9110, section 9.3.6).
    public static func connect(
        _ target: Target, _ credentials: ProxyURL.Credentials? = nil
    ) -> [UInt8] {
        let place = authority(target)
        var request = Array("CONNECT ".utf8) + place
        request += " HTTP/1.1\r\nHost: "
        request += place
        request += "\r\n"
        return end(request, credentials)
    }

    /// A request for the first page of `target`, as a proxy takes it for targets without TLS.
    public static func get(
        _ target: Target, _ credentials: ProxyURL.Credentials? = nil
    ) -> [UInt8] {
        let place = authority(target)
        var request = Array("GET http://".utf8) + place
        request += "/ HTTP/1.1\r\nHost: "
        request += place
        request += "\r\nConnection: close\r\n"
        return end(request, credentials)
    }

    /// A request for the first page of a web server, which a proxy refuses.
    public static func page(host: String) -> [UInt8] {
        var request = Array("GET / HTTP/1.1\r\nHost: ".utf8) + escaped(Array(host.utf8))
        request += "\r\nConnection: close\r\n"
        return end(request, nil)
    }

    private static func end(_ start: [UInt8], _ credentials: ProxyURL.Credentials?) -> [UInt8] {
        var request = start
        if let credentials {
            let pair = credentials.username + [UInt8(ascii: ":")] + (credentials.password ?? [])
            request += "Proxy-Authorization: Basic "
            request += Base64.encode(pair)
            request += "\r\n"
        }
        request += "User-Agent: proxyenv\r\n\r\n"
        return request
    }

    private static func authority(_ target: Target) -> [UInt8] {
        let host = escaped(target.host)
        let isIPv6 = host.contains(UInt8(ascii: ":"))
        let port = Array(":\(target.port)".utf8)
        return (isIPv6 ? [UInt8(ascii: "[")] + host + [UInt8(ascii: "]")] : host) + port
    }

    /// A host in which nothing can end the line that it stands on.
    private static func escaped(_ host: [UInt8]) -> [UInt8] {
        host.flatMap { byte in
            byte <= 0x20 || byte >= 0x7F ? PercentEncoding.encode([byte]) : [byte]
        }
    }
}
