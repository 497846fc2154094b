/// Which of several profiles was chosen a moment ago, as the cache holds it: names and times, no proxy's URL.
public struct RememberedChoice: Sendable, Equatable {
    /// What the choice was made from: its profiles, their proxies, the route out of the machine.
    public var key: Digest64
    /// When it was made, in milliseconds since 1970.
    public var time: Int
    /// The name of the profile that was chosen.
    public var name: String
    /// What its proxy was seen to speak; nil where that was not looked at.
    public var scheme: ProxyScheme?

    /// The most milliseconds for which a choice is good.
    public static let longestAge = 30_000
    /// The most bytes that its text has.
    public static let longestText = 1024

    private static let title = "proxyenv choice 1"

    /// A choice of these parts.
    public init(key: Digest64, time: Int, name: String, scheme: ProxyScheme?) {
        self.key = key
        self.time = time
        self.name = name
        self.scheme = scheme
    }

    /// The choice whose text is `text`, or nil if that is none.
    public init?(_ text: [UInt8]) {
        guard text.count <= Self.longestText else { return nil }
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count == 6, lines[5].isEmpty, lines[0].equals(Self.title),
            let key = Digest64(hexadecimal: lines[1]),
            lines[2].first?.isDigit == true,
            let time = Int(String(decoding: lines[2], as: UTF8.self)), !lines[3].isEmpty
        else { return nil }
        let name = String(decoding: lines[3], as: UTF8.self)
        guard lines[3].equals(name) else { return nil }
        var scheme: ProxyScheme?
        if !lines[4].equals("-") {
            guard let known = ProxyScheme(lines[4]) else { return nil }
            scheme = known
        }
        self.init(key: key, time: time, name: name, scheme: scheme)
    }

    /// The text by which it is kept.
    public var text: [UInt8] {
        var text = Array(Self.title.utf8) + [0x0A] + key.hexadecimal
        for line in [String(time), name, scheme?.rawValue ?? "-"] {
            text.append(0x0A)
            text += line
        }
        return text + [0x0A]
    }

    /// Whether it is good for what `key` tells of at `now`, in milliseconds since 1970; one from the future is not.
    public func isGood(for key: Digest64, at now: Int) -> Bool {
        guard self.key == key, time <= now else { return false }
        let (age, hasOverflowed) = now.subtractingReportingOverflow(time)
        return !hasOverflowed && age <= Self.longestAge
    }
}
