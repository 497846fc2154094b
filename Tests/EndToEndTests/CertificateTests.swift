import Testing

/// What `ca-file` and `ca-bundle` make the tools trust.
@Suite struct CertificateTests {
    private let sandbox: Sandbox
    private static let roots = "-----BEGIN CERTIFICATE-----\nUk9PVA==\n-----END CERTIFICATE-----\n"
    private static let own = "-----BEGIN CERTIFICATE-----\nT1dO\n-----END CERTIFICATE-----\n"
    private static let show = "cat \"$SSL_CERT_FILE\"; echo \"<$NODE_EXTRA_CA_CERTS>\""

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.added]
            url = 'http://127.0.0.1:11'
            ca-file = '~/own.pem'
            [profiles.replaced]
            url = 'http://127.0.0.1:11'
            ca-bundle = '~/own.pem'
            """)
        try sandbox.write(Self.own, to: "own.pem")
        try sandbox.write(Self.roots, to: "roots.pem")
    }

    private func exec(_ profile: String, _ script: String = show) throws -> Outcome {
        try sandbox.proxyenv(
            "exec", profile, "--", "sh", "-c", script,
            with: ["SSL_CERT_FILE": sandbox.home + "/roots.pem"])
    }

    @Test func `ca-file is added to the roots, and Node gets the file itself`() throws {
        let outcome = try exec("added")
        #expect(outcome.text == Self.roots + "\n" + Self.own + "<\(sandbox.home)/own.pem>\n")
    }

    @Test func `the bundle and its folder are the user's alone`() throws {
        let modes = try exec("added", "stat -c %a \"$SSL_CERT_FILE\" \"${SSL_CERT_FILE%/*}\"")
        #expect(modes.text == "600\n700\n")
    }

    @Test func `the bundle is made anew when it was damaged`() throws {
        _ = try exec("added", ": >\"$SSL_CERT_FILE\"")
        #expect(try exec("added").text.contains("T1dO"))
    }

    @Test func `the bundle is made anew when a file has changed`() throws {
        _ = try exec("added")
        try sandbox.write(Self.own + Self.own, to: "own.pem")
        #expect(try exec("added").text.contains(Self.own + Self.own))
    }

    @Test func `a folder for the bundle that can't be made is named, with the way out`() throws {
        try sandbox.write("", to: "occupied")
        let outcome = try sandbox.proxyenv(
            "exec", "added", "--", "true",
            with: [
                "SSL_CERT_FILE": sandbox.home + "/roots.pem",
                "XDG_CACHE_HOME": sandbox.home + "/occupied",
            ])
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("cannot write \(sandbox.home)/occupied/proxyenv/ca-"))
        #expect(outcome.errorText.contains("hint: Name a folder of your own in XDG_CACHE_HOME."))
    }

    @Test func `ca-bundle replaces the roots, and is passed on as it is`() throws {
        let outcome = try exec("replaced")
        #expect(outcome.text == Self.own + "<\(sandbox.home)/own.pem>\n")
    }

    @Test func `a file that holds no certificate is an error, and nothing starts`() throws {
        try sandbox.write("no certificate\n", to: "own.pem")
        for profile in ["added", "replaced"] {
            let outcome = try exec(profile)
            #expect(outcome.status == 125)
            #expect(outcome.text == "")
            #expect(outcome.errorText.contains("~/own.pem holds no certificate in PEM form"))
        }
    }
}
