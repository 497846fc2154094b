import TestSupport
import Testing

/// What is said of a file that the tool itself cannot read (git 2.39.5, cargo 1.97, uv 0.13.9, pip 23.2, npm 10.8, tried).
@Suite struct BrokenFileTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.clash]
            url = "http://127.0.0.1:7890"

            """)
        for folder in [".config", ".config/pip", ".config/uv", ".cargo"] {
            Files.makeFolder("\(sandbox.home)/\(folder)")
        }
        for tool in ["pip", "uv"] { try sandbox.install(tool, "#!/bin/sh\nexec env -0\n") }
    }

    private func explain(_ tool: String) throws -> Outcome {
        try sandbox.run(
            "cd && proxyenv explain \(tool) https://x.org", in: .bash,
            with: ["https_proxy": "http://v:1"])
    }

    @Test(arguments: [
        ("git", ".gitconfig", "[http\n\tproxy = http://f:1\n", "~/.gitconfig (not git's form)"),
        ("cargo", ".cargo/config.toml", "\n[http\n", "~/.cargo/config.toml:2 (not TOML)"),
        (
            "cargo", ".cargo/config.toml", "[http]\nproxy = 5\n",
            "~/.cargo/config.toml:2 (http.proxy is no string)"
        ),
        (
            "uv", ".config/uv/uv.toml", "https-proxy = \"http://f:1\n",
            "~/.config/uv/uv.toml:1 (not TOML)"
        ),
        (
            "uv", ".config/uv/uv.toml", "\nhttps-proxy = 5\n",
            "~/.config/uv/uv.toml:2 (https-proxy is no string)"
        ),
        (
            "uv", ".config/uv/uv.toml", "https-proxy = 'http://f:1'\nhttp_proxy = 'http://f:1'\n",
            "~/.config/uv/uv.toml:2 (http_proxy is no key of uv's)"
        ),
        (
            "uv", ".config/uv/uv.toml", "[tool.uv]\nhttp-proxy = 'http://f:1'\n",
            "~/.config/uv/uv.toml:1 (tool is no key of uv's)"
        ),
        (
            "pip", ".config/pip/pip.conf", "proxy = http://f:1\n",
            "~/.config/pip/pip.conf:1 (no [section] before it)"
        ),
        (
            "pip", ".config/pip/pip.conf", "[global]\nfoo\nproxy = http://f:1\n",
            "~/.config/pip/pip.conf:2 (no `key = value`)"
        ),
        (
            "pip", ".config/pip/pip.conf", "[global]\nproxy = http://f:1\n[global]\na = b\n",
            "~/.config/pip/pip.conf:3 ([global] stands twice)"
        ),
        (
            "pip", ".config/pip/pip.conf", "[global]\nproxy = http://f:1\nPROXY: http://g:1\n",
            "~/.config/pip/pip.conf:3 (proxy stands twice)"
        ),
    ])
    func `a file that ends the tool is named, and no route is claimed`(
        _ tool: String, _ file: String, _ text: String, _ place: String
    ) throws {
        if tool == "git" { _ = try Binary.require("git") }
        try sandbox.write(text, to: file)
        let outcome = try explain(tool)
        #expect(
            outcome.text.contains("\n  none\n    decided by \(place)\n"),
            "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.text.contains("\(tool) cannot read that file and does nothing"))
    }

    @Test(arguments: [
        (
            "npm", ".npmrc", "https-proxy: http://f:1\n",
            "~/.npmrc:1 counts for nothing: it is not written as key=value"
        ),
        (
            "npm", ".npmrc", "{\"https-proxy\": \"http://f:1\"}\n",
            "~/.npmrc:1 counts for nothing: it is not written as key=value"
        ),
        (
            "npm", ".npmrc", "a=b\n[x]\nhttps-proxy=http://f:1\n",
            "~/.npmrc:3 counts for nothing: it stands below a [section]"
        ),
        (
            "uv", "pyproject.toml", "[project\n",
            "~/pyproject.toml:1 is not TOML: nothing in the file counts"
        ),
        (
            "uv", "pyproject.toml", "[tool.uv]\nhttps-proxy = 5\n",
            "~/pyproject.toml:2 is no string: nothing in the file counts"
        ),
        (
            "uv", "pyproject.toml", "[tool.uv]\nhttps-proxy = 'http://f:1'\nproxy = 'x'\n",
            "~/pyproject.toml:3 proxy is no key of uv's: nothing in the file counts"
        ),
    ])
    func `what the tool passes over is named`(
        _ tool: String, _ file: String, _ text: String, _ words: String
    ) throws {
        try sandbox.write(text, to: file)
        let outcome = try explain(tool)
        #expect(outcome.text.contains("\n  http://v:1\n    decided by https_proxy\n"))
        #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    }

    @Test(arguments: [
        "# proxy://\n[global]\nindex-url =\n  https://x.org/simple\n  [y]\n\n; z\n",
        "[global]\n  timeout = 3\n[install]\n  timeout = 3\n[DEFAULT]\na: b\n[DEFAULT]\nc = d\n",
    ])
    func `a pip.conf that pip reads is no fault`(_ text: String) throws {
        try sandbox.write(text, to: ".config/pip/pip.conf")
        let outcome = try explain("pip")
        #expect(
            outcome.text.contains("\n  http://v:1\n    decided by https_proxy\n"),
            "\(outcome.text)")
    }

    @Test func `pip does not take a proxy that stands on the next line`() throws {
        try sandbox.write("[global]\nproxy =\n  http://f:1\n", to: ".config/pip/pip.conf")
        let text = try explain("pip").text
        #expect(!text.contains("\n  http://"), "\(text)")
        #expect(text.contains("decided by ~/.config/pip/pip.conf:2 (proxy)"), "\(text)")
    }

    @Test func `doctor finds it, and a start says it`() throws {
        try sandbox.write("proxy = http://f:1\n", to: ".config/pip/pip.conf")
        let found = try sandbox.run("cd && proxyenv doctor pip --json", in: .bash).text
        #expect(found.contains("\"file.broken\""), "\(found)")
        #expect(found.contains("pip cannot read ~/.config/pip/pip.conf:1"), "\(found)")
        #expect(
            try sandbox.proxyenv("exec", "clash", "pip").errorText.contains(
                "pip cannot read ~/.config/pip/pip.conf:1 (no [section] before it) and does nothing; mend it\n"
            ))
    }
}
