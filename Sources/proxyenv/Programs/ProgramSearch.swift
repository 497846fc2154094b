import ProxyEnvCore

/// The programs to which PATH leads.
struct ProgramSearch {
    private let search: SearchPath

    /// The search along the PATH of `environment`.
    init(_ environment: Environment) { search = SearchPath(named: environment) }

    /// Whether there is a program called `name`; a shim of proxyenv's is none.
    func has(_ name: [UInt8]) -> Bool {
        search.candidates(for: name).contains {
            FileSystem.isExecutable($0) && !ShimFolder.isShim($0)
        }
    }

    /// The first program of that name, a shim too; a name with a slash is its path.
    func path(of name: [UInt8]) -> [UInt8]? {
        search.candidates(for: name).first { FileSystem.isExecutable($0) }
    }

    /// Whether PATH leads to `folder`.
    func leads(to folder: [UInt8]) -> Bool { search.index(of: folder) != nil }
}
