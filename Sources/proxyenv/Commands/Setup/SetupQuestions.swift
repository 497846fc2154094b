import ProxyEnvCore

/// The questions of `setup`, one line each, on the terminal.
struct SetupQuestions {
    private let look: SetupLook
    private let search: ProgramSearch

    /// The questions about what `look` saw.
    init(_ look: SetupLook, _ context: Context) {
        self.look = look
        search = ProgramSearch(context.environment)
    }

    /// Asks for what may be otherwise than in `plan`.
    ///
    /// - Returns: What is wanted, or nil if the person wants nothing.
    /// - Throws: That nobody can be asked.
    func ask(_ plan: SetupPlan) throws(Failure) -> SetupPlan? {
        var plan = plan
        if case .kept = plan.choice {
        } else {
            guard let choice = try askForDefault(plan.choice) else { return nil }
            plan.choice = choice
        }
        return try askForCommands(plan)
    }

    private func askForDefault(_ choice: SetupPlan.Choice) throws(Failure) -> SetupPlan.Choice? {
        var proposal = ""
        switch choice {
        case .found(let proxy): proposal = proxy.name
        case .named(let reference): proposal = reference.text
        case .kept, .nothing: break
        }
        let others = look.findings.proxies.map { $0.name }.filter { $0 != proposal }
        let more = others.isEmpty ? "" : ", or \(others.joined(separator: ", "))"
        let question =
            proposal.isEmpty
            ? "\nThe proxy (a URL, a port or a profile; q quits): "
            : "\nWhich proxy by default? \(DisplayText.shortened(Array(proposal.utf8)))\n"
                + "  Enter: this one. Or another profile\(more), a URL, a port. q quits: "
        while true {
            guard let line = try answer(question) else { return nil }
            if line.isEmpty {
                if proposal.isEmpty { continue }
                return choice
            }
            if let proxy = look.findings.proxies.first(where: { line.equals($0.name) }) {
                return .found(proxy)
            }
            do throws(Failure) {
                return try look.choice(line)
            } catch {
                Context.writeError(error.rendered(in: TextStyle(isColored: false)))
            }
        }
    }

    private func askForCommands(_ plan: SetupPlan) throws(Failure) -> SetupPlan? {
        var plan = plan
        while true {
            let names = plan.commands.isEmpty ? "none" : plan.commands.joined(separator: " ")
            let question =
                "\nCommands to wrap: \(names)\n"
                + "  Enter: these. Names: only those. -NAME, +NAME: one less, one more. none: no command. q quits: "
            guard let line = try answer(question) else { return nil }
            if line.isEmpty { return plan }
            let words = line.pieces { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }
            do throws(SetupPlan.CommandProblem) {
                plan = try plan.changed(by: words.map { Array($0) }) {
                    search.has(Array($0.utf8))
                }
            } catch {
                let word = DisplayText.shortened(error.word)
                Context.writeError(
                    error.isAbsent
                        ? "proxyenv: there is no command `\(word)` here; +NAME adds one all the same\n"
                        : "proxyenv: `\(word)` cannot be wrapped\n")
            }
        }
    }

    /// What was typed, without blanks at its ends; nil for `q` and for Ctrl-D.
    private func answer(_ question: String) throws(Failure) -> [UInt8]? {
        do throws(Terminal.Problem) {
            let line = Array(try Terminal.line(question)[...].trimmed)
            return line.equalsIgnoringCase("q") ? nil : line
        } catch .cancelled {
            Context.writeError("\n")
            return nil
        } catch {
            throw Failure("there is no terminal to ask on")
        }
    }
}
