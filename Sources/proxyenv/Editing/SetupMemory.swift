import ProxyEnvCore

/// Where `setup` keeps what it has done.
struct SetupMemory {
    /// Its folder, which is looked at as one for what can be made anew: nothing that others can have written is believed.
    private let folder: CacheFolder
    private static let name = Array("setup".utf8)

    /// The user's; nil without a home folder.
    init?(_ context: Context) {
        guard let state = StandardFolders(context.environment).state else { return nil }
        folder = CacheFolder(path: PathText.path("proxyenv", in: state))
    }

    /// The path of the file.
    var path: [UInt8] { folder.path + [PathText.separator] + Self.name }

    /// What was done so far; nothing where nothing is noted.
    func load() -> SetupRecord {
        folder.load(Self.name, limit: SetupRecord.longestText).flatMap { SetupRecord($0) }
            ?? SetupRecord()
    }

    /// Notes `record` in the place of what was noted.
    ///
    /// - Throws: That it can't be kept where nobody else can change it.
    func store(_ record: SetupRecord) throws(PrivatePlace.Flaw) {
        try folder.store(record.text, as: Self.name)
    }

    /// Takes the file away.
    func remove() { FileSystem.remove(path) }
}
