import ProxyEnvCore

/// `show [PROFILE]`: what a profile is and which variables it sets.
struct ShowCommand: Command {
    let name = "show"
    var description: CommandDescription {
        CommandDescription(
            operands: "[PROFILE]",
            summary: "show PROFILE and the variables that it sets",
            details: """
                Without PROFILE: the one that is active in this shell, else the default. Passwords are `***`;
                with --reveal they are shown, but not on a terminal. At the end: the file and line of each key.
                """,
            group: .profiles, operandCount: 0...1, operandKinds: [.profile],
            options: [.json, .reveal])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        var resolver = try ProfileResolver(context)
        let reference = try reference(invocation, &resolver)
        let profile = try resolver.profile(reference)
        let patch = try patch(of: profile, reference, &resolver, context)
        let sources = resolver.sources(of: profile)
        let direct = NoProxyEntries(profile, &resolver).entries
        let reveals = reveals(context)
        if context.options.isJSON {
            let document = json(profile, patch, direct, sources)
            try reveals ? context.write(document) : context.report(document)
        } else {
            let style = context.style(for: .output)
            let text =
                text(profile, patch, direct, style) + SourceText.lines(sources, style)
            try reveals ? context.write(text) : context.report(text)
        }
        return 0
    }

    private func reference(
        _ invocation: Invocation, _ resolver: inout ProfileResolver
    ) throws(Failure) -> ProfileReference {
        if let text = invocation.operands.first { return try resolver.reference(text) }
        return try resolver.reference(for: nil)
    }

    /// What the profile sets, or nil where that is only known when it is used.
    private func patch(
        of profile: Profile, _ reference: ProfileReference, _ resolver: inout ProfileResolver,
        _ context: Context
    ) throws(Failure) -> EnvironmentPatch? {
        switch profile.route {
        case .firstReachable: return nil
        case .proxies, .direct, .system: break
        }
        let reveals = reveals(context)
        let resolution = try resolver.resolve(reference, password: reveals ? .asked : .hidden)
        let patch = try resolver.patch(resolution)
        if reveals { return patch }
        let masked = Masking.masked(patch)
        if context.options.reveals, masked != patch {
            let line = ShellWords.line(["proxyenv", "show", reference.text, "--reveal"])
            context.note("a terminal shows no password: \(line) | cat")
        }
        return masked
    }

    private func reveals(_ context: Context) -> Bool {
        context.options.reveals && !StandardStream.output.isTerminal
    }

    private func text(
        _ profile: Profile, _ patch: EnvironmentPatch?, _ direct: [NoProxyEntries.Entry],
        _ style: TextStyle
    ) -> String {
        var text = style.bold(profile.name) + "\n"
        if let description = profile.description {
            text += "  \(DisplayText.shortened(description, to: 200))\n"
        }
        text += "  \(ProfileText.route(profile))\n"
        guard let patch else { return text + "  which one is known when it is used\n" }
        for change in patch.changes {
            if let value = change.value {
                // Masked where it has to be.
                text += "  \(change.name)=\(DisplayText.plain(value))\n"
            } else {
                text += style.dim("  \(change.name) is unset") + "\n"
            }
        }
        if !direct.isEmpty { text += "  reached without it:\n" }
        for entry in direct {
            text +=
                "    \(DisplayText.escaped(entry.text))" + style.dim("  (\(entry.origin))") + "\n"
        }
        return text
    }

    private func json(
        _ profile: Profile, _ patch: EnvironmentPatch?, _ direct: [NoProxyEntries.Entry],
        _ sources: [ValueSource]
    ) -> JSONValue {
        let variables = patch.map { patch in
            JSONValue.object(
                patch.changes.map { ($0.name, $0.value.map { .string($0) } ?? .null) })
        }
        return .object([
            ("name", .string(profile.name)),
            ("description", profile.description.map { .string($0) } ?? .null),
            ("route", .string(ProfileText.route(profile))),
            ("variables", variables ?? .null),
            (
                "noProxy",
                .array(
                    direct.map {
                        .object([("entry", .string($0.text)), ("from", .string($0.origin))])
                    })
            ),
            ("sources", SourceText.json(sources)),
        ])
    }
}
