import Testing

@testable import ProxyEnvCore

/// The commands that take a setting out of a file, and the sentence where none would do it without harm.
@Suite struct FileRemedyTests {
    @Test(
        arguments: [
            ("~/.codex/.env", "HTTPS_PROXY", "x", false, "sed -i.bak '3d' ~/.codex/.env"),
            ("~/a b/.env", "HTTPS_PROXY", "x", false, "sed -i.bak '3d' ~/'a b/.env'"),
            ("/etc/wgetrc", "http_proxy", "x", false, "sed -i.bak '3d' /etc/wgetrc"),
            (
                "~/.gitconfig", "http.proxy", "proxy = x", true,
                "git config --file ~/.gitconfig --unset-all http.proxy"
            ),
            (
                "git's configuration", "http.proxy", nil, true,
                "git config --show-origin --get-regexp 'proxy$'"
            ),
            (
                "apt.conf", "Acquire::https::Proxy", nil, false,
                "grep -rn 'Acquire::https::Proxy' /etc/apt/apt.conf /etc/apt/apt.conf.d"
            ),
            (
                "~/.claude/settings.json", "env.A", "  \"A\": \"http://h:1\",\r", false,
                "sed -i.bak '3d' ~/.claude/settings.json"
            ),
            (
                "~/.claude/settings.json", "env.A", "  \"A\": \"http://h:1\"", false,
                "Take `env.A` out of ~/.claude/settings.json, line 3."
            ),
            (
                "~/.claude/settings.json", "env.A", "{\"env\": {\"A\": \"x\"},", false,
                "Take `env.A` out of ~/.claude/settings.json, line 3."
            ),
            (
                "~/.claude/settings.json", "env.A", "\"A\": \"x\", \"B\": \"y\",", false,
                "Take `env.A` out of ~/.claude/settings.json, line 3."
            ),
            (
                "~/.claude/settings.json", "env.A", nil, false,
                "Take `env.A` out of ~/.claude/settings.json, line 3."
            ),
            (
                "~/.m2/settings.xml", "proxies.proxy", "<proxy>", false,
                "Take `proxies.proxy` out of ~/.m2/settings.xml, line 3."
            ),
            (
                "~/p/.mvn/maven.config", "https.proxyHost", "-Dhttps.proxyHost=h -T4", false,
                "Take `https.proxyHost` out of ~/p/.mvn/maven.config, line 3."
            ),
            ("~/.yarnrc.yml", "httpProxy", "x", false, "sed -i.bak '3d' ~/.yarnrc.yml"),
            (
                "~/.yarnrc.yml", "networkSettings.h.httpProxy", "x", false,
                "Take `networkSettings.h.httpProxy` out of ~/.yarnrc.yml, line 3."
            ),
        ] as [(String, String, String?, Bool, String)])
    func `the step takes the line out of the file, or says which key`(
        path: String, key: String, line: String?, isGit: Bool, step: String
    ) {
        #expect(
            FileRemedy.steps(
                path: path, line: 3, key: key, text: line.map { [UInt8]($0) }, isGit: isGit)
                == [step])
    }
}
