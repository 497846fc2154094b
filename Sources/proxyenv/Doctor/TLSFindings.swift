import ProxyEnvCore

/// What is wrong with the TLS of a server, or of what answers in its place.
struct TLSFindings {
    /// What went wrong.
    let failure: TLSFailure
    /// The server, for people.
    let place: String
    /// The profile that can be changed, or nil.
    let profile: String?
    /// The home folder.
    let home: [UInt8]?
    /// Whose certificates the command takes.
    let trust: CertificateTrust
    /// The command's name, for people.
    let name: String

    /// Where a proxy that looks inside keeps its authority, by its name.
    private static let authorities = [("mitmproxy", "/.mitmproxy/mitmproxy-ca-cert.pem")]

    private var issuer: String { failure.issuer ?? "somebody" }

    private var evidence: [String] {
        [failure.message] + (failure.issuer.map { ["the certificate is by \($0)"] } ?? [])
    }

    /// What is wrong.
    var finding: Finding {
        switch failure.fault {
        case .untrusted?: untrusted
        case .expired?: expired
        case .early?:
            Finding(
                "way.clock",
                "the certificate of \(place) is not yet valid: this machine's clock is behind",
                evidence: evidence, fix: ["date", Platform.clockSetting])
        case .otherName?:
            Finding(
                "way.other-name", "what answers as \(place) has a certificate for another name",
                evidence: evidence,
                fix: [
                    "Something else answers in its place: check whether the proxy or the network wants you to log in. If not, do not use this proxy."
                ])
        case nil:
            Finding(
                "way.tls", "what answers as \(place) does not speak TLS, or not as it should",
                evidence: evidence,
                fix: [
                    "Something else answers in its place: check whether the proxy lets it through."
                ])
        }
    }

    private var untrusted: Finding {
        let known = authority
        let file = known ?? "FILE"
        let cure =
            profile.map { "proxyenv set \($0) ca-file \(file)" }
            ?? (trust.left.isEmpty ? nil : trust.variable.map { "export \($0)=\(file)" })
        let doubt =
            "If that is your company's or your proxy's own authority, get its file. If not, do not use this proxy."
        if !trust.left.isEmpty {
            return Finding(
                "way.certificate",
                "the certificate of \(place) is by \(issuer), which \(name) does not trust: TLS is being intercepted",
                evidence: [
                    failure.message,
                    "\(name) brings its own authorities along, and takes none of those that were added to this system's",
                ], fix: (cure.map { [$0] } ?? []) + (known == nil ? [doubt] : []))
        }
        return Finding(
            "way.certificate",
            "the certificate of \(place) is by \(issuer), which this machine does not trust: TLS is being intercepted",
            evidence: [failure.message], fix: (cure.map { [$0] } ?? []) + [doubt])
    }

    /// The file of the authority that has signed the certificate, where it is known and there.
    private var authority: String? {
        if let file = LocalAuthorities.file(of: issuer, among: trust.left) {
            return FileRemedy.word(ConfigurationFiles.displayed(file, home: home))
        }
        guard let home else { return nil }
        let known = Self.authorities.first { name, path in
            Array(issuer.utf8).firstOccurrence(of: Array(name.utf8)) != nil
                && (try? FileSystem.status(of: home + Array(path.utf8))) != nil
        }
        return known.map { "~\($0.1)" }
    }

    private var expired: Finding {
        let day = failure.expiry.map { " (it was good until \($0))" } ?? ""
        return Finding(
            "way.expired",
            "the certificate of \(place) has expired\(day), or this machine's clock is ahead",
            evidence: evidence,
            fix: [
                "date",
                "If the date is right, the owner must renew the certificate: who runs the server, or the proxy if that intercepts TLS.",
            ])
    }
}
