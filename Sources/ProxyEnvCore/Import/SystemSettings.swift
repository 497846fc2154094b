/// What an operating system or a desktop is set to.
public struct SystemSettings: Sendable, Equatable {
    /// How traffic is to get out.
    public enum Mode: Sendable, Equatable {
        /// Without a proxy.
        case direct
        /// Through the proxies named.
        case manual
        /// As a script says (a PAC file), of which the address may be known.
        case automatic(script: [UInt8])
        /// As the environment's variables say.
        case environment
    }

    /// What it is called, for people: `GNOME`.
    public let system: String
    /// How traffic is to get out.
    public var mode: Mode
    /// The proxies.
    public var kinds = ProxyKinds()
    /// Hosts that are reached without them.
    public var noProxy: [[UInt8]] = []
    /// What was passed over, for people.
    public var remarks: [String] = []

    /// Settings of `system` in which no proxy has been found yet.
    init(_ system: String, _ mode: Mode) {
        self.system = system
        self.mode = mode
    }

    /// The name of a profile that is made of them.
    public var profileName: String {
        String(decoding: system.utf8.map { $0.lowercased }, as: UTF8.self)
    }

    /// The profile that could be made of them.
    public var findings: ImportFindings {
        var findings = ImportFindings()
        findings.remarks = remarks
        if mode == .manual, !kinds.isEmpty {
            findings.proposals = [
                Proposal(
                    kinds: kinds, noProxy: noProxy, description: "from the settings of \(system)",
                    origin: "the settings of \(system)")
            ]
        }
        return findings
    }

    /// The proxy that `read` finds under `key`, or nil with a remark that tells why there is none.
    mutating func proxy(
        _ key: String, _ read: () throws(ForeignValue.Problem) -> ProxyURL
    ) -> ProxyURL? {
        do throws(ForeignValue.Problem) {
            return try read()
        } catch {
            remarks.append("`\(key)` of \(system) is passed over: \(error.message)")
            return nil
        }
    }

    /// Takes the hosts in `text`, and remarks which can't be taken.
    mutating func takeNoProxy(_ text: [UInt8], key: String) {
        for entry in ForeignNoProxy.add(text, to: &noProxy) {
            remarks.append(
                "`\(entry)` of \(system)'s `\(key)` is passed over: NO_PROXY cannot say it")
        }
    }

    /// Remarks that there is a script too.
    mutating func remarkScript(_ script: [UInt8]) {
        let shown = DisplayText.shortened(script, to: 200)
        remarks.append(
            "\(system) also names the PAC file \(shown): see `proxyenv import pac`")
    }

    /// Where no proxy is named and none was passed over, there is none.
    mutating func settle() {
        if mode == .manual, kinds.isEmpty, remarks.isEmpty { mode = .direct }
    }
}
