/// The reader of a proxy's URL: what it takes is written as text that it reads as the same again.
enum URLTarget {
    /// Reads `input` as a URL.
    static func run(_ input: [UInt8]) {
        do throws(ProxyURLParser.Problem) {
            let url = try ProxyURLParser.parse(input)
            require((try? ProxyURLParser.parse(url.text)) == url, "a URL is read again as the same")
            require(url.text.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a URL is printable ASCII")
            require(!url.masked.isEmpty && !url.endpoint.isEmpty, "a URL can be shown")
        } catch {
            let range = error.range
            let isInside = range.lowerBound >= 0 && range.upperBound <= input.count
            require(isInside, "a problem is inside the URL")
            let message = error.kind.message
            require(
                message.unicodeScalars.allSatisfy { !DisplayText.isUnsafe($0) },
                "a terminal can show it")
        }
    }
}
