import Testing

/// Whose certificates `doctor` takes: those that the command itself would take, and no others.
@Suite struct DoctorTrustTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }

    init() throws {
        stage = try DoctorStage()
        try stage.configure(rule: false)
        for name in ["npm", "pip", "tool", "uv"] { try sandbox.install(name, "#!/bin/sh\n") }
    }

    /// What `doctor` finds for `name` where variables name the proxy, and no certificate but `more` says.
    private func doctor(
        _ name: String, _ more: [String: String] = [:], _ words: [String] = []
    ) throws -> DoctorStage.Answer {
        var variables = stage.exported("http://127.0.0.1:\(stage.world.http)")
        variables["SSL_CERT_FILE"] = .some(nil)
        variables["npm_config_globalconfig"] = "/dev/null"
        for (name, value) in more { variables[name] = .some(value) }
        return try stage.doctor([name] + words, variables)
    }

    @Test(arguments: [
        ("claude", "NODE_EXTRA_CA_CERTS"), ("npm", "NODE_EXTRA_CA_CERTS"),
        ("npm", "npm_config_cafile"), ("codex", "SSL_CERT_FILE"),
        ("codex", "CODEX_CA_CERTIFICATE"), ("curl", "CURL_CA_BUNDLE"), ("git", "GIT_SSL_CAINFO"),
        ("tool", "SSL_CERT_FILE"),
    ]) func `a file that a variable names which the command reads`(
        _ name: String, _ variable: String
    )
        throws
    {
        try configureRegistry()
        if name == "git" { _ = try Binary.require("git") }
        let answer = try doctor(name, [variable: stage.world.authority])
        #expect(answer.ids == [], "\(answer.text)")
        #expect(answer.text.contains("\(name) gets through"))
    }

    @Test(arguments: [
        ("claude", "SSL_CERT_FILE"), ("npm", "CURL_CA_BUNDLE"), ("claude", "REQUESTS_CA_BUNDLE"),
        ("codex", "NODE_EXTRA_CA_CERTS"), ("tool", "CURL_CA_BUNDLE"),
    ]) func `a file that a variable names which it does not read`(
        _ name: String, _ variable: String
    )
        throws
    {
        try configureRegistry()
        let answer = try doctor(name, [variable: stage.world.authority])
        #expect(answer.cause == "route.certificate", "\(answer.text)")
    }

    @Test func `a file that npm's own settings name`() throws {
        try configureRegistry("cafile = \(stage.world.authority)\r\n")
        #expect(try doctor("npm").ids == [])
    }

    @Test func `a file that curl's own settings name`() throws {
        try sandbox.write("--cacert \"\(stage.world.authority)\"\n", to: ".curlrc")
        #expect(try doctor("curl").ids == [])
    }

    @Test func `a file that git's own settings name`() throws {
        _ = try Binary.require("git")
        try sandbox.write(
            "[http \"https://github.com/\"]\n\tsslCAInfo = \(stage.world.authority)\n",
            to: ".gitconfig")
        #expect(try doctor("git").ids == [])
    }

    @Test(arguments: [
        ("npm", "NODE_TLS_REJECT_UNAUTHORIZED", "0"), ("git", "GIT_SSL_NO_VERIFY", "1"),
        ("npm", "", "strict-ssl=false"),
    ]) func `a command that looks at none gets through, with a warning, and no key is sent`(
        _ name: String, _ variable: String, _ value: String
    ) throws {
        if name == "git" { _ = try Binary.require("git") }
        try configureRegistry(variable.isEmpty ? "\(value)\n" : "")
        let answer = try doctor(name, variable.isEmpty ? [:] : [variable: value])
        #expect(answer.status == 0, "\(answer.text)")
        #expect(answer.ids == ["tool.unchecked"], "\(answer.text)")
        let place = variable.isEmpty ? "~/.npmrc:2 (strict-ssl)" : variable
        #expect(answer.text.contains("\(name) accepts every certificate, by \(place)"))
    }

    @Test func `no key goes to a server at whose certificate nobody looks`() throws {
        let variables = ["ANTHROPIC_API_KEY": "sk-good", "NODE_TLS_REJECT_UNAUTHORIZED": "0"]
        let answer = try doctor("claude", variables, ["--with-key"])
        #expect(answer.status == 0, "\(answer.text)")
        #expect(answer.text.contains("none is sent: no certificate is checked"))
        #expect(!stage.world.requests.isEmpty)
        #expect(!stage.world.requests.contains { $0.contains("sk-good") })
    }

    @Test(arguments: [
        ("codex", "SSL_CERT_FILE", "env.certificates", "codex trusts no server"),
        ("claude", "NODE_EXTRA_CA_CERTS", "route.certificate", "claude does not use it"),
    ]) func `a file that is not there`(
        _ name: String, _ variable: String, _ cause: String, _ text: String
    ) throws {
        let missing = try doctor(name, [variable: sandbox.home + "/no.pem"])
        #expect(missing.cause == cause, "\(missing.text)")
        #expect(missing.text.contains("\(variable) names ~/no.pem, which is not there"))
        #expect(missing.text.contains(text))
        #expect(missing.text.contains("\"unset \(variable)\""))
    }

    @Test(arguments: [("codex", "SSL_CERT_FILE"), ("claude", "NODE_EXTRA_CA_CERTS")])
    func `a file that holds no certificate`(_ name: String, _ variable: String) throws {
        try sandbox.write("no certificate\n", to: "no.pem")
        let empty = try doctor(name, [variable: sandbox.home + "/no.pem"])
        #expect(empty.text.contains("~/no.pem, which holds no certificate"), "\(empty.text)")
    }

    @Test(arguments: ["codex", "claude"])
    func `where no variable names a file there is no fault of one`(_ name: String) throws {
        #expect(!(try doctor(name).ids.contains("env.certificates")))
    }

    /// npm asks a server that there is.
    private func configureRegistry(_ more: String = "") throws {
        try sandbox.write("registry=https://registry.npmjs.org/\n\(more)", to: ".npmrc")
    }

    /// What `doctor` finds for `name` where the system trusts the throw-away authority, which somebody has added to it.
    private func doctorWithAuthority(_ name: String, _ variables: String = "") throws -> Outcome {
        let unshare = try Binary.require("unshare")
        let (folder, roots) = (
            "/usr/local/share/ca-certificates", "/etc/ssl/certs/ca-certificates.crt"
        )
        try #require(
            Files.exists(folder) && Files.exists(roots),
            "a system that keeps its certificates as Debian does is needed")
        let script = """
            : >~/began
            mkdir ~/added; cp ~/ca.pem ~/added/lab.crt; cat \(roots) ~/ca.pem >~/all.crt
            mount --bind ~/added \(folder) && mount --bind ~/all.crt \(roots) || exit
            \(variables) exec proxyenv doctor \(name) --profile clash --json
            """
        let outcome = try Runner(
            arguments: [unshare, "-rm", "sh", "-c", script].map { Array($0.utf8) },
            environment: sandbox.entries([
                "npm_config_globalconfig": "/dev/null",
                "UV_DEFAULT_INDEX": "https://registry.npmjs.org/simple",
            ])
        ).run()
        guard sandbox.has("began") else { try Test.cancel("unshare: \(outcome.errorText)") }
        return outcome
    }

    @Test(arguments: [
        ("npm", "", "route.certificate"), ("node", "", "route.certificate"), ("curl", "", nil),
        ("uv", "", "route.certificate"), ("uv", "UV_SYSTEM_CERTS=true", nil),
        ("node", "NODE_OPTIONS='-r x --use-system-ca'", nil),
        ("claude", "", nil), ("tool", "", nil), ("node", "NODE_USE_SYSTEM_CA=1", nil),
        ("npm", "NODE_EXTRA_CA_CERTS=$HOME/ca.pem", nil),
    ]) func `an authority that was added to the system's, which Node does not take`(
        _ name: String, _ variable: String, _ cause: String?
    ) throws {
        try configureRegistry()
        try sandbox.install("node", "#!/bin/sh\necho v24.9.0\n")
        try stage.configure(rule: false, authority: "")
        let outcome = try doctorWithAuthority(name, variable)
        let answer = DoctorStage.Answer(outcome)
        #expect(answer.cause == cause, "\(answer.text)")
        guard cause != nil else { return }
        #expect(answer.text.contains("CN = Throwaway CA, which \(name) does not trust"))
        let fix = "proxyenv set clash ca-file /usr/local/share/ca-certificates/lab.crt"
        #expect(answer.text.contains("\"\(fix)\""), "\(answer.text)")
        // What was proposed cures it.
        try stage.configure(rule: false, authority: "/usr/local/share/ca-certificates/lab.crt")
        Files.remove(sandbox.home + "/added/lab.crt")
        Files.remove(sandbox.home + "/added")
        #expect(DoctorStage.Answer(try doctorWithAuthority(name)).cause == nil)
    }

    /// What `doctor` finds for a node that can read variables.
    private func node(_ more: [String: String]) throws -> DoctorStage.Answer {
        try sandbox.install("node", "#!/bin/sh\necho v24.9.0\n")
        let variables = ["NODE_EXTRA_CA_CERTS": stage.world.authority].merging(more) { $1 }
        return try doctor("node", variables, ["--timeout", "1"])
    }

    @Test func `a node that can read variables, and has to be told to`() throws {
        let untold = try node([:])
        #expect(untold.cause == "tool.switch", "\(untold.text)")
        #expect(untold.text.contains("\"export NODE_USE_ENV_PROXY=1\""))
    }

    @Test func `a node that is told to read variables`() throws {
        let told = try node(["NODE_USE_ENV_PROXY": "1"])
        #expect(told.ids == [], "\(told.text)")
        #expect(told.text.contains("node gets through"))
    }

    @Test func `variables that differ are a fault for node under its own name`() throws {
        let differing = try node(["https_proxy": "http://localhost:1"])
        #expect(differing.text.contains("\"env.case\""), "\(differing.text)")
        #expect(!differing.text.contains("node-fetch"), "\(differing.text)")
    }
}
