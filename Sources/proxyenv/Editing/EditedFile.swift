import ProxyEnvCore

/// One of the user's files while it is being changed.
struct EditedFile {
    /// The path as people know it.
    let name: String
    /// The file on the disk.
    let file: SafeFile
    /// Its text as it is to be.
    var editor: ConfigEditor
    /// Why others may have a say in it as it is, or nil if they may not.
    private let distrust: Distrust?
    /// Whether somebody else has put it beside the user's file, so that it counts for nothing.
    private let isForeign: Bool

    /// Reads the file at `path`, which may be absent.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - isSibling: Whether it is the one beside the user's file.
    ///   - context: The context.
    /// - Throws: That it can't be read, or that no file can be there.
    init(_ path: [UInt8], isSibling: Bool, _ context: Context) throws(Failure) {
        name = ConfigurationFiles.displayed(path, home: context.home)
        let trust = FileTrust(context)
        let foreign = isSibling ? trust.foreignness(of: path) : nil
        isForeign = foreign != nil
        do throws(SafeFile.Problem) {
            var file =
                if isForeign { SafeFile(unseenAt: path) } else { try SafeFile(at: path) }
            if !isForeign { try file.load(limit: ConfigDocument.longestSource) }
            self.file = file
        } catch {
            throw Self.failure(error, path, name)
        }
        distrust = foreign ?? trust.distrust(of: path, file.status)
        editor = ConfigEditor(file.content ?? [])
    }

    /// Makes sure that it is not somebody else's, put beside the user's file.
    ///
    /// - Throws: That it is.
    func checkOwner() throws(Failure) {
        guard isForeign, let distrust else { return }
        throw Failure("\(name) is left alone: \(distrust.reason)", hint: distrust.cure)
    }

    /// The folder in which the file at `path` is, or would be, through symbolic links.
    ///
    /// - Throws: That no file can be there.
    static func folder(
        of path: [UInt8], isSibling: Bool, _ context: Context
    ) throws(Failure) -> [UInt8] {
        // Another user's link is not followed.
        if isSibling, FileTrust(context).foreignness(of: path) != nil {
            return SafeFile(unseenAt: path).folder
        }
        do throws(SafeFile.Problem) {
            return try SafeFile(at: path).folder
        } catch {
            throw failure(error, path, ConfigurationFiles.displayed(path, home: context.home))
        }
    }

    /// Whether its folder is there.
    var hasFolder: Bool { (try? FileSystem.status(of: file.folder)) != nil }

    /// Makes its folder, for the user alone.
    ///
    /// - Throws: Why it can't be made.
    func makeFolder() throws(Failure) {
        do throws(SystemError) {
            try FileSystem.makeDirectory(file.folder)
        } catch {
            throw Failure("cannot make the folder of \(name): \(error.message)")
        }
    }

    /// Whether it is to be another than it is.
    var isChanged: Bool { !editor.source.isIdentical(to: file.content ?? []) }

    /// Whether others than its owner may read it.
    var isOpen: Bool { file.status?.isOpenToOthers == true }

    /// Whether it is there, or is to be.
    var exists: Bool { existed || isChanged }

    /// Whether it is there.
    var existed: Bool { file.content != nil || isForeign }

    /// What it is as a part of the configuration, as it is to be.
    var layer: Configuration.Layer { layer(of: editor.document) }

    /// What it is as a part of the configuration, as it is.
    var layerBefore: Configuration.Layer { layer(of: ConfigDocument(parsing: file.content ?? [])) }

    private func layer(of document: ConfigDocument) -> Configuration.Layer {
        if isForeign, let distrust { return ConfigurationFiles.unread(name, distrust) }
        return Configuration.Layer(path: name, document: document, distrust: distrust)
    }

    /// Whether the file holds the profile `name`.
    func hasProfile(_ name: String) -> Bool { editor.node(at: .profile(name)) != nil }

    /// Calls `body`, and says that the edit is not possible where it says so.
    ///
    /// - Throws: That it can't be made in the file as it is written.
    mutating func edit(
        _ body: (inout ConfigEditor) throws(ConfigEditor.Problem) -> Void
    ) throws(Failure) {
        do throws(ConfigEditor.Problem) {
            try body(&editor)
        } catch .notUTF8 {
            throw Failure("a value is not UTF-8, which a file in TOML must be")
        } catch {
            throw Failure(
                "\(name) is written so that proxyenv cannot make this change for you",
                hint: "Change it yourself with `proxyenv edit`.")
        }
    }

    /// Whether a password or a token is in it as it is to be.
    var holdsSecret: Bool { editor.document.holdsSecret }

    /// Writes it.
    ///
    /// - Parameter isPrivate: Whether it is for its owner alone, as a password or a token is in it.
    /// - Returns: Whether it was written; false if somebody else has changed it since it was read.
    /// - Throws: Why it can't be written; it is whole then, as it was.
    func write(isPrivate: Bool) throws(Failure) -> Bool {
        do throws(SafeFile.Problem) {
            try file.replace(with: editor.source, isPrivate: isPrivate)
            return true
        } catch {
            if case .changedMeanwhile = error { return false }
            throw Self.failure(error, file.path, name)
        }
    }

    /// What to tell of a file that can't be read or written.
    static func failure(
        _ problem: SafeFile.Problem, _ path: [UInt8], _ name: String
    ) -> Failure {
        switch problem {
        case .system(let error, let doing):
            Failure("cannot \(doing) \(name): \(error.message)")
        case .danglingLink(let target):
            Failure(
                "\(name) is a link to \(DisplayText.escaped(target)), which is not there",
                hint: "Make that file, or take the link away.")
        case .noFile: Failure("\(name) is not a file, but a folder, a pipe or a device")
        case .tooLong: Failure("\(name) is longer than \(ConfigDocument.longestSource >> 20) MB")
        case .readOnly(let permissions):
            Failure(
                "\(name) is read-only (\(permissions))",
                hint: "Run `\(Ownership.unlocking(path, name))` if you want it changed.")
        case .changedMeanwhile: Failure("\(name) was changed by another program meanwhile")
        case .notWritten: Failure("\(name) does not hold what was written to it")
        }
    }
}
