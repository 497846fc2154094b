import ProxyEnvCore

/// One of the user's files while it is being changed.
struct EditedFile {
    /// The path as people know it.
    let name: String
    /// The file on the disk.
    let file: SafeFile
    /// Its text as it is to be.
    var editor: ConfigEditor
    /// Whether it is to be its owner's alone, as a password is written into it.
    var isPrivate = false

    /// Reads the file at `path`, which may be absent.
    ///
    /// - Throws: That it can't be read, or that no file can be there.
    init(_ path: [UInt8], _ context: Context) throws(Failure) {
        name = ConfigurationFiles.displayed(path, home: context.home)
        do throws(SafeFile.Problem) {
            var file = try SafeFile(at: path)
            try file.load(limit: ConfigDocument.longestSource)
            self.file = file
        } catch {
            throw Self.failure(error, name)
        }
        editor = ConfigEditor(file.content ?? [])
    }

    /// The folder in which the file at `path` is, or would be, through symbolic links.
    ///
    /// - Throws: That no file can be there.
    static func folder(of path: [UInt8], _ context: Context) throws(Failure) -> [UInt8] {
        do throws(SafeFile.Problem) {
            return try SafeFile(at: path).folder
        } catch {
            throw failure(error, ConfigurationFiles.displayed(path, home: context.home))
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
            throw Failure("can't make the folder of \(name): \(error.message)")
        }
    }

    /// Whether it is to be another than it is.
    var isChanged: Bool { !editor.source.isIdentical(to: file.content ?? []) }

    /// Whether others than its owner may read it.
    var isOpen: Bool { file.status.map { $0.mode & 0o077 != 0 } ?? false }

    /// Whether it is there, or is to be.
    var exists: Bool { file.content != nil || isChanged }

    /// What it is as a part of the configuration, as it is to be.
    var layer: Configuration.Layer { layer(of: editor.document) }

    /// What it is as a part of the configuration, as it is.
    var layerBefore: Configuration.Layer { layer(of: ConfigDocument(parsing: file.content ?? [])) }

    private func layer(of document: ConfigDocument) -> Configuration.Layer {
        Configuration.Layer(
            path: name, document: document,
            distrust: file.status.flatMap { ConfigurationFiles.distrust($0) })
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
            throw Failure("a value is no UTF-8, which a file in TOML must be")
        } catch {
            throw Failure(
                "\(name) is written in a way in which this can't be changed for you",
                hint: "Change it yourself with `proxyenv edit`.")
        }
    }

    /// Writes it.
    ///
    /// - Returns: Whether it was written; false if somebody else has changed it since it was read.
    /// - Throws: Why it can't be written; it is whole then, as it was.
    func write() throws(Failure) -> Bool {
        do throws(SafeFile.Problem) {
            try file.replace(with: editor.source, isPrivate: isPrivate)
            return true
        } catch {
            if case .changedMeanwhile = error { return false }
            throw Self.failure(error, name)
        }
    }

    /// What to tell of a file that can't be read or written.
    private static func failure(_ problem: SafeFile.Problem, _ name: String) -> Failure {
        switch problem {
        case .system(let error, let doing):
            Failure("can't \(doing) \(name): \(error.message)")
        case .danglingLink(let target):
            Failure(
                "\(name) is a link to \(DisplayText.escaped(target)), which is not there",
                hint: "Make that file, or take the link away.")
        case .noFile: Failure("\(name) is no file, but a folder, a pipe or a device")
        case .tooLong: Failure("\(name) is longer than \(ConfigDocument.longestSource >> 20) MB")
        case .readOnly(let mode):
            Failure(
                "\(name) is read-only (mode \(String(mode, radix: 8)))",
                hint: "Run `chmod u+w \(name)` if you want it changed.")
        case .changedMeanwhile: Failure("\(name) was changed by somebody else meanwhile")
        case .notWritten: Failure("\(name) does not hold what was written to it")
        }
    }
}
