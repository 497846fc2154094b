/// What curl prints for a request, read: the answer's head and body, and behind a mark what it has seen and measured.
public struct CurlTranscript: Sendable, Equatable {
    /// The head of the answer, or nil if there was none.
    public private(set) var head: HTTPHead?
    /// As much of the body as came.
    public private(set) var body: [UInt8] = []
    /// The status with which the proxy answered the request for a tunnel, or 0.
    public private(set) var tunnelStatus = 0
    /// Who has signed the target's certificate, in words that are safe to show.
    public private(set) var issuer: String?
    /// The day on which the time of the target's certificate ends, in words that are safe to show.
    public private(set) var expiry: String?
    /// Milliseconds until the host's address was known.
    public private(set) var lookup: Int?
    /// Milliseconds from there until the connection stood.
    public private(set) var connect: Int?
    /// Milliseconds from there until TLS with the target stood, the proxy's tunnel included.
    public private(set) var tls: Int?
    /// Milliseconds from there until the answer began.
    public private(set) var answer: Int?
    /// Whether all that was asked for was printed, as a curl does.
    public let isComplete: Bool
    /// curl's exit status.
    public let status: Int
    private var error = ""

    /// The names of what is behind the mark, in its order.
    private static let variables = [
        "http_connect", "time_namelookup", "time_connect", "time_appconnect", "time_starttransfer",
        "errormsg",
    ]

    /// What `--write-out` has to be.
    ///
    /// - Parameter mark: A word that no server can know.
    /// - Returns: The text.
    public static func format(mark: String) -> String {
        "\n\(mark)\n" + variables.map { "%{\($0)}\n" }.joined() + "%{certs}"
    }

    /// Reads `output`.
    public init(_ output: [UInt8], mark: String, status: Int) {
        self.status = status
        let line = Array("\n\(mark)\n".utf8)
        let end = output.firstOccurrence(of: line)
        isComplete = end != nil
        readAnswer(output[..<(end ?? output.endIndex)])
        if let end { readTrailer(output[(end + line.count)...]) }
    }

    /// Whether there is TLS with the target.
    public var isSecure: Bool { tls != nil }

    /// Whether the certificate was looked at and is trusted.
    public var isTrusted: Bool { head != nil && !isDistrust }

    /// Whether the certificate is not trusted (curl's exit status 60, 51 in older ones).
    public var isDistrust: Bool { status == 60 || status == 51 }

    /// Whether TLS failed for another reason.
    public var isTLSFailure: Bool { [35, 53, 54, 58, 59, 64, 66, 77, 80, 83, 91].contains(status) }

    /// What went wrong, in words that are safe to show.
    public var message: String {
        if !error.isEmpty { return error }
        switch status {
        case 5: return "the proxy's name is not known"
        case 6: return "the host's name is not known"
        case 7: return "no connection"
        case 28, 137: return "no answer in time"
        case 35: return "no TLS there"
        case 52: return "the connection was closed without an answer"
        case 56: return "the connection was broken off"
        case 60: return "the certificate is not trusted"
        case 97: return "the SOCKS proxy refused"
        default: return "curl ended with status \(status)"
        }
    }

    private mutating func readAnswer(_ output: ArraySlice<UInt8>) {
        var rest = output
        // Heads with a status below 200 announce another (RFC 9110, section 15.2).
        while let end = Self.headEnd(rest), let head = HTTPHead(rest[..<end]) {
            rest = rest[end...]
            self.head = head
            if head.status >= 200 { break }
        }
        if head != nil { body = Array(rest) }
    }

    /// The index behind the empty line that ends a head.
    private static func headEnd(_ text: ArraySlice<UInt8>) -> Int? {
        var isLineEmpty = false
        for index in text.indices.prefix(HTTPConversation.longestHead * 4) {
            if text[index] == 0x0A {
                if isLineEmpty { return index + 1 }
                isLineEmpty = true
            } else if text[index] != 0x0D {
                isLineEmpty = false
            }
        }
        return nil
    }

    private mutating func readTrailer(_ text: ArraySlice<UInt8>) {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        var values: [ArraySlice<UInt8>] = []
        for _ in Self.variables { values.append(lines.popFirst() ?? []) }
        if values[0].count <= 3, values[0].allSatisfy({ $0.isDigit }) {
            tunnelStatus = values[0].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        let times = values[1...4].map { Self.microseconds($0) }
        func step(_ from: Int, _ to: Int) -> Int? { to > 0 ? max(0, to - from) / 1000 : nil }
        lookup = step(0, times[0])
        connect = step(times[0], times[1])
        tls = step(times[1], times[2])
        answer = step(max(times[1], times[2]), times[3])
        error = DisplayText.shortened(Self.withoutTimes(values[5].trimmingBlanks), to: 120)
        if let line = lines.first(where: { $0.hasPrefix("Issuer:") }) {
            issuer = DisplayText.shortened(line.dropFirst(7).trimmingBlanks, to: 80)
        }
        // The target's own certificate comes first.
        if let line = lines.first(where: { $0.hasPrefix("Expire date:") }) {
            expiry = DisplayText.shortened(line.dropFirst(12).trimmingBlanks, to: 40)
        }
    }

    /// `text` without ` after 12 ms`, which is another each time and stands with the step.
    private static func withoutTimes(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard let place = text.firstOccurrence(of: Array(" after ".utf8)) else {
            return Array(text)
        }
        let digits = text[(place + 7)...].prefix { $0.isDigit }
        let rest = text[digits.endIndex...]
        for unit in [" ms", " milliseconds"] where !digits.isEmpty && rest.hasPrefix(unit) {
            return Array(text[..<place] + rest.dropFirst(unit.utf8.count))
        }
        return Array(text)
    }

    /// Seconds with decimals as microseconds; 0 for what is none.
    private static func microseconds(_ text: ArraySlice<UInt8>) -> Int {
        let parts = text.split(
            maxSplits: 1, omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
        guard let whole = parts.first, (1...6).contains(whole.count),
            text.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
        else { return 0 }
        let decimals = (parts.count > 1 ? Array(parts[1]) : []) + Array(repeating: 0x30, count: 6)
        return (Array(whole) + decimals.prefix(6)).reduce(0) {
            $1.isDigit ? $0 * 10 + Int($1 - 0x30) : $0
        }
    }
}
