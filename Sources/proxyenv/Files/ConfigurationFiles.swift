import ProxyEnvCore

/// The files that say which profiles there are.
enum ConfigurationFiles {
    /// The company's or the machine's own.
    static let system = PathText.path("proxyenv/config.toml", in: StandardFolders.machineSettings)

    /// The user's file and whether somebody has named it.
    struct User {
        /// Where it is.
        let path: [UInt8]
        /// Whether it was named, so that it must be there.
        let isNamed: Bool
    }

    /// The user's file: `--config`, else PROXYENV_CONFIG, else the one in the usual place; nil without a home folder.
    static func user(in context: Context) -> User? {
        if let path = context.options.config ?? context.environment.nonEmpty("PROXYENV_CONFIG") {
            return User(path: path, isNamed: true)
        }
        return StandardFolders(context.environment).settings.map {
            User(path: PathText.path("proxyenv/config.toml", in: $0), isNamed: false)
        }
    }

    /// The file beside `path` for what is not shared: `config.local.toml` beside `config.toml`.
    static func local(besides path: [UInt8]) -> [UInt8] {
        let stem = path.hasSuffix(".toml") ? Array(path.dropLast(5)) : path
        return stem + Array(".local.toml".utf8)
    }

    /// Reads the files, which may all be absent but one that was named.
    ///
    /// - Throws: That one can't be read, or is no TOML.
    static func load(in context: Context) throws(Failure) -> Configuration {
        let configuration = try loadUnchecked(in: context)
        let errors = configuration.syntaxErrors
        if !errors.isEmpty { throw .config(errors, in: configuration) }
        return configuration
    }

    /// Reads the files without a look at what they say.
    ///
    /// - Throws: That one can't be read.
    static func loadUnchecked(in context: Context) throws(Failure) -> Configuration {
        var layers: [Configuration.Layer] = []
        if let layer = try systemLayer(context) { layers.append(layer) }
        if let user = user(in: context) {
            if let layer = try layer(user.path, mustExist: user.isNamed, context) {
                layers.append(layer)
            }
            let local = local(besides: user.path)
            if let layer = try layer(local, mustExist: false, isSibling: true, context) {
                layers.append(layer)
            }
        }
        return Configuration(layers: layers)
    }

    /// Reads the file at `path` alone, without a look at what it says.
    ///
    /// - Throws: That it can't be read.
    static func loadUnchecked(
        _ path: [UInt8], _ context: Context
    ) throws(Failure) -> Configuration {
        Configuration(layers: try layer(path, mustExist: true, context).map { [$0] } ?? [])
    }

    /// The machine's own file, if it is there.
    ///
    /// - Throws: That it can't be read.
    static func systemLayer(_ context: Context) throws(Failure) -> Configuration.Layer? {
        try layer(system, mustExist: false, context)
    }

    private static func layer(
        _ path: [UInt8], mustExist: Bool, isSibling: Bool = false, _ context: Context
    ) throws(Failure) -> Configuration.Layer? {
        if PathText.isNowhere(path) { return nil }
        // Made where it is needed: the words for a file that is not there take as long as to look for it.
        var name: String { displayed(path, home: context.home) }
        let trust = FileTrust(context)
        if isSibling, let foreign = trust.foreignness(of: path) { return unread(name, foreign) }
        let file = try ReadableFile.load(
            path, limit: ConfigDocument.longestSource, home: context.home, mayBeAbsent: !mustExist)
        guard let file else { return nil }
        let distrust = trust.distrust(of: path, file.status)
        if isSibling, let distrust, distrust.isForeign { return unread(name, distrust) }
        return Configuration.Layer(
            path: name, document: ConfigDocument(parsing: file.content), distrust: distrust)
    }

    /// What stands for a file that somebody else has put beside the user's: nothing but that it is there.
    static func unread(_ name: String, _ distrust: Distrust) -> Configuration.Layer {
        var distrust = distrust
        distrust.isUnread = true
        return Configuration.Layer(
            path: name, document: ConfigDocument(parsing: []), distrust: distrust)
    }

    /// `path` for people, with `~` for the home folder.
    static func displayed(_ path: [UInt8], home: [UInt8]?) -> String {
        let path = PathText.own(path)
        if let home, !home.isEmpty, PathText.isPath(path, in: home) {
            return "~" + DisplayText.escaped(path.dropFirst(home.count))
        }
        return DisplayText.escaped(path)
    }
}
