import ProxyEnvCore

/// The start-up files of a shell, as `setup` finds them.
struct StartUpLook {
    /// A file that gets the hook's line, or has it.
    struct Target {
        /// The file.
        let file: HookFile
        /// Its name for people.
        let name: String
        /// What it gets.
        let block: StartUpBlock
        /// Whether setup has put that, or what it was once, into it already.
        let isDone: Bool
    }

    /// The files; none where only a person can tell which.
    let targets: [Target]
    /// Where the hook is loaded by a line of the user's own, or nil.
    let ownLine: String?
    /// What a person does who makes the change by hand.
    let steps: [String]

    /// The files that still want the line.
    var missing: [Target] { ownLine == nil ? targets.filter { !$0.isDone } : [] }

    /// Looks at the files of `shell`.
    ///
    /// - Throws: That there is no home folder.
    init(_ shell: Shell, _ program: [UInt8]?, _ context: Context) throws(Failure) {
        let folders = try Self.folders(shell, program, context)
        let parts = HookState.Line.all(of: shell).map { $0.text }
        let files = shell.hookFiles(folders)
        func name(_ path: [UInt8]) -> String {
            ConfigurationFiles.displayed(path, home: folders.home)
        }
        targets = files.map { file in
            Target(
                file: file, name: name(file.path), block: StartUpBlock(for: file, parts: parts),
                isDone: StartUpBlock.lines(in: folders.content(file.path) ?? []) != nil)
        }
        steps = shell.hookSteps.isEmpty ? HookState.Line(of: shell).steps : shell.hookSteps
        let usual = shell.startUpFiles + ["/.profile", "/.bash_login"]
        var paths = files.map { $0.path }
        paths += usual.map { folders.home + Array($0.utf8) }
        ownLine =
            paths.lazy.compactMap { path in
                guard let text = folders.content(path) else { return nil }
                let own = StartUpBlock.removed(from: text) ?? text
                return HookCall.isLoaded(shell, in: own) ? name(path) : nil
            }.first
    }

    /// Where the files of `shell` are looked for.
    ///
    /// - Throws: That there is no home folder.
    static func folders(
        _ shell: Shell, _ program: [UInt8]?, _ context: Context
    ) throws(Failure) -> StartUpFolders {
        let standard = StandardFolders(context.environment)
        guard let home = context.home, let settings = standard.settings else {
            throw Failure(
                "there is no home folder, as \(StandardFolders.settingsVariable) is not set")
        }
        return StartUpFolders(
            environment: environment(shell, program, context), home: home, settings: settings,
            documents: standard.documents, program: program ?? Array(shell.name.utf8),
            content: { path in
                let file = try? FileSystem.load(path, limit: 4 << 20)
                return file?.status.isRegular == true ? file?.content : nil
            })
    }

    /// The environment, with the folder of zsh's files, which zsh may set in a file that it reads first and hand to nobody.
    private static func environment(
        _ shell: Shell, _ program: [UInt8]?, _ context: Context
    ) -> Environment {
        let environment = context.environment
        guard shell.name == "zsh", environment.nonEmpty("ZDOTDIR") == nil, let program,
            let home = context.home,
            let text = try? FileSystem.load(home + Array("/.zshenv".utf8), limit: 1 << 20).content,
            text.firstOccurrence(of: Array("ZDOTDIR".utf8)) != nil
        else { return environment }
        let words = [program] + ["-c", "printf %s \"$ZDOTDIR\""].map { Array($0.utf8) }
        let outcome = try? ChildProcess.run(words, environment, quietly: true, limit: 1000)
        guard let folder = outcome?.output, !folder.isEmpty else { return environment }
        return EnvironmentPatch([.set(name: "ZDOTDIR", value: folder)]).applied(to: environment)
    }
}
