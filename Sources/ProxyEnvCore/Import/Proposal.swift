/// A profile that could be made of what another program is set to.
public struct Proposal: Sendable, Equatable {
    /// What follows the profile's name, where one source has several proxies: `-socks`; mostly empty.
    public var suffix: String
    /// The proxies, with their credentials.
    public var kinds: ProxyKinds
    /// Hosts that are reached without them.
    public var noProxy: [[UInt8]]
    /// What the profile is, for its key `description`.
    public var description: String
    /// Where the values stand, for people: a variable, or a file and line.
    public var origin: String

    /// A proposal of these parts.
    public init(
        suffix: String = "", kinds: ProxyKinds, noProxy: [[UInt8]] = [], description: String,
        origin: String
    ) {
        self.suffix = suffix
        self.kinds = kinds
        self.noProxy = noProxy
        self.description = description
        self.origin = origin
    }
}

/// What a source says of proxies.
public struct ImportFindings: Sendable, Equatable {
    /// The profiles that could be made of it.
    public var proposals: [Proposal] = []
    /// What was passed over, for people; nothing of a password is in it.
    public var remarks: [String] = []

    /// The most profiles that are made of one source; nobody chooses among more.
    public static let mostProposals = 100
    /// The most remarks that are shown; nobody reads more.
    public static let mostRemarks = 20

    /// Nothing.
    public init() {}

    /// As much as anybody wants of a source that says very much, with a remark that there is more.
    public var shortened: ImportFindings {
        var result = self
        if remarks.count > Self.mostRemarks {
            result.remarks = Array(remarks.prefix(Self.mostRemarks))
            result.remarks.append("there are \(remarks.count - Self.mostRemarks) more such lines")
        }
        if proposals.count > Self.mostProposals {
            result.proposals = Array(proposals.prefix(Self.mostProposals))
            result.remarks.append(
                "only the first \(Self.mostProposals) proxies are taken, as there are more")
        }
        return result
    }

    /// The proxy that `text` names, or nil with a remark that tells why it names none.
    mutating func proxy(
        _ text: some Collection<UInt8>, from origin: String, scheme: ProxyScheme = .http,
        port: UInt16? = nil
    ) -> ProxyURL? {
        do throws(ForeignValue.Problem) {
            return try ForeignValue.proxy(text, scheme: scheme, port: port)
        } catch {
            remarks.append("\(origin) is passed over: \(error.message)")
            return nil
        }
    }

    /// `url` with `credentials`, or nil with a remark that tells why no profile can hold them.
    mutating func proxy(
        _ url: ProxyURL, with credentials: ProxyURL.Credentials, from origin: String
    ) -> ProxyURL? {
        do throws(ForeignValue.Problem) {
            return try ForeignValue.proxy(url, with: credentials)
        } catch {
            remarks.append("\(origin) is passed over: \(error.message)")
            return nil
        }
    }

    /// Adds what of `text` can stand in a profile's list to `list`, and a remark for the rest.
    mutating func addNoProxy(_ text: [UInt8], from origin: String, to list: inout [[UInt8]]) {
        for entry in ForeignNoProxy.add(text, to: &list) {
            remarks.append(
                entry.utf8.elementsEqual("*".utf8)
                    ? "`*` of \(origin) is passed over: with it, nothing would go through the proxy"
                    : "`\(entry)` of \(origin) is passed over: NO_PROXY cannot say it")
        }
    }
}

/// Why a source can't be read.
public struct ImportProblem: Error, Sendable, Equatable {
    /// The line in question, from 1, or nil where it is about the whole.
    public var line: Int?
    /// What is wrong.
    public var message: String
    /// What to do about it.
    public var hint: String?

    /// A problem of these parts.
    public init(line: Int? = nil, _ message: String, hint: String? = nil) {
        self.line = line
        self.message = message
        self.hint = hint
    }
}
