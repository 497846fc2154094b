import TestSupport
import Testing

/// `script`: start-up scripts for this machine, run by the shells that they are for.
@Suite struct ScriptTests {
    private static let config = """
        default = "office"
        [profiles.office]
        url = "http://127.0.0.1:11"
        [profiles.home]
        url = "http://127.0.0.1:12"
        [profiles.secret]
        url = "http://127.0.0.1:13"
        username = "alice"
        password-command = ["sh", "-c", "echo asked >> ~/asked; echo s3cret"]
        [profiles.any]
        first-reachable = ["direct"]
        [commands]
        fixed = "home"
        extra = { profile = "home", env = { EXTRA = "yes" } }

        """

    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.config) }

    private func dash(
        _ script: String, with changes: [String: String?] = [:]
    ) throws -> Outcome {
        try sandbox.run("cd; \(script)", in: .dash, with: changes)
    }

    @Test(arguments: ["dash", "bash"])
    func `a script sets every value, without proxyenv, and unsets what the profile does`(
        _ shell: String
    ) throws {
        var random = SplitMix64(for: "script")
        let values = GeneratedValues.make(500, longest: 1000, &random)
            .map { $0.replacing("CANARY", with: "\(sandbox.home)/canary") }
        try sandbox.configure(values)
        try sandbox.install("teller", "#!/bin/sh\nenv -0\nprintf '<%s>' \"$@\" >&2\nexit 7\n")
        let outcome = try dash(
            """
            proxyenv script teller --profile p || exit 99
            rm ~/bin/proxyenv
            export FTP_PROXY=old npm_config_proxy=old NO_PROXY=old.example
            exec \(shell) teller-with-proxy.sh 'a b' "it's" '$x' '' '*'
            """)
        #expect(outcome.status == 7)
        #expect(outcome.errorText == "<a b><it's><$x><><*>")
        let seen = outcome.variables
        let wrong = values.enumerated().filter { index, value in
            seen[GeneratedValues.name(index)] != Array(value.utf8)
        }
        #expect(wrong.isEmpty, "\(wrong.count), the first is \(wrong.first.debugDescription)")
        #expect(seen["FTP_PROXY"] == nil && seen["npm_config_proxy"] == nil)
        #expect(seen.text("NO_PROXY") == "localhost,127.0.0.1,::1")
        #expect(seen.text("PROXYENV_ACTIVE") == "p")
        #expect(!sandbox.has("canary"), "a value was executed")
    }

    @Test func `the file is executable, and the same whatever the shell is set to`() throws {
        try sandbox.installTeller("teller")
        let outcome = try dash(
            """
            proxyenv script teller && ./teller-with-proxy.sh x && cp teller-with-proxy.sh first
            eval "$(proxyenv use home)"
            HTTP_PROXY=http://other:1 NO_PROXY=b.example \
                proxyenv script teller --profile office --force && cmp first teller-with-proxy.sh
            """)
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(outcome.text == "teller office http://127.0.0.1:11 <x>\n")
    }

    @Test func `without a profile it is the one that run takes, with the rule's variables`() throws
    {
        try sandbox.installTeller("fixed")
        try sandbox.install("extra", "#!/bin/sh\necho $EXTRA $https_proxy\n")
        let outcome = try dash(
            "proxyenv script fixed && ./fixed-with-proxy.sh; "
                + "proxyenv script extra && ./extra-with-proxy.sh; "
                + "proxyenv script extra -o - --via-proxyenv | sh")
        #expect(
            outcome.text
                == "fixed home http://127.0.0.1:12\nyes http://127.0.0.1:12\nyes http://127.0.0.1:12\n"
        )
    }

    @Test func `nothing is overwritten without force`() throws {
        let outcome = try dash(
            "echo mine > x.sh; proxyenv script codex -o x.sh; echo $?; cat x.sh; "
                + "proxyenv script codex -o x.sh --force; head -n 1 x.sh; ls | grep -c x.sh")
        #expect(outcome.text == "1\nmine\n#!/bin/sh\n1\n")
        #expect(
            outcome.errorText == """
                proxyenv: x.sh is there already
                  hint: Replace it with `--force`, or write to another file with `-o FILE`.

                """)
    }

    @Test func `a script of the command's own name is refused`() throws {
        let outcome = try dash("proxyenv script codex -o bin/codex; echo $?; ls bin")
        #expect(outcome.text == "2\nproxyenv\n")
        #expect(outcome.errorText.contains("would start itself"))
    }

    @Test func `a relative path to the command is made absolute`() throws {
        #expect(try dash("proxyenv script ./codex -o codex.sh").status == 0)
        let text = try #require(sandbox.read("codex.sh"))
        #expect(String(decoding: text, as: UTF8.self).contains("\nexec \(sandbox.home)/codex "))
    }

    @Test func `a profile with a password gets a script that calls proxyenv`() throws {
        try sandbox.installTeller("teller")
        let outcome = try dash(
            "proxyenv script teller --profile secret; cat teller-with-proxy.sh; ls asked; "
                + "./teller-with-proxy.sh 'a b'")
        #expect(!outcome.text.contains("export"))
        #expect(
            outcome.text.contains(
                "\nexec \(sandbox.program) run --profile secret -- teller \"$@\"\n"))
        #expect(outcome.text.hasSuffix("teller secret http://alice:s3cret@127.0.0.1:13 <a b>\n"))
        #expect(sandbox.read("asked") == Array("asked\n".utf8))
    }

    @Test func `a form that others can read gets no password`() throws {
        try sandbox.installTeller("teller")
        let desktop = try sandbox.proxyenv(
            "script", "teller", "--profile", "secret", "--reveal", "--format", "desktop", "-o", "-")
        #expect(desktop.status == 1)
        #expect(desktop.output.isEmpty)
        #expect(desktop.errorText.contains("has a password, which desktop would show to others"))
        #expect(!sandbox.has("asked"))
    }

    @Test func `a password is written only on request, into a file for the user alone`() throws {
        try sandbox.installTeller("teller")
        let outcome = try dash(
            "proxyenv script teller --profile secret --reveal; stat -c %a teller-with-proxy.sh; "
                + "rm bin/proxyenv; ./teller-with-proxy.sh")
        #expect(outcome.text == "700\nteller secret http://alice:s3cret@127.0.0.1:13\n")
    }

    @Test func `a script that calls proxyenv sees a later edit`() throws {
        try sandbox.installTeller("teller")
        let outcome = try dash(
            """
            proxyenv script teller --via-proxyenv
            ./teller-with-proxy.sh
            proxyenv default home
            ./teller-with-proxy.sh
            """)
        #expect(
            outcome.text == "teller office http://127.0.0.1:11\nteller home http://127.0.0.1:12\n")
    }

    @Test func `a script that calls proxyenv reads the file that was named`() throws {
        try sandbox.installTeller("teller")
        try sandbox.write(
            "default = 'x'\n[profiles.x]\nurl = 'http://127.0.0.1:21'\n", to: "other.toml")
        let outcome = try dash(
            "proxyenv --config other.toml script teller --via-proxyenv -o other.sh; cd /; ~/other.sh"
        )
        #expect(outcome.text == "teller x http://127.0.0.1:21\n")
    }

    @Test func `a script for Windows never calls proxyenv`() throws {
        for words in [["--via-proxyenv"], ["--profile", "secret"]] {
            let outcome = try dash("proxyenv script codex -o x.bat \(words.joined(separator: " "))")
            #expect(outcome.status == 1)
            #expect(outcome.errorText.contains("a script for Windows never calls proxyenv"))
            #expect(!sandbox.has("x.bat"))
        }
    }

    @Test func `a profile that chooses says what was chosen`() throws {
        let outcome = try sandbox.proxyenv("script", "codex", "--profile", "any", "-o", "-")
        #expect(outcome.errorText.contains("any is direct now, and stays it in the script"))
        #expect(outcome.text.contains("unset -v ALL_PROXY"))
    }

    @Test func `an unknown form is an error that lists the known ones`() throws {
        let outcome = try sandbox.proxyenv("script", "codex", "--format", "bta")
        #expect(outcome.status == 2)
        #expect(
            outcome.errorText == """
                proxyenv: there is no script format `bta`
                  hint: Did you mean `bat`? Known are `sh`, `bat`, `ps1`, `command`, `desktop`, `plist`.

                """)
    }
}
