import ProxyEnvCore

/// Where PATH leads to instead of a shim.
enum ShimPlace: Equatable {
    /// To the shim.
    case first
    /// To another file before it.
    case behind([UInt8])
    /// The folder of the shims is not in PATH.
    case notInPath

    /// Where the PATH of `environment` leads to instead of the shim of `name` in `folder`.
    init(of name: [UInt8], in folder: ShimFolder, _ environment: Environment) {
        let search = SearchPath(named: environment)
        guard let index = search.index(of: folder.path) else {
            self = .notInPath
            return
        }
        for file in SearchPath(folders: Array(search.folders.prefix(index))).candidates(for: name) {
            if FileSystem.isExecutable(file), !ShimFolder.isShim(file) {
                self = .behind(file)
                return
            }
        }
        self = .first
    }

    /// What is wrong, in words, or nil where nothing is.
    func problem(_ folder: ShimFolder, home: [UInt8]?) -> String? {
        let shims = ConfigurationFiles.displayed(folder.path, home: home)
        switch self {
        case .first: return nil
        case .notInPath: return "\(shims) is not in PATH"
        case .behind(let file):
            return
                "\(ConfigurationFiles.displayed(file, home: home)) stands before the shim in PATH"
        }
    }

    /// What puts the folder in front, in the language of `shell`.
    static func cure(in shell: Shell?) -> [String] {
        let shell = shell ?? Platform.shell
        return [shell.shimPathLine, shell.shimPathPlace]
    }
}
