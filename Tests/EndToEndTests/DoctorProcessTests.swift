import Testing

/// Processes that have run for long and keep an older proxy, and the commands that cure them.
@Suite struct DoctorProcessTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }

    init() throws { stage = try DoctorStage() }

    /// Runs `script` in sh with `variables`, and reads what `doctor` said in it last.
    private func run(
        _ script: String, _ variables: [String: String?] = [:]
    ) throws -> DoctorStage.Answer {
        DoctorStage.Answer(
            try Runner(
                arguments: ["/bin/sh", "-c", script].map { Array($0.utf8) },
                environment: sandbox.entries(variables), limit: 60
            ).run())
    }

    // MARK: tmux

    @Test func `a tmux that was started with another proxy, and its cure`() throws {
        let tmux = try Binary.require("tmux")
        let socket = sandbox.home + "/tmux"
        let old = "http://127.0.0.1:1"
        // The server's own environment has the old proxy, and `doctor` is asked in one of its windows.
        func inWindow(_ script: String, _ number: Int) throws -> DoctorStage.Answer {
            let answer = try run(
                "'\(tmux)' -S '\(socket)' -f /dev/null new-session -d 'sh ~/window \(number)'; "
                    + "for _ in $(seq 300); do [ -e ~/done\(number) ] && break; sleep 0.1; done; cat ~/done\(number)",
                ["HTTPS_PROXY": old, "https_proxy": old, "SHELL": "/bin/sh"])
            return answer
        }
        defer { _ = try? run("'\(tmux)' -S '\(socket)' kill-server") }
        func write(_ script: String) throws {
            try sandbox.write(
                "{ \(script)\nproxyenv doctor codex --json; } > ~/answer 2>&1\nmv ~/answer ~/done$1\n",
                to: "window")
        }
        try write(":")
        // One more session keeps the server alive.
        _ = try run(
            "'\(tmux)' -S '\(socket)' -f /dev/null new-session -d 'exec sleep 300'",
            ["HTTPS_PROXY": old, "https_proxy": old, "SHELL": "/bin/sh"])
        let answer = try inWindow(":", 1)
        #expect(answer.ids == ["process.tmux"], "\(answer.text)")
        #expect(answer.cause == nil)
        #expect(
            answer.text.contains(
                "tmux gives new windows other proxy variables: codex goes through \(old) there"))
        let fixes = ["HTTPS_PROXY", "https_proxy"].map { "tmux set-environment -gu \($0)" }
        for fix in fixes { #expect(answer.text.contains("\"\(fix)\""), "\(answer.text)") }
        try write(fixes.joined(separator: " && "))
        let cured = try inWindow(fixes.joined(separator: "; "), 2)
        #expect(cured.ids == [], "\(cured.text)")
        #expect(cured.text.contains("codex gets through"))
        // What the session alone has is as bad, and cured as well.
        try write("tmux set-environment HTTPS_PROXY \(old)")
        let session = try inWindow("", 4)
        #expect(session.ids == ["process.tmux"], "\(session.text)")
        let fix = "tmux set-environment -u HTTPS_PROXY"
        #expect(session.text.contains("\"\(fix)\""), "\(session.text)")
        try write("tmux set-environment HTTPS_PROXY \(old); \(fix)")
        #expect(try inWindow("", 5).ids == [])
        // A new window has neither.
        try sandbox.write("env > ~/answer; mv ~/answer ~/done$1\n", to: "window")
        let window = try inWindow("", 3)
        #expect(!window.text.contains("127.0.0.1:1"), "\(window.text)")
        #expect(window.text.contains("TMUX="))
    }

    // MARK: The desktop

    /// There is no session of systemd on most machines that run tests: a stand-in keeps its variables in a file, and prints
    /// them as systemctl does, in quotes where they hold what a shell would take for its own.
    private func installSystemctl() throws {
        try sandbox.install(
            "systemctl",
            """
            #!/bin/sh
            [ "$1" = --user ] || exit 1
            case $2 in
                show-environment) cat ~/session ;;
                unset-environment)
                    shift 2
                    for name; do grep -v "^$name=" ~/session > ~/rest; mv ~/rest ~/session; done
                    ;;
                *) exit 1 ;;
            esac

            """)
    }

    @Test func `a desktop's session with another proxy, and its cure`() throws {
        try installSystemctl()
        let session: [String: String?] = ["XDG_RUNTIME_DIR": sandbox.home + "/tmp"]
        try sandbox.write("LANG=C.UTF-8\n", to: "session")
        #expect(try stage.doctor(["codex"], session).ids == [])
        try sandbox.write(
            "HTTPS_PROXY=http://127.0.0.1:1\nLANG=C.UTF-8\nno_proxy=$'127.*,*.\\'x'\n",
            to: "session")
        let answer = try stage.doctor(["codex"], session)
        #expect(answer.ids == ["process.desktop"], "\(answer.text)")
        #expect(answer.cause == nil)
        #expect(answer.text.contains("codex goes through http://127.0.0.1:1 there"))
        let fix = "systemctl --user unset-environment HTTPS_PROXY no_proxy"
        #expect(answer.text.contains("\"\(fix)\""), "\(answer.text)")
        let cured = try stage.cure(fix, ["codex"], session)
        #expect(cured.ids == [], "\(cured.text)")
        #expect(cured.text.contains("codex gets through"))
        #expect(sandbox.read("session") == Array("LANG=C.UTF-8\n".utf8))
    }

    @Test func `a desktop's session that exempts everything sends nothing to its proxy`() throws {
        try installSystemctl()
        let session: [String: String?] = ["XDG_RUNTIME_DIR": sandbox.home + "/tmp"]
        // Where it exempts everything, nothing goes that way.
        try sandbox.write("HTTPS_PROXY=http://127.0.0.1:1\nno_proxy=$'*'\n", to: "session")
        #expect(try stage.doctor(["codex"], session).ids == [])
    }

    @Test func `a systemctl that has no session, hangs, or talks nonsense keeps nobody`() throws {
        let session: [String: String?] = ["XDG_RUNTIME_DIR": sandbox.home + "/tmp"]
        for script in [
            "echo 'Failed to connect to bus' >&2; exit 1", "sleep 30",
            "head -c 9999999 /dev/urandom", "printf 'HTTPS_PROXY=\\033[2J\\377\\nx\\n=\\n'",
        ] {
            try sandbox.install("systemctl", "#!/bin/sh\n\(script)\n")
            let begun = now()
            let answer = try stage.doctor(["codex"], session)
            #expect(answer.cause == nil, "\(answer.text)")
            #expect(now() - begun < 10)
        }
    }

    // MARK: An editor

    @Test(arguments: [
        ("node", ["--type=extensionHost", "--transformURIs"], 21),
        ("node", ["--dns-result-order=ipv4first", "/x/out/extensionHostProcess.js"], 22),
        ("code", ["--type=utility", "--utility-sub-type=node.mojom.NodeService"], 23),
    ])
    func `an editor's extension host with another proxy, until it is quit`(
        _ name: String, _ words: [String], _ port: Int
    ) throws {
        let node = try Binary.require("node")
        try sandbox.write("process.stdin.resume()\n", to: "bootstrap-fork.js")
        let program = "\(sandbox.home)/\(name)"
        Files.link(program, to: node)
        let pipe = try Spawn.makePipe()
        defer { Spawn.close(pipe) }
        // What comes before may be long, as it is with Electron.
        let long = "--enable-features=" + String(repeating: "x", count: 6000)
        let old = "http://127.0.0.1:\(port)"
        let process = try Spawn(
            arguments: ([program, sandbox.home + "/bootstrap-fork.js", long] + words)
                .map { Array($0.utf8) },
            environment: sandbox.entries(["HTTP_PROXY": old, "HTTPS_PROXY": old]),
            streams: [.descriptor(pipe.read), .nothing, .nothing]
        ).start()
        var isRunning = true
        func end() {
            guard isRunning else { return }
            isRunning = false
            Spawn.end(process)
        }
        defer { end() }
        ServedProcess.await(process, givenWord: words[0])
        let answer = try stage.doctor()
        #expect(answer.cause == nil)
        #expect(answer.text.contains("\"process.editor\""), "\(answer.text)")
        let told = "a running editor connects through \(old), and codex in it does too"
        #expect(answer.text.contains(told), "\(answer.text)")
        #expect(answer.text.contains("process \(process) keeps the variables"), "\(answer.text)")
        end()
        let cured = try stage.doctor()
        #expect(!cured.text.contains(told), "\(cured.text)")
    }
}
