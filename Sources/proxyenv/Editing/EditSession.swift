import ProxyEnvCore

/// The user's files while they are being changed: read under a lock, checked together, written one by one.
struct EditSession {
    /// The context.
    let context: Context
    /// The machine's own file, which is only read.
    let system: Configuration.Layer?
    /// The user's two files.
    var files: [EditedFile]

    /// The place of `config.toml` among the files.
    static let shared = 0
    /// The place of `config.local.toml` among the files.
    static let local = 1

    /// How often an edit is begun again because somebody has changed a file meanwhile.
    private static let mostAttempts = 100

    /// Makes the change `body`, if the files are right with it, and writes them.
    ///
    /// With `--dry-run` the differences are printed instead.
    ///
    /// - Parameters:
    ///   - context: The context.
    ///   - replaced: The number of a file that is replaced as a whole, so that it may be wrong now.
    ///   - showsDifference: Whether `--dry-run` prints the differences.
    ///   - body: Changes the files; it is called again if somebody else has changed one meanwhile.
    /// - Returns: What `body` returned at last.
    /// - Throws: Why the change can't be made; the files are as they were then.
    static func run<Result>(
        _ context: Context, replacing replaced: Int? = nil, showsDifference: Bool = true,
        _ body: (inout EditSession) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        for _ in 0..<mostAttempts {
            let paths = try paths(in: context)
            let folders = try paths.enumerated().map { (index, path) throws(Failure) in
                try EditedFile.folder(of: path, isSibling: index == local, context)
            }
            let isDry = context.options.isDryRun
            let locks = try EditLocks(isDry ? [] : folders, context)
            defer { locks.release() }
            var session = try EditSession(context, replacing: replaced)
            let result = try body(&session)
            if try session.finish(showsDifference) { return result }
        }
        throw Failure("another program keeps changing the files; nothing is changed")
    }

    /// The user's files, without a lock.
    ///
    /// - Throws: That they can't be read.
    static func reading(_ context: Context) throws(Failure) -> [EditedFile] {
        try paths(in: context).enumerated().map { (index, path) throws(Failure) in
            try EditedFile(path, isSibling: index == local, context)
        }
    }

    /// What would be wrong with the file number `index` if it held `text`, or nil.
    ///
    /// - Throws: That the files can't be read.
    static func problems(
        of text: [UInt8], in index: Int, _ context: Context
    ) throws(Failure) -> Failure? {
        var files = try reading(context)
        files[index].editor = ConfigEditor(text)
        let system = try ConfigurationFiles.systemLayer(context)
        let layers = (system.map { [$0] } ?? []) + files.filter { $0.exists }.map { $0.layer }
        let configuration = Configuration(layers: layers)
        let problems = ConfigReader.check(configuration)
            .filter { configuration.layers[$0.layer].path == files[index].name }
            .filter { !$0.isAboutWholeFile }
        return problems.isEmpty ? nil : .config(problems, in: configuration)
    }

    private static func paths(in context: Context) throws(Failure) -> [[UInt8]] {
        guard let user = ConfigurationFiles.user(in: context) else {
            throw Failure(
                "there is no place for a file, as \(StandardFolders.settingsVariable) is not set",
                hint: "Give `--config FILE`.")
        }
        return [user.path, ConfigurationFiles.local(besides: user.path)]
    }

    private init(_ context: Context, replacing replaced: Int?) throws(Failure) {
        self.context = context
        system = try ConfigurationFiles.systemLayer(context)
        files = try Self.reading(context)
        let configuration = configuration
        let replacedPath = replaced.map { files[$0].name }
        let errors = configuration.syntaxErrors
            .filter { configuration.layers[$0.layer].path != replacedPath }
        if !errors.isEmpty { throw .config(errors, in: configuration) }
    }

    /// All files, as they are to be.
    var configuration: Configuration {
        Configuration(
            layers: (system.map { [$0] } ?? []) + files.filter { $0.exists }.map { $0.layer })
    }

    private var configurationBefore: Configuration {
        Configuration(
            layers: (system.map { [$0] } ?? [])
                + files.filter { $0.existed }.map { $0.layerBefore })
    }

    // MARK: Writing

    /// Writes the files that are changed, or shows how they would be.
    private func finish(_ showsDifference: Bool) throws(Failure) -> Bool {
        let changed = files.filter { $0.isChanged }
        if changed.isEmpty { return true }
        for file in changed { try file.checkOwner() }
        try check()
        if context.options.isDryRun {
            for file in changed where showsDifference { try context.report(difference(file)) }
            return true
        }
        // A folder that is new was not locked: it is begun again with a lock on it.
        var isLocked = true
        for file in changed where !file.hasFolder {
            try file.makeFolder()
            isLocked = false
        }
        guard isLocked else { return false }
        for file in changed {
            let holdsSecret = file.holdsSecret
            if try !file.write(isPrivate: holdsSecret) { return false }
            if file.isOpen, holdsSecret {
                context.note(
                    "\(file.name) holds a password or a token, and others could read it: only you can now (mode 600)"
                )
            }
        }
        return true
    }

    /// Refuses what would make the files wrong where they were right; what was wrong before is only told.
    ///
    /// The lines that the files would have are shown to nobody: whoever has given a command has not written them.
    private func check() throws(Failure) {
        let after = configuration
        // Who may write a file is told where a profile is used.
        let problems = ConfigReader.check(after).filter { !$0.isAboutWholeFile }
        if problems.isEmpty { return }
        var known = ConfigReader.check(configurationBefore).map { $0.message }
        var new: [Diagnostic] = []
        for problem in problems {
            if let index = known.firstIndex(of: problem.message) {
                known.remove(at: index)
            } else {
                new.append(problem)
            }
        }
        if !new.isEmpty {
            throw refusal(new)
        }
        for problem in problems.prefix(5) {
            context.note(
                "warning: " + DiagnosticRenderer.line(problem, in: after.file(of: problem)))
        }
    }

    /// What is wrong with the command that `problems` come from, each once.
    private func refusal(_ problems: [Diagnostic]) -> Failure {
        var messages: [String] = []
        var hints: [String] = []
        for problem in problems.prefix(Failure.mostDiagnostics) {
            if !messages.contains(problem.message) { messages.append(problem.message) }
            if let hint = problem.hint, !hints.contains(hint) { hints.append(hint) }
        }
        var failure = Failure(messages.joined(separator: "; "))
        failure.hints = hints + ["Nothing is changed."]
        return failure
    }

    private func difference(_ file: EditedFile) -> String {
        let style = context.style(for: .output)
        let old = file.file.content ?? []
        let before = MaskedLines(ConfigDocument(parsing: old, keeping: .outline))
        let after = MaskedLines(ConfigDocument(parsing: file.editor.source, keeping: .outline))
        let lines = LineDiff.unified(old, file.editor.source) { isNew, range in
            (isNew ? after : before).shown(range)
        }
        var text = style.bold("--- \(file.name)") + "\n" + style.bold("+++ \(file.name)") + "\n"
        for line in lines {
            switch line.utf8.first {
            case UInt8(ascii: "+"): text += style.green(line) + "\n"
            case UInt8(ascii: "-"): text += style.red(line) + "\n"
            case UInt8(ascii: "@"): text += style.blue(line) + "\n"
            default: text += line + "\n"
            }
        }
        return text
    }
}
