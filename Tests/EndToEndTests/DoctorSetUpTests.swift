import Testing

/// What people type to set a proxy, in each shell: `doctor` names what no program sees, and nothing where nothing is wrong.
@Suite struct DoctorSetUpTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }

    init() throws {
        stage = try DoctorStage()
        try stage.configure(rule: false)
    }

    @Test(arguments: UnseenSetUps.wrong)
    func `what no program sees is named, with the line that was meant`(
        _ setUp: UnseenSetUps.SetUp
    ) throws {
        let rows = try Self.rows(under: "what is typed")
        for place in setUp.places {
            let answer = try doctor(setUp, in: place)
            #expect(answer.cause == setUp.finding, "\(place): \(answer.text)")
            let finding = Self.finding(in: answer.text).map { documented($0) }
            let fix = finding[1].contains("`") ? finding[1] : "`\(finding[1])`"
            let row = "\(Self.head(setUp)) \(finding[0]) | \(fix) |"
            // PROXYENV_SHOW=1 prints the rows of the page.
            if DoctorStage.isShowing { print("ROW \(row)") }
            #expect(rows.contains(row), "\(place): \(row)")
        }
    }

    @Test(arguments: UnseenSetUps.right)
    func `a line that sets a proxy for programs is no finding`(
        _ setUp: UnseenSetUps.SetUp
    ) throws {
        for place in setUp.places {
            let answer = try doctor(
                setUp, in: place,
                [
                    "NO_PROXY": DoctorStage.noProxy, "no_proxy": DoctorStage.noProxy,
                    "SSL_CERT_FILE": stage.world.authority,
                ])
            #expect(answer.cause == nil, "\(place): \(answer.text)")
            #expect(answer.text.contains("\"verdict\""), "\(place): \(answer.text)")
        }
    }

    @Test(arguments: UnseenSetUps.others)
    func `a variable of another program is no finding, beside a proxy or alone`(
        _ setUp: UnseenSetUps.SetUp
    ) throws {
        for place in setUp.places {
            let beside = try doctor(
                setUp, in: place, stage.exported("http://127.0.0.1:\(stage.world.http)"))
            #expect(beside.cause == nil, "\(place): \(beside.text)")
            #expect(beside.text.contains("\"verdict\""), "\(place): \(beside.text)")
            let alone = try doctor(setUp, in: place)
            #expect(!alone.ids.contains { $0.hasPrefix("env.") }, "\(place): \(alone.text)")
            #expect(alone.text.contains("\"verdict\""), "\(place): \(alone.text)")
        }
    }

    @Test func `the documentation lists these set-ups, each once`() throws {
        let wrong = try Self.rows(under: "what is typed")
        let heads = UnseenSetUps.wrong.map { Self.head($0) }
        #expect(wrong.count == heads.count)
        for (row, head) in zip(wrong, heads) { #expect(row.hasPrefix(head), "\(head)") }
        #expect(Set(heads).count == heads.count && heads.count >= 40)
        let sound = (UnseenSetUps.right + UnseenSetUps.others).map { Self.head($0) }
        #expect(
            try Self.rows(under: "nothing wrong") == sound, "\(sound.joined(separator: "\n"))")
    }

    // MARK: The page

    /// The beginning of the row of `setUp`.
    private static func head(_ setUp: UnseenSetUps.SetUp) -> String {
        let places = setUp.places.map { $0.description }.joined(separator: ", ")
        return "| `\(setUp.typed)` | \(places) |"
    }

    /// The rows of the table of docs/unseen.md whose first column is called `title`.
    private static func rows(under title: String) throws -> [String] {
        // This file lies two folders below the repository's own.
        let repository = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = Sandbox.content(of: "\(repository)/docs/unseen.md")
        return String(decoding: try #require(page), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasPrefix("| \(title) |") }.dropFirst(2).prefix { $0.hasPrefix("| ") }
            .map { String($0) }
    }

    /// `text` with the ports that stand in the page.
    private func documented(_ text: String) -> String {
        text.replacing("\(stage.world.http)", with: "7890")
            .replacing("\(stage.world.socks)", with: "7891")
    }

    /// The title of the finding that is the cause in the document `text`, and its first fix.
    private static func finding(in text: String) -> [String] {
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        func string(_ line: Substring?) -> String {
            let text = (line ?? "").drop { $0 != "\"" }.dropFirst().prefix { _ in true }
            let end = text.lastIndex(of: "\"") ?? text.endIndex
            return String(text[..<end]).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
        }
        guard let cause = lines.first(where: { $0.hasPrefix("\"cause\": ") }) else {
            return ["", ""]
        }
        let id = cause.dropFirst("\"cause\": ".count)
        let found = lines.drop { $0 != "\"id\": \(id)" }.prefix { $0 != "}" && $0 != "}," }
        let title = found.first { $0.hasPrefix("\"title\": ") }?.dropFirst("\"title\":".count)
        let fix = found.drop { $0 != "\"fix\": [" }.dropFirst().first
        return [string(title), string(fix)]
    }

    // MARK: The shells

    /// What `doctor codex` says behind what is typed in `place`, in a shell that has `variables` and the hook.
    private func doctor(
        _ setUp: UnseenSetUps.SetUp, in place: UnseenSetUps.Place,
        _ variables: [String: String?] = [:]
    ) throws -> DoctorStage.Answer {
        let typed = filled(setUp.typed)
        let question = "proxyenv doctor codex --json"
        let outcome: Outcome
        switch place {
        case .real(let shell):
            outcome = try sandbox.run(
                "\(shell.loadingHook)\n\(typed)\n\(question)\n", in: shell, with: variables)
        case .tcsh, .xonsh:
            // xonsh takes a file of another name for a module of Python's.
            let other: OtherShell = if case .tcsh = place { .tcsh } else { .xonsh }
            let program = try Binary.require(other.rawValue)
            try sandbox.write("\(other.loadingHook)\n\(typed)\n\(question)\n", to: "script.xsh")
            outcome = try Runner(
                arguments: [
                    program, other == .tcsh ? "-f" : "--no-rc", sandbox.home + "/script.xsh",
                ]
                .map { Array($0.utf8) },
                environment: sandbox.entries(
                    variables.merging(["XONSH_DATA_DIR": sandbox.home]) {
                        $1
                    }), limit: 60
            ).run()
        case .powerShell:
            outcome = try sandbox.powerShell("\(typed)\n\(question)", with: variables)
        case .nushell:
            outcome = try Nushell(sandbox).run(
                "\(typed); try { \(question) }", with: variables)
        case .cmd(let name, let value):
            outcome = try sandbox.run(
                "\(RealShell.bash.loadingHook)\n\(question)\n", in: .bash,
                with: variables.merging([name: filled(value)]) { $1 })
        }
        return DoctorStage.Answer(outcome)
    }

    /// `text` with the ports of the proxies that run.
    private func filled(_ text: String) -> String {
        text.replacing("7890", with: "\(stage.world.http)")
            .replacing("7891", with: "\(stage.world.socks)")
    }
}
