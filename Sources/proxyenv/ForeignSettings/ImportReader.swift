import ProxyEnvCore

/// Fetches what a source of `import` says: from the environment, a program, or a file.
struct ImportReader {
    /// The context.
    let context: Context
    /// The environment from before `use`.
    let baseline: Environment

    /// What was found, and what a profile made of it is called.
    struct Result {
        /// The profiles.
        var findings: ImportFindings
        /// Their name.
        var name: String
    }

    /// The most bytes of a file that are read; Clash's may have thousands of servers and rules.
    private static func longest(_ source: ImportSource) -> Int {
        switch source {
        case .clash: 16 << 20
        case .v2ray: 4 << 20
        default: ScriptDownload.longest
        }
    }

    init(_ context: Context) {
        self.context = context
        baseline = context.shellSwitch.baseline
    }

    /// What `source` says.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - operand: The file or URL that it needs.
    /// - Returns: At least one profile.
    /// - Throws: That it can't be read, or names no proxy.
    func read(_ source: ImportSource, _ operand: [UInt8]) throws(Failure) -> Result {
        var name = source.rawValue
        var findings: ImportFindings
        let absence: String
        switch source {
        case .env:
            findings = EnvironmentImport.findings(in: baseline)
            absence = "none of the variables http_proxy, https_proxy and all_proxy is set here"
        case .system:
            let settings = try SystemSettingsReader(environment: baseline, home: context.home)
                .read()
            name = settings.profileName
            if settings.mode != .manual {
                for remark in settings.remarks { context.note(remark) }
            }
            if case .automatic(let script) = settings.mode, !script.isEmpty {
                context.note(
                    "\(settings.system) is set to a PAC file, whose text is read, and which is never run"
                )
                findings = try content(.pac, script)
            } else if settings.mode == .manual {
                findings = settings.findings
            } else {
                throw settings.unusable
            }
            absence = "\(settings.system) names no proxy"
        case .git:
            findings = GitImport.findings(in: try gitOutput()) { path in
                ConfigurationFiles.displayed(path, home: context.home)
            }
            absence = "git has no `http.proxy`"
        case .npm: (findings, absence) = try settings(of: .npm)
        case .pip: (findings, absence) = try settings(of: .pip)
        case .curl: (findings, absence) = try settings(of: .curl)
        case .codex: (findings, absence) = try settings(of: .codex)
        case .clash, .v2ray, .pac:
            findings = try content(source, operand)
            absence = "\(ConfigurationFiles.displayed(operand, home: context.home)) names no proxy"
        }
        findings = findings.shortened
        for remark in findings.remarks { context.note(remark) }
        if findings.proposals.isEmpty {
            throw Failure(findings.remarks.isEmpty ? absence : "nothing is left to import")
        }
        return Result(findings: findings, name: name)
    }

    /// What the tool's own file says, and what to say where that is nothing.
    private func settings(of tool: Tool) throws(Failure) -> (ImportFindings, String) {
        var files = ToolFiles(context)
        guard let kind = tool.settings.files.first else { return (ImportFindings(), "") }
        let settings = files.settings(in: kind)
        for problem in files.problems {
            if settings.isEmpty { throw Failure(problem) }
            context.note(problem)
        }
        let names = files.names(of: kind)
        let absence =
            names.isEmpty
            ? "there is no file of \(tool.name)'s"
                + (context.home == nil
                    ? ", as \(StandardFolders.settingsVariable) is not set" : " here")
            : "no proxy is set in \(names.joined(separator: " or "))"
        if tool.settings.areVariables {
            var name = names.first ?? ""
            if case .file(let path, _, _)? = settings.first?.source { name = path }
            let description = "from \(tool.name)'s \(name)"
            return (EnvironmentImport.findings(in: settings, description: description), absence)
        }
        let findings = SettingsImport.findings(
            in: settings, of: tool.name, port: tool.defaultPort)
        return (findings, absence)
    }

    private func gitOutput() throws(Failure) -> [UInt8] {
        let outcome: ChildProcess.Outcome
        do throws(SystemError) {
            outcome = try ChildProcess.run(
                GitImport.command.map { Array($0.utf8) }, ShimFolder.gitInquiry(in: baseline),
                quietly: true, limit: 2000)
        } catch {
            throw Failure("cannot start git: \(error.message)")
        }
        if outcome.wasStopped { throw Failure("git took longer than 2 s, or says too much") }
        // 1 is git's way to say that there is no such key.
        if outcome.status > 1 {
            throw Failure(
                "git cannot read its configuration (status \(outcome.status))",
                hint: "See what `git config --list` says.")
        }
        return outcome.output
    }

    // MARK: Files

    private func content(
        _ source: ImportSource, _ operand: [UInt8]
    ) throws(Failure) -> ImportFindings {
        if source == .pac, ScriptDownload.isURL(operand) {
            let text = try ScriptDownload.text(of: operand, baseline)
            return try findings(source, text, DisplayText.shortened(operand, to: 200))
        }
        let path = PathText.ofURL(operand) ?? operand
        let file = try ReadableFile.load(path, limit: Self.longest(source), home: context.home)
        let text = file?.content ?? []
        return try findings(source, text, ConfigurationFiles.displayed(path, home: context.home))
    }

    private func findings(
        _ source: ImportSource, _ text: [UInt8], _ name: String
    ) throws(Failure) -> ImportFindings {
        if text.allSatisfy({ $0 <= 0x20 }) { throw Failure("\(name) is empty") }
        do throws(ImportProblem) {
            switch source {
            case .clash: return try ClashImport.findings(in: text, path: name)
            case .v2ray: return try V2RayImport.findings(in: text, path: name)
            default: return try PACImport.findings(in: text, place: name)
            }
        } catch {
            let place = error.line.map { "\(name):\($0)" } ?? name
            throw Failure("\(place): \(error.message)", hint: error.hint)
        }
    }
}
