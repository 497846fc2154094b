import Testing

/// The completion, asked of the shells themselves.
@Suite struct CompletionTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            "[profiles.office]\nurl = 'http://127.0.0.1:11'\n[commands]\nwrapped = true\n")
        try sandbox.install("offspring", "#!/bin/sh\n")
        try sandbox.write("", to: "offer")
    }

    @Test(arguments: ["doctor", "explain", "wrap", "script"])
    func `commands with a rule and known tools come in place of all other programs`(
        _ command: String
    ) throws {
        try sandbox.install("codex", "#!/bin/sh\n")
        let offered = try bash([command, ""])
        #expect(offered.contains("wrapped"))
        #expect(offered.contains("codex"))
        #expect(!offered.contains("offspring"))
        #expect(offered.count < 60)
    }

    @Test(arguments: ["doctor", "explain", "wrap", "script"])
    func `a program without a rule is offered where its name begins so`(
        _ command: String
    ) throws {
        try sandbox.install("codex", "#!/bin/sh\n")
        #expect(try bash([command, "offspr"]) == ["offspring"])
    }

    /// What bash offers for the last of `words`.
    private func bash(_ words: [String]) throws -> [String] {
        let script = """
            source <(proxyenv completions bash)
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            compopt() { :; }
            _proxyenv proxyenv "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let outcome = try sandbox.run(script, in: .bash, arguments: ["bash", "proxyenv"] + words)
        #expect(outcome.errorText == "")
        return outcome.text.split(separator: "\n").map(String.init)
    }

    @Test(
        arguments: [
            (["us"], "use"), (["use", "offi"], "office"), (["use", "--sh"], "--shell"),
            (["-q", "show", "offi"], "office"), (["--config", "x", "show", "--rev"], "--reveal"),
            (["hook", "power"], "powershell"), (["--color", "al"], "always"),
            (["exec", "offi"], "office"), (["exec", "office", "offsp"], "offspring"),
            (["exec", "office", "--", "offsp"], "offspring"), (["run", "offsp"], "offspring"),
            (["en"], "env"), (["env", "offi"], "office"), (["env", "--format", "dock"], "docker"),
            (["use", "--shell", "elv"], "elvish"), (["unw"], "unwrap"),
            (["set", "offi"], "office"),
            (["set", "office", "ur"], "url"), (["add", "x", "--user"], "--username"),
            (["add", "x", "--no-proxy-inherit", "tr"], "true"), (["wrap", "offsp"], "offspring"),
            (["wrap", "x", "--profile", "offi"], "office"), (["unwrap", "wra"], "wrapped"),
            (["explain", "cod"], "codex"),
            (["unwrap", ""], "wrapped"), (["doctor", ""], "wrapped"),
            (["use", ""], "office"), (["wrap", ""], "wrapped"), (["doctor", "offsp"], "offspring"),
            (["--config", "x", "use", ""], "clash"), (["exec", "office", "--", ""], "offspring"),
            (["exec", "office", ""], "offspring"), (["env", "--for", "wra"], "wrapped"),
            (["--color", "=", "al"], "always"),
        ])
    func `bash completes commands, options, profiles and the command to run`(
        _ words: [String], _ wanted: String
    ) throws {
        #expect(try bash(words).contains(wanted))
    }

    @Test(
        arguments: [
            ("us", "use"), ("use offi", "office"), ("use --sh", "--shell"),
            ("show offi", "office"), ("hook power", "powershell"),
            ("exec offi", "office"), ("exec office offsp", "offspring"),
            ("exec office -- offsp", "offspring"), ("run offsp", "offspring"),
            ("run -- offsp", "offspring"), ("set office ur", "url"),
            ("add x --user", "--username"), ("wrap offsp", "offspring"), ("unwrap wra", "wrapped"),
            ("", "use"), ("use ", "office"),
            ("unwrap ", "wrapped"), ("doctor ", "wrapped"), ("explain ", "wrapped"),
            ("doctor offsp", "offspring"), ("--config x use ", "clash"),
            ("exec office ", "offspring"), ("exec office -- ", "offspring"),
            ("exec office cat ~/off", "~/offer"),
        ])
    func `fish completes commands, options, profiles and the command to run`(
        _ words: String, _ wanted: String
    ) throws {
        let script = "proxyenv completions fish | source; complete -C 'proxyenv \(words)'"
        let outcome = try sandbox.run(script, in: .fish)
        #expect(outcome.errorText == "")
        let offered = outcome.text.split(separator: "\n").map { $0.split(separator: "\t")[0] }
        #expect(offered.contains { $0 == wanted })
    }

    @Test(
        arguments: [
            ("proxyenv us", "use"), ("proxyenv use offi", "office"),
            ("proxyenv exec office offsp", "offspring"), ("proxyenv run offsp", "offspring"),
            ("proxyenv unset office usern", "username"), ("proxyenv add x --usern", "--username"),
            ("proxyenv wrap offsp", "offspring"), ("proxyenv unwrap ", "wrapped"),
            ("proxyenv --config .config/proxyenv/config.toml unwrap ", "wrapped"),
            ("proxyenv -q unwrap ", "wrapped"), ("proxyenv doctor offsp", "offspring"),
            ("proxyenv exec office -- offsp", "offspring"), ("proxyenv set office ur", "url"),
            ("proxyenv exec office cat off", "offer"), ("proxyenv run cat off", "offer"),
            ("proxyenv exec office wrapped off", "offer"),
        ])
    func `zsh completes commands, profiles and the command to run, by the hook's own loading`(
        _ words: String, _ wanted: String
    ) throws {
        let terminal = try sandbox.terminal(
            .zsh,
            startUp: """
                eval "$(proxyenv hook zsh)"
                autoload -Uz compinit && compinit -u
                cd
                # Shows the line instead of running it.
                show() { print -r -- "<$BUFFER>"; BUFFER=; zle accept-line }
                zle -N show; bindkey '^X' show

                """)
        terminal.send(words + "\t\u{18}")
        let isNew = words.hasSuffix(" ")
        let before = words.split(separator: " ").dropLast(isNew ? 0 : 1).joined(separator: " ")
        try terminal.wait(for: "<\(before) \(wanted) >")
    }
}
