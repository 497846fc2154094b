import ProxyEnvCore

/// `add NAME URL`: adds a profile.
struct AddCommand: Command {
    let name = "add"
    var description: CommandDescription {
        CommandDescription(
            operands: "NAME [URL|HOST:PORT|PORT|-]", summary: "add a profile",
            details: """
                HOST:PORT is http://HOST:PORT, and PORT one of this machine. With `-` the URL is read from standard input, and may hold a name and a
                password as they are: nothing in them has to be encoded. A password is never an argument, as every
                user of the machine can read those: --password-prompt asks for it.
                """,
            group: .profiles, operandCount: 1...2, mayGetPassword: true,
            options: Option.keys + [.passwordPrompt, .local, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let profile = try ProfileOperand.name(invocation.operands[0])
        let url = invocation.operands.count > 1 ? invocation.operands[1] : nil
        var members = try members(of: context.options)
        if url?.equals("-") == true {
            try addPasted(try SecretInput.line("URL", context), to: &members)
        } else if let url {
            members.insert((.url, .string(try ProfileValue.url(url))), at: 0)
            context.noteNarrowed(url)
        }
        let file = context.options.isLocal ? EditSession.local : EditSession.shared
        let place = try EditSession.run(context) { (session) throws(Failure) in
            try session.addProfile(profile, members, in: file)
            return session.files[file].name
        }
        context.noteChange("\(place): \(profile) is added")
        if context.options.has(.passwordPrompt), !context.options.isDryRun {
            return try PasswordCommand.ask(for: profile, context)
        }
        return 0
    }

    /// What the options say, in the order in which files have it.
    private func members(
        of options: Options
    ) throws(Failure) -> [(key: ProfileKey, value: TOMLValue)] {
        var members: [(key: ProfileKey, value: TOMLValue)] = []
        for key in ProfileKey.inOrder {
            var words = options.values(of: .key(key))
            if words.isEmpty { continue }
            if key == .passwordCommand {
                guard words.count == 1, let split = ShellWords.split(words[0]), !split.isEmpty
                else {
                    throw .usage("`--password-command` is one command, its quotes closed")
                }
                words = split
            }
            members.append((key, try ProfileValue.value(of: key, words)))
        }
        return members
    }

    /// Takes a URL apart, whose name and password need no encoding.
    private func addPasted(
        _ text: [UInt8], to members: inout [(key: ProfileKey, value: TOMLValue)]
    ) throws(Failure) {
        let pasted = PastedURL(text)
        // Behind an `@` without a scheme in front may be the rest of a password as well as a host.
        let url = pasted.username == nil ? ProxyURLParser.completed(pasted.url) : pasted.url
        // What is no URL may be a password, or a part of one, and is not shown in any error.
        guard (try? ProxyURLParser.parse(url)) != nil else {
            throw Failure(
                "what was given on standard input is not the URL of a proxy (it is not shown here)",
                hint:
                    "Give SCHEME://NAME:PASSWORD@HOST:PORT; nothing in the password has to be encoded."
            )
        }
        var parts: [(key: ProfileKey, value: TOMLValue)] = [(.url, .string(url))]
        if let username = pasted.username { parts.append((.username, .string(username))) }
        if let password = pasted.password { parts.append((.password, .string(password))) }
        for part in parts where members.contains(where: { $0.key == part.key }) {
            throw .usage("`\(part.key.rawValue)` is given twice: in the URL, and by its option")
        }
        members = parts + members
    }
}
