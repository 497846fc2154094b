import TestSupport
import Testing

/// The documents that `env` prints, read by the programs that they are for.
@Suite struct FormatTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// Values of which none is executed, in the file whose profile is `p`.
    private func configure(
        _ test: String, without impossible: [Unicode.Scalar] = [], longest: Int = 1000,
        count: Int = 500
    ) throws -> [String] {
        var random = SplitMix64(for: "\(test) document")
        let values = GeneratedValues.make(
            count, without: impossible, longest: longest, &random
        ).map { $0.replacing("CANARY", with: "\(sandbox.home)/canary") }
        try sandbox.configure(values)
        return values
    }

    private func check(_ outcome: Outcome, _ values: [String]) {
        let seen = outcome.variables
        let wrong = values.enumerated().filter { index, value in
            seen[GeneratedValues.name(index)] != Array(value.utf8)
        }
        #expect(wrong.isEmpty, "\(wrong.count), the first is \(wrong.first.debugDescription)")
        #expect(outcome.errorText.isEmpty)
        #expect(!sandbox.has("canary"), "a value was executed")
    }

    private func run(_ words: [String], _ script: String) throws -> Outcome {
        try Runner(
            arguments: ([try Binary.require(words[0])] + words.dropFirst() + [script]).map {
                Array($0.utf8)
            }, environment: sandbox.entries(), limit: 60
        ).run()
    }

    @Test(.notForWindows("each name is set once there"))
    func `a prefix gives one command its variables, and takes others from it`() throws {
        let values = try configure("prefix")
        let prefix = try sandbox.proxyenv(
            "env", "p", "--format", "prefix", with: ["FTP_PROXY": "x"])
        #expect(prefix.text.hasPrefix("env -u FTP_PROXY ALL_PROXY='"))
        let line = prefix.text.dropLast()
        let outcome = try run(["dash", "-c"], "export FTP_PROXY=x; \(line) env -0")
        check(outcome, values)
        #expect(outcome.variables["FTP_PROXY"] == nil)
    }

    @Test(
        .notForWindows("an interpreter of this system starts the program"),
        arguments: ["json", "nushell", "vscode"])
    func `an object of JSON holds every value`(_ form: String) throws {
        // In VS Code's settings `${…}` would be replaced, so that it is refused.
        let values = try configure(form, without: form == "vscode" ? ["$"] : [])
        let outcome = try run(
            ["python3", "-c"],
            """
            import json, os, subprocess, sys
            text = subprocess.check_output(["proxyenv", "env", "p", "--format", "\(form)"])
            values = json.loads(text.decode())
            for system in ["linux", "osx", "windows"]:
                values = values.get("terminal.integrated.env." + system, values)
            for name, value in values.items():
                if value is not None:
                    sys.stdout.buffer.write(f"{name}={value}".encode() + b"\\0")
            """)
        check(outcome, values)
    }

    @Test func `lines for launchctl hold every value`() throws {
        let values = try configure("launchd")
        try sandbox.install(
            "launchctl", "#!/bin/sh\n[ \"$1\" = setenv ] && printf '%s=%s\\0' \"$2\" \"$3\"\n")
        check(try run(["dash", "-c"], "proxyenv env p --format launchd | sh"), values)
    }

    @Test func `tmux gives its windows every value, and none of what is unset`() throws {
        let values = try configure("tmux", without: ["\n"])
        let outcome = try run(
            ["dash", "-c"],
            """
            cd
            export FTP_PROXY=old TMUX_TMPDIR=$HOME
            tmux -L test -f /dev/null new-session -d 'sleep 60' || exit
            proxyenv env p --format tmux >lines
            tmux -L test source-file lines
            tmux -L test new-window 'env -0 >out; tmux -L test wait-for -S done'
            tmux -L test wait-for done
            cat out
            tmux -L test kill-server
            """)
        check(outcome, values)
        #expect(outcome.variables["FTP_PROXY"] == nil)
    }

    @Test func `apt reads its file`() throws {
        _ = try Binary.require("apt-config")
        try sandbox.write(
            "no-proxy = ['git.corp.example']\n[profiles.p]\nurl = 'http://127.0.0.1:9'\n",
            to: ".config/proxyenv/config.toml")
        let proxy = try run(
            ["dash", "-c"], "cd; proxyenv env p --format apt >a; apt-config -c a dump")
        for scheme in ["http", "https"] {
            #expect(proxy.lines.contains("Acquire::\(scheme)::Proxy \"http://127.0.0.1:9\";"))
            #expect(
                proxy.lines.contains("Acquire::\(scheme)::Proxy::git.corp.example \"DIRECT\";"))
        }
    }

    @Test func `apt reads that there is no proxy`() throws {
        _ = try Binary.require("apt-config")
        let direct = try run(
            ["dash", "-c"], "cd; proxyenv env direct --format apt >a; apt-config -c a dump")
        #expect(direct.lines.contains("Acquire::http::Proxy \"DIRECT\";"))
    }

    /// A profile whose password a program tells.
    private func configureWithPassword() throws {
        try sandbox.write(
            """
            [profiles.p]
            url = 'http://proxy.example:8080'
            username = 'alice'
            password-command = ['sh', '-c', 'touch ~/asked; echo s3cret']
            """, to: ".config/proxyenv/config.toml")
    }

    @Test(arguments: ["github", "launchd"])
    func `a form that others can read refuses a password`(_ form: String) throws {
        try configureWithPassword()
        let outcome = try sandbox.proxyenv("env", "p", "--format", form)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errorText.hasPrefix(
                "proxyenv: profile p has a password, which \(form) would show to others\n"))
        #expect(!sandbox.has("asked"))
    }

    @Test(.notForWindows("each name is set once there")) func `another form holds the password`()
        throws
    {
        try configureWithPassword()
        #expect(
            try sandbox.proxyenv("env", "p", "--format", "dotenv").text.contains(
                "HTTPS_PROXY=http://alice:s3cret@proxy.example:8080\n"))
    }

    @Test func `an unknown form is an error that lists the known ones`() throws {
        let outcome = try sandbox.proxyenv("env", "clash", "--format", "jsno")
        #expect(outcome.status == 2)
        #expect(
            outcome.errorText.hasPrefix(
                """
                proxyenv: there is no output format `jsno`
                  hint: Did you mean `json`? Known are `prefix`, `json`, `dotenv`,
                """))
        #expect(outcome.output.isEmpty)
    }

    @Test(.notForWindows("each name is set once there"))
    func `without a form it prints the lines of the shell`() throws {
        let lines = try sandbox.proxyenv("env", "clash", with: ["PROXYENV_SHELL": "fish"])
        #expect(lines.text.hasPrefix("set -gx ALL_PROXY 'http://127.0.0.1:7890';\n"))
        #expect(!lines.text.contains("PROXYENV_STATE"))
    }

    @Test func `in a container the host is another, which is said`() throws {
        let outcome = try sandbox.proxyenv("env", "clash", "--format", "docker")
        #expect(outcome.text.hasPrefix("ALL_PROXY=http://host.docker.internal:7890\n"))
        #expect(outcome.errorText.hasPrefix("proxyenv: 127.0.0.1 is the container itself"))
    }

    @Test func `in a container another machine is the same`() throws {
        let other = try sandbox.proxyenv("env", "http://10.0.0.1:80", "--format", "docker")
        #expect(other.text.hasPrefix("ALL_PROXY=http://10.0.0.1:80\n"))
        #expect(other.errorText.isEmpty)
    }
}
