/// What git's configuration says of proxies.
public enum GitImport {
    /// The words that make git print it: each origin, key and value, which NULs part.
    public static let command = [
        "git", "config", "-z", "--show-origin", "--get-regexp", "^http\\.(.*\\.)?proxy$",
    ]

    /// One entry of git's.
    private struct Entry {
        let key: [UInt8]
        let value: [UInt8]
        let path: String

        /// The URL that the entry is for, empty for all.
        var target: ArraySlice<UInt8> {
            key.count > 11 ? key[5..<(key.count - 6)] : []
        }
    }

    /// What git says in `output`: a profile for `http.proxy`, and one for each URL that has another proxy.
    ///
    /// - Parameters:
    ///   - output: What the command above prints.
    ///   - displayed: A path for people.
    /// - Returns: The profiles.
    public static func findings(
        in output: [UInt8], displayed: ([UInt8]) -> String
    ) -> ImportFindings {
        var findings = ImportFindings()
        for entry in entries(output, displayed)
        where findings.proposals.count <= ImportFindings.mostProposals {
            let origin = "\(entry.path) (\(DisplayText.shortened(entry.key)))"
            if entry.value.isEmpty {
                if !entry.target.isEmpty {
                    findings.remarks.append(
                        "\(origin) is empty: git goes there directly, which `no-proxy` of the profile would say"
                    )
                }
                continue
            }
            // libcurl's port, which git takes where none is named.
            guard let url = findings.proxy(entry.value, from: origin, port: 1080),
                !findings.proposals.contains(where: { $0.kinds.all == url })
            else { continue }
            var description = "from git's \(entry.path)"
            if !entry.target.isEmpty {
                description +=
                    ", for \(DisplayText.shortened(Array(entry.target)))"
            }
            findings.proposals.append(
                Proposal(
                    suffix: suffix(entry.target), kinds: ProxyKinds(all: url),
                    description: description, origin: origin))
        }
        return findings
    }

    /// The last entry of each key, `http.proxy` first.
    private static func entries(
        _ output: [UInt8], _ displayed: ([UInt8]) -> String
    ) -> [Entry] {
        let fields = output.split(separator: 0, omittingEmptySubsequences: false)
        var (forAll, others): ([Entry], [Entry]) = ([], [])
        var seen = Set<String>()
        for index in stride(from: 0, to: fields.count - 1, by: 2).reversed() {
            let origin = fields[index]
            let text = fields[index + 1]
            let key = Array(text.prefix { $0 != 0x0A })
            guard seen.insert(String(decoding: key, as: UTF8.self)).inserted else { continue }
            let path =
                origin.hasPrefix("file:")
                ? displayed(Array(origin.dropFirst(5))) : DisplayText.shortened(origin)
            let entry = Entry(key: key, value: Array(text.dropFirst(key.count + 1)), path: path)
            if entry.target.isEmpty { forAll.append(entry) } else { others.append(entry) }
        }
        return forAll + others.reversed()
    }

    /// `-github.com` for a proxy that is for `https://github.com` alone.
    private static func suffix(_ target: ArraySlice<UInt8>) -> String {
        var host = target
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        if let colon = host.firstIndex(of: UInt8(ascii: ":")), host[colon...].hasPrefix("://") {
            host = host[(colon + 3)...]
        }
        host = host.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
        guard host.count <= 40, ProfileName.isValid(host) else { return "" }
        return "-" + String(decoding: host, as: UTF8.self)
    }
}
