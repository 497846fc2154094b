import ProxyEnvCore

/// The folder of links to proxyenv, each of which has the name of a command.
///
/// proxyenv that is started under such a name runs the command of that name which PATH leads to without these links.
struct ShimFolder {
    /// Where it is.
    let path: [UInt8]
    private static let place = "proxyenv/shims"

    /// The one of the user; nil without HOME.
    init?(_ environment: Environment) {
        guard let data = StandardFolders(environment).data else { return nil }
        path = PathText.path(Self.place, in: data)
    }

    /// What stands in the folder under a name.
    enum Entry: Equatable {
        /// Nothing.
        case absent
        /// A link to proxyenv, at this path.
        case shim([UInt8])
        /// Something that is none of proxyenv's.
        case other
    }

    /// Where the shim of `name` is.
    func file(_ name: [UInt8]) -> [UInt8] { ProgramLink.path(name, in: path) }

    /// What stands in the folder as `name`.
    func entry(_ name: [UInt8]) -> Entry {
        guard let target = ProgramLink.target(at: file(name)) else {
            return (try? FileSystem.linkStatus(of: file(name))) == nil ? .absent : .other
        }
        return Self.isProgram(target) ? .shim(target) : .other
    }

    /// The names that have a shim, sorted.
    var names: [[UInt8]] {
        FileSystem.names(in: path, withPrefix: []).compactMap { ProgramLink.name(ofFile: $0) }
            .filter {
                if case .shim = entry($0) { true } else { false }
            }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Whether the shim of `name` is a copy of a program that has been replaced since.
    func isOutdated(_ name: [UInt8]) -> Bool {
        guard case .shim(let program) = entry(name), FileSystem.isExecutable(program) else {
            return false
        }
        return !ProgramLink.isCurrent(at: file(name), to: program)
    }

    /// `environment`, whose PATH does not lead to the shims.
    ///
    /// What proxyenv itself starts to get at a password must not end in a command that waits for that password.
    static func left(out environment: Environment) -> Environment {
        guard let folder = ShimFolder(environment), let search = environment["PATH"] else {
            return environment
        }
        let own = try? FileSystem.status(of: folder.path)
        let folders = SearchPath(search).folders
        let kept = folders.filter { entry in
            if entry == folder.path || PathText.portable(entry).hasSuffix("/" + Self.place) {
                return false
            }
            guard let own else { return true }
            return (try? FileSystem.status(of: entry))?.isSame(as: own) != true
        }
        if kept.count == folders.count { return environment }
        let path = SearchPath(folders: kept).text
        return EnvironmentPatch([.set(name: "PATH", value: path)]).applied(to: environment)
    }

    /// The environment of a program that is only asked for something: without shims, secrets and proxies.
    static func inquiry(in environment: Environment) -> Environment {
        left(out: environment.withoutSecrets)
    }

    /// The environment of the git that is asked for its settings, those in variables among them.
    static func gitInquiry(in environment: Environment) -> Environment {
        left(out: environment.forGitSettings)
    }

    /// Whether the file at `path` is a shim: a link to this program, however it is called and wherever it stands.
    static func isShim(_ path: [UInt8]) -> Bool {
        guard let target = ProgramLink.target(at: path) else { return false }
        return isProgram(target) || FileSystem.isOwnProgram(path)
    }

    /// Whether a program at `path` is proxyenv itself, and no shim: what its name begins with tells.
    static func isProgram(_ path: [UInt8]) -> Bool {
        PathText.name(of: path).hasPrefix("proxyenv")
    }
}
