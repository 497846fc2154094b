import TestSupport
import Testing

/// What is said of git's own files: remotes, URLs in the place of others, and keys that are none (git 2.39.5, tried).
@Suite struct GitFileTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.clash]
            url = "http://127.0.0.1:7890"

            """)
        _ = try Binary.require("git")
        _ = try sandbox.run("cd && git init -q repository", in: .bash)
    }

    /// What `explain git` says in the repository of the home folder.
    private func explain(
        _ words: String, with variables: [String: String?] = ["https_proxy": "http://v:1"]
    ) throws -> String {
        try sandbox.run(
            "cd && cd repository && proxyenv explain git \(words)", in: .bash, with: variables
        ).text
    }

    private func configure(_ text: String, in file: String = ".gitconfig") throws {
        try sandbox.write(text, to: file)
    }

    @Test(arguments: [
        ("https://x.org/a/b", "http://r:1", "remote.up.proxy"),
        ("https://x.org/a/b.git/", "http://r:1", "remote.up.proxy"),
        ("https://x.org/", "http://r:1", "remote.up.proxy"),
        ("https://x.org/a/other", "http://u:1", "http.https://x.org.proxy"),
        ("https://y.org/", "http://p:1", "http.proxy"),
    ])
    func `a remote's own proxy counts for its repository`(
        _ url: String, _ route: String, _ key: String
    ) throws {
        try configure(
            "[http]\n\tproxy = http://p:1\n[http \"https://x.org\"]\n\tproxy = http://u:1\n")
        try configure(
            "[remote \"up\"]\n\turl = https://x.org/a/b.git\n\tproxy = http://r:1\n",
            in: "repository/.git/config")
        let text = try explain(url)
        #expect(text.contains("\n  \(route)\n"), "\(text)")
        #expect(text.contains(" (\(key))\n"), "\(text)")
    }

    @Test func `a remote's empty proxy is none, and a profile's goes before it`() throws {
        try configure(
            "[remote \"origin\"]\n\turl = https://x.org/a\n\tproxy =\n",
            in: "repository/.git/config")
        let text = try explain("https://x.org/a")
        #expect(text.contains("\n  direct\n    decided by .git/config:3 (remote.origin.proxy)\n"))
        let profile = try explain("https://x.org/a --profile clash")
        #expect(profile.contains("\n  http://127.0.0.1:7890\n"), "\(profile)")
        #expect(profile.contains("decided by GIT_CONFIG_VALUE_"), "\(profile)")
    }

    @Test func `git asks what its files put in the place of a URL`() throws {
        try configure(
            """
            [http "https://mirror.org"]
            \tproxy = http://m:1
            [url "https://mirror.org/x/"]
            \tinsteadOf = https://x.org/
            [url "git@y.org:"]
            \tinsteadOf = https://y.org/
            [url "https://hush-1:hush-2@z.org/"]
            \tinsteadOf = https://z.org/
            [url "/srv/"]
            \tinsteadOf = https://w.org/

            """)
        let mirror = try explain("https://x.org/a")
        #expect(mirror.contains("\n  http://m:1\n    decided by ~/.gitconfig:2"), "\(mirror)")
        #expect(
            mirror.contains(
                "git asks https://mirror.org/x/a in its place, by ~/.gitconfig:4 (url.https://mirror.org/x/.insteadof)"
            ), "\(mirror)")
        let ssh = try explain("https://y.org/a")
        #expect(ssh.contains("\n  direct\n    decided by ~/.gitconfig:6"), "\(ssh)")
        #expect(ssh.contains("git asks git@y.org:a in its place"), "\(ssh)")
        #expect(ssh.contains(": over ssh, which reads no proxy variable\n"), "\(ssh)")
        let local = try explain("https://w.org/a")
        #expect(local.contains("git asks /srv/a in its place, by "), "\(local)")
        #expect(!local.contains("ssh"))
        // The same host with a token is no other place.
        let token = try explain("https://z.org/a")
        #expect(token.contains("\n  http://v:1\n    decided by https_proxy\n"), "\(token)")
        #expect(!token.contains("warning"), "\(token)")
    }

    @Test func `a proxy of the section https is none`() throws {
        try configure("[https]\n\tproxy = http://f:1\n")
        let text = try explain("https://x.org")
        #expect(text.contains("\n  http://v:1\n    decided by https_proxy\n"), "\(text)")
        #expect(
            text.contains(
                "~/.gitconfig:2 (https.proxy) counts for nothing: git's http.proxy holds for https:// too\n"
            ), "\(text)")
        let found = try sandbox.run("cd && proxyenv doctor git", in: .bash).text
        let fix = "git config --file ~/.gitconfig --rename-section https http"
        #expect(found.contains("git does not read ~/.gitconfig:2 (https.proxy)"), "\(found)")
        #expect(found.contains(fix), "\(found)")
        _ = try sandbox.run(fix, in: .bash)
        #expect(try explain("https://x.org").contains("\n  http://f:1\n"))
        try configure("[http]\n\tproxy = http://p:1\n[https]\n\tproxy = http://f:1\n")
        let both = try sandbox.run("cd && proxyenv doctor git", in: .bash).text
        #expect(
            both.contains("git config --file ~/.gitconfig --unset-all https.proxy"), "\(both)")
    }

    @Test func `what git -c was given is named`() throws {
        let text = try explain(
            "https://x.org", with: ["GIT_CONFIG_PARAMETERS": "'http.proxy'='http://c:1'"])
        #expect(text.contains("\n  http://c:1\n    decided by GIT_CONFIG_PARAMETERS\n"), "\(text)")
    }

    @Test func `doctor says that ssh stands in the place of git's host`() throws {
        try configure("[url \"git@github.com:\"]\n\tinsteadOf = https://github.com/\n")
        let found = try sandbox.run("cd && proxyenv doctor git", in: .bash).text
        #expect(found.contains("ssh"), "\(found)")
    }
}
