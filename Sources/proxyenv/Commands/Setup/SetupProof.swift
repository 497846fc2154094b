import ProxyEnvCore

/// The look at what a wrapped command sees in a shell that is started anew.
///
/// The shell runs on a terminal of its own, as if a window were opened. In it the command stands for one that writes down its
/// proxy, so that nothing of the real one is run.
struct SetupProof {
    private let look: SetupLook
    private let context: Context

    /// The most milliseconds that all shells together take.
    private static let limit = 5000

    /// The proof after what `look` saw.
    init(_ look: SetupLook, _ context: Context) {
        self.look = look
        self.context = context
    }

    /// What became of the command.
    private enum Outcome {
        /// It got a profile, and this proxy, which may be empty.
        case wrapped(proxy: [UInt8])
        /// It got no profile, and this proxy from elsewhere, which may be empty; proxyenv may not even be in PATH there.
        case plain(proxy: [UInt8], isFound: Bool)
        /// The shell was not done with it when the time was up.
        case late
        /// The shell never came to it.
        case unreached
        /// The shell did not start.
        case failed(String)
    }

    /// Starts the shell and tells what the first command sees.
    ///
    /// - Returns: Whether that is its profile, as far as it can be seen.
    /// - Throws: That the outcome can't be written.
    func make(_ plan: SetupPlan) throws(Failure) -> Bool {
        // What a person has still to do can't be seen yet.
        if look.startUp.targets.isEmpty, look.startUp.ownLine == nil { return true }
        let isLoaded = context.environment["PROXYENV_SHELL_VIEW"] != nil
        let line = isLoaded ? "proxyenv reload" : look.shell.hookLine
        // The line is for the shell that was set up, which need not be the one that this runs in.
        let here = context.options.shell == nil ? line : nil
        let start =
            "\nIt works in new terminals." + (here.map { " For this one, type:\n  \($0)" } ?? "")
        guard let command = first(plan) else {
            try context.report(
                "\nNo command goes through the proxy yet: `proxyenv wrap NAME` adds one.\n")
            return true
        }
        guard let trial = look.shell.trial, let program = look.program, HiddenTerminal.isOffered
        else {
            try context.report(
                "\nA new \(look.shell.name) is not tried here. Open one, and see: proxyenv doctor \(command)\n"
            )
            return true
        }
        let progress = Progress(context)
        progress.show("starting a new \(look.shell.name)")
        let (outcome, verdict) = tried(trial, program, command)
        progress.clear()
        let shell = look.shell.name
        let doctor = "proxyenv doctor \(command)"
        switch outcome {
        case .wrapped(let proxy):
            let seen =
                proxy.isEmpty
                ? "no proxy, as its profile says" : DisplayText.shortened(proxy, to: 200)
            var text = "\nIn a new \(shell), \(command) sees \(seen).\n"
            if let verdict { text += "\(doctor) says there:\n  \(verdict)\n" }
            text += "\(start)\nIf it fails there: \(doctor)\n"
            try context.report(text)
            return true
        case .plain(let proxy, let isFound):
            let seen = proxy.isEmpty ? "no proxy" : DisplayText.shortened(proxy, to: 200)
            let reason = isFound ? "the hook is not loaded there" : "proxyenv is not in PATH there"
            tellFailure("\(command) sees \(seen), and no profile: \(reason)", doctor)
            if !isFound, let program = try? ProgramPath.current(context) {
                let folder = ConfigurationFiles.displayed(
                    PathText.folder(of: program), home: context.home)
                Context.writeError(
                    "  hint: Put \(folder) into PATH in a file that it reads first.\n")
            }
        case .unreached: tellFailure("\(command) was never started", doctor)
        case .late:
            tellFailure(
                "\(command) was not reached in \(Self.limit / 1000) s: its start-up files wait for something, start another program, or are slow",
                doctor)
        case .failed(let reason): tellFailure("nothing was tried: \(reason)", doctor)
        }
        return false
    }

    private func tellFailure(_ text: String, _ doctor: String) {
        Context.writeError(
            "proxyenv: in a new \(look.shell.name), \(text)\n  hint: Open one, and type `\(doctor)` there.\n"
        )
    }

    /// The wrapped command that people most likely mean.
    private func first(_ plan: SetupPlan) -> String? {
        let wrapped = look.shell.wrappable(look.configuration.commandNames + plan.commands)
        return SetupFindings.candidates.first { wrapped.contains($0) } ?? wrapped.first
    }

    // MARK: The trial

