import Testing

/// Which of several files of a tool's counts, where folders above and other programs decide.
@Suite struct NearestFileTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test(arguments: ["PYENV_VERSION", ".python-version", "version"])
    func `behind a launcher of pyenv's it is the file of that Python that counts`(
        _ place: String
    ) throws {
        for folder in [
            "", "/shims", "/versions", "/versions/3.12.1", "/versions/3.11.2", "/versions/3.12.0",
        ] {
            Files.makeFolder("\(sandbox.home)/.pyenv\(folder)")
        }
        try sandbox.write(Array("#!/bin/sh\n".utf8), to: ".pyenv/shims/pip", mode: 0o755)
        try sandbox.write("[global]\nproxy = http://f:1\n", to: ".pyenv/versions/3.12.1/pip.conf")
        try sandbox.write(place == "version" ? "3.12.1\n" : "3.11.2\n", to: ".pyenv/version")
        if place == ".python-version" { try sandbox.write("3.12\n", to: place) }
        let outcome = try sandbox.run(
            "cd && PATH=~/.pyenv/shims:$PATH proxyenv explain pip https://x.org", in: .bash,
            with: place == "PYENV_VERSION" ? [place: "3.12.1:system"] : [:])
        #expect(
            outcome.text.contains("decided by ~/.pyenv/versions/3.12.1/pip.conf:2 (proxy)"),
            "\(outcome.text)")
    }

    @Test func `the npmrc of the package's root counts in a folder below it`() throws {
        for folder in ["package", "package/src"] {
            Files.makeFolder("\(sandbox.home)/\(folder)")
        }
        try sandbox.write("{}\n", to: "package/package.json")
        try sandbox.write("https-proxy = http://h:1\n", to: "package/.npmrc")
        let outcome = try sandbox.run(
            "cd && cd package/src && proxyenv explain npm https://x.org", in: .bash)
        #expect(outcome.text.contains(".npmrc:1 (https-proxy)"), "\(outcome.text)")
    }

    @Test func `uv looks further up than a pyproject.toml that is broken or not meant for it`()
        throws
    {
        Files.makeFolder(sandbox.home + "/a")
        Files.makeFolder(sandbox.home + "/a/b")
        try sandbox.write("[tool.uv]\nhttps-proxy = \"http://p:1\"\n", to: "a/pyproject.toml")
        for (text, isPassed) in [
            ("[project]\nname = \"x\"\n", true), ("[tool.uv]\nhttps-proxy = 3\n", true),
            ("[tool.uv\n", true), ("[tool.uv]\n", false),
        ] {
            try sandbox.write(text, to: "a/b/pyproject.toml")
            let outcome = try sandbox.run(
                "cd ~/a/b && proxyenv explain uv https://pypi.org/", in: .bash)
            #expect(outcome.text.contains("http://p:1\n") == isPassed, "\(text) \(outcome.text)")
        }
    }

    @Test func `a # begins a comment in maven.config`() throws {
        Files.makeFolder(sandbox.home + "/.mvn")
        try sandbox.write(
            "# -Dhttps.proxyHost=no -Dhttps.proxyPort=1\n-Dhttps.proxyHost=h\n-Dhttps.proxyPort=2\n",
            to: ".mvn/maven.config")
        let outcome = try sandbox.run(
            "cd && proxyenv explain mvn https://repo.maven.apache.org/", in: .bash)
        #expect(outcome.text.contains("h:2"), "\(outcome.text)")
        #expect(!outcome.text.contains("no:1"), "\(outcome.text)")
    }
}
