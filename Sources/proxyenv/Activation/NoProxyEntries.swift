import ProxyEnvCore

/// The hosts that a profile leaves out, and who says so.
struct NoProxyEntries {
    /// An entry of the list.
    struct Entry {
        /// The entry as the variable has it.
        let text: [UInt8]
        /// A file and line, the variable that had it before, or this machine.
        let origin: String
    }

    /// The entries, in their order; none for a profile without a proxy.
    private(set) var entries: [Entry] = []

    /// Those of `profile`, which is looked up with `resolver`.
    init(_ profile: Profile, _ resolver: inout ProfileResolver) {
        guard profile.proxies != nil else { return }
        var list = NoProxyList()
        take(list, "this machine")
        let sources = resolver.sources(of: profile)
        func place(_ ending: String, isShared: Bool) -> String {
            let source = sources.last {
                isShared ? $0.key == ending : $0.key != ending && $0.key.utf8.hasEnd(ending)
            }
            return source.map { "\($0.path):\($0.line)" } ?? "the profile"
        }
        for entry in profile.noProxy { try? list.add(entry) }
        take(list, place("no-proxy", isShared: false))
        for entry in resolver.sharedNoProxy() { try? list.add(entry) }
        take(list, place("no-proxy", isShared: true))
        guard profile.inheritsNoProxy else { return }
        for name in ProxyVariables.none.names {
            _ = list.addInherited(resolver.shellSwitch.baseline[name] ?? [])
            take(list, "\(name) from before")
        }
    }

    /// Who says that `text` is left out, or nil if it is no entry.
    func origin(of text: String) -> String? {
        entries.first { $0.text.equals(text) }?.origin
    }

    /// The entries that are in `list` by now come from `origin`.
    private mutating func take(_ list: NoProxyList, _ origin: String) {
        for entry in list.entries.dropFirst(entries.count) {
            entries.append(Entry(text: entry, origin: origin))
        }
    }
}

extension String.UTF8View {
    /// Whether the text ends with `ending`.
    fileprivate func hasEnd(_ ending: String) -> Bool { suffix(ending.utf8.count).equals(ending) }
}