    private func tried(
        _ trial: ShellTrial, _ program: [UInt8], _ command: String
    ) -> (Outcome, verdict: String?) {
        guard let cache = CacheFolder.lasting(in: context.environment) else {
            return (.failed("there is no folder for it"), nil)
        }
        Self.sweep(context)
        // PATH parts its folders there.
        if cache.path.contains(UInt8(ascii: ":")) {
            return (.failed("the folder for it has a `:` in its path"), nil)
        }
        let number = Array(String(UInt64.random(in: 0...UInt64.max), radix: 16).utf8)
        let folder = cache.path + [PathText.separator] + Array("setup-".utf8) + number
        func file(_ name: String) -> [UInt8] { PathText.path(name, in: folder) }
        defer {
            HiddenTerminal.endAll(with: Self.mark, folder)
            Self.remove(folder)
        }
        do throws(SystemError) {
            try FileSystem.makeDirectory(folder)
            try FileSystem.write(
                Self.standIn, to: file(command), isExecutable: true, isPrivate: true,
                replacing: false)
        } catch {
            return (.failed(error.message), nil)
        }
        let deadline = Clock.milliseconds + Self.limit
        var outcome = Outcome.unreached
        for (number, way) in trial.ways.enumerated() {
            FileSystem.remove(file("seen"))
            let isLast = number == trial.ways.count - 1
            let arguments = trial.arguments(way, for: command, asksDoctor: isLast)
            let words = [program] + arguments.map { Array($0.utf8) }
            var hasEnded = false
            do throws(SystemError) {
                let left = max(1, deadline - Clock.milliseconds)
                hasEnded = try HiddenTerminal.run(words, environment(folder), limit: left) != nil
            } catch {
                return (.failed(error.message), nil)
            }
            guard let seen = try? FileSystem.load(file("seen"), limit: 65_536).content else {
                return (hasEnded ? .unreached : .late, nil)
            }
            let lines = seen.split(separator: 0x0A, omittingEmptySubsequences: false)
            let proxy = lines.count > 1 ? Array(lines[1]) : []
            guard lines.first?.isEmpty == false else {
                let isFound = (try? FileSystem.status(of: file("doctor")))?.size ?? 1 > 0
                return (.plain(proxy: proxy, isFound: isFound), nil)
            }
            outcome = .wrapped(proxy: proxy)
        }
        let report = try? FileSystem.load(file("doctor"), limit: 1 << 20).content
        return (outcome, report.flatMap { Self.verdict($0) })
    }

    /// What `report` of doctor's says last: the sentence that matters, and what cures it.
    private static func verdict(_ report: [UInt8]) -> String? {
        let lines = report.split(separator: 0x0A).filter { !$0.trimmed.isEmpty }
        guard let start = lines.lastIndex(where: { $0.first != 0x20 }) else { return nil }
        return lines[start...].map { DisplayText.shortened($0, to: 300) }.joined(separator: "\n")
    }

    /// The variable by which all that a trial has started is known.
    private static let mark = "PROXYENV_TRIAL"

    /// Takes away what a proof has left that was ended from outside.
    static func sweep(_ context: Context) {
        guard let cache = CacheFolder.lasting(in: context.environment) else { return }
        for name in FileSystem.names(in: cache.path, withPrefix: Array("setup-".utf8)) {
            remove(cache.path + [PathText.separator] + name)
        }
    }

    /// Takes the folder of a trial away.
    private static func remove(_ folder: [UInt8]) {
        for name in FileSystem.names(in: folder, withPrefix: []) {
            FileSystem.remove(folder + [PathText.separator] + name)
        }
        FileSystem.removeFolder(folder)
    }

    /// What stands for the command; no password of the proxy's is written down.
    private static let standIn = Array(
        """
        #!/bin/sh
        umask 077
        proxy=${https_proxy:-${HTTPS_PROXY:-${ALL_PROXY-}}}
        case $proxy in
            *://*@*) proxy=${proxy%%://*}://${proxy##*@} ;;
            *@*) proxy=${proxy##*@} ;;
        esac
        printf '%s\\n' "${PROXYENV_ACTIVE-}" "$proxy" >"$PROXYENV_TRIAL/seen"

        """.utf8)

    /// The environment of a terminal in which nothing was done yet.
    private func environment(_ folder: [UInt8]) -> Environment {
        let plain = EndpointProbe.environment(context.shellSwitch)
        var changes = ["PROXYENV_SHELL_VIEW", "PROXYENV_SHELL"].map {
            EnvironmentPatch.Change.unset(name: $0)
        }
        changes.append(.set(name: Self.mark, value: folder))
        // It would begin a file of its own.
        if look.shell.name == "ksh" {
            changes.append(.set(name: "HISTFILE", value: Array("/dev/null".utf8)))
        }
        let patch = EnvironmentPatch(changes)
        return patch.applied(to: plain)
    }
}
