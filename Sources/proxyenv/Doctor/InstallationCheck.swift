import ProxyEnvCore

/// The look at everything: proxyenv's own file, this shell, every profile's proxies and every wrapped command.
struct InstallationCheck {
    /// The world.
    let context: Context
    /// How long each step may take.
    let limits: ProbeLimits

    /// Notes what was found.
    func look(_ diagnosis: inout Diagnosis) {
        guard let configuration = lookAtFiles(&diagnosis) else { return }
        let status = ShellStatus(configuration, context)
        diagnosis.note(
            "shell", status.view == nil ? .unknown : .good,
            status.view.map { "the hook is loaded in \($0.shell)" }
                ?? "unknown: load the hook (proxyenv help hook)")
        if let stale = status.stale {
            diagnosis.add(
                Finding(
                    "shell.stale", "the profile has changed since this shell has it: \(stale)",
                    fix: ["proxyenv use \(status.active ?? "")"]))
        }
        lookAtProfiles(configuration, &diagnosis)
        for name in configuration.commandNames { lookAtCommand(name, &diagnosis) }
    }

    private func lookAtFiles(_ diagnosis: inout Diagnosis) -> Configuration? {
        do throws(Failure) {
            let configuration = try ConfigurationFiles.load(in: context)
            let problems = ConfigReader.check(configuration)
            for problem in problems.prefix(Failure.mostDiagnostics) {
                let line = DiagnosticRenderer.line(problem, in: configuration.file(of: problem))
                diagnosis.add(Finding("config.invalid", line, fix: ["proxyenv validate"]))
            }
            let paths = configuration.layers.map { $0.path }
            diagnosis.note(
                "file", problems.isEmpty ? .good : .bad,
                paths.isEmpty
                    ? "there is none: the built-in profiles alone" : paths.joined(separator: ", "))
            return configuration
        } catch {
            let first = error.diagnostics.first.map {
                DiagnosticRenderer.line($0.diagnostic, in: $0.file)
            }
            let line = first ?? error.message
            diagnosis.note("file", .bad, line)
            diagnosis.add(
                Finding("config.invalid", line, fix: ["proxyenv validate", "proxyenv edit"]))
            return nil
        }
    }

    /// Looks at the proxies of all profiles at once; what is behind them is a question for one command.
    private func lookAtProfiles(_ configuration: Configuration, _ diagnosis: inout Diagnosis) {
        var owners: [(profile: String, key: ProfileKey, place: Int)] = []
        var places: [ProxyURL] = []
        let files = ProfileResolver(context, configuration)
        for name in configuration.profileNames {
            for (proxy, key) in proxies(of: name, files, &diagnosis) {
                let known = places.lastIndex(of: proxy)
                owners.append((name, key, known ?? places.count))
                if known == nil { places.append(proxy) }
            }
        }
        if owners.isEmpty { return }
        diagnosis.progress("looking at the proxies of \(configuration.profileNames.count) profiles")
        let plain = EndpointProbe.environment(ShellSwitch(context.environment))
        let reports = EndpointProbe.reports(
            of: places, url: nil, limits: limits, in: plain)
        guard let target = Target(ToolHosts.usual) else { return }
        let isDead = reports.contains { $0.connection == .refused || $0.spoken.contains(.web) }
        let others = isDead ? LocalProxies.urls(in: plain) : []
        for owner in owners {
            let report = reports[owner.place]
            var findings = ProxyFindings(
                report: report, profile: owner.profile, key: owner.key, target: target,
                others: { others })
            findings.isAboutPassword = false
            let finding = findings.finding
            diagnosis.note(
                "profile", finding == nil ? .good : .bad,
                "\(owner.profile): \(finding?.title ?? "\(report.proxy.endpoint) answers")")
            if let finding { diagnosis.add(finding) }
        }
    }

    /// The proxies of the profile `name` and the keys that hold them; why it can't be used is added to `diagnosis`.
    private func proxies(
        of name: String, _ files: ProfileResolver, _ diagnosis: inout Diagnosis
    ) -> [(proxy: ProxyURL, key: ProfileKey)] {
        // What is wrong with one profile is no fault of the next.
        var resolver = files
        do throws(Failure) {
            let resolution = try resolver.resolve(.name(name), password: .hidden)
            guard let proxies = resolution.profile.proxies else { return [] }
            return proxies.distinct.map { proxy in
                let key = resolver.reader.key(
                    of: proxy, in: proxies, ofProfile: resolution.chosen.name)
                var proxy = proxy
                // Nobody is asked for a password here.
                proxy.credentials = nil
                return (proxy, key)
            }
        } catch {
            // What is wrong with the file has been told.
            if error.diagnostics.isEmpty {
                diagnosis.note("profile", .bad, "\(name): \(error.message)")
                diagnosis.add(Finding("config.profile", error.message, fix: error.hints))
            }
            return []
        }
    }

    private func lookAtCommand(_ name: String, _ diagnosis: inout Diagnosis) {
        var own = Diagnosis()
        let command = Array(name.utf8)
        Examination(command: command, context: context, limits: limits)
            .run(&own, asksNetwork: false)
        let cause = own.findings.first { $0.severity == .problem }
        let way = own.steps.first { $0.name == "way" }?.text
        diagnosis.note(
            "command", cause == nil ? .good : .bad,
            "\(name): \(cause?.title ?? way ?? "nothing is wrong")")
        // What is wrong with the file has been told, each thing at its place.
        diagnosis.add(own.findings.filter { $0.id != "config.invalid" })
    }
}
