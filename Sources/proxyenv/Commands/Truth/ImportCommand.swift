import ProxyEnvCore

/// `import SOURCE`: makes profiles of what another program is set to.
struct ImportCommand: Command {
    let name = "import"
    var description: CommandDescription {
        CommandDescription(
            operands: "SOURCE [FILE|URL]",
            summary: "make profiles from another program's settings",
            details: """
                SOURCE is one of

                \(Self.sources)

                A profile that is there already is left as it is: another one is called NAME-2. A password goes
                where `proxyenv password` keeps it. Nothing of the other program is changed.
                """,
            group: .truth, operandCount: 1...2, operandKinds: [.source, .file],
            options: [.name, .local, .dryRun, .json])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let source = try Self.source(invocation.operands[0])
        let operand = try Self.operand(of: source, invocation)
        let name = try context.options.values(of: .name).last.map { (word) throws(Failure) in
            try ProfileOperand.name(word)
        }
        let read = try ImportReader(context).read(source, operand)
        let base = name ?? read.name
        let found = read.findings.proposals.compactMap { proposal in
            ProposalKeys(proposal).map { (proposal, $0) }
        }
        let profiles = try EditSession.run(context, showsDifference: false) {
            (session) throws(Failure) in
            var profiles: [ImportedProfile] = []
            for (proposal, keys) in found {
                let profile = try session.add(proposal, keys, named: base + proposal.suffix)
                // Two that a source names alike are one.
                if !profiles.contains(where: { $0.name == profile.name }) {
                    profiles.append(profile)
                }
            }
            return profiles
        }
        for (_, keys) in found { for remark in keys.remarks { context.note(remark) } }
        try report(profiles, source, read.findings.remarks, context)
        if !context.options.isDryRun { try keepPasswords(of: profiles, context) }
        return 0
    }

    /// Keeps the passwords of profiles that have none yet; one that can't be kept keeps no other from it.
    private func keepPasswords(
        of profiles: [ImportedProfile], _ context: Context
    ) throws(Failure) {
        var failure: Failure?
        for profile in profiles where profile.lacksPassword {
            guard let password = profile.keys.password else { continue }
            do throws(Failure) {
                try PasswordCommand.keep(password, for: profile.name, context)
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    // MARK: What is asked for

    private static var sources: String {
        ImportSource.inOrder.map { source in
            let padding = String(repeating: " ", count: 8 - source.rawValue.utf8.count)
            return "  \(source.rawValue)\(padding)\(source.summary)"
        }.joined(separator: "\n")
    }

    private static func source(_ word: [UInt8]) throws(Failure) -> ImportSource {
        if let source = ImportSource.named(word) { return source }
        throw Failure.unknown(
            "source to import from", word, in: ImportSource.names, listsKnown: true
        ).asUsage
    }

    private static func operand(
        of source: ImportSource, _ invocation: Invocation
    ) throws(Failure) -> [UInt8] {
        let operand = invocation.operands.dropFirst().first
        if let wanted = source.operand {
            guard let operand, !operand.isEmpty else {
                throw .usage(
                    "`import \(source.rawValue)` needs \(wanted)",
                    hint: "Write `proxyenv import \(source.rawValue) \(wanted)`.")
            }
            return operand
        }
        if let operand {
            throw .usage(
                "`import \(source.rawValue)` takes no further `\(DisplayText.shortened(operand))`")
        }
        return []
    }

    // MARK: Output

    private func report(
        _ profiles: [ImportedProfile], _ source: ImportSource, _ remarks: [String],
        _ context: Context
    ) throws(Failure) {
        if context.options.isJSON {
            let all = remarks + profiles.flatMap { $0.keys.remarks }
            try context.report(
                .object([
                    ("source", .string(source.rawValue)),
                    ("dryRun", .boolean(context.options.isDryRun)),
                    ("profiles", .array(profiles.map { json($0) })),
                    ("remarks", .array(all.map { .string($0) })),
                ]))
        } else if !context.options.isQuiet {
            let style = context.style(for: .output)
            let isDry = context.options.isDryRun
            try context.report(profiles.map { text($0, isDry, style) }.joined())
        }
    }

    private func text(_ profile: ImportedProfile, _ isDry: Bool, _ style: TextStyle) -> String {
        let name = style.bold(profile.name)
        guard let place = profile.place else {
            let isKept = profile.keys.password != nil && !profile.lacksPassword
            return "\(name) is there already, with the proxy of \(profile.proposal.origin)"
                + (isKept
                    ? "; its password stays as it is (proxyenv password \(profile.name))" : "")
                + "\n"
        }
        var text = "\(name) \(isDry ? "would be" : "is") added to \(place)\n"
        func row(_ key: String, _ value: String) {
            text +=
                "  \(key)\(String(repeating: " ", count: max(1, 13 - key.utf8.count)))\(value)\n"
        }
        for member in profile.keys.members {
            switch member.value {
            case .string(let value): row(member.key.rawValue, DisplayText.shortened(value, to: 200))
            case .strings(let values):
                let list = Array(values.joined(separator: Array(", ".utf8)))
                row(member.key.rawValue, DisplayText.shortened(list, to: 200))
            case .boolean, .table: break
            }
        }
        if profile.keys.password != nil { row("password", "***") }
        row("found in", profile.proposal.origin)
        return text
    }

    private func json(_ profile: ImportedProfile) -> JSONValue {
        let proxies = profile.keys.proxies
        return .object([
            ("name", .string(profile.name)),
            ("file", .optional(profile.place)),
            ("http", .string(proxies.http.text)), ("https", .string(proxies.https.text)),
            ("all", proxies.all.map { .string($0.text) } ?? .null),
            ("username", profile.keys.username.map { .string($0) } ?? .null),
            ("password", .boolean(profile.keys.password != nil)),
            ("noProxy", .array(profile.proposal.noProxy.map { .string($0) })),
            ("description", .string(profile.proposal.description)),
            ("origin", .string(profile.proposal.origin)),
        ])
    }
}
