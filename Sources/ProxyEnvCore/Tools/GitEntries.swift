/// The entries of git's that `git config -z --show-origin --get-regexp` lists, in their order.
public struct GitEntries {
    /// An entry, and where it stands.
    public struct Entry: Sendable, Equatable {
        /// `file:` and a path, or `command line:` for variables.
        public let origin: [UInt8]
        /// The key, whose section and name are in lower case.
        public let key: [UInt8]
        /// Its value.
        public let value: [UInt8]

        /// The path of its file, or nil for a variable.
        public var path: [UInt8]? {
            origin.hasPrefix("file:") ? Array(origin.dropFirst(5)) : nil
        }

        /// What stands between the section and the name.
        public var subsection: [UInt8] {
            guard let first = key.firstIndex(of: UInt8(ascii: ".")),
                let last = key.lastIndex(of: UInt8(ascii: ".")), first < last
            else { return [] }
            return Array(key[(first + 1)..<last])
        }

        /// Whether it is an entry `section.….name`.
        fileprivate func `is`(_ section: String, _ name: String) -> Bool {
            key.hasPrefix(section + ".") && key.hasSuffix("." + name)
        }
    }

    private let entries: [Entry]

    /// Those in `output`.
    public init(_ output: [UInt8]) {
        var entries: [Entry] = []
        var origin: [UInt8]?
        for field in output.split(separator: 0, omittingEmptySubsequences: false) {
            guard let known = origin else {
                origin = Array(field)
                continue
            }
            let key = Array(field.prefix { $0 != 0x0A })
            entries.append(
                Entry(origin: known, key: key, value: Array(field.dropFirst(key.count + 1))))
            origin = nil
        }
        self.entries = entries
    }

    /// The last entry that gives `value` to `http.proxy`, for all or for a URL; of `files` alone, or with the variables.
    public func proxy(_ value: [UInt8], inFiles: Bool) -> Entry? {
        entries.last {
            $0.is("http", "proxy") && $0.value == value && !(inFiles && $0.path == nil)
        }
    }

    /// Whether `http.proxy` itself is among them.
    public var haveProxy: Bool { entries.contains { $0.key.equals("http.proxy") } }

    /// The names of the remotes that have a proxy of their own, which goes before `http.proxy` and `http.URL.proxy` where git is
    /// told the remote's name (git-config(1), "remote.<name>.proxy"; git 2.39.5, tried); no more than anybody has.
    public var remotesWithProxy: [[UInt8]] {
        var seen = Set<[UInt8]>()
        let names = entries.filter { $0.is("remote", "proxy") }.map { $0.subsection }
        return Array(names.filter { seen.insert($0).inserted }.suffix(20))
    }

    /// The proxy of the remote `name`.
    public func proxy(ofRemote name: [UInt8]) -> Entry? {
        entries.last { $0.is("remote", "proxy") && $0.subsection == name }
    }

    /// Whether there are entries that put one URL in the place of another.
    public var replaceURLs: Bool { entries.contains { $0.is("url", "insteadof") } }

    /// The entry by which git asks `meant` in the place of `url` (git-config(1), "url.<base>.insteadOf").
    public func replacement(of url: [UInt8], by meant: [UInt8]) -> Entry? {
        entries.last {
            $0.is("url", "insteadof") && url.starts(with: $0.value)
                && meant == $0.subsection + url.dropFirst($0.value.count)
        }
    }

    /// Those that name a proxy in vain: git has no section `https`, and its `http` holds for `https://` too (git 2.39.5, tried).
    public var unread: [Entry] { Array(entries.filter { $0.is("https", "proxy") }.suffix(5)) }
}
