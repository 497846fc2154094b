import ProxyEnvCore

/// `edit`: opens a file in the user's editor, and takes it over when it is right.
struct EditCommand: Command {
    let name = "edit"
    var description: CommandDescription {
        CommandDescription(
            summary: "open your file in your editor",
            details: """
                The editor is VISUAL, EDITOR or vi, and gets a copy. What it leaves is checked, offered again as long as
                something is wrong with it, and only then takes the place of the file.
                """,
            group: .profiles, options: [.local])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let index = context.options.isLocal ? EditSession.local : EditSession.shared
        let original = try EditSession.reading(context)[index]
        try original.checkOwner()
        let start = original.file.content ?? []
        try original.makeFolder()
        var copy = EditedCopy(of: original, context)
        try copy.make(start)
        while true {
            try copy.openInEditor()
            let text = try copy.read()
            if text == start {
                copy.remove()
                context.noteOnTerminal("\(original.name): nothing is changed")
                if original.isOpen, original.holdsSecret {
                    context.note(
                        "warning: \(original.name) holds a password or a token, and others can read it: run `\(Ownership.hiding(original.file.path, original.name))`"
                    )
                }
                return 0
            }
            let refusal: Failure?
            do throws(Failure) {
                refusal = try save(text, over: start, index, copy, context)
            } catch {
                throw copy.kept(error)
            }
            guard let failure = refusal else { return 0 }
            Context.writeError(failure.rendered(in: context.style(for: .error)))
            try copy.offerAgain()
        }
    }

    /// Takes `text` over, if it is right.
    ///
    /// - Returns: What is wrong with it, or nil if it was taken over.
    private func save(
        _ text: [UInt8], over start: [UInt8], _ index: Int, _ copy: EditedCopy, _ context: Context
    ) throws(Failure) -> Failure? {
        if let failure = try EditSession.problems(of: text, in: index, context) { return failure }
        var expected = start
        while true {
            // No lock is held while a person thinks.
            let now = try EditSession.reading(context)[index].file.content ?? []
            if now != expected, !copy.mayReplaceOthers() {
                return Failure("\(copy.name) was changed by another program while it was edited")
            }
            expected = now
            let isDone = try EditSession.run(context, replacing: index) {
                (session) throws(Failure) in
                guard session.files[index].file.content ?? [] == expected else { return false }
                session.files[index].editor = ConfigEditor(text)
                return true
            }
            if isDone { break }
        }
        copy.remove()
        context.noteOnTerminal("\(copy.name) is changed")
        return nil
    }
}
