import ProxyEnvCore

/// `rename A B`: gives a profile another name, everywhere in the files.
struct RenameCommand: Command {
    let name = "rename"
    var description: CommandDescription {
        CommandDescription(
            operands: "NAME NEW",
            summary: "give a profile another name, also in the rules that name it",
            group: .profiles, operandCount: 2...2, operandKinds: [.profile], options: [.dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let old = try ProfileOperand.name(invocation.operands[0])
        let new = try ProfileOperand.name(invocation.operands[1])
        if old == new { throw .usage("both names are `\(old)`") }
        try EditSession.run(context) { (session) throws(Failure) in
            if session.isOfTheMachine(old) {
                throw Failure(
                    "profile `\(old)` is in \(session.system?.path ?? "a file"), where it cannot be renamed for you"
                )
            }
            guard session.ownsProfile(old) else {
                if BuiltInProfiles.named(old) == nil { throw session.unknownProfile(old) }
                throw Failure("profile `\(old)` is built in and cannot be renamed")
            }
            if session.hasProfile(new) { throw Failure("there is a profile `\(new)` already") }
            for index in session.files.indices {
                try session.files[index].edit { (editor) throws(ConfigEditor.Problem) in
                    try editor.rename(.profile(old), to: Array(new.utf8))
                    let mentions = editor.document.mentions(of: old)
                    try editor.replaceStrings(mentions.map { $0.node }, by: Array(new.utf8))
                }
            }
        }
        context.noteChange("\(old) is called \(new) now")
        return 0
    }
}
