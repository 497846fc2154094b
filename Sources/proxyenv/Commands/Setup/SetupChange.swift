import ProxyEnvCore

/// What `setup` writes.
struct SetupChange {
    private let look: SetupLook
    private let context: Context

    /// The changes after what `look` saw.
    init(_ look: SetupLook, _ context: Context) {
        self.look = look
        self.context = context
    }

    /// Makes the changes of `plan`, and notes each for `--undo`; with `--dry-run` those of the file of profiles are shown.
    ///
    /// - Returns: Whether all could be made.
    /// - Throws: That the file of profiles could not be changed; then nothing is.
    func make(_ plan: SetupPlan) throws(Failure) -> Bool {
        let memory = SetupMemory(context)
        var record = memory?.load() ?? SetupRecord()
        if context.options.isDryRun {
            _ = try edit(plan)
            return true
        }
        let folders = missingFolders(memory)
        if let edit = try edit(plan) {
            record.edits.append(edit)
            context.noteOnTerminal("\(shown(edit.path)) is written")
        }
        record.folders += folders.filter { !record.folders.contains($0) }
        keep(record, memory)
        var isWhole = true
        for target in look.startUp.missing {
            do throws(Failure) {
                let isMade = try StartUpEdit(context: context).change(target.file.path) { text in
                    StartUpBlock.lines(in: text) == nil ? target.block.inserted(into: text) : nil
                }
                record.files.append(
                    SetupRecord.StartUpFile(
                        path: target.file.path, isMade: isMade,
                        lines: Digest64(of: target.block.lines.utf8)))
                keep(record, memory)
                context.noteOnTerminal("\(target.name) is written")
            } catch {
                isWhole = false
                var failure = error
                failure.hints.append("Add it by hand: `\(target.block.lines)`")
                Context.writeError(failure.rendered(in: context.style(for: .error)))
            }
        }
        return isWhole && byHand()
    }

    /// Says what a person has to do where no file is known; whether there is nothing.
    private func byHand() -> Bool {
        guard look.startUp.ownLine == nil, look.startUp.targets.isEmpty else { return true }
        let steps = look.startUp.steps.joined(separator: "\n  ")
        context.note(
            "what \(look.shell.name) does at its start is not changed here; by hand:\n  \(steps)"
        )
        return false
    }

    /// Makes the changes in the file of profiles.
    ///
    /// - Returns: What was changed; nil if nothing was.
    private func edit(_ plan: SetupPlan) throws(Failure) -> SetupRecord.Edit? {
        guard let user = ConfigurationFiles.user(in: context) else { return nil }
        let path = PathText.absolute(user.path) ?? user.path
        let shared = EditSession.shared
        return try EditSession.run(context) { (session) throws(Failure) -> SetupRecord.Edit? in
            let before = session.files[shared].file.content
            var edit = SetupRecord.Edit(path: path, isMade: !session.files[shared].existed)
            if let name = try defaultName(plan.choice, &session, &edit) {
                let value = Array(name.utf8)
                try session.files[shared].edit { (editor) throws(ConfigEditor.Problem) in
                    try editor.set(.top("default"), to: .string(value))
                }
                edit.defaultName = value
            }
            for command in plan.commands.map({ Array($0.utf8) }) {
                try session.files[shared].edit { (editor) throws(ConfigEditor.Problem) in
                    guard editor.node(at: .rule(command)) == nil else { return }
                    try editor.set(.rule(command), to: .boolean(true))
                    edit.commands.append(command)
                }
            }
            guard session.files[shared].isChanged else { return nil }
            let after = session.files[shared].editor.source
            edit.insertions = TextInsertions(from: before ?? [], to: after)
            return edit
        }
    }

    /// The default that is to be set, whose profile is added where it is missing; nil if one is set.
    private func defaultName(
        _ choice: SetupPlan.Choice, _ session: inout EditSession, _ edit: inout SetupRecord.Edit
    ) throws(Failure) -> String? {
        switch choice {
        case .kept, .nothing: return nil
        case .named(let reference): return reference.text
        case .found(let proxy):
            var name = proxy.name
            let isThere = session.hasProfile(name)
            if proxy.source == .port, !isThere {
                try session.addProfile(
                    name,
                    [
                        (.description, .string(Array(proxy.program.utf8))),
                        (.url, .string(Array(proxy.url.utf8))),
                    ], in: EditSession.shared)
            } else if proxy.source == .system, let (base, proposal) = look.systemProfile,
                let keys = ProposalKeys(proposal)
            {
                name = try session.add(proposal, keys, named: base).name
            }
            if !isThere {
                let editor = session.files[EditSession.shared].editor
                edit.profile = editor.digest(at: .profile(name)).map { (Array(name.utf8), $0) }
            }
            return name
        }
    }

    /// The folders that are not there yet, of all that is written.
    private func missingFolders(_ memory: SetupMemory?) -> [[UInt8]] {
        var paths = look.startUp.missing.map { $0.file.path }
        if let memory { paths.append(memory.path) }
        // The proof needs it for a moment.
        if let cache = CacheFolder.lasting(in: context.environment) {
            paths.append(PathText.path("setup", in: cache.path))
        }
        if let user = ConfigurationFiles.user(in: context) {
            paths.append(PathText.absolute(user.path) ?? user.path)
        }
        var folders: [[UInt8]] = []
        for folder in paths.flatMap({ StartUpEdit.missingFolders(above: $0) })
        where !folders.contains(folder) {
            folders.append(folder)
        }
        return folders
    }

    private func keep(_ record: SetupRecord, _ memory: SetupMemory?) {
        guard !record.files.isEmpty || !record.edits.isEmpty else { return }
        do throws(PrivatePlace.Flaw) {
            guard let memory else { return }
            try memory.store(record)
        } catch {
            context.note(
                "what was done could not be noted, so that `--undo` finds the lines in the start-up files alone"
            )
        }
    }

    private func shown(_ path: [UInt8]) -> String {
        ConfigurationFiles.displayed(path, home: context.home)
    }
}
