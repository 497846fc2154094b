import ProxyEnvCore

/// `setup --undo`: takes out what `setup` put in.
struct SetupUndo {
    private let context: Context
    private let memory: SetupMemory?
    private var record: SetupRecord

    /// The undoing of all that is noted, and of what the start-up files themselves tell.
    init(_ context: Context) throws(Failure) {
        self.context = context
        memory = SetupMemory(context)
        record = memory?.load() ?? SetupRecord()
        for shell in Shells.all {
            let folders = try StartUpLook.folders(shell, nil, context)
            for file in shell.hookFiles(folders)
            where !record.files.contains(where: { $0.path == file.path })
                && StartUpBlock.lines(in: folders.content(file.path) ?? []) != nil
            {
                record.files.append(
                    SetupRecord.StartUpFile(path: file.path, isMade: false, lines: nil))
            }
        }
    }

    /// Takes it out.
    ///
    /// - Returns: The exit status.
    /// - Throws: That the file of profiles can't be changed.
    mutating func run() throws(Failure) -> Int32 {
        if record.isEmpty {
            context.note("there is nothing that `setup` has put in")
            return 0
        }
        var isWhole = true
        for file in record.files.reversed() {
            do throws(Failure) {
                try takeOut(file)
                record.files.removeAll { $0 == file }
            } catch {
                isWhole = false
                Context.writeError(error.rendered(in: context.style(for: .error)))
            }
        }
        for edit in record.edits.reversed() {
            do throws(Failure) {
                try takeOut(edit)
                record.edits.removeAll { $0 == edit }
            } catch {
                isWhole = false
                Context.writeError(error.rendered(in: context.style(for: .error)))
            }
        }
        if context.options.isDryRun { return 0 }
        SetupProof.sweep(context)
        if isWhole {
            memory?.remove()
            for folder in record.folders.reversed() { FileSystem.removeFolder(folder) }
        } else {
            try? memory?.store(record)
        }
        return isWhole ? 0 : 1
    }

    private func takeOut(_ file: SetupRecord.StartUpFile) throws(Failure) {
        let name = shown(file.path)
        guard (try? FileSystem.status(of: file.path)) != nil else { return }
        var isChanged = false
        var isOthers = false
        var isEmpty = false
        var isBroken = false
        try StartUpEdit(context: context).change(file.path) { text in
            guard let lines = StartUpBlock.lines(in: text),
                let rest = StartUpBlock.removed(from: text)
            else {
                isBroken = text.firstOccurrence(of: Array(StartUpBlock.opening.utf8)) != nil
                return nil
            }
            isOthers = file.lines.map { $0 != Digest64(of: lines) } ?? false
            if isOthers { return nil }
            isChanged = true
            isEmpty = rest.isEmpty
            return context.options.isDryRun ? nil : rest
        }
        if isOthers || isBroken {
            throw Failure(
                isOthers
                    ? "\(name): the lines were changed since, and stay"
                    : "\(name): one of the two comments around the lines is gone, and they stay",
                hint: "Delete them by hand, from `\(StartUpBlock.opening)` on.")
        }
        if !isChanged {
            context.note("\(name): the lines are gone already")
        } else {
            tell("\(name): the lines", "taken out")
            if isEmpty, file.isMade, !context.options.isDryRun { FileSystem.remove(file.path) }
        }
    }

    private func takeOut(_ edit: SetupRecord.Edit) throws(Failure) {
        var own = context
        own.options.config = edit.path
        let isThere = (try? FileSystem.status(of: edit.path)) != nil
        guard isThere else { return }
        let (left, isEmpty) = try EditSession.run(own) {
            (session) throws(Failure) -> ([String], Bool) in
            let index = EditSession.shared
            let left = try Self.takeOut(edit, &session.files[index])
            return (left, session.files[index].editor.source.isEmpty)
        }
        for name in left {
            context.note("\(shown(edit.path)): \(name) was changed since, and stays")
        }
        tell("\(shown(edit.path)): the additions", "taken out")
        if isEmpty, edit.isMade, !context.options.isDryRun { FileSystem.remove(edit.path) }
    }

    /// Takes the values of `edit` out of `file`.
    ///
    /// - Returns: What is another value now, and stays.
    private static func takeOut(
        _ edit: SetupRecord.Edit, _ file: inout EditedFile
    ) throws(Failure) -> [String] {
        if let text = edit.insertions?.undone(in: file.editor.source) {
            file.editor = ConfigEditor(text)
            return []
        }
        var left: [String] = []
        try file.edit { (editor) throws(ConfigEditor.Problem) in
            for command in edit.commands {
                guard let node = editor.node(at: .rule(command)) else { continue }
                if editor.document.boolean(node) == true {
                    try editor.remove(.rule(command), keeping: 0)
                } else {
                    left.append(DisplayText.shortened(command))
                }
            }
            if let name = edit.defaultName, let node = editor.node(at: .top("default")) {
                if editor.document.string(node) == name {
                    try editor.remove(.top("default"))
                } else {
                    left.append("default")
                }
            }
            guard let profile = edit.profile else { return }
            let path = ConfigPath.profile(String(decoding: profile.name, as: UTF8.self))
            guard let digest = editor.digest(at: path) else { return }
            if digest == profile.digest {
                try editor.remove(path, keeping: 0)
            } else {
                left.append("profile \(DisplayText.shortened(profile.name))")
            }
        }
        return left
    }

    private func tell(_ what: String, _ fate: String) {
        context.noteOnTerminal("\(what) \(context.options.isDryRun ? "would be" : "are") \(fate)")
    }

    private func shown(_ path: [UInt8]) -> String {
        ConfigurationFiles.displayed(path, home: context.home)
    }
}
