import ProxyEnvCore

/// The folder of links to proxyenv that a shell starts in place of the commands which it wraps.
///
/// They are for a shell whose functions can't hand on what a command gets and gives. Each has the name of a command, and proxyenv
/// that is started by it does what `proxyenv wrapped NAME` does. The folder is in no PATH. As a link can't say `--config FILE`,
/// each such file has a folder of its own, in which `.config` leads to it. A link stays when its rule is gone, as another shell
/// may still start it: it is the plain command then.
struct WrapperFolder {
    /// Where it is.
    let path: [UInt8]
    private let config: [UInt8]?
    private static let place = "proxyenv/wrappers"
    private static let configName = ".config"

    /// The one of the user for the file `config`, or for the usual ones; nil without HOME.
    init?(for config: [UInt8]?, _ environment: Environment) {
        guard let data = StandardFolders(environment).data else { return nil }
        let name = config.map { Digest64(of: $0).hexadecimal } ?? Array("usual".utf8)
        path = PathText.path(Self.place, in: data) + [PathText.separator] + name
        self.config = config
    }

    /// Makes what is missing of the links of `names` to `program`, and of the file `script` beside them.
    ///
    /// - Throws: The system's answer.
    func prepare(
        _ names: [String], leadingTo program: [UInt8], script: (name: String, text: [UInt8])
    ) throws(SystemError) {
        try FileSystem.makeDirectory(path)
        if let config {
            let place = PathText.path(Self.configName, in: path)
            if PathNote.read(at: place) != config { try PathNote.write(config, at: place) }
        }
        for name in names {
            let place = ProgramLink.path(Array(name.utf8), in: path)
            if !ProgramLink.isCurrent(at: place, to: program) {
                try ProgramLink.make(to: program, at: place)
            }
        }
        let file = PathText.path(script.name, in: path)
        let present = try? FileSystem.load(file, limit: 65_536)
        if present?.content != script.text {
            try FileSystem.replace(file, with: script.text)
        }
    }

    /// Whether a process that was started as `program` is a wrapper, and the file that it was made for, if one was named.
    static func wrapper(startedAs program: [UInt8]) -> (isWrapper: Bool, config: [UInt8]?) {
        let folder = PathText.folder(of: program)
        guard PathText.portable(PathText.folder(of: folder)).hasSuffix("/" + place) else {
            return (false, nil)
        }
        return (true, PathNote.read(at: PathText.path(configName, in: folder)))
    }
}
